internal import GraphCore

extension PageRankSystem {
  /// Solves by conjugate gradients.
  ///
  /// With y = S^(−1/2) x the equations read (I − d · S^(−1/2) A S^(−1/2)) y = S^(−1/2) q, and their
  /// matrix is symmetric and positive definite. The values of nodes outside of the core, no two of
  /// which an edge joins, follow from those of the core: put in, they leave equations for the core
  /// alone (Saad 2003, section 3.3). An iteration then looks at as many arcs as before, but at fewer
  /// values, and fewer iterations are needed, as the eigenvalues lie closer together.
  ///
  /// Saad: Iterative methods for sparse linear systems. Second edition, SIAM (2003).
  ///
  /// - Parameters:
  ///   - starts: Where the surfer starts.
  ///   - solution: Where the solution is written to.
  ///   - tolerance: What may be left over.
  ///   - maximumIterations: How many iterations are allowed.
  ///   - execution: On how many threads; it is asked before each iteration whether to stop.
  /// - Returns: In how many iterations, and what was left over in the equations, relative to the
  ///   solution.
  /// - Throws: `AlgorithmError.cancelled`.
  func descend(
    _ starts: borrowing Buffer<Double>, _ solution: borrowing Buffer<Double>, _ tolerance: Double,
    _ maximumIterations: Int, _ execution: Execution
  ) throws(AlgorithmError) -> (Int, Double) {
    let core = 0..<coreCount
    let others = coreCount..<nodeCount
    let roots = Buffer(repeating: 1.0, count: nodeCount)
    let inverses = Buffer(repeating: 0.0, count: nodeCount)
    let values = Buffer(repeating: 0.0, count: nodeCount)
    let residuals = Buffer(repeating: 0.0, count: coreCount)
    let directions = Buffer(repeating: 0.0, count: coreCount)
    let images = Buffer(repeating: 0.0, count: coreCount)
    let shares = Buffer(repeating: 0.0, count: nodeCount)
    for node in 0..<nodeCount where leaving[node] > 0 {
      roots[node] = leaving[node].squareRoot()
      inverses[node] = 1 / roots[node]
    }
    // The solution without edges' detail, q / (1 − d) spread by strength, is a good first guess. Its
    // scale is right: its sum is 1 / (1 − d) where there are no sinks, and less else.
    var (strong, started) = (0.0, 0.0)
    for node in 0..<nodeCount where leaving[node] > 0 {
      strong += leaving[node]
      started += starts[node]
    }
    for node in core {
      let guess =
        leaving[node] > 0
        ? starts[node] + damping / (1 - damping) * started * leaving[node] / strong : starts[node]
      values[node] = guess * inverses[node]
      shares[node] = values[node] * inverses[node]
    }
    let result = try Crew.with(execution, offsets: offsets) {
      (crew) throws(AlgorithmError) -> (Int, Double) in
      crew.each { _, rows in
        for node in rows.clamped(to: others) {
          let value = starts[node] + damping * gather(node, shares)
          shares[node] = value * inverses[node] * inverses[node]
        }
      }
      var square = crew.sum { rows in
        var square = 0.0
        for node in rows.clamped(to: core) {
          let image = values[node] - damping * inverses[node] * gather(node, shares)
          residuals[node] = starts[node] * inverses[node] - image
          directions[node] = residuals[node]
          square += residuals[node] * residuals[node]
        }
        return square
      }
      var left = crew.sum { rows in
        var left = 0.0
        for node in rows.clamped(to: core) {
          left += abs(residuals[node]) * roots[node]
          shares[node] = residuals[node] * inverses[node]
        }
        return left
      }
      var iteration = 0
      var reporter = SettlingReporter(execution, tolerance: tolerance)
      while left * (1 - damping) > tolerance, iteration < maximumIterations {
        try execution.checkCancellation()
        reporter.report(change: left * (1 - damping))
        crew.each { _, rows in
          for node in rows.clamped(to: others) {
            shares[node] = damping * inverses[node] * gather(node, shares) * inverses[node]
          }
        }
        let curvature = crew.sum { rows in
          var curvature = 0.0
          for node in rows.clamped(to: core) {
            let image = directions[node] - damping * inverses[node] * gather(node, shares)
            images[node] = image
            curvature += directions[node] * image
          }
          return curvature
        }
        guard curvature > 0 else { break }
        let step = square / curvature
        let next = crew.sum { rows in
          var next = 0.0
          for node in rows.clamped(to: core) {
            values[node] += step * directions[node]
            let residual = residuals[node] - step * images[node]
            residuals[node] = residual
            next += residual * residual
          }
          return next
        }
        let turn = next / square
        square = next
        left = crew.sum { rows in
          var left = 0.0
          for node in rows.clamped(to: core) {
            left += abs(residuals[node]) * roots[node]
            directions[node] = residuals[node] + turn * directions[node]
            shares[node] = directions[node] * inverses[node]
          }
          return left
        }
        iteration += 1
      }
      return (iteration, left * (1 - damping))
    }
    for node in core {
      solution[node] = leaving[node] > 0 ? max(0, values[node] * roots[node]) : starts[node]
      shares[node] = leaving[node] > 0 ? solution[node] / leaving[node] : 0
    }
    // By the equations as they are, without roots that have to be rounded.
    for node in others { solution[node] = starts[node] + damping * gather(node, shares) }
    return result
  }
}
