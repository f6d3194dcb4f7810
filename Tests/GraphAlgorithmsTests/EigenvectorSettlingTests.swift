import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Eigenvector centrality where the greatest eigenvalues are nearly the same.
@Suite struct EigenvectorSettlingTests {
  /// Whether λx = Ax for some λ; a positive x of a connected graph is then that of the greatest λ.
  private func isSettled(
    _ values: [Double], _ edges: [(Int, Int)], _ strengths: [Double]
  ) -> Bool {
    var image = [Double](repeating: 0, count: values.count)
    for ((first, second), strength) in zip(edges, strengths) {
      image[first] += strength * values[second]
      image[second] += strength * values[first]
    }
    let square = values.reduce(0) { $0 + $1 * $1 }
    let value = zip(values, image).reduce(0) { $0 + $1.0 * $1.1 } / square
    let apart = zip(values, image).reduce(0) {
      $0 + ($1.1 - value * $1.0) * ($1.1 - value * $1.0)
    }
    return values.allSatisfy { $0 > 0 } && (apart / square).squareRoot() < 1e-11 * value
  }

  @Test(arguments: [300, 600])
  func longPaths(count: Int) throws {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: count)
    for node in 1..<count { builder.addEdge(from: node - 1, to: node) }
    let path = builder.build()
    let values = try path.eigenvectorCentrality(scale: .euclidean).values
    // The vibration of a string.
    let scale = (2 / Double(count + 1)).squareRoot()
    let sine = (1...count).map { scale * sin(Double.pi * Double($0) / Double(count + 1)) }
    #expect(areClose(values, sine, 1e-8))
    // Fewer steps than it takes until it is plain that they lead nowhere.
    #expect(throws: AlgorithmError.self) { try path.eigenvectorCentrality(maximumIterations: 50) }
  }

  @Test(arguments: 0..<8)
  func longThinGraphs(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 300
    var edges: [(Int, Int)] = []
    for node in 1..<count {
      // A path, legs on a path, a ladder, or a tree that is long.
      let back = [1, node % 2 + 1, node > 1 ? 2 : 1, Int.random(in: 1...3, using: &random)]
      edges.append((node - min(node, back[seed % 4]), node))
      if seed % 4 == 2, node % 2 == 1 { edges.append((node - 1, node)) }
      if seed % 3 == 0, node % 7 == 0 { edges.append((node, node - 5)) }
    }
    let strengths = edges.map { _ in
      seed >= 4 ? Double.random(in: 0.999...1.001, using: &random) : 1
    }
    var builder = FrozenGraph.Builder(.undirected, nodeCount: count, weightRole: .strength)
    for ((first, second), strength) in zip(edges, strengths) {
      try builder.addEdge(from: first, to: second, weight: strength)
    }
    let graph = builder.build()
    let values = try graph.eigenvectorCentrality().values
    #expect(isSettled(values, edges, strengths))
    #expect(try graph.eigenvectorCentrality(execution: Execution(threads: 2)).values == values)
  }

  @Test func aLongPathWithLoopsAndAPartApart() throws {
    // Doubled edges and loops all along: λ is twice that of the path, and 4 more.
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 603)
    for node in 0..<600 {
      builder.addEdge(from: node, to: node)
      builder.addEdge(from: node, to: node)
      if node > 0 {
        builder.addEdge(from: node - 1, to: node)
        builder.addEdge(from: node, to: node - 1)
      }
    }
    builder.addEdge(from: 600, to: 601)
    let values = try builder.build().eigenvectorCentrality().values
    let sine = (1...600).map { sin(Double.pi * Double($0) / 601) }
    let greatest = sine.max() ?? 1
    #expect(areClose(values, sine.map { $0 / greatest } + [0, 0, 0], 1e-8))
  }

  @Test func hubsOfALongZigzag() throws {
    // 0 → 1 ← 2 → 3 …: the nodes of a path are hubs and authorities in turn.
    var builder = FrozenGraph.Builder(.directed, nodeCount: 601)
    for node in 1..<601 { builder.addEdge(from: node - node % 2, to: node - 1 + node % 2) }
    let found = try builder.build().hubsAndAuthorities()
    let sine = (1...601).map { sin(Double.pi * Double($0) / 602) }
    let hubs = sine.enumerated().map { $0 % 2 == 0 ? $1 : 0 }
    let authorities = sine.enumerated().map { $0 % 2 == 1 ? $1 : 0 }
    let (most, greatest) = (hubs.max() ?? 1, authorities.max() ?? 1)
    #expect(areClose(found.hubs.values, hubs.map { $0 / most }, 1e-8))
    #expect(areClose(found.authorities.values, authorities.map { $0 / greatest }, 1e-8))
  }

  @Test func hubsOfALongZigzagOfStrengths() throws {
    var random = SplitMix64(seed: 3)
    var builder = FrozenGraph.Builder(.directed, nodeCount: 401, weightRole: .strength)
    var edges: [(source: Int, target: Int, strength: Double)] = []
    for node in 1..<401 {
      let strength = node == 200 ? 1.02 : Double.random(in: 0.9999...1.0001, using: &random)
      edges.append((node - node % 2, node - 1 + node % 2, strength))
    }
    for (source, target, strength) in edges {
      try builder.addEdge(from: source, to: target, weight: strength)
    }
    let found = try builder.build().hubsAndAuthorities()
    // h = A a but for a factor, and a = Aᵀ h.
    var (hubs, authorities) = (
      found.hubs.values.map { _ in 0.0 }, found.hubs.values.map { _ in 0.0 }
    )
    for (source, target, strength) in edges {
      hubs[source] += strength * found.authorities.values[target]
      authorities[target] += strength * found.hubs.values[source]
    }
    let (most, greatest) = (hubs.max() ?? 1, authorities.max() ?? 1)
    #expect(areClose(found.hubs.values, hubs.map { $0 / most }, 1e-10))
    #expect(areClose(found.authorities.values, authorities.map { $0 / greatest }, 1e-10))
    #expect(found.hubs.values.enumerated().allSatisfy { $0 % 2 == 1 || $1 > 0 })
  }

  /// A node with more neighbors than may be eliminated from at once, tied to a long path by hardly
  /// anything.
  @Test func aLongPathWithAHub() throws {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 1201, weightRole: .strength)
    for node in 1..<600 { try builder.addEdge(from: node - 1, to: node, weight: 1) }
    for node in 601..<1201 { try builder.addEdge(from: 600, to: node, weight: 1e-12) }
    try builder.addEdge(from: 600, to: 0, weight: 1e-12)
    let values = try builder.build().eigenvectorCentrality().values
    let sine = (1...600).map { sin(Double.pi * Double($0) / 601) }
    let greatest = sine.max() ?? 1
    #expect(areClose(Array(values.prefix(600)), sine.map { $0 / greatest }, 1e-8))
    #expect(values.dropFirst(600).allSatisfy { $0 < 1e-11 })
  }

  private func values(
    _ count: Int, _ edges: [(Int, Int, Double)], _ direction: Direction = .incoming
  ) throws -> [Double] {
    var builder = FrozenGraph.Builder(.directed, nodeCount: count, weightRole: .strength)
    for (source, target, strength) in edges {
      try builder.addEdge(from: source, to: target, weight: strength)
    }
    return try builder.build().eigenvectorCentrality(direction).values
  }

  @Test func undirectedGraphsWithAnEdgeEachWay() throws {
    // A path and a mesh, each edge there and back, one of them split in two.
    var (path, mesh): ([(Int, Int, Double)], [(Int, Int, Double)]) = ([], [])
    for node in 1..<300 { path += [(node - 1, node, 3), (node, node - 1, 2), (node, node - 1, 1)] }
    for row in 0..<20 {
      for column in 0..<20 {
        let node = 20 * row + column
        if column > 0 { mesh += [(node - 1, node, 1), (node, node - 1, 1)] }
        if row > 0 { mesh += [(node - 20, node, 1), (node, node - 20, 1)] }
      }
    }
    func wave(_ count: Int) -> [Double] {
      (1...count).map { sin(Double.pi * Double($0) / Double(count + 1)) }
    }
    let most = wave(300).max() ?? 1
    #expect(areClose(try values(300, path), wave(300).map { $0 / most }, 1e-8))
    let side = wave(20)
    let top = side.max() ?? 1
    let product = side.flatMap { row in side.map { row * $0 / (top * top) } }
    #expect(areClose(try values(400, mesh), product, 1e-8))
    // As strong both ways in all, but not by each edge: no longer symmetric.
    var round = path
    round[0].2 = 4
    let found = try values(300, round)
    var image = [Double](repeating: 0, count: 300)
    for (source, target, strength) in round { image[target] += strength * found[source] }
    let value = image.max() ?? 1
    #expect(found.allSatisfy { $0 > 0 })
    #expect(areClose(image.map { $0 / value }, found))
  }

  @Test(arguments: 0..<8)
  func longThinDirectedGraphs(seed: Int) throws {
    // A ring along which one comes on by 1, 2 or 5, and a few edges across; or one long detour.
    var random = SplitMix64(seed: UInt64(seed))
    let count = 120
    var edges: [(Int, Int, Double)] = []
    for node in 0..<count {
      for step in seed % 2 == 0 ? [1, 2, 5] : [1] {
        let strength = seed >= 4 ? Double.random(in: 0.5...1.5, using: &random) : 1
        edges.append((node, (node + step) % count, strength))
      }
    }
    for _ in 0...(seed / 2) {
      edges.append(
        (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random), 1))
    }
    for direction in [Direction.incoming, .outgoing] {
      let found = try values(count, edges, direction)
      var image = [Double](repeating: 0, count: count)
      for (source, target, strength) in edges {
        if direction == .incoming {
          image[target] += strength * found[source]
        } else {
          image[source] += strength * found[target]
        }
      }
      // Strongly connected: a positive vector of the matrix is the one.
      let value = image.max() ?? 1
      #expect(found.allSatisfy { $0 > 0 })
      #expect(areClose(image.map { $0 / value }, found))
    }
  }

  private func triangle(_ first: Int) -> [(Int, Int, Double)] {
    [(first, first + 1, 1), (first + 1, first + 2, 1), (first + 2, first, 1)]
  }

  @Test func partsThatLeadToEachOther() throws {
    let two = triangle(0) + triangle(3) + [(2, 3, 1)]
    #expect(areClose(try values(6, two), [0, 0, 0, 1, 1, 1]))
    #expect(areClose(try values(6, two, .outgoing), [1, 1, 1, 0, 0, 0]))
    // One leads to two others, to one by an edge twice as strong, and that to a node on no cycle.
    let fork = triangle(0) + triangle(3) + triangle(6) + [(0, 3, 1), (1, 6, 2), (8, 9, 0.5)]
    #expect(areClose(try values(10, fork), [0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1, 0.5]))
    // By a detour over a node on no cycle, and over a weaker pair: 1 / (1 − 1/4) of what comes in.
    let detour =
      triangle(0) + triangle(3) + triangle(6)
      + [(0, 9, 1), (9, 3, 1), (0, 10, 1), (10, 11, 0.5), (11, 10, 0.5), (10, 6, 1)]
    let weaker = [3.0 / 4, 3.0 / 4, 3.0 / 4, 1, 1, 1]
    #expect(areClose(try values(12, detour), [0, 0, 0] + weaker + [0, 0, 0]))
    // An edge of no strength leads nowhere.
    let apart = triangle(0) + triangle(3) + [(2, 3, 0)]
    #expect(areClose(try values(6, apart), [1, 1, 1, 1, 1, 1]))
    let bound = two + [(3, 2, 0)]
    #expect(areClose(try values(6, bound), [0, 0, 0, 1, 1, 1]))
  }

  /// Edges so tangled that elimination would take too much.
  private func tangle(_ first: Int) -> [(Int, Int, Double)] {
    var random = SplitMix64(seed: 9)
    var edges: [(Int, Int, Double)] = []
    for node in 0..<200 {
      edges.append((first + node, first + (node + 1) % 200, 1))
      for _ in 0..<3 {
        edges.append((first + node, first + Int.random(in: 0..<200, using: &random), 1))
      }
    }
    return edges
  }

  @Test func moreThanSumsCanTellIsNotWaitedFor() throws {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 200)
    for (source, target, _) in tangle(0) { builder.addEdge(from: source, to: target) }
    let graph = builder.build()
    let expected = try graph.eigenvectorCentrality().values
    let found = try graph.eigenvectorCentrality(tolerance: 1e-30, maximumIterations: 400).values
    #expect(areClose(found, expected))
  }

  /// As in small graphs, where what was found wrong would be found again by elimination.
  @Test func tangledPartsThatLeadToEachOther() throws {
    let alone = try values(200, tangle(0))
    var image = 0.0
    for (source, target, _) in tangle(0) where target == 7 { image += alone[source] }
    let value = image / alone[7]
    let none = [Double](repeating: 0, count: 200)
    // One leads to two others, to one by an edge twice as strong, and to one by a node with a loop;
    // an edge of no strength leads back.
    let parts = tangle(0) + tangle(200) + tangle(400)
    let fork = parts + [(5, 205, 1), (5, 405, 2), (405, 5, 0)]
    let half = alone.map { $0 / 2 }
    #expect(areClose(try values(600, fork), none + half + alone, 1e-8))
    let loop = parts + [(5, 205, value - 0.5), (5, 600, 1), (600, 600, 0.5), (600, 405, 0.5)]
    let by = 0.5 / (value - 0.5) / (value - 0.5)
    #expect(areClose(try values(601, loop), none + alone + alone.map { $0 * by } + [0], 1e-8))
    // Two strong loops, one of which leads to the other.
    let loops = tangle(0) + [(200, 200, 100), (201, 201, 100), (200, 201, 1)]
    #expect(areClose(try values(202, loops), none + [0, 1]))
  }

  @Test func partsOfTheSameEigenvalue() throws {
    // Triangles, and pairs 3 there and 1/3 back, whose eigenvalue is only known but for rounding:
    // a pair has 1/2 and 3/2 at the start, hands on 3/2, and the next makes as much of that.
    func pair(_ first: Int) -> [(Int, Int, Double)] {
      [(first, first + 1, 3), (first + 1, first, 1.0 / 3)]
    }
    let edges =
      triangle(0) + triangle(3) + [(2, 3, 1)] + pair(6) + pair(8) + [(7, 8, 1)]
    let found = try values(10, edges)
    let first: Set = [0, 1, 2, 6, 7]
    #expect(found.enumerated().allSatisfy { first.contains($0) ? $1 < 1e-9 : $1 > 1e-3 })
  }

  @Test func aLongChainOfParts() throws {
    // What is handed on falls by far more than a number can: 299 times by 1 / 3000.
    var edges: [(Int, Int, Double)] = []
    for part in 0..<300 {
      edges += triangle(3 * part)
      if part > 0 { edges.append((3 * part - 1, 3 * part, 1e-3)) }
    }
    let found = try values(900, edges)
    #expect(areClose(found, [Double](repeating: 0, count: 897) + [1, 1, 1]))
  }

  @Test func partsThatAreNearlyAlike() throws {
    // The second has the greater eigenvalue, by 10⁻⁸.
    let more = 1 + 1e-8
    let edges = triangle(0) + triangle(3).map { ($0.0, $0.1, $0.2 * more) }
    #expect(areClose(try values(6, edges), [0, 0, 0, 1, 1, 1]))
    // And hands on to the first what that makes a hundred million times as much of.
    let back = try values(6, edges + [(3, 0, 1)])
    #expect(areClose(Array(back.prefix(3)), [1, 1, 1], 1e-6))
    #expect(back.suffix(3).allSatisfy { $0 > 1e-8 && $0 < 1e-7 })
  }
}
