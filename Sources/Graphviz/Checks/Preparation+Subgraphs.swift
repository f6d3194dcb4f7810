internal import ExactTexts

extension Preparation {
  /// Where a subgraph is.
  private struct Surroundings {
    var parent: Int?
    var cluster: Int?
    var depth = 1
    var scope = Scope()
  }

  /// Checks and adds all subgraphs.
  mutating func addSubgraphs() throws(GraphvizError) {
    // All names first: attributes may name clusters that come later.
    try collectNames(description.subgraphs, depth: 1)
    for subgraph in description.subgraphs { try add(subgraph, in: Surroundings()) }
    try checkRanks()
  }

  private mutating func collectNames(
    _ subgraphs: [Subgraph], depth: Int
  ) throws(GraphvizError) {
    guard depth <= Limits.subgraphDepth || subgraphs.isEmpty else {
      throw GraphvizError(
        .limitExceeded, "subgraphs are nested deeper than \(Limits.subgraphDepth)",
        subject: .graph)
    }
    for subgraph in subgraphs {
      let id = subgraph.id
      try locating(.subgraph(id)) { () throws(GraphvizError) in
        try Escaping.name(id, "the identifier")
        guard !subgraph.isCluster else {
          let name = PreparedGraph.clusterName(id)
          guard places[name] == nil else {
            throw GraphvizError(.duplicateIdentifier, "a node has the name of this cluster")
          }
          guard clusterNames.insert(name) else {
            throw GraphvizError(.duplicateIdentifier, "there are two clusters of this identifier")
          }
          return
        }
        guard !id.startsExactly(with: "cluster") else {
          throw GraphvizError(.invalidValue, "only a cluster's identifier begins with \"cluster\"")
        }
        guard id.isEmpty || groupNames.insert(id) else {
          throw GraphvizError(.duplicateIdentifier, "there are two subgraphs of this identifier")
        }
      }
      try collectNames(subgraph.subgraphs, depth: depth + 1)
    }
  }

  private mutating func add(
    _ subgraph: Subgraph, in surroundings: Surroundings
  ) throws(GraphvizError) {
    let place = result.subgraphs.count
    let subject = GraphvizError.Subject.subgraph(subgraph.id)
    var inner = surroundings
    inner.parent = place
    inner.depth += 1
    if subgraph.isCluster { inner.cluster = place }
    inner.scope = try scope(of: subgraph, in: surroundings.scope)

    result.subgraphs.append(
      .init(
        name: subgraph.isCluster
          ? PreparedGraph.clusterName(subgraph.id) : (subgraph.id.isEmpty ? nil : subgraph.id),
        id: subgraph.id, isCluster: subgraph.isCluster, parent: surroundings.parent,
        attributes: try attributes(of: subgraph), nodes: []))

    // What is inside claims its nodes first: they may be named outside too.
    for subgraph in subgraph.subgraphs { try add(subgraph, in: inner) }

    var seen: Set<Int> = []
    for id in subgraph.nodes {
      guard let node = places[id] else {
        throw GraphvizError(.unknownIdentifier, "there is no node \"\(id)\"", subject: subject)
      }
      guard seen.insert(node).inserted else { continue }
      if let cluster = inner.cluster { try claim(node, for: cluster, id) }
      if scopes[node] == nil { scopes[node] = inner.scope }
      result.subgraphs[place].nodes.append(node)
    }
  }

  /// Puts a node into a cluster: an outer cluster of its own is fine, another one is not.
  private mutating func claim(
    _ node: Int, for cluster: Int, _ id: String
  ) throws(GraphvizError) {
    guard let other = clusters[node] else {
      clusters[node] = cluster
      return
    }
    guard isCluster(cluster, around: other) else {
      throw GraphvizError(
        .invalidStructure,
        "the node is in two clusters, \"\(result.subgraphs[other].id)\" and "
          + "\"\(result.subgraphs[cluster].id)\"", subject: .node(id))
    }
  }

  private func isCluster(_ outer: Int, around inner: Int) -> Bool {
    var current: Int? = inner
    while let place = current {
      if place == outer { return true }
      current = result.subgraphs[place].parent
    }
    return false
  }

  private func scope(of subgraph: Subgraph, in outer: Scope) throws(GraphvizError) -> Scope {
    var scope = outer
    var defaults = subgraph.nodeDefaults
    scope.shape = defaults.shape ?? outer.shape
    scope.fixedSize = defaults.fixedSize ?? outer.fixedSize
    scope.label = defaults.label ?? outer.label
    defaults.label = nil
    var list = list()
    try locating(.subgraph(subgraph.id)) { () throws(GraphvizError) in
      try defaults.write(to: &list)
    }
    scope.entries = Self.inheriting(list.entries, outer.entries)
    return scope
  }

  /// A subgraph's own attributes, then the defaults, then what it takes from the graph.
  private func attributes(
    of subgraph: Subgraph
  ) throws(GraphvizError) -> [AttributeList.Entry] {
    let description = description
    var own = list()
    try locating(.subgraph(subgraph.id)) { () throws(GraphvizError) in
      try subgraph.attributes.write(to: &own)
      guard !subgraph.isCluster || subgraph.attributes.rank == nil else {
        throw GraphvizError(
          .invalidStructure, "a cluster takes no rank; a subgraph in it does", attribute: "rank")
      }
    }
    guard subgraph.isCluster else { return own.entries }
    var defaults = list()
    try locating(.graph) { () throws(GraphvizError) in
      var attributes = description.subgraphDefaults
      attributes.rank = nil
      attributes.fontName = attributes.fontName ?? description.attributes.fontName
      attributes.fontSize = attributes.fontSize ?? description.attributes.fontSize
      attributes.fontColor = attributes.fontColor ?? description.attributes.fontColor
      attributes.pack = attributes.pack ?? description.attributes.pack
      attributes.packMode = attributes.packMode ?? description.attributes.packMode
      attributes.k = attributes.k ?? description.attributes.k
      try attributes.write(to: &defaults)
    }
    return Self.inheriting(own.entries, defaults.entries)
  }

  /// dot ends the process when a rank takes in nodes of two clusters, or of a cluster that it is
  /// not in.
  private mutating func checkRanks() throws(GraphvizError) {
    var moves: [(place: Int, cluster: Int)] = []
    for (place, subgraph) in result.subgraphs.enumerated() {
      guard let rank = subgraph.attributes.first(where: { $0.name == "rank" }) else { continue }
      func refusal(_ message: String) -> GraphvizError {
        GraphvizError(
          .invalidStructure, message, subject: .subgraph(subgraph.id), attribute: "rank")
      }
      let nodes = members(of: place)
      let first = nodes.first.map { clusters[$0] }
      guard nodes.allSatisfy({ clusters[$0] == first }) else {
        throw refusal("nodes of different clusters cannot be put on one rank")
      }
      let inner = result.subgraphs.indices.filter { $0 != place && isCluster(place, around: $0) }
      guard !inner.contains(where: { result.subgraphs[$0].isCluster }) else {
        throw refusal("there cannot be a cluster within a rank")
      }
      guard let cluster = first ?? nil, cluster != innermostCluster(around: place) else { continue }
      guard inner.isEmpty, rank.value.text == Rank.same.rawValue else {
        throw refusal("the nodes are in a cluster: their rank has to be in it, too")
      }
      moves.append((place, cluster))
    }
    if engine == .dot { try checkContradictions() }
    moveRanks(moves)
  }

  /// dot goes on with wrong numbers when nodes would have to be first and last.
  private func checkContradictions() throws(GraphvizError) {
    // The first rank group of all that share nodes with one another.
    var leaders = Array(result.subgraphs.indices)
    func leader(of place: Int) -> Int {
      var place = place
      while leaders[place] != place { place = leaders[place] }
      return place
    }
    var groups: [Int: Int] = [:]
    var kinds: [Int: String] = [:]
    for (place, subgraph) in result.subgraphs.enumerated() {
      guard let rank = subgraph.attributes.value("rank") else { continue }
      if rank != Rank.same.rawValue { kinds[place] = rank }
      for node in members(of: place) {
        guard let other = groups.updateValue(place, forKey: node) else { continue }
        let (first, second) = (leader(of: other), leader(of: place))
        guard first != second else { continue }
        guard kinds[first] == kinds[second] || kinds[first] == nil || kinds[second] == nil else {
          throw GraphvizError(
            .invalidStructure, "the node would have to be on two ranks",
            subject: .node(description.nodes[node].id), attribute: "rank")
        }
        leaders[second] = first
        kinds[first] = kinds[first] ?? kinds[second]
      }
    }
  }

  /// Puts ranks into the cluster that all of their nodes are in, which says the same.
  private mutating func moveRanks(_ moves: [(place: Int, cluster: Int)]) {
    guard !moves.isEmpty else { return }
    let isMoved = Set(moves.map(\.place))
    var moved: [PreparedGraph.Subgraph] = []
    for (place, cluster) in moves {
      var subgraph = result.subgraphs[place]
      subgraph.parent = cluster
      moved.append(subgraph)
    }
    let kept = result.subgraphs.indices.filter { !isMoved.contains($0) }
    var newPlaces = Array(repeating: 0, count: result.subgraphs.count)
    for (new, old) in kept.enumerated() { newPlaces[old] = new }
    result.subgraphs = (kept.map { result.subgraphs[$0] } + moved).map {
      var subgraph = $0
      subgraph.parent = subgraph.parent.map { newPlaces[$0] }
      return subgraph
    }
    clusters = clusters.map { $0.map { newPlaces[$0] } }
  }

  private func innermostCluster(around place: Int) -> Int? {
    var current: Int? = place
    while let place = current {
      if result.subgraphs[place].isCluster { return place }
      current = result.subgraphs[place].parent
    }
    return nil
  }

  private func members(of place: Int) -> [Int] {
    result.subgraphs.indices.flatMap { index in
      isCluster(place, around: index) ? result.subgraphs[index].nodes : []
    }
  }
}
