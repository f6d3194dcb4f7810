/// The equations (σ − A) x = b for a matrix A without negative elements, solved by elimination:
/// σ − A = L D U, row by row (Davis 2005), where U is Lᵀ if A is symmetric.
///
/// While all of D is positive, σ is greater than every eigenvalue of A, and nothing cancels out that
/// is not smaller for it: no pivots need be chosen.
///
/// Davis: Algorithm 849: a concise sparse Cholesky factorization package. ACM TOMS 31 (2005).
struct SparseElimination: ~Copyable {
  let count: Int
  private let isSymmetric: Bool
  private let order: EliminationOrder
  /// The elements of A before the diagonal, in the rows of the order.
  private let rowStarts: Buffer<Int>
  private let columns: Buffer<UInt32>
  private let elements: Buffer<Double>
  private let diagonal: Buffer<Double>
  /// The same elements across the diagonal; nothing if A is symmetric.
  private let across: Buffer<Double>

  /// Where the columns of L start, and how far they are filled.
  private let starts: Buffer<Int>
  private let ends: Buffer<Int>
  private let rows: Buffer<UInt32>
  private let factors: Buffer<Double>
  /// The elements of U at the same places across the diagonal; nothing if A is symmetric.
  private let factorsAcross: Buffer<Double>
  private let pivots: Buffer<Double>

  /// Prepares to eliminate, or `nil` if it would take too much.
  ///
  /// - Parameters:
  ///   - matrix: The matrix.
  ///   - transposed: The matrix transposed, unless it is symmetric.
  ///   - mostTerms: How many products an elimination may take.
  init?(_ matrix: AdjacencyProduct, transposed: AdjacencyProduct?, mostTerms: Int) {
    let count = matrix.nodeCount
    guard
      let order = EliminationOrder(
        count: count, mostTerms: mostTerms,
        others: { node in
          let there = matrix.arcs(of: node).map { matrix.target(of: $0) }
          guard let transposed else { return there }
          return there + transposed.arcs(of: node).map { transposed.target(of: $0) }
        })
    else { return nil }
    self.count = count
    self.order = order
    let places = Buffer(repeating: UInt32(0), count: count)
    for (place, unknown) in order.unknowns.enumerated() { places[unknown] = UInt32(place) }
    rowStarts = Buffer(repeating: 0, count: count + 1)
    let diagonal = Buffer(repeating: 0.0, count: count)
    var (columns, elements, across): ([UInt32], [Double], [Double]) = ([], [], [])
    for (place, unknown) in order.unknowns.enumerated() {
      diagonal[place] = matrix.loop(at: Int(unknown))
      for arc in matrix.arcs(of: Int(unknown)) {
        let other = Int(places[matrix.target(of: arc)])
        if other < place {
          columns.append(UInt32(other))
          elements.append(matrix.weight(of: arc))
          if transposed != nil { across.append(0) }
        } else if other == place {
          diagonal[place] += matrix.weight(of: arc)
        }
      }
      if let transposed {
        for arc in transposed.arcs(of: Int(unknown)) {
          let other = Int(places[transposed.target(of: arc)])
          guard other < place else { continue }
          columns.append(UInt32(other))
          elements.append(0)
          across.append(transposed.weight(of: arc))
        }
      }
      rowStarts[place + 1] = columns.count
    }
    self.columns = Buffer(columns)
    self.elements = Buffer(elements)
    self.across = Buffer(across)
    self.diagonal = diagonal
    starts = Buffer(repeating: 0, count: count + 1)
    ends = Buffer(repeating: 0, count: count)
    for place in 0..<count { starts[place + 1] = starts[place] + Int(order.counts[place]) }
    rows = Buffer(repeating: 0, count: starts[count])
    factors = Buffer(repeating: 0, count: starts[count])
    factorsAcross = Buffer(repeating: 0, count: transposed == nil ? 0 : starts[count])
    isSymmetric = transposed == nil
    pivots = Buffer(repeating: 0, count: count)
  }

  /// Eliminates, and says whether σ is greater than all eigenvalues; only then can be solved.
  func eliminate(shiftedBy shift: Double) -> Bool {
    let sums = Buffer(repeating: 0.0, count: count)
    let sumsAcross = Buffer(repeating: 0.0, count: isSymmetric ? 0 : count)
    let marks = Buffer(repeating: UInt32.max, count: count)
    let pattern = Buffer(repeating: UInt32(0), count: count)
    for row in 0..<count {
      // The columns that this row of L touches, each after those that lead to it.
      var top = count
      marks[row] = UInt32(row)
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        var column = columns[entry]
        sums[column] -= elements[entry]
        if !isSymmetric { sumsAcross[column] -= across[entry] }
        var length = 0
        while marks[column] != UInt32(row) {
          pattern[length] = column
          marks[column] = UInt32(row)
          length += 1
          column = order.parents[Int(column)]
        }
        while length > 0 {
          length -= 1
          top -= 1
          pattern[top] = pattern[length]
        }
      }
      var pivot = shift - diagonal[row]
      ends[row] = starts[row]
      for place in top..<count {
        let column = Int(pattern[place])
        let sum = sums[column]
        sums[column] = 0
        let factor = sum / pivots[column]
        if isSymmetric {
          for entry in starts[column]..<ends[column] { sums[rows[entry]] -= factors[entry] * sum }
          pivot -= factor * sum
        } else {
          let other = sumsAcross[column]
          sumsAcross[column] = 0
          for entry in starts[column]..<ends[column] {
            sums[rows[entry]] -= factorsAcross[entry] * sum
            sumsAcross[rows[entry]] -= factors[entry] * other
          }
          factorsAcross[ends[column]] = other / pivots[column]
          pivot -= factor * other
        }
        rows[ends[column]] = UInt32(row)
        factors[ends[column]] = factor
        ends[column] += 1
      }
      guard pivot > 0 else { return false }
      pivots[row] = pivot
    }
    return true
  }

  /// Solves the equations of the last elimination, in place of their right sides.
  func solve(_ values: inout [Double]) {
    let unknowns = order.unknowns
    let solution = Buffer(unknowns.map { values[Int($0)] })
    for column in 0..<count {
      for entry in starts[column]..<ends[column] {
        solution[rows[entry]] -= factors[entry] * solution[column]
      }
    }
    for column in (0..<count).reversed() {
      var value = solution[column] / pivots[column]
      for entry in starts[column]..<ends[column] {
        value -= (isSymmetric ? factors[entry] : factorsAcross[entry]) * solution[rows[entry]]
      }
      solution[column] = value
    }
    for (place, unknown) in unknowns.enumerated() { values[Int(unknown)] = solution[place] }
  }
}
