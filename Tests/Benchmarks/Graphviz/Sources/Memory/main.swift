import Glibc
import Graphviz

// The helper of this program is this program.
GraphvizHelper.runIfRequested()

// What stays behind after many layouts: in this process, in one that has them made in a pool of
// helpers, and in the helpers.

/// The resident size in kilobytes.
func residentSize() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [CChar](repeating: 0, count: 128)
  guard fgets(&buffer, 128, file) != nil else { return 0 }
  let fields = String(decoding: buffer.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
    separator: " ")
  guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
  return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024
}

/// Twenty nodes and some thirty edges.
func sample(for engine: Engine, clusters: Bool) -> GraphDescription {
  var graph = GraphDescription(.directed, name: "sample")
  let isPlaced = engine == .nop || engine == .nop2
  for node in 0..<20 {
    graph.addNode("n\(node)") { $0.pos = isPlaced ? Point(x: Double(node), y: 0) : nil }
  }
  for node in 1..<20 { graph.addEdge("n\(node / 2)", "n\(node)") }
  for node in 0..<10 { graph.addEdge("n\(node)", "n\((node * 7 + 3) % 20)") }
  if clusters {
    graph.addCluster("a", nodes: ["n1", "n2", "n3"])
    graph.addCluster("b", nodes: ["n10", "n11"])
  }
  return graph
}

/// Draws so often, and calls back after each drawing.
func draw(
  _ graph: GraphDescription, with engine: Engine, in isolation: Isolation, times: Int,
  then look: () -> Void = {}
) throws {
  for _ in 0..<times {
    _ = try graph.render(.svg, with: engine, isolation: isolation)
    look()
  }
}

func padded(_ value: some CustomStringConvertible, _ width: Int) -> String {
  let text = value.description
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 10_000
let chosen = arguments.dropFirst().compactMap { Engine(rawValue: $0) }

print("Resident kilobytes before and after \(count) layouts:")
print("                  ------- in-process -------  ---------------- in a pool ----------------")
print("engine  clusters  before    after  a layout   before    after  helper, at most  helpers")
for engine in chosen.isEmpty ? Engine.allCases : chosen {
  for clusters in [false, true] {
    let graph = sample(for: engine, clusters: clusters)
    // Fonts, plugins and the allocator's own stores come with the first drawings.
    try draw(graph, with: engine, in: .inProcess, times: count / 20)
    let before = residentSize()
    try draw(graph, with: engine, in: .inProcess, times: count)
    let after = residentSize()

    let pool = GraphvizHelperPool(count: 1)
    try draw(graph, with: engine, in: .pool(pool), times: count / 20)
    let poolBefore = residentSize()
    var largest = 0
    try draw(graph, with: engine, in: .pool(pool), times: count) {
      largest = max(largest, pool.residentSizes.max() ?? 0)
    }
    print(
      padded(engine.rawValue, 6), padded(clusters ? "yes" : "no", 9), padded(before, 7),
      padded(after, 8), padded("\((after - before) * 1_024 / count) B", 9),
      padded(poolBefore, 8), padded(residentSize(), 8), padded(largest / 1_024, 16),
      padded(pool.startedHelpers, 8))
    fflush(nil)
  }
}
