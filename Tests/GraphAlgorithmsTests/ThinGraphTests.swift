import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Graphs that are little more than a path, which are searched from one node after the other.
@Suite struct ThinGraphTests {
  enum Shape: CaseIterable {
    case path, ring, ladder, comb, brush, twoPaths

    /// Brushes have leaves, combs a node between each leaf and the path.
    var edges: [(Int, Int)] {
      let steps = (0..<99).map { ($0, $0 + 1) }
      return switch self {
      case .path: steps
      case .ring: steps + [(99, 0)]
      case .ladder: (0..<198).map { ($0, $0 + 2) } + (0..<100).map { (2 * $0, 2 * $0 + 1) }
      case .comb: steps + (0..<100).flatMap { [($0, $0 + 100), ($0 + 100, $0 + 200)] }
      case .brush: steps + (0..<150).map { ($0 % 7 * 16, $0 + 100) } + [(5, 5), (6, 5)]
      case .twoPaths: steps + (100..<199).map { ($0 + 1, $0) }
      }
    }
  }

  @Test(arguments: [Directedness.directed, .undirected], Shape.allCases)
  func sumsAreThoseOfDistances(_ directedness: Directedness, _ shape: Shape) throws {
    let edges = shape.edges
    let nodeCount = 1 + (edges.map { max($0.0, $0.1) }.max() ?? 0)
    let graph = SampleGraph.of(directedness, nodeCount: nodeCount, edges).frozen()
    for direction in [Direction.outgoing, .incoming, .either] {
      let closeness = try graph.closeness(.perComponent, direction)
      let harmonic = try graph.harmonicCentrality(normalized: false, direction)
      let farthest = try graph.eccentricities(direction)
      var histogram: [Int] = []
      for node in (0..<nodeCount).map({ graph.node(at: $0) }) {
        let distances = graph.distances(from: node, direction).values
          .filter { $0.isFinite && $0 > 0 }
        for distance in distances {
          while histogram.count <= Int(distance) { histogram.append(0) }
          histogram[Int(distance)] += 1
        }
        let count = Double(distances.count)
        let sum = distances.reduce(0, +)
        #expect(closeness[node] == count / sum || distances.isEmpty && closeness[node].isNaN)
        #expect(abs(harmonic[node] - distances.reduce(0) { $0 + 1 / $1 }) <= 1e-12 * count)
        #expect(farthest[node] == distances.max() ?? 0)
      }
      let isOneWay = directedness == .directed && direction != .either
      #expect(try graph.distanceHistogram(direction) == histogram.map { isOneWay ? $0 : $0 / 2 })
      let again = try graph.harmonicCentrality(
        normalized: false, direction, execution: Execution(threads: 3))
      #expect(again == harmonic)
    }
  }

  @Test func calledOff() {
    let graph = SampleGraph.of(.undirected, nodeCount: 200, Shape.twoPaths.edges).frozen()
    let execution = Execution(isCancelled: { true })
    #expect(throws: AlgorithmError.cancelled) { try graph.closeness(execution: execution) }
  }
}
