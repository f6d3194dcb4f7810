internal import GraphCore

/// The linear equations x = d · Aᵀ S⁻¹ x + q that PageRank is a multiple of.
///
/// A has the strengths of the edges, S on its diagonal what leaves each node in all, d is the
/// damping and q where the surfer starts.
struct PageRankSystem: ~Copyable {
  private let damping: Double
  private let nodeCount: Int
  private let offsets: Buffer<UInt32>
  private let sources: Buffer<UInt32>
  /// The strengths of the arcs; empty if each is 1.
  private let weights: Buffer<Double>
  /// The second ends of undirected self-loops, which have one arc; empty if there are none.
  private let loops: Buffer<Double>
  private let starts: Buffer<Double>
  /// What leaves each node in all.
  private let leaving: Buffer<Double>

  init(_ graph: FrozenGraph, damping: Double, starts: [Double]) {
    self.damping = damping
    nodeCount = graph.nodeCount
    let arcs = graph.incoming
    offsets = Buffer(arcs.offsets)
    sources = Buffer(arcs.targets)
    weights = Buffer(graph.weightRole == .strength ? arcs.weights : [])
    self.starts = Buffer(starts)
    leaving = Buffer(graph.strengths(.outgoing).values)
    var loops = [Double](repeating: 0, count: graph.isDirected ? 0 : nodeCount)
    for node in loops.indices {
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) == node {
        loops[node] += graph.weightRole == .strength ? arcs.weights[arc] : 1
      }
    }
    self.loops = Buffer(loops.contains { $0 > 0 } ? loops : [])
  }

  /// The sum over the arcs into a node of their strength times what their source hands on.
  @inline(__always)
  private func gather(_ node: Int, _ shares: borrowing Buffer<Double>) -> Double {
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

  /// Solves by Gauss and Seidel's sweeps.
  ///
  /// - Parameters:
  ///   - solution: The guess to start from; afterwards the solution.
  ///   - tolerance: The change of a sweep, relative to the sum, that is small enough.
  ///   - maximumIterations: How many sweeps are allowed.
  /// - Returns: How many were needed, and the last change.
  func sweep(
    _ solution: borrowing Buffer<Double>, tolerance: Double, maximumIterations: Int
  ) -> (Int, Double) {
    let scales = Buffer(repeating: 0.0, count: nodeCount)
    let shares = Buffer(repeating: 0.0, count: nodeCount)
    for node in 0..<nodeCount {
      if leaving[node] > 0 { scales[node] = damping / leaving[node] }
      shares[node] = solution[node] * scales[node]
    }
    var relative = Double.infinity
    for iteration in 0..<maximumIterations {
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

  /// Solves by conjugate gradients; the strengths have to be the same both ways.
  ///
  /// With y = S^(−1/2) x the equations read (I − d · S^(−1/2) A S^(−1/2)) y = S^(−1/2) q, and their
  /// matrix is symmetric and positive definite.
  ///
  /// - Parameters:
  ///   - solution: Afterwards the solution.
  ///   - tolerance: The sum of what is left over in the equations, relative to that of the
  ///     solution, that is small enough.
  ///   - maximumIterations: How many iterations are allowed.
  /// - Returns: How many were needed, and what was left over.
  func descend(
    _ solution: borrowing Buffer<Double>, tolerance: Double, maximumIterations: Int
  ) -> (Int, Double) {
    let roots = Buffer(repeating: 1.0, count: nodeCount)
    let inverses = Buffer(repeating: 0.0, count: nodeCount)
    let values = Buffer(repeating: 0.0, count: nodeCount)
    let residuals = Buffer(repeating: 0.0, count: nodeCount)
    let directions = Buffer(repeating: 0.0, count: nodeCount)
    let shares = Buffer(repeating: 0.0, count: nodeCount)
    let images = Buffer(repeating: 0.0, count: nodeCount)
    // The scale of the solution: its sum is 1 / (1 − d) where there are no dead ends, and less else.
    for node in 0..<nodeCount where leaving[node] > 0 {
      roots[node] = leaving[node].squareRoot()
      inverses[node] = 1 / roots[node]
    }
    // The solution without edges' detail, q / (1 − d) spread by strength, is a good first guess.
    var (strong, started) = (0.0, 0.0)
    for node in 0..<nodeCount where leaving[node] > 0 {
      strong += leaving[node]
      started += starts[node]
    }
    for node in 0..<nodeCount {
      let guess =
        leaving[node] > 0
        ? starts[node] + damping / (1 - damping) * started * leaving[node] / strong : starts[node]
      values[node] = guess * inverses[node]
      shares[node] = values[node] * inverses[node]
    }
    var square = 0.0
    var left = 0.0
    for node in 0..<nodeCount where leaving[node] > 0 {
      let image = values[node] - damping * inverses[node] * gather(node, shares)
      let residual = starts[node] * inverses[node] - image
      residuals[node] = residual
      directions[node] = residual
      square += residual * residual
      left += abs(residual) * roots[node]
    }
    for node in 0..<nodeCount { shares[node] = residuals[node] * inverses[node] }
    var iteration = 0
    while left * (1 - damping) > tolerance, iteration < maximumIterations {
      var curvature = 0.0
      for node in 0..<nodeCount {
        let image = directions[node] - damping * inverses[node] * gather(node, shares)
        images[node] = image
        curvature += directions[node] * image
      }
      guard curvature > 0 else { break }
      let step = square / curvature
      var next = 0.0
      left = 0
      for node in 0..<nodeCount {
        values[node] += step * directions[node]
        let residual = residuals[node] - step * images[node]
        residuals[node] = residual
        next += residual * residual
        left += abs(residual) * roots[node]
      }
      let turn = next / square
      square = next
      for node in 0..<nodeCount {
        directions[node] = residuals[node] + turn * directions[node]
        shares[node] = directions[node] * inverses[node]
      }
      iteration += 1
    }
    for node in 0..<nodeCount {
      solution[node] = leaving[node] > 0 ? max(0, values[node] * roots[node]) : starts[node]
    }
    return (iteration, left * (1 - damping))
  }
}
