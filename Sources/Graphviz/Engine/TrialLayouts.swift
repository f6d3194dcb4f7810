internal import ExactTexts

/// Layouts made to see whether libgvc would survive the real one.
///
/// Some faults hang on what an engine decides on its way, such as the rank of a node. Where a
/// description could run into one of them, the engine is first asked to stop short of it, or to
/// leave out what leads to it.
extension DrawingJob {
  func tryOut(_ context: GraphvizContext) throws(GraphvizError) {
    if engine == .dot { try tryRanks(context) }
    if ["scale", "scalexy"].contains(prepared.attributes.value("overlap")) {
      try tryScaling(context)
    }
    if prepared.attributes.value("splines") == Splines.ortho.rawValue { try tryBorders(context) }
    if engine == .dot, prepared.attributes.value("compound") == "true" { try tryCuts(context) }
  }

  /// Lays out another version of the graph and looks at the result.
  private func layOut(
    _ graph: PreparedGraph, _ context: GraphvizContext,
    then look: (NativeGraph) throws(GraphvizError) -> Void
  ) throws(GraphvizError) {
    let native = try NativeGraph(graph)
    try native.layOut(with: engine, seed: seed, context) { (_) throws(GraphvizError) in
      try look(native)
    }
  }

  private func subject(_ edge: Int) -> GraphvizError.Subject {
    let ends = prepared.edges[edge]
    return .edge(
      index: edge, tail: prepared.nodes[ends.tail].name, head: prepared.nodes[ends.head].name)
  }

  // MARK: Ranks

  /// dot writes past the end of an array for an edge across too many ranks, frees memory twice for
  /// a label between two nodes of a rank that others stand between, and goes on with wrong numbers
  /// when a length does not fit 16 bits.
  private func tryRanks(_ context: GraphvizContext) throws(GraphvizError) {
    let mayBeFlat = prepared.mayHaveFlatLabels
    let mayBeWide = prepared.mayExceed(Limits.dotExtent)
    guard mayBeFlat || mayBeWide || prepared.mostRanks > Limits.edgeRanks else { return }
    // Sizes are known after the first phase; the second one already takes them for granted.
    if mayBeWide {
      let graph = prepared.stopped(afterPhase: 1)
      try layOut(graph, context) { (native) throws(GraphvizError) in
        try checkExtents(of: native, graph)
        try checkRanks(of: native, graph)
      }
    }
    guard mayBeFlat || !mayBeWide else { return }
    let graph = prepared.stopped(afterPhase: mayBeFlat ? 2 : 1)
    try layOut(graph, context) { (native) throws(GraphvizError) in
      try checkRanks(of: native, graph)
      guard mayBeFlat else { return }
      try checkLabels(of: native, graph)
    }
  }

  private func checkRanks(
    of native: NativeGraph, _ graph: PreparedGraph
  ) throws(GraphvizError) {
    for (edge, ends) in graph.edges.enumerated() {
      let span = abs(native.place(ofNode: ends.tail).rank - native.place(ofNode: ends.head).rank)
      guard span <= Limits.edgeRanks else {
        throw GraphvizError(
          .limitExceeded,
          "dot would lead the edge across \(span) ranks, more than \(Limits.edgeRanks)",
          subject: subject(edge), attribute: "minlen")
      }
    }
  }

  private func checkLabels(
    of native: NativeGraph, _ graph: PreparedGraph
  ) throws(GraphvizError) {
    for (edge, ends) in graph.edges.enumerated() where ends.tail != ends.head {
      let (tail, head) = (native.place(ofNode: ends.tail), native.place(ofNode: ends.head))
      guard !graph.hasLabel(edge) || tail.rank != head.rank || abs(tail.order - head.order) <= 1
      else {
        throw GraphvizError(
          .unsupported,
          "dot cannot place a label between two nodes of a rank that others stand between; "
            + "use xLabel", subject: subject(edge), attribute: "label")
      }
    }
  }

  /// What a node takes in a rank: itself, and the labels of edges to itself beside it.
  private func checkExtents(
    of native: NativeGraph, _ graph: PreparedGraph
  ) throws(GraphvizError) {
    func refusal(_ subject: GraphvizError.Subject, _ attribute: String) -> GraphvizError {
      GraphvizError(
        .limitExceeded, "dot takes extents of up to \(Limits.dotExtent) points",
        subject: subject, attribute: attribute)
    }
    var extents = graph.nodes.indices.map { native.extent(ofNode: $0) }
    for (edge, ends) in graph.edges.enumerated() {
      let extent = native.labelExtent(ofEdge: edge)
      guard extent <= Limits.dotExtent else { throw refusal(subject(edge), "label") }
      if ends.tail == ends.head { extents[ends.tail] += extent }
    }
    for (node, extent) in extents.enumerated() where !(extent <= Limits.dotExtent) {
      throw refusal(.node(graph.nodes[node].name), "width")
    }
    for (place, subgraph) in graph.subgraphs.enumerated()
    where !(native.labelExtent(ofSubgraph: place) <= Limits.dotExtent) {
      throw refusal(.subgraph(subgraph.id), "label")
    }
  }

  // MARK: Scaling

  /// No scale takes nodes at one place apart; libgvc divides by nothing, and ends the process when
  /// it looks for the middle of an edge there.
  private func tryScaling(_ context: GraphvizContext) throws(GraphvizError) {
    // dot and osage have no overlaps.
    guard engine != .dot, engine != .osage else { return }
    var graph = prepared
    for (name, value) in [("overlap", "true"), ("splines", Splines.none.rawValue)] {
      graph.attributes.removeAll { $0.name == name }
      graph.attributes.append((name, AttributeText(text: value)))
    }
    try layOut(graph, context) { (native) throws(GraphvizError) in
      var seen: Set<Point> = []
      for node in native.layout(of: graph, by: engine).nodes
      where !seen.insert(node.center).inserted {
        throw GraphvizError(
          .unsupported, "the node is at the same place as another: no scale takes them apart",
          subject: .node(node.id), attribute: "overlap")
      }
    }
  }

  // MARK: Orthogonal edges

  /// The router of orthogonal edges aborts when nodes overlap, or when two borders are in one line
  /// for one part of it and not for another.
  private func tryBorders(_ context: GraphvizContext) throws(GraphvizError) {
    var graph = prepared
    graph.attributes.removeAll { $0.name == "splines" }
    graph.attributes.append(("splines", AttributeText(text: Splines.line.rawValue)))
    try layOut(graph, context) { (native) throws(GraphvizError) in
      let layout = native.layout(of: graph, by: engine)
      for borders in [
        Borders(layout.nodes.map { ($0.center.x, $0.size.width) }),
        Borders(layout.nodes.map { ($0.center.y, $0.size.height) }),
      ] where borders.hasNearMiss {
        throw GraphvizError(
          .unsupported,
          "orthogonal edges need nodes whose borders are in line or clearly not; "
            + "give the nodes sizes of whole points, or another shape", subject: .graph,
          attribute: "splines")
      }
      guard !Borders.overlap(layout.nodes) else {
        throw GraphvizError(
          .unsupported, "orthogonal edges need room between nodes", subject: .graph,
          attribute: "splines")
      }
    }
  }

  // MARK: Edges that end at a cluster

  /// dot aborts when an edge to be cut off at the border of a cluster does not cross it.
  private func tryCuts(_ context: GraphvizContext) throws(GraphvizError) {
    let cut = prepared.edges.indices.filter { edge in
      ["lhead", "ltail"].contains { prepared.edgeValue($0, edge) != nil }
    }
    guard !cut.isEmpty else { return }
    var graph = prepared
    graph.attributes.removeAll { $0.name == "compound" }
    try layOut(graph, context) { (native) throws(GraphvizError) in
      let layout = native.layout(of: graph, by: engine)
      var boxes: [ExactText: Box] = [:]
      for cluster in layout.clusters { boxes[PreparedGraph.clusterName(cluster.id)] = cluster.box }
      for edge in cut {
        let isCut = ClusterCut(
          layout.edges[edge], tail: layout.nodes[graph.edges[edge].tail].center,
          head: layout.nodes[graph.edges[edge].head].center,
          tailBox: graph.edgeValue("ltail", edge).flatMap { boxes[$0] },
          headBox: graph.edgeValue("lhead", edge).flatMap { boxes[$0] }
        ).isClear
        guard isCut else {
          throw GraphvizError(
            .unsupported, "the edge does not cross the border of the cluster that it should end at",
            subject: subject(edge),
            attribute: graph.edgeValue("lhead", edge) == nil ? "ltail" : "lhead")
        }
      }
    }
  }
}

extension PreparedGraph {
  /// The graph for a layout by dot that ends early: after ranks, or after the order in them.
  fileprivate func stopped(afterPhase phase: Int) -> PreparedGraph {
    var graph = self
    graph.attributes.append(("phase", AttributeText(text: String(phase))))
    // These have no part in it, and could not be placed.
    let placed: Set = ["xlabel", "headlabel", "taillabel"]
    graph.edgeDefaults.removeAll { placed.contains($0.name) }
    graph.nodeDefaults.removeAll { placed.contains($0.name) }
    for edge in graph.edges.indices {
      graph.edges[edge].attributes.removeAll { placed.contains($0.name) }
    }
    for node in graph.nodes.indices {
      graph.nodes[node].attributes.removeAll { placed.contains($0.name) }
    }
    return graph
  }
}
