/// The eigenvector of a matrix whose greatest eigenvalues are too near each other for Lanczos's
/// method, as those of long thin graphs are, by elimination, which in such graphs is cheap.
struct ThinEigenvector: ~Copyable {
  private let product: AdjacencyProduct
  private let isSymmetric: Bool
  private let elimination: SparseElimination

  /// Prepares to look for the vector, or `nil` if that takes too much, the graph not being thin.
  ///
  /// - Parameters:
  ///   - product: The matrix.
  ///   - transposed: The matrix transposed, unless it is symmetric.
  ///   - mostTerms: How many products an elimination may take.
  init?(_ product: AdjacencyProduct, transposed: AdjacencyProduct? = nil, mostTerms: Int) {
    guard
      let elimination = SparseElimination(product, transposed: transposed, mostTerms: mostTerms)
    else { return nil }
    isSymmetric = transposed == nil
    self.product = product
    self.elimination = elimination
  }

  /// An eigenvector of length 1 to the greatest eigenvalue.
  ///
  /// - Parameters:
  ///   - start: A vector that has a part of it.
  ///   - tolerance: How far apart the vector's multiple and its product may be, relative to it.
  ///   - execution: Who may call it off.
  ///   - crew: The threads for products.
  /// - Returns: `nil` if rounding leaves more than the tolerance.
  /// - Throws: `AlgorithmError.cancelled`.
  func vector(
    from start: [Double], tolerance: Double, _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> [Double]? {
    var vector = start
    var image = start
    product.multiply(vector, into: &image, crew)
    // A vector's quotient is never above the greatest eigenvalue if the matrix is symmetric, and soon
    // just below it; the least quotient of its elements is never above it in any case (Collatz 1942).
    var low =
      isSymmetric
      ? dot(vector, image) / dot(vector, vector)
      : zip(vector, image).reduce(Double.infinity) { $1.0 > 0 ? min($0, $1.1 / $1.0) : $0 }
    if !isSymmetric, low == 0 { low = .leastNormalMagnitude }
    guard low > 0, low.isFinite else { return nil }
    var (high, reach) = (low, 1e-6)
    repeat {
      try execution.checkCancellation()
      (low, high) = (high, high * (1 + reach))
      reach *= 32
    } while !elimination.eliminate(shiftedBy: high)
    while high - low > 4 * high.ulp {
      try execution.checkCancellation()
      let middle = low + (high - low) / 2
      if elimination.eliminate(shiftedBy: middle) {
        high = middle
      } else {
        low = middle
      }
    }
    guard elimination.eliminate(shiftedBy: high) else { return nil }
    let rounding = Double.ulpOfOne * Double(product.mostTerms)
    for _ in 0..<20 {
      try execution.checkCancellation()
      elimination.solve(&vector)
      let size = vector.reduce(0) { max($0, abs($1)) }
      guard size > 0, size.isFinite else { return nil }
      // First by the greatest: the squares of what comes of a shift so near may be too great.
      for node in vector.indices { vector[node] /= size }
      let length = dot(vector, vector).squareRoot()
      for node in vector.indices { vector[node] /= length }
      product.multiply(vector, into: &image, crew)
      let value = dot(vector, image)
      let apart = zip(vector, image).reduce(0) {
        $0 + ($1.1 - value * $1.0) * ($1.1 - value * $1.0)
      }.squareRoot()
      if apart <= max(tolerance, rounding) * value { return vector }
    }
    return nil
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
