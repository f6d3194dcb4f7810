internal import GraphCore

/// A search for the shortest ways to a target that leave a path at one of its nodes.
struct DetourSearch {
  let source: Int
  private let target: Int
  private let graph: FrozenGraph
  private let isWeighted: Bool

  /// How far the target is from each node, and by how many edges, if all nodes may be passed.
  private let distances: [Double]
  private let hops: [UInt32]

  /// The path that is left, and its nodes.
  private var path = DetourRoute(arcs: [], edges: [], length: 0, deviation: 0)
  private var nodes: [Int] = []
  /// The sum of the lengths up to each of its nodes.
  private var lengths: [Double] = []
  /// Whether a node is before the one where the path is left.
  private var isClosed: [Bool]
  private var closedCount = 0
  /// The paths followed so far, and the numbers of this one's beginnings among theirs.
  private var beginnings = PathBeginnings()
  private var places: [Int] = []
  /// Whether a path found before leaves the place that is looked at by an edge.
  private var isBarred: [Bool]

  private var remnant: RemnantSearch

  init(_ graph: FrozenGraph, from source: Int, to target: Int) {
    self.graph = graph
    self.source = source
    self.target = target
    isWeighted = graph.weightRole == .distance
    var search = PathSearch(graph, along: graph.incoming, tracksPaths: false)
    search.run(from: target)
    distances = search.distances
    hops = search.hops
    isClosed = [Bool](repeating: false, count: graph.nodeCount)
    isBarred = [Bool](repeating: false, count: graph.edgeCount)
    remnant = RemnantSearch(graph, to: target)
  }

  private func length(_ arc: Int) -> Double { isWeighted ? graph.outgoing.weights[arc] : 1 }

  /// The best path of all.
  func shortest() -> DetourRoute? {
    guard hops[source] != PathSearch.none else { return nil }
    if source == target { return DetourRoute(arcs: [], edges: [], length: 0, deviation: 0) }
    return walk(from: source, after: []).map { route($0[...], deviation: 0) }
  }

  /// Prepares to leave a path, the next one found; its last node but one comes first.
  mutating func follow(_ path: DetourRoute) {
    for node in nodes { isClosed[node] = false }
    self.path = path
    nodes = [source]
    lengths = [0]
    for arc in path.arcs {
      nodes.append(Int(graph.outgoing.targets[Int(arc)]))
      lengths.append((lengths.last ?? 0) + length(Int(arc)))
    }
    for node in nodes { isClosed[node] = true }
    closedCount = nodes.count
    places = beginnings.insert(path.arcs)
  }

  /// The best path that leaves the one followed at a place, not after the last one asked for, by
  /// another arc than those found before, and passes no node twice.
  ///
  /// - Parameters:
  ///   - place: How many of its arcs are kept.
  ///   - worst: What it has to come before to be of use, if anything.
  /// - Returns: The path; `nil` if there is none, or it is of no use.
  mutating func detour(at place: Int, ifBefore worst: DetourRoute?) -> DetourRoute? {
    while closedCount > place + 1 {
      closedCount -= 1
      isClosed[nodes[closedCount]] = false
    }
    let spur = nodes[place]
    let outgoing = graph.outgoing
    bar(place, true)
    defer { bar(place, false) }
    var best = (distance: Double.infinity, hops: UInt32.max)
    var exit: Int?
    for arc in outgoing.range(of: spur) {
      let head = Int(outgoing.targets[arc])
      if isClosed[head] || hops[head] == PathSearch.none || isBarred[Int(outgoing.edges[arc])] {
        continue
      }
      let label = (distances[head] + length(arc), hops[head] + 1)
      guard label.0.isFinite, label < (best.distance, best.hops) else { continue }
      best = label
      exit = arc
    }
    // A sum too great for a number leads nowhere.
    guard let exit, (lengths[place] + best.distance).isFinite else { return nil }
    if let worst, isAfter(worst, at: place, exit, best) { return nil }
    let beginning = path.arcs[..<place]
    // Where the way on from there, were all nodes open, meets no closed one, nothing is better.
    if let arcs = walk(from: Int(outgoing.targets[exit]), after: beginning + [UInt32(exit)]) {
      return finite(route(arcs[...], deviation: place))
    }
    let arcs = remnant.arcs(from: spur, isClosed: isClosed, isBarred: isBarred)
    return arcs.flatMap { finite(route(beginning + $0, deviation: place)) }
  }

  /// Bars the edges by which paths followed leave a place on the last of them, or no longer.
  private mutating func bar(_ place: Int, _ isBarred: Bool) {
    for arc in beginnings.arcs(after: places[place]) {
      self.isBarred[Int(graph.outgoing.edges[Int(arc)])] = isBarred
    }
  }

  /// Whether no path that leaves the one followed by an arc can come before another one.
  private func isAfter(
    _ worst: DetourRoute, at place: Int, _ exit: Int, _ best: (distance: Double, hops: UInt32)
  ) -> Bool {
    let length = lengths[place] + best.distance
    // The sums were rounded in another order.
    if isWeighted { return length > worst.length * (1 + 1e-9) }
    if length != worst.length { return length > worst.length }
    let edges = path.edges[..<place]
    if edges == worst.edges[..<min(place, worst.edges.count)] {
      return place < worst.edges.count && graph.outgoing.edges[exit] > worst.edges[place]
    }
    return worst.edges.lexicographicallyPrecedes(edges)
  }

  /// Goes on to the target as if all nodes were open, by the first edges of those as good.
  ///
  /// - Returns: The arcs given and those that follow; `nil` if a closed node is met.
  private func walk(from start: Int, after beginning: ArraySlice<UInt32>) -> [UInt32]? {
    let (outgoing, hops, distances) = (graph.outgoing, hops, distances)
    var arcs = Array(beginning)
    arcs.reserveCapacity(beginning.count + Int(hops[start]))
    var node = start
    while node != target {
      let next = outgoing.range(of: node).first { arc in
        let head = Int(outgoing.targets[arc])
        return hops[head] != PathSearch.none && hops[head] + 1 == hops[node]
          && distances[head] + length(arc) == distances[node]
      }
      guard let next, !isClosed[Int(outgoing.targets[next])] else { return nil }
      arcs.append(UInt32(next))
      node = Int(outgoing.targets[next])
    }
    return arcs
  }

  private func finite(_ route: DetourRoute) -> DetourRoute? { route.length.isFinite ? route : nil }

  private func route(_ arcs: ArraySlice<UInt32>, deviation: Int) -> DetourRoute {
    DetourRoute(
      arcs: Array(arcs), edges: arcs.map { graph.outgoing.edges[Int($0)] },
      length: arcs.reduce(0) { $0 + length(Int($1)) }, deviation: deviation)
  }
}
