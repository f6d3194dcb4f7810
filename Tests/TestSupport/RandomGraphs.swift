public import GraphCore

/// A graph with a name on each node and a small positive whole number on each edge.
public typealias SampleGraph = Graph<String, Int>

extension Graph<String, Int> {
  /// A small random multigraph with self-loops, parallel edges, several components as a rule, and
  /// gaps among its identifiers.
  ///
  /// - Parameters:
  ///   - directedness: Whether edges point one way.
  ///   - seed: The same seed gives the same graph.
  ///   - maximumNodes: How many nodes it has at most; it may have none.
  /// - Returns: The graph.
  public static func random(
    _ directedness: Directedness, seed: UInt64, maximumNodes: Int = 12
  ) -> SampleGraph {
    var generator = SplitMix64(seed: seed)
    var graph = SampleGraph(directedness)
    var nodes: [NodeID] = []
    for number in 0..<Int.random(in: 0...maximumNodes, using: &generator) {
      nodes.append(graph.addNode("node \(number)"))
    }
    let edgeCount = Int.random(in: 0...(2 * nodes.count), using: &generator)
    for _ in 0..<edgeCount {
      guard let source = nodes.randomElement(using: &generator),
        let target = nodes.randomElement(using: &generator)
      else { break }
      let number = Int.random(in: 1...4, using: &generator)
      let isDirected =
        directedness == .mixed
        ? Bool.random(using: &generator) : directedness == .directed
      graph.addEdge(from: source, to: target, directed: isDirected, number)
    }
    if Bool.random(using: &generator), let node = nodes.randomElement(using: &generator) {
      graph.removeNode(node)
    }
    let edges = Array(graph.edges)
    if Bool.random(using: &generator), let edge = edges.randomElement(using: &generator) {
      graph.removeEdge(edge)
    }
    return graph
  }

  /// A graph of nodes named by numbers, with the edges given by these numbers.
  ///
  /// - Parameters:
  ///   - directedness: Whether edges point one way.
  ///   - nodeCount: How many nodes it has, 0 and up.
  ///   - edges: The ends of each edge, and its number.
  /// - Returns: The graph; node 0 is its first.
  public static func of(
    _ directedness: Directedness, nodeCount: Int, _ edges: [(Int, Int, Int)]
  ) -> SampleGraph {
    var graph = SampleGraph(directedness)
    let nodes = (0..<nodeCount).map { graph.addNode("\($0)") }
    for (source, target, number) in edges {
      graph.addEdge(from: nodes[source], to: nodes[target], number)
    }
    return graph
  }

  /// A graph of nodes named by numbers, with edges of 1 between them.
  ///
  /// - Parameters:
  ///   - directedness: Whether edges point one way.
  ///   - nodeCount: How many nodes it has, 0 and up.
  ///   - edges: The ends of each edge.
  /// - Returns: The graph; node 0 is its first.
  public static func of(
    _ directedness: Directedness, nodeCount: Int, _ edges: [(Int, Int)]
  ) -> SampleGraph {
    of(directedness, nodeCount: nodeCount, edges.map { ($0.0, $0.1, 1) })
  }
}

/// One random graph of a property test, described well enough to find it again.
public struct RandomCase: Sendable, CustomStringConvertible {
  /// Whether edges point one way.
  public let directedness: Directedness
  /// Whether the numbers on the edges are used.
  public let isWeighted: Bool
  /// What the graph is made from.
  public let seed: UInt64

  /// The graph.
  public var graph: SampleGraph { .random(directedness, seed: seed) }

  /// The frozen graph, its distances the numbers on the edges.
  public func frozen() throws -> FrozenGraph {
    isWeighted ? try graph.frozen(distance: { Double($1) }) : graph.frozen()
  }

  /// The kind and the seed.
  public var description: String {
    "\(directedness), \(isWeighted ? "weighted" : "unweighted"), seed \(seed)"
  }

  /// Of each of the six kinds, as many graphs as asked for.
  public static func all(_ count: Int) -> [RandomCase] {
    (0..<count).flatMap { seed in
      Directedness.allCases.flatMap { directedness in
        [false, true].map {
          RandomCase(directedness: directedness, isWeighted: $0, seed: UInt64(seed))
        }
      }
    }
  }
}
