import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Eigenvector centrality, Katz centrality, hubs and authorities against dense matrices, and by hand.
@Suite struct SpectralOracleTests {
  private typealias Matrix = [[Double]]

  private func product(_ left: Matrix, _ right: Matrix) -> Matrix {
    left.map { row in
      right.indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }

  private func transposed(_ matrix: Matrix) -> Matrix {
    matrix.indices.map { column in matrix.map { $0[column] } }
  }

  private func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// What equal values lead to when the matrix is applied 2²² times, with 1 as the greatest.
  ///
  /// More often would make more of the rounding than of the matrix.
  private func limit(_ matrix: Matrix) -> [Double] {
    var power = matrix
    for _ in 0..<22 {
      power = product(power, power)
      let greatest = power.joined().max() ?? 0
      guard greatest > 0 else { return matrix.map { _ in 0 } }
      power = power.map { $0.map { $0 / greatest } }
    }
    let vector = product(power, matrix.map { _ in 1 })
    let greatest = vector.max() ?? 0
    return vector.map { $0 / greatest }
  }

  /// The solution of a system of linear equations, by elimination.
  private func solution(_ matrix: Matrix, _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in matrix.indices {
      let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      rows.swapAt(column, pivot ?? column)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...matrix.count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.indices.map { rows[$0][matrix.count] / rows[$0][$0] }
  }

  private func frozen(_ random: RandomCase) throws -> FrozenGraph {
    random.isWeighted
      ? try random.graph.frozen(strength: { Double($1) }) : random.graph.frozen()
  }

  /// For a direction, how strong the edges are by which a node has its centrality from another.
  private func matrix(_ random: RandomCase, _ direction: Direction) -> Matrix {
    let oracle = Oracle(random)
    return switch direction {
    case .outgoing: oracle.strengths
    case .incoming: transposed(oracle.strengths)
    case .either: oracle.ignoringDirection.strengths
    }
  }

  @Test(arguments: RandomCase.all(90))
  func eigenvectorAgreesWithPowersOfTheMatrix(_ random: RandomCase) throws {
    let graph = try frozen(random)
    for direction in [Direction.incoming, .either] {
      let matrix = matrix(random, direction)
      let isCyclic =
        Oracle(random).isDirected && direction != .either
        ? graph.stronglyConnectedComponents().sizes.contains { $0 > 1 }
          || matrix.indices.contains { matrix[$0][$0] > 0 }
        : matrix.joined().contains { $0 > 0 }
      guard isCyclic else {
        #expect(try graph.eigenvectorCentrality(direction).values.allSatisfy { $0 == 0 })
        continue
      }
      // With 1 on the diagonal, no other eigenvalue is as great in size.
      let shifted = matrix.indices.map { row in
        matrix.indices.map { matrix[row][$0] + (row == $0 ? 1 : 0) }
      }
      let values = try graph.eigenvectorCentrality(direction).values
      let limit = limit(shifted)
      // Where a part with the greatest eigenvalue leads to another one with the same, the powers
      // come near at the pace of 1 / k, and are not there yet.
      let next = product(shifted, limit)
      let greatest = next.max() ?? 1
      let isThere = areClose(next.map { $0 / greatest }, limit, 1e-14)
      #expect(areClose(values, limit, isThere ? 1e-8 : 1e-4))
      let image = product(matrix, values)
      let value = image.max() ?? 0
      #expect(areClose(image, values.map { $0 * value }, 1e-8 * max(1, value)))
    }
  }

  @Test(arguments: RandomCase.all(130))
  func hubsAndAuthoritiesAgreeWithPowersOfTheMatrix(_ random: RandomCase) throws {
    let graph = try frozen(random)
    let both = try graph.hubsAndAuthorities()
    if random.directedness == .undirected {
      #expect(both.hubs == both.authorities)
      #expect(try both.hubs == graph.eigenvectorCentrality())
      return
    }
    let there = matrix(random, .outgoing)
    let hubs = limit(product(there, transposed(there)))
    #expect(areClose(both.hubs.values, hubs, 1e-7))
    let authorities = product(transposed(there), hubs)
    let greatest = authorities.max() ?? 0
    #expect(
      areClose(
        both.authorities.values, authorities.map { greatest > 0 ? $0 / greatest : 0 }, 1e-7))
  }

  @Test(arguments: RandomCase.all(90))
  func katzAgreesWithElimination(_ random: RandomCase) throws {
    let graph = try frozen(random)
    for direction in Direction.allCases {
      let matrix = matrix(random, direction)
      // Below the inverse of the greatest sum of a row, hence of the greatest eigenvalue.
      let alpha = 0.9 / max(1, matrix.map { $0.reduce(0, +) }.max() ?? 0)
      let system = matrix.indices.map { row in
        matrix.indices.map { (row == $0 ? 1 : 0) - alpha * matrix[row][$0] }
      }
      let expected = solution(system, matrix.map { _ in 2 })
      let values = try graph.katzCentrality(alpha: alpha, beta: 2, direction).values
      #expect(areClose(values, expected))
      try nearTheLimit(graph, direction, matrix)
    }
  }

  /// Katz centrality with a factor just below and just above the inverse of the eigenvalue.
  private func nearTheLimit(
    _ graph: FrozenGraph, _ direction: Direction, _ matrix: [[Double]]
  ) throws {
    guard !graph.isDirected, let shift = matrix.map({ $0.reduce(0, +) }).max(), shift > 0 else {
      return
    }
    // With as much on the diagonal, the eigenvalue is the greatest by its size alone.
    let shifted = matrix.indices.map { row in
      matrix.indices.map { matrix[row][$0] + (row == $0 ? shift : 0) }
    }
    let vector = limit(shifted)
    let image = product(matrix, vector)
    let square = vector.reduce(0) { $0 + $1 * $1 }
    let eigenvalue = zip(vector, image).reduce(0) { $0 + $1.0 * $1.1 } / square
    let alpha = 0.99999 / eigenvalue
    let system = matrix.indices.map { row in
      matrix.indices.map { (row == $0 ? 1 : 0) - alpha * matrix[row][$0] }
    }
    let expected = solution(system, matrix.map { _ in 1 })
    let values = try graph.katzCentrality(alpha: alpha, direction).values
    #expect(areClose(values, expected, 1e-6))
    let tooGreat = 1.0001 / eigenvalue
    #expect(throws: AlgorithmError.attenuationTooGreat(tooGreat)) {
      try graph.katzCentrality(alpha: tooGreat, direction)
    }
  }

  // MARK: By hand

  @Test func eigenvectorByHand() throws {
    func values(
      _ directedness: Directedness, _ count: Int, _ edges: [(Int, Int, Int)],
      _ direction: Direction = .incoming
    ) throws -> [Double] {
      try SampleGraph.of(directedness, nodeCount: count, edges)
        .frozen(strength: { Double($1) }).eigenvectorCentrality(direction).values
    }
    let root = 5.0.squareRoot()
    // 0 = 1 – 2, the first edge doubled: the eigenvalue is √5.
    let parallel = try values(.undirected, 3, [(0, 1, 1), (0, 1, 1), (1, 2, 1)])
    #expect(areClose(parallel, [2 / root, 1, 1 / root]))
    // Strengths of 3 and 4: the eigenvalue is 5.
    #expect(areClose(try values(.undirected, 3, [(0, 1, 3), (1, 2, 4)]), [0.6, 1, 0.8]))
    // A cycle, and a node that it leads to.
    let cycle = [(0, 1, 1), (1, 2, 1), (2, 0, 1), (2, 3, 1)]
    #expect(areClose(try values(.directed, 4, cycle), [1, 1, 1, 1]))
    #expect(areClose(try values(.directed, 4, cycle, .outgoing), [1, 1, 1, 0]))
    // A directed loop is a cycle of one.
    #expect(areClose(try values(.directed, 2, [(0, 0, 1), (0, 1, 1)]), [1, 1]))
    // A triangle, with 2, outdoes a pair, with 1.
    let parts = [(0, 1, 1), (1, 2, 1), (2, 0, 1), (3, 4, 1)]
    #expect(areClose(try values(.undirected, 5, parts), [1, 1, 1, 0, 0]))
  }

  @Test func hubsAndAuthoritiesByHand() throws {
    func both(
      _ directedness: Directedness, _ count: Int, _ edges: [(Int, Int, Int)]
    ) throws -> [[Double]] {
      let both = try SampleGraph.of(directedness, nodeCount: count, edges)
        .frozen(strength: { Double($1) }).hubsAndAuthorities()
      return [both.hubs.values, both.authorities.values]
    }
    let parallel = try both(.directed, 3, [(0, 1, 1), (0, 1, 1), (0, 2, 1)])
    #expect(areClose(parallel[0], [1, 0, 0]) && areClose(parallel[1], [0, 1, 0.5]))
    let weighted = try both(.directed, 3, [(0, 1, 3), (0, 2, 4)])
    #expect(areClose(weighted[1], [0, 0.75, 1]))
    // 0 → 2 ← 1 → 3: the hubs solve h = (1 1; 1 2) h, whose greatest value is the golden φ squared.
    let golden = (1 + 5.0.squareRoot()) / 2
    let ratio = try both(.directed, 4, [(0, 2, 1), (1, 2, 1), (1, 3, 1)])
    #expect(areClose(ratio[0], [1 / golden, 1, 0, 0]))
    #expect(areClose(ratio[1], [0, 0, 1, 1 / golden]))
    // The part with the greater singular value has it all.
    let parts = try both(.directed, 4, [(0, 1, 2), (2, 3, 1)])
    #expect(areClose(parts[0], [1, 0, 0, 0]) && areClose(parts[1], [0, 1, 0, 0]))
    #expect(try both(.directed, 1, [(0, 0, 1)]) == [[1], [1]])
    #expect(try both(.undirected, 2, [(0, 1, 1)]) == [[1, 1], [1, 1]])
    // A star of three: the eigenvector, though hubs alone could be shared out otherwise.
    let star = try both(.undirected, 4, [(0, 1, 1), (0, 2, 1), (0, 3, 1)])
    let leaf = 1 / 3.0.squareRoot()
    #expect(areClose(star[0], [1, leaf, leaf, leaf]) && star[0] == star[1])
  }

  @Test func katzByHand() throws {
    func values(
      _ directedness: Directedness, _ count: Int, _ edges: [(Int, Int, Int)]
    ) throws -> [Double] {
      try SampleGraph.of(directedness, nodeCount: count, edges)
        .frozen(strength: { Double($1) }).katzCentrality().values
    }
    // 0 ⇉ 1, and a node alone.
    #expect(areClose(try values(.directed, 3, [(0, 1, 1), (0, 1, 1)]), [1, 1.2, 1]))
    // A directed loop counts once, an undirected one has two ends: 1 / 0.9 and 1 / 0.8.
    #expect(areClose(try values(.directed, 1, [(0, 0, 1)]), [1 / 0.9]))
    #expect(areClose(try values(.undirected, 1, [(0, 0, 1)]), [1.25]))
    // A strength of 5 each way: x = 1 + x/2.
    #expect(areClose(try values(.undirected, 2, [(0, 1, 5)]), [2, 2]))
  }
}
