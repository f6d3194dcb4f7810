import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct DistanceSummaryTests {
  typealias Class = DistanceSummary.Class

  @Test func pathOfThree() throws {
    let path = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)])
    let summary = try path.frozen().distanceSummary()
    #expect(summary.diameter == 2 && summary.radius == 1)
    #expect(summary.center.map(\.rawValue) == [1] && summary.periphery.map(\.rawValue) == [0, 2])
    #expect(summary.pairCount == 3 && summary.connectedPairCount == 3)
    #expect(summary.connectedShare == 1)
    #expect(summary.mean == 4.0 / 3)
    #expect(summary.efficiency == 2.5 / 3)
    #expect(counts(summary) == [[1, 1, 2], [2, 2, 1]])
    #expect(summary.quantile(0.5) == 1 && summary.quantile(0.67) == 2)
    #expect(bins(summary) == [[0, 1, 0], [1, 2, 2], [2, 3, 1]])
  }

  @Test func disconnectedWithLoopsAndParallelEdges() throws {
    // 0 – 1 – 2 by lengths 3 (or 5) and 0.5, 3 and 4 apart by 8, 5 alone with a loop.
    let graph = SampleGraph.of(
      .undirected, nodeCount: 6, [(0, 1, 30), (0, 1, 50), (1, 2, 5), (3, 4, 80), (5, 5, 10)])
    let summary = try graph.frozen(distance: { Double($1) / 10 }).distanceSummary()
    #expect(summary.diameter == 8 && summary.radius == 0)
    #expect(summary.center.map(\.rawValue) == [5] && summary.periphery.map(\.rawValue) == [3, 4])
    #expect(summary.pairCount == 15 && summary.connectedPairCount == 4)
    #expect(summary.connectedShare == 4.0 / 15)
    #expect(summary.mean == (3 + 0.5 + 3.5 + 8) / 4)
    let inverse: Double = 1 / 3.0 + 2 + 1 / 3.5 + 1 / 8
    #expect(isClose(summary.efficiency ?? 0, inverse / 15))
    #expect(counts(summary) == [[0.5, 0.5, 1], [3, 3, 1], [3.5, 3.5, 1], [8, 8, 1]])
    #expect(
      [0, 0.25, 0.26, 0.5, 0.75, 0.76, 1].map { summary.quantile($0) ?? -1 }
        == [0.5, 0.5, 3, 3, 3.5, 8, 8])
    #expect(bins(summary, 3) == [[0, 4, 3], [4, 8, 0], [8, 12, 1]])
    #expect(bins(summary, 1) == [[0, 16, 4]])
    #expect(bins(summary, 0) == bins(summary, 1))
    #expect(bins(summary, 1024).count == 513 && bins(summary, 99_999) == bins(summary, 1024))
    let steps = try graph.frozen().distanceSummary()
    #expect(steps.mean == 5.0 / 4 && counts(steps) == [[1, 1, 3], [2, 2, 1]])
  }

  @Test func directedPairsAreOrdered() throws {
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(0, 1, 2), (1, 2, 3)])
    let there = try graph.frozen(distance: { Double($1) }).distanceSummary()
    #expect(there.pairCount == 6 && there.connectedPairCount == 3)
    #expect(there.mean == 10.0 / 3 && there.diameter == 5 && there.radius == 0)
    #expect(counts(there) == [[2, 2, 1], [3, 3, 1], [5, 5, 1]])
    let back = try graph.frozen(distance: { Double($1) }).distanceSummary(.incoming)
    #expect(back.mean == there.mean && back.diameter == 5 && counts(back) == counts(there))
    #expect(there.center == back.periphery && there.periphery == back.center)
    let both = try graph.frozen(distance: { Double($1) }).distanceSummary(.either)
    #expect(both.pairCount == 3 && both.radius == 3 && counts(both) == counts(there))
  }

  @Test func withoutPairs() throws {
    let none: [(Int, Int)] = []
    for directedness in Directedness.allCases {
      for nodeCount in 0...1 {
        let graph = SampleGraph.of(directedness, nodeCount: nodeCount, none)
        for frozen in [graph.frozen(), try graph.frozen(distance: { Double($1) })] {
          let summary = try frozen.distanceSummary(execution: Execution(threads: 3))
          #expect(summary.pairCount == 0 && summary.connectedPairCount == 0)
          #expect(summary.diameter == 0 && summary.radius == 0)
          #expect(summary.mean == nil && summary.efficiency == nil)
          #expect(summary.connectedShare == nil && summary.quantile(0.5) == nil)
          #expect(summary.classes.isEmpty && summary.bins().isEmpty)
        }
      }
    }
    let apart = try SampleGraph.of(.undirected, nodeCount: 3, none).frozen().distanceSummary()
    #expect(apart.pairCount == 3 && apart.connectedShare == 0 && apart.efficiency == 0)
    #expect(apart.mean == nil && apart.bins().isEmpty)
  }

  @Test func edgesOfLengthZero() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1, 0), (1, 2, 2)])
    let summary = try graph.frozen(distance: { Double($1) }).distanceSummary()
    #expect(summary.connectedPairCount == 3 && summary.mean == 4.0 / 3)
    #expect(summary.efficiency == nil)
    #expect(counts(summary) == [[0, 0, 1], [2, 2, 2]])
    #expect(bins(summary) == [[0, 1, 1], [1, 2, 0], [2, 3, 2]])
    let alike = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1, 0)])
    let none = try alike.frozen(distance: { Double($1) }).distanceSummary()
    #expect(none.mean == 0 && none.quantile(0.5) == 0 && bins(none) == [[0, 1, 1]])
  }

  @Test func theGreatestAndTheLeastLengths() throws {
    // The sum of the distances, and the path through the middle, are beyond all numbers.
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)])
    let huge = try graph.frozen(distance: { _, _ in 1.5e308 })
    let summary = try huge.distanceSummary()
    #expect(summary.connectedPairCount == 2 && isClose(summary.mean ?? 0, 1.5e308))
    #expect(summary.bins().map(\.pairCount).reduce(0, +) == 2)
    #expect(summary.bins().last?.distances.contains(1.5e308) == true)
    #expect(summary.bins(atMost: 1).map(\.distances) == [0..<Double.infinity])
    #expect(areClose(try huge.closeness(.perComponent).values.map { $0 * 1.5e308 }, [1, 1, 1]))
    let tiny = try graph.frozen(distance: { _, _ in .leastNonzeroMagnitude }).distanceSummary()
    #expect(
      tiny.diameter == 2 * .leastNonzeroMagnitude && tiny.connectedPairCount == 3
        && tiny.efficiency == nil)
    #expect(tiny.bins(atMost: 1024).map(\.pairCount) == [3])
    let small = try graph.frozen(distance: { _, _ in 1e-300 }).distanceSummary()
    #expect(isClose((small.mean ?? 0) / 1e-300, 4.0 / 3))
    let mixed = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1, 0), (1, 2, 1)])
    let far = try mixed.frozen(distance: { $1 == 0 ? 1e-300 : 1e300 }).distanceSummary()
    #expect(counts(far) == [[1e-300, 1e-300, 1], [1e300, 1e300, 2]])
  }

  @Test func aClassWithAWholeNumberAndAnother() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1, 0), (2, 3, 1)])
    let summary = try graph.frozen(distance: { [1, 1.0005][$1] }).distanceSummary()
    #expect(counts(summary) == [[1, 1.0005, 2]])
    // An eighth each, since not all distances are whole numbers.
    #expect(bins(summary).count == 9 && bins(summary).last == [1, 1.125, 2])
  }

  @Test func quantilesOfPartsThatNumbersMiss() throws {
    // A star of 25 leaves: of 325 pairs, 25 are at 1.
    let star = SampleGraph.of(.undirected, nodeCount: 26, (1..<26).map { (0, $0) })
    let summary = try star.frozen().distanceSummary()
    #expect(summary.quantile(25.0 / 325) == 1 && summary.quantile(26.0 / 325) == 2)
    #expect(summary.quantile(-1) == 1 && summary.quantile(7) == 2)
    #expect(summary.quantile(.nan) == nil && summary.quantile(.infinity) == 2)
    // 0.07 × 100 is 7.000000000000001.
    let line = SampleGraph.of(.directed, nodeCount: 101, (1..<101).map { (0, $0, $0) })
    let pairs = try line.frozen(distance: { Double($1) }).distanceSummary()
    #expect(pairs.connectedPairCount == 100 && pairs.quantile(0.07) == 7)
  }

  /// Against all distances, listed and sorted.
  @Test(arguments: RandomCase.all(84))
  func agreesWithFloydWarshall(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    // Lengths that are no whole numbers, and sums that no number has exactly.
    let frozen =
      random.isWeighted
      ? try random.graph.frozen(distance: { Double($1) / 10 }) : random.graph.frozen()
    let scale = random.isWeighted ? 0.1 : 1
    for direction in [Direction.outgoing, .either] {
      let isDirected = frozen.isDirected && direction == .outgoing
      let rows = (direction == .outgoing ? oracle : oracle.ignoringDirection).distances()
      let summary = try frozen.distanceSummary(direction, execution: Execution(threads: 2))
      var distances: [Double] = []
      for (from, row) in rows.enumerated() {
        for (to, distance) in row.enumerated() where isDirected ? from != to : from < to {
          distances.append(distance * scale)
        }
      }
      let connected = distances.filter(\.isFinite).sorted()
      #expect(summary.pairCount == distances.count)
      #expect(summary.connectedPairCount == connected.count)
      let farthest = rows.map { $0.filter(\.isFinite).max() ?? 0 }
      #expect(isClose(summary.diameter, (farthest.max() ?? 0) * scale))
      #expect(isClose(summary.radius, (farthest.min() ?? 0) * scale))
      #expect(
        isClose(summary.mean ?? .nan, connected.reduce(0, +) / Double(connected.count))
          || connected.isEmpty && summary.mean == nil)
      let inverse = distances.reduce(0) { $0 + 1 / $1 }
      #expect(
        isClose(summary.efficiency ?? .nan, inverse / Double(distances.count))
          || distances.isEmpty && summary.efficiency == nil)
      #expect(summary.classes.map(\.pairCount).reduce(0, +) == connected.count)
      #expect(
        tenths(summary.classes.map(\.distances.lowerBound)) == tenths(connected))
      for part in [0.1, 0.25, 0.5, 0.75, 0.9, 1] where !connected.isEmpty {
        let place = max(0, Int((part * Double(connected.count) - 1e-6).rounded(.up)) - 1)
        #expect(isClose(summary.quantile(part) ?? .nan, connected[place]))
      }
      let bins = summary.bins(atMost: 5)
      #expect(bins.count <= 5 && bins.map(\.pairCount).reduce(0, +) == connected.count)
      #expect(try frozen.distanceSummary(direction, execution: Execution(threads: 1)) == summary)
    }
  }

  /// The same bits on any number of threads, and classes as narrow as is said.
  @Test(arguments: Directedness.allCases)
  func anyLengths(_ directedness: Directedness) throws {
    var generator = SplitMix64(seed: 11)
    let edges = (0..<180).map { _ in
      (
        Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator),
        Int.random(in: 0...1_000_000, using: &generator)
      )
    }
    let graph = SampleGraph.of(directedness, nodeCount: 64, edges)
    for power in [1.0, 4] {
      let frozen = try graph.frozen(distance: { _, number in
        let part = Double(number) / 1_000_000
        return power == 1 ? part : part * part * part * part
      })
      let summary = try frozen.distanceSummary()
      for threads in [2, 7] {
        #expect(try frozen.distanceSummary(execution: Execution(threads: threads)) == summary)
      }
      let (diameter, radius) = (try frozen.diameter(), try frozen.radius())
      #expect(summary.diameter == diameter && summary.radius == radius)
      var distances: [Double] = []
      let nodes = graph.nodes.map { $0 }
      for (row, scores) in try frozen.distances(fromEach: nodes).enumerated() {
        for (column, distance) in scores.values.enumerated()
        where distance.isFinite && (frozen.isDirected ? row != column : row < column) {
          distances.append(distance)
        }
      }
      distances.sort()
      #expect(distances.count == summary.connectedPairCount)
      var place = 0
      for group in summary.classes {
        let own = distances[place..<(place + group.pairCount)]
        #expect(own.first == group.distances.lowerBound && own.last == group.distances.upperBound)
        let (least, greatest) = (group.distances.lowerBound, group.distances.upperBound)
        #expect(greatest - least <= least / 1024)
        place += group.pairCount
      }
      for count in [1, 2, 7, 100] {
        let bins = summary.bins(atMost: count)
        #expect(bins.count <= count && 2 * bins.count >= count)
        for bin in bins {
          #expect(bin.pairCount == distances.count { bin.distances.contains($0) })
        }
      }
      for part in [0.01, 0.5, 0.99] {
        let exact = distances[Int((part * Double(distances.count)).rounded(.up)) - 1]
        let shown = try #require(summary.quantile(part))
        #expect(shown >= exact && shown <= exact * (1 + 1.0 / 1024))
      }
    }
  }

  /// Whole numbers of tenths, for one may be in two classes, as 1 and as 0.9999999999999999.
  private func tenths(_ distances: [Double]) -> Set<Int> {
    Set(distances.map { Int(($0 * 10).rounded()) })
  }

  private func counts(_ summary: DistanceSummary) -> [[Double]] {
    summary.classes.map {
      [$0.distances.lowerBound, $0.distances.upperBound, Double($0.pairCount)]
    }
  }

  private func bins(_ summary: DistanceSummary, _ count: Int = 16) -> [[Double]] {
    summary.bins(atMost: count).map {
      [$0.distances.lowerBound, $0.distances.upperBound, Double($0.pairCount)]
    }
  }
}
