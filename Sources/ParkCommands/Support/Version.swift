import BuiltInData
import ParkGraph

/// What `--version` says.
enum Version {
  static let number = "0.1.0"

  static var text: String {
    let graph = BuiltInData.graph
    let date = graph.info.date.map { " of \($0)" } ?? ""
    return "parkgraph \(number), data\(date), \(graph.fingerprint.prefix(12))\n"
  }
}
