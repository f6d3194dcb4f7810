internal import GraphCore

/// Brandes's accumulation on one block where arcs have lengths, for one source after the other.
///
/// Distances come from buckets instead of a heap. Nodes are then sorted by them, and each node's
/// arcs that shortest paths take are noted on the way out, so that the way back reads only these.
///
/// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
final class DistanceBrandes {
  private let block: BlockGraph
  private let roads: BucketSearch.Roads
  private let search: BucketSearch
  private let sorter: DistanceOrder
  private let counts: Buffer<Double>
  /// What each node passes on to those before it, a part for each of its paths.
  private let flows: Buffer<Double>
  private let tightArcs: Buffer<UInt32>
  private let tightEnds: Buffer<UInt32>
  let sums: Buffer<Double>

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - block: The block, twins not merged.
  ///   - roads: Its arcs with their lengths.
  ///   - ofEdges: Whether arcs are summed for rather than nodes.
  init(_ block: BlockGraph, _ roads: BucketSearch.Roads, ofEdges: Bool) {
    self.block = block
    self.roads = roads
    search = BucketSearch(roads)
    sorter = DistanceOrder(nodeCount: block.nodeCount)
    counts = Buffer(repeating: 0, count: block.nodeCount)
    flows = Buffer(repeating: 0, count: block.nodeCount)
    tightArcs = Buffer(repeating: 0, count: block.targets.count + 1)
    tightEnds = Buffer(repeating: 0, count: block.nodeCount)
    sums = Buffer(repeating: 0, count: ofEdges ? block.targets.count : block.nodeCount)
  }

  /// Adds what depends on one source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - ofEdges: Whether arcs are summed for.
  ///   - shouldStop: Says whether the run was called off.
  func add(from source: Int, ofEdges: Bool, shouldStop: () -> Bool) {
    guard search.run(from: source, shouldStop: shouldStop) else { return }
    let distances = search.distances.base
    // Lengths are above what rounding can do, so that no two nodes on a path are as far.
    let order = sorter.sorted(search.reached, by: distances)
    let (offsets, targets) = (roads.arcs.offsets, roads.arcs.targets)
    let (weights, counts, tightArcs) = (roads.arcs.weights, counts.base, tightArcs.base)
    let tightEnds = tightEnds.base
    for node in order { counts[Int(node)] = 0 }
    counts[source] = 1
    var end = 0
    for (place, node) in order.enumerated() {
      if place % Execution.pieceLength == Execution.pieceLength - 1 && shouldStop() { return }
      let (distance, count) = (distances[Int(node)], counts[Int(node)])
      let first = end
      // Noted without a branch for whether it counts, which few arcs do, and nobody can foresee.
      for arc in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
        let (sum, least) = (distance + weights[arc], distances[Int(targets[arc])])
        tightArcs[end] = UInt32(truncatingIfNeeded: arc)
        // The sign of what it is longer by than rounding explains; and where lengths differ much,
        // a short arc may seem as long as its ends are apart both ways.
        let (excess, way) = (abs(sum - least) - 1e-10 * (sum + least), distance - least)
        end &+= Int(truncatingIfNeeded: (excess.bitPattern & way.bitPattern) &>> 63)
      }
      for tight in first..<end { counts[Int(targets[Int(tightArcs[tight])])] += count }
      tightEnds[place] = UInt32(truncatingIfNeeded: end)
    }
    let weight = block.sourceLoads[source]
    let (flows, sums) = (flows.base, sums.base)
    for place in stride(from: order.count - 1, through: 0, by: -1) {
      let node = Int(order[place])
      let begin = place == 0 ? 0 : Int(tightEnds[place - 1])
      var sum = 0.0
      for tight in begin..<Int(tightEnds[place]) {
        let arc = Int(tightArcs[tight])
        let flow = flows[Int(targets[arc])]
        sum += flow
        if ofEdges { sums[arc] += weight * counts[node] * flow }
      }
      // No number where there are too many paths for one, as in `LaneBrandes`.
      flows[node] = block.targetLoads[node] / counts[node] + sum + counts[node] * 0
      if !ofEdges && node != source { sums[node] += weight * counts[node] * sum }
    }
  }
}
