internal import GraphCore

/// The eigenvector of a directed graph from those of its strongly connected parts, for graphs in
/// which several parts have nearly the greatest eigenvalue λ, so that power iteration settles slowly,
/// and hardly at all where one of them leads to another.
///
/// After k steps of power iteration, a part with λ that k' others with λ lead to one after the other
/// has grown as k^k' · λ^k, and so has what it leads to. The parts at the ends of the longest such
/// chains grow most, and are what is left; how much of each is found part by part, in the order in
/// which they lead to each other (Rothblum 1975).
///
/// Rothblum: Algebraic eigenspaces of nonnegative matrices. Linear Algebra and its Applications 12
/// (1975).
struct BlockEigenvector {
  /// The rows: what each node has its centrality from.
  private let product: AdjacencyProduct
  private let transposed: AdjacencyProduct
  private let parts: [[Int]]
  private let partOf: [Int]
  private let tolerance: Double
  private let maximumIterations: Int

  /// Eigenvalues that differ by less of themselves are the same.
  private static let difference = 1e-11

  /// Prepares to look for the vector.
  ///
  /// - Parameters:
  ///   - graph: The graph, without edges of no strength.
  ///   - product: The matrix.
  ///   - transposed: The matrix transposed.
  ///   - tolerance: How far the vector's multiple and its product may be apart, relative to it.
  ///   - maximumIterations: How many iterations each part may need.
  init(
    _ graph: FrozenGraph, _ product: AdjacencyProduct, transposed: AdjacencyProduct,
    tolerance: Double, maximumIterations: Int
  ) {
    self.product = product
    self.transposed = transposed
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    let components = graph.stronglyConnectedComponents()
    partOf = (0..<graph.nodeCount).map(components.index(at:))
    var parts = [[Int]](repeating: [], count: components.count)
    for (node, part) in partOf.enumerated() { parts[part].append(node) }
    self.parts = parts
  }

  /// The vector that equal values at the start lead to, with 1 as its greatest value.
  ///
  /// - Returns: `nil` if a part of the graph does not settle.
  /// - Throws: `AlgorithmError.cancelled`.
  func vector(_ execution: Execution) throws(AlgorithmError) -> [Double]? {
    var right = [Double](repeating: 1, count: partOf.count)
    var values = [Double](repeating: 0, count: parts.count)
    for part in parts.indices where isCyclic(part) {
      try execution.checkCancellation()
      guard let value = settle(part, product, &right) else { return nil }
      values[part] = value
    }
    guard let greatest = values.max(), greatest > 0 else { return nil }
    let isBasic = values.map { $0 >= greatest * (1 - Self.difference) }
    var left = [Double](repeating: 1, count: partOf.count)
    for part in parts.indices where values[part] > greatest / 2 && parts[part].count > 1 {
      guard settle(part, transposed, &left) != nil else { return nil }
    }
    var growth = Growth(count: partOf.count, parts: parts.count)
    for part in order {
      try execution.checkCancellation()
      var (power, exponent, inflow) = self.inflow(into: part, growth)
      // What of the inflow is in the part's own vector, of which it makes most.
      let (amount, size) = zip(parts[part], inflow).reduce((0.0, 0.0)) { sums, item in
        (sums.0 + left[item.0] * item.1, sums.1 + left[item.0] * right[item.0])
      }
      let own = parts[part].map { right[$0] * amount / size }
      if isBasic[part] {
        inflow = own
        power += 1
      } else {
        let near = values[part] > greatest / 2 ? own.map { $0 / (greatest - values[part]) } : inflow
        guard let solution = solution(part, greatest, inflow, near) else { return nil }
        inflow = solution
      }
      guard let most = inflow.max(), most > 0, most.isFinite else { return nil }
      // A power of two changes no digit.
      exponent += Int(most.exponent)
      let scale = Double(sign: .plus, exponent: -Int(most.exponent), significand: 1)
      for (node, value) in zip(parts[part], inflow) { growth.factors[node] = value * scale }
      growth.powers[part] = power
      growth.exponents[part] = exponent
    }
    return growth.leading(partOf)
  }

  /// How the parts grow.
  private struct Growth {
    /// For each node, what its growth is multiplied with, apart from the power of two of its part.
    var factors: [Double]
    var exponents: [Int]
    /// By which power of the number of steps a part grows beside λ; −1 if it does not keep up with λ.
    var powers: [Int]

    init(count: Int, parts: Int) {
      factors = [Double](repeating: 0, count: count)
      exponents = [Int](repeating: 0, count: parts)
      powers = [Int](repeating: -1, count: parts)
    }

    /// What grows most, with 1 as the greatest value.
    func leading(_ partOf: [Int]) -> [Double] {
      let power = powers.max() ?? 0
      let exponent = zip(powers, exponents).filter { $0.0 == power }.map(\.1).max() ?? 0
      let values = partOf.indices.map { node in
        powers[partOf[node]] == power
          ? factors[node] * Self.powerOfTwo(exponents[partOf[node]] - exponent) : 0
      }
      let most = values.max() ?? 1
      return values.map { $0 / most }
    }

    static func powerOfTwo(_ exponent: Int) -> Double {
      exponent < -1022 ? 0 : Double(sign: .plus, exponent: exponent, significand: 1)
    }
  }

  private func isCyclic(_ part: Int) -> Bool {
    parts[part].count > 1
      || parts[part].contains { node in
        product.arcs(of: node).contains { product.target(of: $0) == UInt32(node) }
      }
  }

  /// The parts, each after those that it has its centrality from.
  private var order: [Int] {
    var waiting = parts.map { members in
      members.reduce(0) { count, node in
        count
          + product.arcs(of: node).count { partOf[Int(product.target(of: $0))] != partOf[node] }
      }
    }
    var order = parts.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for node in parts[order[next]] {
        for arc in transposed.arcs(of: node) {
          let other = partOf[Int(transposed.target(of: arc))]
          guard other != order[next] else { continue }
          waiting[other] -= 1
          if waiting[other] == 0 { order.append(other) }
        }
      }
      next += 1
    }
    return order
  }

  /// The eigenvalue of a part; its vector is written among the others.
  private func settle(
    _ part: Int, _ product: AdjacencyProduct, _ vector: inout [Double]
  ) -> Double? {
    let members = parts[part]
    func row(_ node: Int) -> Double {
      product.arcs(of: node).reduce(0) { sum, arc in
        let other = Int(product.target(of: arc))
        return partOf[other] == part ? sum + product.weight(of: arc) * vector[other] : sum
      }
    }
    // With part of the eigenvalue on the diagonal, no other is as great in size.
    let shift = members.reduce(0) { $0 + row($1) } / Double(members.count) / 2
    for _ in 0..<maximumIterations {
      let image = members.map { row($0) + shift * vector[$0] }
      // Of positive vectors, the least and the greatest quotient bound the eigenvalue (Collatz 1942).
      var (low, high, most) = (Double.infinity, 0.0, 0.0)
      for (node, value) in zip(members, image) {
        low = min(low, value / vector[node])
        high = max(high, value / vector[node])
        most = max(most, value)
      }
      guard most > 0, most.isFinite, low.isFinite else { return nil }
      for (node, value) in zip(members, image) { vector[node] = value / most }
      if high - low <= Self.difference / 50 * (low - shift) { return (low + high) / 2 - shift }
    }
    return nil
  }

  /// What comes into the nodes of a part from others: of the fastest growth there is.
  private func inflow(into part: Int, _ growth: Growth) -> (Int, Int, [Double]) {
    var (power, exponent) = (-1, 0)
    for node in parts[part] {
      for arc in product.arcs(of: node) {
        let other = partOf[Int(product.target(of: arc))]
        guard other != part else { continue }
        let found = (growth.powers[other], growth.exponents[other])
        if found > (power, exponent) { (power, exponent) = found }
      }
    }
    let inflow = parts[part].map { node in
      // What does not keep up has the sum of all steps, to which each node adds its start.
      let start = power < 0 ? Growth.powerOfTwo(-exponent) : 0
      return product.arcs(of: node).reduce(start) { sum, arc in
        let other = Int(product.target(of: arc))
        let source = partOf[other]
        guard source != part, growth.powers[source] == power else { return sum }
        let scale = Growth.powerOfTwo(growth.exponents[source] - exponent)
        return sum + product.weight(of: arc) * growth.factors[other] * scale
      }
    }
    return (power, exponent, inflow)
  }

  /// What a part of smaller eigenvalues makes of what comes in: (λ − M) x = inflow.
  private func solution(
    _ part: Int, _ value: Double, _ inflow: [Double], _ guess: [Double]
  ) -> [Double]? {
    let members = parts[part]
    var places: [Int: Int] = [:]
    for (place, node) in members.enumerated() { places[node] = place }
    var solution = guess
    for _ in 0..<maximumIterations {
      var change = 0.0
      for (place, node) in members.enumerated() {
        var (sum, loops) = (inflow[place], 0.0)
        for arc in product.arcs(of: node) {
          guard let other = places[Int(product.target(of: arc))] else { continue }
          if other == place {
            loops += product.weight(of: arc)
          } else {
            sum += product.weight(of: arc) * solution[other]
          }
        }
        let next = sum / (value - loops)
        if next > 0 { change = max(change, abs(next - solution[place]) / next) }
        solution[place] = next
      }
      if change <= tolerance / 8 || members.count == 1 { return solution }
    }
    return nil
  }
}
