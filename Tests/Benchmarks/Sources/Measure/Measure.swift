import Foundation
import GraphAlgorithms
import GraphCore

/// Runs algorithms on one graph, as asked on standard input, and times nothing but the algorithm.
///
/// `Measure FILE directed|undirected`: the file has a line with the number of nodes, then `u v w`
/// for each edge. A line of input is `ALGORITHM THREADS FILE`; the answer is the seconds it took,
/// and the values are written to the file as 64-bit numbers.
///
/// What takes a short time is run again until ``leastTime`` is over, and the median counts: once
/// alone it would be a measure of what other programs left of the caches. `peers.py` does the same.
@main
enum Measure {
  private static let leastTime = Duration.milliseconds(20)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let data = FileManager.default.contents(atPath: arguments[1]) else {
      print("usage: Measure FILE directed|undirected")
      exit(64)
    }
    let graph = read(data, arguments[2] == "directed" ? .directed : .undirected)
    let runs = Runs(
      plain: graph.frozen(), distances: try graph.frozen(distance: { $1 }),
      strengths: try graph.frozen(strength: { $1 }))
    print("ready")
    fflush(nil)
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let threads = Int(words[1]) else { continue }
      let clock = ContinuousClock()
      var values: () -> [Double] = { [] }
      var times: [Duration] = []
      while times.reduce(.zero, +) < leastTime {
        times.append(try clock.measure { values = try runs.run(words[0], threads: threads) })
      }
      try values().withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: words[2]))
      print(times.sorted()[times.count / 2] / .seconds(1))
      fflush(nil)
    }
  }

  private static func read(_ data: Data, _ directedness: Directedness) -> Graph<Void, Double> {
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    var graph = Graph<Void, Double>(directedness)
    for _ in 0..<(Int(lines.first ?? "0") ?? 0) {
      graph.addNode(())
    }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      guard let source = UInt32(words[0]), let target = UInt32(words[1]) else { continue }
      let weight = words.count > 2 ? Double(words[2]) ?? 1 : 1
      graph.addEdge(from: NodeID(rawValue: source), to: NodeID(rawValue: target), weight)
    }
    return graph
  }
}
