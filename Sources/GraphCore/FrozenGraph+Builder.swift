extension FrozenGraph {
  /// Makes a frozen graph of plain edges, without a ``Graph`` in between.
  ///
  /// ```swift
  /// var builder = FrozenGraph.Builder(.undirected, nodeCount: 3)
  /// builder.addEdge(from: 0, to: 1)
  /// builder.addEdge(from: 2, to: 1)
  /// let path = builder.build()
  /// path.edgeCount  // 2
  /// ```
  ///
  /// In a mixed graph an edge can say that it leads both ways:
  ///
  /// ```swift
  /// var streets = FrozenGraph.Builder(.mixed)
  /// streets.addEdge(from: 0, to: 1)
  /// streets.addEdge(from: 1, to: 2, directed: false)
  /// streets.build().outgoingArcs(at: 2).count  // 1, back to node 1
  /// ```
  ///
  /// Nodes are named by their numbers and edges numbered in the order in which they are added, so
  /// that the identifier of node 5 is `NodeID(rawValue: 5)`. Self-loops and parallel edges are
  /// kept.
  public struct Builder: Sendable {
    private let directedness: Directedness
    private let weightRole: WeightRole?
    private var sources: [UInt32] = []
    private var targets: [UInt32] = []
    private var weights: [Double] = []
    /// Whether each edge up to the last one that leads both ways does so.
    private var leadsBothWays: [Bool] = []

    /// How many nodes there are: one more than the greatest number seen, or as many as asked for.
    public private(set) var nodeCount: Int

    /// Starts with nodes that no edge ends at.
    ///
    /// - Parameters:
    ///   - directedness: Whether edges lead one way. In a mixed graph they do unless they say that
    ///     they don't, as in ``Graph/addEdge(from:to:directed:_:)``.
    ///   - nodeCount: How many nodes there are at least.
    ///   - weightRole: What the weights mean; `nil` if there are none.
    /// - Precondition: 0 ≤ `nodeCount` < 2³².
    /// - Complexity: O(1)
    public init(
      _ directedness: Directedness, nodeCount: Int = 0, weightRole: WeightRole? = nil
    ) {
      precondition(nodeCount >= 0 && nodeCount <= UInt32.max, "A graph has up to 2³² − 1 nodes.")
      self.directedness = directedness
      self.weightRole = weightRole
      self.nodeCount = nodeCount
    }

    /// How many edges were added.
    ///
    /// - Complexity: O(1)
    public var edgeCount: Int { sources.count }

    /// Makes room for this many edges in all.
    ///
    /// - Complexity: O(number of edges)
    public mutating func reserveCapacity(edges: Int) {
      sources.reserveCapacity(edges)
      targets.reserveCapacity(edges)
      if weightRole != nil { weights.reserveCapacity(edges) }
    }

    /// Adds an edge of weight 1.
    ///
    /// - Parameters:
    ///   - source: The number of the node where it starts.
    ///   - target: The number of the node where it ends.
    /// - Precondition: The numbers are 0 and up, and below 2³² − 1; there are fewer than 2³¹ edges.
    /// - Complexity: O(1) amortised
    public mutating func addEdge(from source: Int, to target: Int) {
      append(source, target, 1)
    }

    /// Adds an edge of weight 1 that says whether it leads one way.
    ///
    /// - Parameters:
    ///   - source: The number of the node where it starts.
    ///   - target: The number of the node where it ends.
    ///   - isDirected: Whether it leads only from `source` to `target`, rather than both ways.
    /// - Precondition: The numbers are 0 and up, and below 2³² − 1; there are fewer than 2³¹ edges.
    ///   The graph is mixed, or its edges are of this kind.
    /// - Complexity: O(1) amortised
    public mutating func addEdge(from source: Int, to target: Int, directed isDirected: Bool) {
      append(source, target, 1)
      setDirected(isDirected)
    }

    /// Adds an edge with a weight.
    ///
    /// - Parameters:
    ///   - source: The number of the node where it starts.
    ///   - target: The number of the node where it ends.
    ///   - weight: Its distance or strength; not kept if the graph has no weights.
    /// - Throws: ``InvalidWeight`` if the weight is negative, infinite or NaN.
    /// - Precondition: The numbers are 0 and up, and below 2³² − 1; there are fewer than 2³¹ edges.
    /// - Complexity: O(1) amortised
    public mutating func addEdge(
      from source: Int, to target: Int, weight: Double
    ) throws(InvalidWeight) {
      if let weightRole, !(weight >= 0 && weight.isFinite) {
        let edge = EdgeID(rawValue: UInt32(clamping: sources.count))
        throw InvalidWeight(edge: edge, value: weight, role: weightRole)
      }
      append(source, target, weight)
    }

    /// Adds an edge with a weight that says whether it leads one way.
    ///
    /// - Parameters:
    ///   - source: The number of the node where it starts.
    ///   - target: The number of the node where it ends.
    ///   - isDirected: Whether it leads only from `source` to `target`, rather than both ways.
    ///   - weight: Its distance or strength; not kept if the graph has no weights.
    /// - Throws: ``InvalidWeight`` if the weight is negative, infinite or NaN.
    /// - Precondition: The numbers are 0 and up, and below 2³² − 1; there are fewer than 2³¹ edges.
    ///   The graph is mixed, or its edges are of this kind.
    /// - Complexity: O(1) amortised
    public mutating func addEdge(
      from source: Int, to target: Int, directed isDirected: Bool, weight: Double
    ) throws(InvalidWeight) {
      try addEdge(from: source, to: target, weight: weight)
      setDirected(isDirected)
    }

    /// Says of the edge that was added last whether it leads one way.
    private mutating func setDirected(_ isDirected: Bool) {
      precondition(
        directedness == .mixed || isDirected == (directedness == .directed),
        "Only a mixed graph has edges of both kinds.")
      guard directedness == .mixed && !isDirected else { return }
      let between = sources.count - 1 - leadsBothWays.count
      leadsBothWays.append(contentsOf: repeatElement(false, count: between))
      leadsBothWays.append(true)
    }

    private mutating func append(_ source: Int, _ target: Int, _ weight: Double) {
      precondition(
        min(source, target) >= 0 && max(source, target) < UInt32.max,
        "The number of a node is not below 2³² − 1.")
      // An undirected edge is two arcs, and arcs are numbered by 32 bits.
      precondition(sources.count < Int(Int32.max), "A frozen graph has up to 2³¹ − 1 edges.")
      nodeCount = max(nodeCount, source + 1, target + 1)
      sources.append(UInt32(source))
      targets.append(UInt32(target))
      if weightRole != nil { weights.append(weight) }
    }

    /// The graph of the edges added so far.
    ///
    /// - Complexity: O(nodes + edges)
    public func build() -> FrozenGraph {
      FrozenGraph(
        directedness: directedness == .undirected ? .undirected : .directed,
        weightRole: weightRole, sources: sources, targets: targets, weights: weights,
        twoWay: leadsBothWays.isEmpty
          ? nil
          : leadsBothWays + repeatElement(false, count: sources.count - leadsBothWays.count),
        nodeNumbering: DenseNumbering(count: nodeCount),
        edgeNumbering: DenseNumbering(count: sources.count))
    }
  }
}
