import Glibc
import Graphviz

/// One engine and size: layout and SVG here, in a helper, in a pool of them and by the `dot` program.
struct Comparison {
  let engine: Engine
  let nodes: Int

  struct Result {
    /// Medians in milliseconds.
    var here: Double
    var helper: Double
    var pool: Double
    var program: Double
    var isSame: Bool
  }

  /// The four take turns, so that whatever slows the machine slows all of them.
  func result(dot: String, folder: String, rounds: Int) throws -> Result? {
    let graph = SampleGraph(nodes: nodes, directed: engine == .dot)
    let (source, target) = ("\(folder)/graph.gv", "\(folder)/graph.svg")
    guard write(graph.text, to: source) else { return nil }
    let arguments = ["-K\(engine.rawValue)", "-Tsvg", "-o", target, source]
    guard run(dot, arguments) else { return nil }
    // Once without a watch: fonts and plugins are loaded on first use.
    let isSame = try graph.description.render(.svg, with: engine) == contents(of: target)

    let helpers = GraphvizHelperPool(count: 1)
    _ = try graph.description.render(.svg, with: engine, isolation: .pool(helpers))

    var (here, helper, pool, program) = ([Double](), [Double](), [Double](), [Double]())
    for _ in 0..<rounds {
      here.append(
        try milliseconds { _ = try graph.description.render(.svg, with: engine) })
      program.append(milliseconds { _ = run(dot, arguments) })
      helper.append(
        try milliseconds {
          _ = try graph.description.render(.svg, with: engine, isolation: .helper())
        })
      pool.append(
        try milliseconds {
          _ = try graph.description.render(.svg, with: engine, isolation: .pool(helpers))
        })
    }
    return Result(
      here: median(here), helper: median(helper), pool: median(pool), program: median(program),
      isSame: isSame)
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .milliseconds(1)
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
