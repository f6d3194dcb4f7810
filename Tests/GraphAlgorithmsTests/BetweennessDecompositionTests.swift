import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

/// What taking the graph apart, merging twins and searching from eight sources at once must not
/// change.
@Suite struct BetweennessDecompositionTests {
  @Test func cutNodeBetweenTriangles() throws {
    // 2 holds two triangles together: 2 · 2 pairs. A pendant at 0 puts 0 between it and 4 others,
    // and 2 between it and two of them.
    let graph = SampleGraph.of(
      .undirected, nodeCount: 6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (0, 5)])
    #expect(try graph.frozen().betweenness().values == [4, 0, 6, 0, 0, 0])
  }

  @Test func twinsShareAndMeet() throws {
    // 0 and 1 see the twins 2, 3 and 4 only: each twin has a third of the pair 0, 1; 0 and 1 have
    // half of each of the three pairs of twins.
    let graph = SampleGraph.of(
      .undirected, nodeCount: 5, [(0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4)])
    let third = 1.0 / 3
    #expect(areClose(try graph.frozen().betweenness().values, [1.5, 1.5, third, third, third]))
    // A clique has nobody between.
    let clique = (0..<9).flatMap { first in (0..<first).map { (first, $0) } }
    let complete = SampleGraph.of(.undirected, nodeCount: 9, clique).frozen()
    #expect(try complete.betweenness().values.allSatisfy { $0 == 0 })
    #expect(try complete.edgeBetweenness().values.allSatisfy { $0 == 1 })
  }

  @Test func someSources() throws {
    // Of the path 0 – 1 – 2 – 3, only 0 starts: 1 is before two targets, 2 before one; halved.
    let path = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (1, 2), (2, 3)]).frozen()
    let first: Set = [NodeID(rawValue: 0)]
    #expect(try path.betweenness(sources: first).values == [0, 1, 0.5, 0])
    #expect(try path.edgeBetweenness(sources: first).values == [1.5, 1, 0.5])
    let all = Set((0..<4).map { NodeID(rawValue: $0) })
    #expect(try path.betweenness(sources: all) == path.betweenness())
    #expect(try path.betweenness(sources: []).values == [0, 0, 0, 0])
    #expect(throws: AlgorithmError.unknownNode(NodeID(rawValue: 9))) {
      try path.betweenness(sources: [NodeID(rawValue: 9)])
    }
  }

  @Test func watching() throws {
    let path = SampleGraph.of(.directed, nodeCount: 60, (1..<60).map { ($0 - 1, $0) }).frozen()
    let reports = Mutex([Double]())
    _ = try path.betweenness(
      execution: Execution(threads: 2, progress: { part in reports.withLock { $0.append(part) } }))
    let seen = reports.withLock { $0 }
    #expect(seen.last == 1 && seen == seen.sorted())
    #expect(throws: AlgorithmError.cancelled) {
      try path.betweenness(execution: Execution(isCancelled: { true }))
    }
  }

  /// Lengths in several blocks, and few sources in a long graph.
  @Test func watchingOtherWays() throws {
    var edges: [(Int, Int, Int)] = (1..<60).map { ($0 - 1, $0, 1) }
    let path = SampleGraph.of(.undirected, nodeCount: 60, edges)
    for node in stride(from: 2, to: 60, by: 4) { edges.append((node - 2, node, 1)) }
    let triangles = SampleGraph.of(.undirected, nodeCount: 60, edges)
    let reports = Mutex([Double]())
    _ = try triangles.frozen(distance: { Double($1) }).betweenness(
      execution: Execution(progress: { part in reports.withLock { $0.append(part) } }))
    let seen = reports.withLock { $0 }
    #expect(seen.count > 1 && seen.last == 1 && seen == seen.sorted())
    #expect(throws: AlgorithmError.cancelled) {
      try path.frozen().betweenness(
        sources: [NodeID(rawValue: 0)], execution: Execution(isCancelled: { true }))
    }
  }

  /// Graphs of several blocks with pendants and many twins, large enough for several rounds.
  @Test(arguments: 0..<500)
  func agreesWithPlainSearches(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let directedness: Directedness = seed % 5 == 0 ? .directed : .undirected
    let nodeCount = Int.random(in: 1...40, using: &generator)
    let core = Int.random(in: 1...nodeCount, using: &generator)
    var edges: Set<[Int]> = []
    for node in 1..<max(2, nodeCount) where node < nodeCount {
      edges.insert([Int.random(in: 0..<min(node, core), using: &generator), node])
    }
    for _ in 0..<Int.random(in: 0...(2 * core), using: &generator) {
      let ends = (0..<2).map { _ in Int.random(in: 0..<core, using: &generator) }
      if ends[0] != ends[1] { edges.insert(ends.sorted()) }
    }
    // Copies of nodes with all their neighbors, some tied to the original: twins.
    var count = nodeCount
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let original = Int.random(in: 0..<count, using: &generator)
      for edge in edges where edge.contains(original) {
        edges.insert(edge.map { $0 == original ? count : $0 })
      }
      if Bool.random(using: &generator) { edges.insert([original, count]) }
      count += 1
    }
    let graph = SampleGraph.of(
      directedness, nodeCount: count,
      edges.sorted { $0.lexicographicallyPrecedes($1) }
        .map { ($0[0], $0[1]) })
    let frozen = graph.frozen()
    // Distances of 1 take another way through the code, and beside an edge so long that rounding
    // might matter, a third one, by a plain search for each node.
    let spaced = try graph.frozen(distance: { _, _ in 1 })
    var apart = graph
    let ends = (apart.addNode("far"), apart.addNode("away"))
    apart.addEdge(from: ends.0, to: ends.1, 0)
    let plain = try apart.frozen(distance: { $1 == 0 ? 1e15 : 1 })
    let expected = try plain.betweenness().values.dropLast(2)
    #expect(areClose(try frozen.betweenness().values, Array(expected)))
    #expect(areClose(try spaced.betweenness().values, Array(expected)))
    let ofEdges = try plain.edgeBetweenness().values.dropLast()
    #expect(areClose(try frozen.edgeBetweenness().values, Array(ofEdges)))
    #expect(areClose(try spaced.edgeBetweenness().values, Array(ofEdges)))
    let sources = Set(graph.nodes.filter { _ in Bool.random(using: &generator) })
    let two = Execution(threads: 2)
    let some = try plain.betweenness(sources: sources, execution: two).values.dropLast(2)
    #expect(areClose(try frozen.betweenness(sources: sources, execution: two).values, Array(some)))
    #expect(areClose(try spaced.betweenness(sources: sources, execution: two).values, Array(some)))
    let someEdges = try plain.edgeBetweenness(sources: sources).values.dropLast()
    #expect(areClose(try frozen.edgeBetweenness(sources: sources).values, Array(someEdges)))
    #expect(areClose(try spaced.edgeBetweenness(sources: sources).values, Array(someEdges)))
    #expect(try frozen.betweenness(execution: two) == frozen.betweenness(execution: two))
  }

  /// Few sources are searched from one by one; those of all together are what they add up to.
  @Test(arguments: 0..<20)
  func fewSourcesAddUp(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var builder = FrozenGraph.Builder(
      seed % 2 == 0 ? .undirected : .directed, nodeCount: 64, weightRole: .distance)
    for _ in 0..<Int.random(in: 40...200, using: &generator) {
      try builder.addEdge(
        from: Int.random(in: 0..<60, using: &generator),
        to: Int.random(in: 0..<60, using: &generator),
        weight: Double(Int.random(in: 1...3, using: &generator)))
    }
    let lengths = builder.build()
    for graph in [lengths, lengths.unweighted] {
      var nodes = [Double](repeating: 0, count: graph.nodeCount)
      var edges = [Double](repeating: 0, count: graph.edgeCount)
      for first in stride(from: 0, to: 64, by: 4) {
        let few = Set((first..<(first + 4)).map { graph.node(at: $0) })
        let execution = Execution(threads: 1 + first % 3)
        nodes = zip(nodes, try graph.betweenness(sources: few, execution: execution).values)
          .map { $0 + $1 }
        edges = zip(edges, try graph.edgeBetweenness(sources: few, execution: execution).values)
          .map { $0 + $1 }
      }
      #expect(areClose(nodes, try graph.betweenness().values))
      #expect(areClose(edges, try graph.edgeBetweenness().values))
    }
  }

  /// So long that neighbors are searched from without regard to levels, with twins on the way.
  @Test(arguments: 0..<12)
  func longBlocks(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let directedness: Directedness = seed % 3 == 2 ? .directed : .undirected
    let count = Int.random(in: 60...110, using: &generator)
    // A closed ribbon: every block of it has a node more than 20 steps away.
    var edges: [(Int, Int)] = (0..<count).map { ($0, ($0 + 1) % count) }
    for node in stride(from: 0, to: count - 3, by: Int.random(in: 5...9, using: &generator)) {
      edges.append((node, node + Int.random(in: 2...3, using: &generator)))
    }
    // Twins of some nodes, by copies of all their edges.
    var total = count
    for _ in 0..<3 {
      let original = Int.random(in: 0..<count, using: &generator)
      for (source, target) in edges where source == original || target == original {
        let (start, end) = (source == original, target == original)
        edges.append((start ? total : source, end ? total : target))
      }
      total += 1
    }
    let graph = SampleGraph.of(directedness, nodeCount: total, edges)
    let plain = try graph.frozen(distance: { _, _ in 1 })
    let two = Execution(threads: 2)
    #expect(areClose(try graph.frozen().betweenness().values, try plain.betweenness().values))
    #expect(
      areClose(
        try graph.frozen().edgeBetweenness(execution: two).values,
        try plain.edgeBetweenness().values))
  }

  /// Meshes with holes and shortcuts, where an edge leads away from some sources and towards others.
  @Test(arguments: 0..<12)
  func longMeshes(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let directedness: Directedness = seed % 3 == 2 ? .directed : .undirected
    let (width, length) = (Int.random(in: 2...6, using: &generator), 26)
    var edges: [(Int, Int)] = []
    for node in 0..<(width * length) {
      let isKept = Int.random(in: 0..<8, using: &generator) > 0
      if (node + 1) % width != 0 && isKept { edges.append((node, node + 1)) }
      if node + width < width * length { edges.append((node, node + width)) }
      if Int.random(in: 0..<12, using: &generator) == 0 {
        // Against the grain, and a parallel edge now and then.
        edges.append((node, max(0, node - Int.random(in: 1...width, using: &generator))))
      }
    }
    let graph = SampleGraph.of(directedness, nodeCount: width * length, edges)
    let (steps, lengths) = (graph.frozen(), try graph.frozen(distance: { _, _ in 1 }))
    let sources = Set(graph.nodes.filter { _ in Bool.random(using: &generator) })
    #expect(areClose(try steps.betweenness().values, try lengths.betweenness().values))
    #expect(
      areClose(
        try steps.betweenness(sources: sources).values,
        try lengths.betweenness(sources: sources).values))
    #expect(areClose(try steps.edgeBetweenness().values, try lengths.edgeBetweenness().values))
  }

  /// From few sources of a long graph one by one, from one more all at once.
  @Test(arguments: Directedness.allCases, 0..<3 as Range<UInt64>)
  func fewSourcesAreTakenOneByOne(_ directedness: Directedness, _ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (width, length) = (5, 56)
    var edges = [(3, 3)]
    for node in 0..<(width * length) {
      if (node + 1) % width != 0 && Int.random(in: 0..<8, using: &generator) > 0 {
        edges.append((node, node + 1))
      }
      if node + width < width * length { edges.append((node, node + width)) }
      if Int.random(in: 0..<12, using: &generator) == 0 {
        edges.append((node, max(0, node - Int.random(in: 1...width, using: &generator))))
      }
    }
    let graph = SampleGraph.of(directedness, nodeCount: width * length + 2, edges)
    let (steps, lengths) = (graph.frozen(), try graph.frozen(distance: { _, _ in 1 }))
    let all = graph.nodes.shuffled(using: &generator)
    for count in [1, 17, 18] {
      let sources = Set(all.prefix(count))
      let nodes = try lengths.betweenness(sources: sources).values
      let edges = try lengths.edgeBetweenness(sources: sources).values
      for threads in [1, 3] {
        let execution = Execution(threads: threads)
        #expect(
          areClose(try steps.betweenness(sources: sources, execution: execution).values, nodes))
        #expect(
          areClose(try steps.edgeBetweenness(sources: sources, execution: execution).values, edges))
      }
    }
  }
}
