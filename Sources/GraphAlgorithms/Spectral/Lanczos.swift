/// A symmetric matrix to multiply vectors with.
protocol SymmetricProduct {
  /// How many rows there are.
  var nodeCount: Int { get }

  /// How many terms the longest sum of a product has.
  var mostTerms: Int { get }

  /// Multiplies a vector.
  func multiply(
    _ vector: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, _ crew: Crew)
}

/// Lanczos's method for the greatest eigenvalue of a symmetric matrix, started again from its best
/// vector every few steps.
struct Lanczos<Product: SymmetricProduct> {
  private let product: Product
  private let crew: Crew
  private let nodeCount: Int
  /// How many vectors are kept between two starts.
  private var mostVectors: Int { 24 }

  /// Whether to see after a vector if so few will do, as they do where the greatest eigenvalue is far
  /// above the others.
  private func isLookout(_ step: Int) -> Bool { step == 11 || step == 17 }

  init(_ product: Product, _ crew: Crew) {
    self.product = product
    self.crew = crew
    nodeCount = product.nodeCount
  }

  /// An eigenvector of length 1, by other means if this method has not settled after a while.
  ///
  /// What has not settled by then is a long thin graph as a rule, in which elimination is cheap.
  ///
  /// - Parameters:
  ///   - start: Where to start.
  ///   - tolerance: How far apart its multiple and its product may be, relative to it.
  ///   - maximumProducts: After how many products to give up.
  ///   - execution: Who may call it off.
  ///   - otherwise: The other means, from the best vector so far; `nil` if they fail.
  /// - Returns: The vector.
  /// - Throws: `AlgorithmError.notConverged`, `AlgorithmError.cancelled`.
  func vector(
    from start: [Double], tolerance: Double, maximumProducts: Int, _ execution: Execution,
    ifUnsettled otherwise: ([Double]) throws(AlgorithmError) -> [Double]?
  ) throws(AlgorithmError) -> [Double] {
    var best = start
    let patience = 1500
    if maximumProducts > patience {
      do throws(AlgorithmError) {
        return try vector(
          from: &best, tolerance: tolerance, maximumProducts: patience, execution)
      } catch .notConverged {
        if let vector = try otherwise(best) { return vector }
      } catch {
        throw error
      }
    }
    return try vector(
      from: &best, tolerance: tolerance, maximumProducts: maximumProducts, execution)
  }

  /// An eigenvector of length 1.
  ///
  /// - Parameters:
  ///   - best: Where to start; where it was when it did not settle.
  ///   - tolerance: How far apart its multiple and its product may be, relative to it.
  ///   - maximumProducts: After how many products to give up.
  ///   - execution: Who watches.
  /// - Returns: The vector.
  /// - Throws: `AlgorithmError.notConverged`, `AlgorithmError.cancelled`.
  private func vector(
    from best: inout [Double], tolerance: Double, maximumProducts: Int, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    let width = min(mostVectors, nodeCount)
    let basis = Buffer(repeating: 0.0, count: (width + 1) * nodeCount)
    var products = 0
    var residual = Double.infinity
    var closest = Double.infinity
    let rounding = Double.ulpOfOne * Double(product.mostTerms)
    var reporter = SettlingReporter(execution, tolerance: tolerance)
    while products < maximumProducts {
      normalize(&best)
      best.withUnsafeBufferPointer { values in
        if let first = values.baseAddress { basis.base.update(from: first, count: nodeCount) }
      }
      var diagonal: [Double] = []
      var below: [Double] = []
      for step in 0..<width {
        let (column, next) = (basis.base + step * nodeCount, basis.base + (step + 1) * nodeCount)
        try execution.checkCancellation()
        product.multiply(column, into: next, crew)
        products += 1
        diagonal.append(dot(column, next))
        // Only the last two vectors are taken out. Rounding lets the others in again as the best
        // vector settles, which is why the result is measured anew after the next start.
        remove(column, from: next)
        if step > 0 { remove(basis.base + (step - 1) * nodeCount, from: next) }
        var length = dot(next, next).squareRoot()
        if step > 0, length <= 1e-4 * abs(diagonal[0]) {
          // What is left is rounding for a good part, in which all the others are again.
          for earlier in 0...step { remove(basis.base + earlier * nodeCount, from: next) }
          length = dot(next, next).squareRoot()
        }
        below.append(length)
        if step == 0 {
          let apart = length / abs(diagonal[0])
          // As near as asked for, or as near as sums of so many terms can tell.
          if apart <= tolerance || apart <= rounding && apart > closest / 2 { return best }
          closest = min(closest, apart)
          reporter.report(change: apart)
        }
        // The vectors span all that the matrix makes of the first one. What rounding adds to a
        // vector has grown as the vector was divided by its length.
        let least = below.dropLast().min() ?? .infinity
        if length <= 1e-14 * max(1, abs(diagonal[0])) * max(1, abs(diagonal[0]) / least) { break }
        if isLookout(step) {
          let (value, weights) = greatestEigenvector(diagonal, below)
          if abs(length * (weights.last ?? 1)) <= 0.1 * tolerance * value { break }
        }
        crew.each { _, rows in
          for node in rows { next[node] /= length }
        }
      }
      let (value, weights) = greatestEigenvector(diagonal, below)
      best.withUnsafeMutableBufferPointer { best in
        let (best, vectors) = (best.baseAddress ?? basis.base, basis.base)
        crew.each { _, rows in
          for node in rows { best[node] = 0 }
          for (step, weight) in weights.enumerated() {
            let vector = vectors + step * nodeCount
            for node in rows { best[node] += weight * vector[node] }
          }
        }
      }
      residual = abs((below.last ?? 0) * (weights.last ?? 0)) / max(value, .leastNormalMagnitude)
    }
    throw .notConverged(iterations: products, change: residual)
  }

  private func normalize(_ vector: inout [Double]) {
    let length = dot(vector, vector).squareRoot()
    for node in vector.indices { vector[node] /= length }
  }

  private func dot(_ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>) -> Double {
    crew.sum { rows in
      var sums = SIMD4<Double>(repeating: 0)
      var node = rows.lowerBound
      while node + 4 <= rows.upperBound {
        sums +=
          SIMD4(left[node], left[node + 1], left[node + 2], left[node + 3])
          * SIMD4(right[node], right[node + 1], right[node + 2], right[node + 3])
        node += 4
      }
      var sum = sums.sum()
      while node < rows.upperBound {
        sum += left[node] * right[node]
        node += 1
      }
      return sum
    }
  }

  private func remove(
    _ direction: UnsafePointer<Double>, from vector: UnsafeMutablePointer<Double>
  ) {
    let part = dot(direction, vector)
    crew.each { _, rows in
      for node in rows { vector[node] -= part * direction[node] }
    }
  }

  /// The greatest eigenvalue of a symmetric tridiagonal matrix, by bisection, and its vector, by
  /// inverse iteration.
  private func greatestEigenvector(
    _ diagonal: [Double], _ below: [Double]
  ) -> (Double, [Double]) {
    let count = diagonal.count
    let reach = zip(diagonal, below).reduce(0) { max($0, abs($1.0) + 2 * abs($1.1)) }
    var (low, high) = (-reach - 1, (2 * reach + 1))
    // The pivots of x − T are all positive where x is above every eigenvalue.
    func isAbove(_ shift: Double) -> Bool {
      var last = shift - diagonal[0]
      for step in 1..<max(1, count) where last > 0 {
        last = pivot(step, shift, diagonal, below, after: last)
      }
      return last > 0
    }
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if isAbove(middle) {
        high = middle
      } else {
        low = middle
      }
    }
    var vector = [Double](repeating: 1, count: count)
    for _ in 0..<3 {
      vector = solve(high, diagonal, below, vector)
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vector = vector.map { $0 / length }
    }
    return (high, vector)
  }

  /// Solves (x − T) v = b by elimination; x is above every eigenvalue of T.
  private func solve(
    _ shift: Double, _ diagonal: [Double], _ below: [Double], _ right: [Double]
  ) -> [Double] {
    // To the last bit the pivots that were found positive: rounded another way, one that is nearly
    // zero might not be, and each after it would be worse by far.
    var pivots = [shift - diagonal[0]]
    var values = right
    for step in 1..<max(1, values.count) {
      values[step] += below[step - 1] / pivots[step - 1] * values[step - 1]
      pivots.append(pivot(step, shift, diagonal, below, after: pivots[step - 1]))
    }
    for step in stride(from: values.count - 1, through: 0, by: -1) {
      let next = step + 1 < values.count ? below[step] * values[step + 1] : 0
      values[step] = (values[step] + next) / pivots[step]
    }
    return values
  }

  /// A pivot of x − T, from the one before.
  private func pivot(
    _ step: Int, _ shift: Double, _ diagonal: [Double], _ below: [Double], after last: Double
  ) -> Double {
    shift - diagonal[step] - below[step - 1] * below[step - 1] / last
  }
}
