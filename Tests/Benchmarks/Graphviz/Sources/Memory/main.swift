import Glibc
import Graphviz

// The helper of this program is this program.
GraphvizHelper.runIfRequested()

// What stays behind in this process after many layouts.

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
func sample(clusters: Bool) -> GraphDescription {
  var graph = GraphDescription(.directed, name: "sample")
  for node in 0..<20 { graph.addNode("n\(node)") { $0.pos = Point(x: Double(node), y: 0) } }
  for node in 1..<20 { graph.addEdge("n\(node / 2)", "n\(node)") }
  for node in 0..<10 { graph.addEdge("n\(node)", "n\((node * 7 + 3) % 20)") }
  if clusters {
    graph.addCluster("a", nodes: ["n1", "n2", "n3"])
    graph.addCluster("b", nodes: ["n10", "n11"])
  }
  return graph
}

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 10_000
let helpers = arguments.dropFirst().first.flatMap { Int($0) } ?? 400

print("where       engine  clusters  layouts  before kB  after kB  bytes a layout")
for (place, isolation, count) in [
  ("in-process", Isolation.inProcess, count), ("helper", .helper(), helpers),
] {
  for engine in Engine.allCases {
    for clusters in [false, true] {
      let graph = sample(clusters: clusters)
      // Fonts, plugins and the allocator's own stores come with the first drawings.
      for _ in 0..<(count / 20) { _ = try graph.render(.svg, with: engine, isolation: isolation) }
      let before = residentSize()
      for _ in 0..<count { _ = try graph.render(.svg, with: engine, isolation: isolation) }
      let after = residentSize()
      func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
      }
      print(
        place.padding(10), padded(engine.rawValue, 7), padded(clusters ? "yes" : "no", 9),
        padded("\(count)", 8), padded("\(before)", 10), padded("\(after)", 9),
        padded("\((after - before) * 1_024 / count)", 15))
      fflush(nil)
    }
  }
}

extension String {
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
