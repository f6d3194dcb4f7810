public import GraphCore

/// How far the nodes of a graph are apart, in a few numbers and as a distribution.
///
/// Pairs are of two different nodes, unordered in an undirected graph and ordered in a directed one.
/// Those with a path between them are connected, and the others have no distance.
public struct DistanceSummary: Hashable, Sendable {
  /// Pairs of nodes that are equally far apart, or nearly so.
  public struct Class: Hashable, Sendable {
    /// The least of their distances, and the greatest.
    public let distances: ClosedRange<Double>
    /// How many pairs there are, 1 and up.
    public let pairCount: Int
  }

  /// The pairs whose distances lie between two bounds.
  public struct Bin: Hashable, Sendable {
    /// The least distance that belongs to the bin, and the least that no longer does.
    public let distances: Range<Double>
    /// How many pairs there are, 0 and up.
    public let pairCount: Int
  }

  /// How many pairs of nodes there are, n(n − 1), or half as many if the graph is undirected.
  public let pairCount: Int

  /// How many of them have a path between them.
  public let connectedPairCount: Int

  /// The greatest distance, as of `FrozenGraph.diameter`; 0 if no pair is connected.
  public let diameter: Double

  /// The least eccentricity of a node, as of `FrozenGraph.radius`.
  public let radius: Double

  /// The nodes whose eccentricity is the radius, but for a part in 10¹⁰ by which sums of lengths may
  /// differ; where some node reaches no other, these are all such nodes.
  public let center: [NodeID]

  /// The nodes whose eccentricity is the diameter, but for a part in 10¹⁰: the ends of the longest of
  /// all shortest paths, in a directed graph where they start.
  public let periphery: [NodeID]

  /// The mean distance of the connected pairs, also called the average path length; `nil` if no
  /// pair is connected.
  public let mean: Double?

  /// The mean of 1 / distance over all pairs, where a pair that is not connected adds 0: the global
  /// efficiency of Latora and Marchiori (2001).
  ///
  /// `nil` if there is no pair, or if two nodes are at the distance 0.
  public let efficiency: Double?

  /// The connected pairs by their distance, nearest first; none of the classes is empty.
  ///
  /// Of numbers of steps, each has a class of its own. Lengths share one if they have the same
  /// first eleven bits: the least and the greatest of a class then differ by less than 1 in 1,024,
  /// and whole numbers up to 2,048 have classes of their own. Below 2⁻¹⁰²², where numbers have fewer
  /// bits, classes are 2⁻¹⁰³² wide.
  public let classes: [Class]

  /// Which part of the pairs is connected, 0 … 1; `nil` if there is no pair.
  ///
  /// - Complexity: O(1)
  public var connectedShare: Double? {
    pairCount > 0 ? Double(connectedPairCount) / Double(pairCount) : nil
  }

  /// A distance within which a part of the connected pairs is: `quantile(0.5)` is the median.
  ///
  /// It is a distance that occurs, the least within which so many pairs are, at least: the inverse
  /// of the distribution, without interpolation. Where the pair that decides shares its class with
  /// other distances, it is the greatest of the class, which is above the exact value by less than 1
  /// in 1,024.
  ///
  /// - Parameter part: The part, 0 … 1; what is beyond counts as 0 or 1.
  /// - Returns: The distance; `nil` if no pair is connected, or if the part is not a number.
  /// - Complexity: O(classes)
  public func quantile(_ part: Double) -> Double? {
    guard !part.isNaN else { return nil }
    // A part such as 0.07 is a little above its name, and must not ask for a pair more.
    let wanted = max(0, min(part, 1)) * Double(connectedPairCount) * (1 - 0x1p-50)
    var count = 0
    for group in classes {
      count += group.pairCount
      if Double(count) >= wanted { return group.distances.upperBound }
    }
    return nil
  }

  /// The connected pairs in bins of equal width, from 0 to the diameter.
  ///
  /// The width is the least power of two that needs no more bins than asked for (… ¼, ½, 1, 2 …),
  /// but at least 1 where all distances are whole numbers. So all bounds are exact numbers, and so
  /// are the counts.
  ///
  /// - Parameter count: How many bins there may be, 1 … 1024; what is beyond counts as 1 or 1024.
  /// - Returns: The bins, the nearest first, empty ones among them; none if no pair is connected.
  /// - Complexity: O(classes + bins)
  public func bins(atMost count: Int = 16) -> [Bin] {
    guard let farthest = classes.last?.distances.upperBound else { return [] }
    let count = max(1, min(count, 1024))
    let areWhole = classes.allSatisfy {
      $0.distances.lowerBound == $0.distances.lowerBound.rounded()
        && $0.distances.upperBound == $0.distances.upperBound.rounded()
    }
    // Classes of the least numbers that there are have this width.
    let least = areWhole ? 1 : 0x1p-1032
    var width = max(least, farthest.binade)
    while width > least, farthest / (width / 2) < Double(count) { width /= 2 }
    if count == 1, farthest >= width { width *= 2 }
    var counts = [Int](repeating: 0, count: 1 + Int(farthest / width))
    for group in classes { counts[Int(group.distances.lowerBound / width)] += group.pairCount }
    // Two times the greatest power of two is infinite, and that times 0 no number.
    func bound(_ number: Int) -> Double { number == 0 ? 0 : Double(number) * width }
    return counts.enumerated().map { number, pairCount in
      Bin(distances: bound(number)..<bound(number + 1), pairCount: pairCount)
    }
  }
}

extension FrozenGraph {
  /// How far nodes are apart: diameter, radius, mean distance, efficiency and distribution.
  ///
  /// Distances are the graph's if it was frozen with them, else numbers of edges. Self-loops have no
  /// effect, nor has any but the shortest of parallel edges. One search from each node answers all:
  /// this takes as long as ``eccentricities(_:execution:)``.
  ///
  /// The undirected path a – b – c has three pairs, two at the distance 1 and one at 2: diameter 2,
  /// radius 1, a mean of 4/3, an efficiency of (1 + 1 + 1/2) / 3 = 5/6; b is the center, a and c are
  /// the periphery. A graph without two nodes
  /// has no pair, neither mean nor efficiency, and the diameter and the radius 0.
  ///
  /// All numbers are the same bits on any number of threads. Of numbers of steps, mean and
  /// efficiency are computed from the exact counts.
  ///
  /// Harary: Graph Theory (1969), p. 35.
  /// Latora, Marchiori: Efficient behavior of small-world networks. Phys. Rev. Lett. 87 (2001).
  ///
  /// - Parameters:
  ///   - direction: Whether distances are from the node (the default), to the node, or on the
  ///     graph taken as undirected.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The numbers.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Complexity: That of ``eccentricities(_:execution:)``; memory O(nodes + edges) for each
  ///   thread, with lengths also 24 KB for each power of two that distances lie between, and without
  ///   O(diameter)
  public func distanceSummary(
    _ direction: Direction = .outgoing, execution: Execution = .sequential
  ) throws(AlgorithmError) -> DistanceSummary {
    let sums = try DistanceSums(self, direction, execution, countsClasses: true)
    let isDirected = isDirected && direction != .either
    let ordered = nodeCount * max(0, nodeCount - 1)
    // Eccentricities are those of all nodes, in an undirected graph too, where the sum from one end
    // may differ from that from the other in its last bit.
    let farthest = sums.farthest.array
    var (total, inverse) = (0.0, 0.0)
    var classes = sums.classes
    if weightRole == .distance {
      for node in 0..<nodeCount {
        total += sums.totals[node]
        inverse += sums.inverses[node]
      }
      if !isDirected { (total, inverse) = (total / 2, inverse / 2) }
    } else {
      for (steps, count) in sums.histogram.enumerated().dropFirst() where count > 0 {
        let pairs = isDirected ? count : count / 2
        let distance = Double(steps)
        classes.append(DistanceSummary.Class(distances: distance...distance, pairCount: pairs))
        total += Double(pairs) * distance
        inverse += Double(pairs) / distance
      }
    }
    let (diameter, radius) = (farthest.max() ?? 0, farthest.min() ?? 0)
    func nodes(at eccentricity: Double) -> [NodeID] {
      (0..<nodeCount).filter { abs(farthest[$0] - eccentricity) <= 1e-10 * eccentricity }
        .map(node(at:))
    }
    let pairs = isDirected ? ordered : ordered / 2
    let connected = classes.reduce(0) { $0 + $1.pairCount }
    return DistanceSummary(
      pairCount: pairs, connectedPairCount: connected, diameter: diameter, radius: radius,
      center: nodes(at: radius), periphery: nodes(at: diameter),
      mean: connected > 0 ? total / Double(connected) / sums.unit : nil,
      efficiency: pairs > 0 && inverse.isFinite ? inverse / Double(pairs) : nil, classes: classes)
  }
}
