/// The equations x = α A x + β of Katz centrality.
struct WalkSum {
  private let product: AdjacencyProduct
  private let alpha: Double
  private let beta: Double
  private let tolerance: Double
  private let isSymmetric: Bool

  /// How many steps there are before something else is tried.
  private static let patience = 200

  init(
    _ product: AdjacencyProduct, isSymmetric: Bool, alpha: Double, beta: Double, tolerance: Double
  ) {
    self.product = product
    self.isSymmetric = isSymmetric
    self.alpha = alpha
    self.beta = beta
    self.tolerance = tolerance
  }

  /// Solves the equations, step by step from β; a symmetric matrix that settles slowly, as it does
  /// where α is next to 1/λ, by conjugate gradients (Hestenes, Stiefel 1952) between steps.
  ///
  /// - Parameters:
  ///   - maximumIterations: How many steps and gradients there may be in all.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The solution; `nil` if the values grow beyond every number.
  /// - Throws: `AlgorithmError.notConverged`, `AlgorithmError.cancelled`.
  func solution(
    maximumIterations: Int, _ execution: Execution
  ) throws(AlgorithmError) -> [Double]? {
    let values = Buffer(repeating: beta, count: product.nodeCount)
    var iterations = 0
    var change = Double.infinity
    var reporter = SettlingReporter(execution, tolerance: tolerance)
    return try Crew.with(execution, offsets: product.offsets) {
      (crew) throws(AlgorithmError) -> [Double]? in
      while iterations < maximumIterations {
        let limit =
          isSymmetric ? min(maximumIterations, iterations + Self.patience) : maximumIterations
        while change > tolerance, iterations < limit {
          try execution.checkCancellation()
          change = step(values, crew)
          iterations += 1
          if !change.isFinite { return nil }
          reporter.report(change: change)
        }
        if change <= tolerance { return values.array }
        guard isSymmetric, iterations < maximumIterations else { break }
        let isSolvable = try descend(
          values, maximumIterations, &iterations, &reporter, execution, crew)
        guard isSolvable else { return nil }
      }
      throw .notConverged(iterations: iterations, change: change)
    }
  }

  /// Lets walks be longer by one edge, and says how much a value changes by it, relative to itself.
  ///
  /// None changes more in the next step.
  private func step(_ values: borrowing Buffer<Double>, _ crew: Crew) -> Double {
    let image = Buffer<Double>(uninitialized: product.nodeCount)
    crew.each { _, rows in
      product.multiply(values.base, into: image.base, rows: rows)
      for node in rows { image[node] = alpha * image[node] + beta }
    }
    return crew.greatest { rows in
      var greatest = 0.0
      for node in rows {
        let difference = (image[node] - values[node]) / image[node]
        // Not a number: the values are too great for one.
        greatest = max(greatest, difference.isNaN ? .infinity : abs(difference))
        values[node] = image[node]
      }
      return greatest
    }
  }

  /// Comes near the solution of symmetric equations, and says whether there may be one.
  ///
  /// I − α A is positive definite exactly if α is below 1/λ. If not, a direction along which it
  /// curves the other way is found, or a value that is not above 0.
  private func descend(
    _ values: borrowing Buffer<Double>, _ maximumIterations: Int, _ iterations: inout Int,
    _ reporter: inout SettlingReporter, _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> Bool {
    // In units of β, so that squares are numbers too.
    for node in 0..<values.count { values[node] /= beta }
    let residuals = Buffer<Double>(uninitialized: values.count)
    let directions = Buffer<Double>(uninitialized: values.count)
    let images = Buffer<Double>(uninitialized: values.count)
    var square = crew.sum { rows in
      product.multiply(values.base, into: images.base, rows: rows)
      var square = 0.0
      for node in rows {
        residuals[node] = 1 + alpha * images[node] - values[node]
        directions[node] = residuals[node]
        square += residuals[node] * residuals[node]
      }
      return square
    }
    var change = Double.infinity
    // To stop a little later than has to be spares steps.
    while change > tolerance / 4, square > 0, iterations < maximumIterations {
      try execution.checkCancellation()
      let curvature = crew.sum { rows in
        product.multiply(directions.base, into: images.base, rows: rows)
        var curvature = 0.0
        for node in rows {
          images[node] = directions[node] - alpha * images[node]
          curvature += directions[node] * images[node]
        }
        return curvature
      }
      guard curvature > 0 else { return false }
      let step = square / curvature
      let next = crew.sum { rows in
        var next = 0.0
        for node in rows {
          values[node] += step * directions[node]
          residuals[node] -= step * images[node]
          next += residuals[node] * residuals[node]
        }
        return next
      }
      let turn = next / square
      square = next
      change = crew.greatest { rows in
        var greatest = 0.0
        for node in rows {
          directions[node] = residuals[node] + turn * directions[node]
          greatest = max(greatest, abs(residuals[node] / values[node]))
        }
        return greatest
      }
      iterations += 1
      reporter.report(change: max(change, tolerance.nextUp))
    }
    for node in 0..<values.count {
      if change <= tolerance, values[node] <= 0 { return false }
      values[node] *= beta
    }
    return true
  }
}
