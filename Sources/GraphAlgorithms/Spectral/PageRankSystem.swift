internal import GraphCore

/// The linear equations x = d · Aᵀ S⁻¹ x + q that PageRank is a multiple of.
///
/// A has the strengths of the edges, S on its diagonal what leaves each node in all, d is the
/// damping and q where the surfer starts, which is given with each solution asked for.
///
/// Nodes are renumbered, those with the most arcs first: the loop over the arcs of a node then ends
/// where it did for the last one, so that the processor guesses it, and the values that are read
/// most stand together. In an undirected graph, nodes that follow from others come last.
struct PageRankSystem: ~Copyable {
  let damping: Double
  let nodeCount: Int
  /// The node of the graph behind each number.
  private let nodes: Buffer<UInt32>
  /// How many nodes are in the core, which come first: in an undirected graph no edge joins two of
  /// the others, nor one to itself; in a directed one, all are.
  let coreCount: Int
  let offsets: Buffer<UInt32>
  private let sources: Buffer<UInt32>
  /// The strengths of the arcs; empty if each is 1.
  private let weights: Buffer<Double>
  /// The second ends of undirected self-loops, which have one arc; empty if there are none.
  private let loops: Buffer<Double>
  /// What leaves each node in all.
  let leaving: Buffer<Double>

  init(_ graph: FrozenGraph, damping: Double) {
    self.damping = damping
    let nodeCount = graph.nodeCount
    self.nodeCount = nodeCount
    let isWeighted = graph.weightRole == .strength
    let nodes = Buffer(repeating: UInt32(0), count: nodeCount)
    let offsets = Buffer(repeating: UInt32(0), count: nodeCount + 1)
    let sources = Buffer(repeating: UInt32(0), count: graph.incoming.count)
    let weights = Buffer(repeating: 0.0, count: isWeighted ? graph.incoming.count : 0)
    let loops = Buffer(repeating: 0.0, count: nodeCount)
    var hasLoops = false
    let isDirected = graph.isDirected
    var coreCount = nodeCount
    graph.incoming.withPointers { arcs in
      Self.sort(arcs, nodes)
      if !isDirected { coreCount = Self.setApart(arcs, nodes) }
      let numbers = Buffer(repeating: UInt32(0), count: nodeCount)
      for number in 0..<nodeCount { numbers[nodes[number]] = UInt32(number) }
      var end = 0
      for number in 0..<nodeCount {
        let node = nodes[number]
        for arc in arcs.range(of: Int(node)) {
          let source = arcs.targets[arc]
          sources[end] = numbers[source]
          if isWeighted { weights[end] = arcs.weights[arc] }
          end &+= 1
          if source == node && !isDirected {
            loops[number] += isWeighted ? arcs.weights[arc] : 1
            hasLoops = true
          }
        }
        offsets[number + 1] = UInt32(end)
      }
    }
    let leaving = Buffer(repeating: 0.0, count: nodeCount)
    if isWeighted || isDirected {
      let strengths = graph.strengths(.outgoing).values
      for number in 0..<nodeCount { leaving[number] = strengths[Int(nodes[number])] }
    } else {
      for number in 0..<nodeCount {
        leaving[number] = Double(offsets[number + 1] - offsets[number]) + loops[number]
      }
    }
    self.nodes = nodes
    self.coreCount = coreCount
    self.offsets = offsets
    self.sources = sources
    self.weights = weights
    self.loops = hasLoops ? loops : Buffer(repeating: 0, count: 0)
    self.leaving = leaving
  }

  /// Writes the nodes in the order of their numbers of arcs, those with the most first.
  private static func sort(_ arcs: ArcPointers, _ nodes: borrowing Buffer<UInt32>) {
    let most = (0..<arcs.nodeCount).reduce(0) { max($0, arcs.degree(of: $1)) }
    // A node of degree d comes after all of greater degrees.
    var places = [Int](repeating: 0, count: most + 2)
    for node in 0..<arcs.nodeCount { places[most - arcs.degree(of: node) + 1] += 1 }
    for rank in 0...most { places[rank + 1] += places[rank] }
    for node in 0..<arcs.nodeCount {
      let rank = most - arcs.degree(of: node)
      nodes[places[rank]] = UInt32(node)
      places[rank] += 1
    }
  }

  /// Moves nodes of which no edge joins two to the end, otherwise in the same order: as many as
  /// are found by taking those with few arcs first.
  ///
  /// - Returns: How many nodes are left before them.
  private static func setApart(_ arcs: ArcPointers, _ nodes: borrowing Buffer<UInt32>) -> Int {
    let nodeCount = arcs.nodeCount
    let isKept = Buffer(repeating: false, count: nodeCount)
    for place in (0..<nodeCount).reversed() {
      let node = nodes[place]
      if isKept[node] { continue }
      // With a self-loop, it keeps itself.
      for arc in arcs.range(of: Int(node)) { isKept[arcs.targets[arc]] = true }
    }
    var (kept, apart) = (0, 0)
    let others = Buffer<UInt32>(uninitialized: nodeCount)
    for place in 0..<nodeCount {
      let node = nodes[place]
      if isKept[node] {
        nodes[kept] = node
        kept += 1
      } else {
        others[apart] = node
        apart += 1
      }
    }
    for place in 0..<apart { nodes[kept + place] = others[place] }
    return kept
  }

  /// Solves the equations.
  ///
  /// - Parameters:
  ///   - starts: Where the surfer starts, by the graph's nodes; they add up to 1.
  ///   - isSymmetric: Whether the strengths are the same both ways.
  ///   - tolerance: The change of one more step, relative to the sum, that is small enough.
  ///   - maximumIterations: How many iterations are allowed.
  ///   - execution: On how many threads, and who watches; it is asked before each iteration whether
  ///     to stop.
  /// - Returns: The solution in the order of the graph's nodes.
  /// - Throws: `AlgorithmError.notConverged`, `AlgorithmError.cancelled`.
  func solve(
    _ starts: [Double], isSymmetric: Bool, tolerance: Double, maximumIterations: Int,
    _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    let shares = Buffer(repeating: 0.0, count: nodeCount)
    for number in 0..<nodeCount { shares[number] = starts[Int(nodes[number])] }
    // The first guess is where the surfer starts.
    let solution = Buffer(shares.array)
    let (iterations, change) =
      isSymmetric
      ? try descend(shares, solution, tolerance, maximumIterations, execution)
      : try sweep(shares, solution, tolerance, maximumIterations, execution)
    guard change <= tolerance else { throw .notConverged(iterations: iterations, change: change) }
    execution.progress?(1)
    let values = Buffer(repeating: 0.0, count: nodeCount)
    for number in 0..<nodeCount { values[nodes[number]] = solution[number] }
    return values.array
  }

  /// The sum over the arcs into a node of their strength times what their source hands on.
  @inline(__always)
  func gather(_ node: Int, _ shares: borrowing Buffer<Double>) -> Double {
    var sum = 0.0
    let arcs = Int(offsets[node])..<Int(offsets[node + 1])
    if weights.count > 0 {
      for arc in arcs { sum += shares[sources[arc]] * weights[arc] }
    } else {
      // Two sums, for one addition has to wait for the last.
      var other = 0.0
      var arc = arcs.lowerBound
      while arc + 1 < arcs.upperBound {
        sum += shares[sources[arc]]
        other += shares[sources[arc + 1]]
        arc += 2
      }
      if arc < arcs.upperBound { sum += shares[sources[arc]] }
      sum += other
    }
    if loops.count > 0 { sum += shares[node] * loops[node] }
    return sum
  }

  /// Solves by Gauss and Seidel's sweeps, and says how many were needed, and the last change.
  private func sweep(
    _ starts: borrowing Buffer<Double>, _ solution: borrowing Buffer<Double>, _ tolerance: Double,
    _ maximumIterations: Int, _ execution: Execution
  ) throws(AlgorithmError) -> (Int, Double) {
    let scales = Buffer(repeating: 0.0, count: nodeCount)
    let shares = Buffer(repeating: 0.0, count: nodeCount)
    for node in 0..<nodeCount {
      if leaving[node] > 0 { scales[node] = damping / leaving[node] }
      shares[node] = solution[node] * scales[node]
    }
    var relative = Double.infinity
    var reporter = SettlingReporter(execution, tolerance: tolerance)
    for iteration in 0..<maximumIterations {
      try execution.checkCancellation()
      reporter.report(change: relative)
      var change = 0.0
      var total = 0.0
      for node in 0..<nodeCount {
        let value = gather(node, shares) + starts[node]
        change += abs(value - solution[node])
        total += value
        solution[node] = value
        shares[node] = value * scales[node]
      }
      relative = change / total
      if relative <= tolerance { return (iteration + 1, relative) }
    }
    return (maximumIterations, relative)
  }
}
