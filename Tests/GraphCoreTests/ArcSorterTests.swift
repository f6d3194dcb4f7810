import GraphCore
import TestSupport
import Testing

@Suite struct ArcSorterTests {
  private struct Edge {
    var source: UInt32
    var target: UInt32
    var weight = 1.0
  }

  private func withBatch<Result>(
    _ edges: some Collection<Edge>, _ body: (ArcSorter.Batch) -> Result
  ) -> Result {
    let (sources, targets, weights) = (
      edges.map(\.source), edges.map(\.target), edges.map(\.weight)
    )
    return sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { weights in
          body(ArcSorter.Batch(sources: sources, targets: targets, weights: weights))
        }
      }
    }
  }

  /// Edges that come in batches, some of them left out, and nodes that get other numbers, against a
  /// list for each node.
  @Test(arguments: [Directedness.directed, .undirected], UInt64(0)..<40)
  func batchesAreSortedAsOneList(_ directedness: Directedness, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let nodeCount = Int.random(in: 1...6, using: &random)
    var edges = (0..<Int.random(in: 0...20, using: &random)).map { number in
      Edge(
        source: UInt32.random(in: 0..<UInt32(nodeCount), using: &random),
        target: UInt32.random(in: 0..<UInt32(nodeCount), using: &random), weight: Double(number))
    }
    for number in edges.indices where Int.random(in: 0..<5, using: &random) == 0 {
      edges[number].source = ArcSorter.none
    }
    let size = Int.random(in: 1...7, using: &random)
    let batches = stride(from: 0, to: edges.count, by: size).map {
      edges[$0..<min(edges.count, $0 + size)]
    }
    let numbers = (0..<UInt32(nodeCount)).shuffled(using: &random)

    var sorter = ArcSorter(directedness, weightRole: .strength, nodeCount: 1)
    sorter.grow(toNodes: nodeCount)
    for batch in batches { withBatch(batch) { sorter.count($0) } }
    sorter.startPlacing(numbers: numbers)
    for batch in batches {
      let renumbered = batch.map { edge in
        Edge(
          source: edge.source == ArcSorter.none ? edge.source : numbers[Int(edge.source)],
          target: numbers[Int(edge.target)], weight: edge.weight)
      }
      #expect(withBatch(renumbered) { sorter.place($0) })
    }
    let graph = sorter.finish(
      nodeNumbering: DenseNumbering(count: nodeCount),
      edgeNumbering: DenseNumbering(count: edges.count))

    var rows = [[(target: UInt32, edge: Int)]](repeating: [], count: nodeCount)
    for (number, edge) in edges.enumerated() where edge.source != ArcSorter.none {
      let (source, target) = (numbers[Int(edge.source)], numbers[Int(edge.target)])
      rows[Int(source)].append((target, number))
      if directedness == .undirected && source != target {
        rows[Int(target)].append((source, number))
      }
    }
    var offsets: [UInt32] = [0]
    for row in rows { offsets.append((offsets.last ?? 0) + UInt32(row.count)) }
    #expect(graph.outgoing.offsets == offsets)
    #expect(graph.outgoing.targets == rows.joined().map(\.target))
    #expect(graph.outgoing.edges == rows.joined().map { UInt32($0.edge) })
    #expect(graph.outgoing.weights == rows.joined().map { Double($0.edge) })
  }

  @Test func otherEdgesThanWereCountedAreRefused() {
    func isPlaced(
      _ directedness: Directedness, counted: [Edge], placed: [Edge]
    ) -> Bool {
      var sorter = ArcSorter(directedness, weightRole: nil, nodeCount: 2)
      withBatch(counted) { sorter.count($0) }
      sorter.startPlacing()
      return withBatch(placed) { sorter.place($0) }
    }
    let (there, back) = (Edge(source: 0, target: 1), Edge(source: 1, target: 0))
    let loop = Edge(source: 0, target: 0)
    #expect(isPlaced(.directed, counted: [there], placed: [there]))
    #expect(!isPlaced(.directed, counted: [there], placed: [back]))
    #expect(!isPlaced(.undirected, counted: [loop], placed: [there]))
    // There is room for two arcs, but one edge was counted.
    #expect(!isPlaced(.undirected, counted: [there], placed: [loop, loop]))
  }
}
