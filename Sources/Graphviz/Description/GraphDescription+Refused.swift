internal import ExactTexts

extension GraphDescription {
  /// Takes out the attributes and ports that drawing would refuse, and says which these were.
  ///
  /// DOT files of others have attributes that would make libgvc read files, that belong to a
  /// layout, or whose values are out of bounds; Graphviz itself goes on without many of them. What
  /// is left can still be refused for its structure or by the engine.
  ///
  /// ```swift
  /// var graph = try GraphDescription(dot: #"graph { page="8,10"; a [image="a.png"] }"#)
  /// let refused = graph.removeRefused()
  /// refused.map(\.attribute)  // ["page", "image"]
  /// ```
  ///
  /// - Complexity: O(n), n being the size of the description.
  /// - Returns: Why each was taken out, in the order of the description.
  @discardableResult
  public mutating func removeRefused() -> [GraphvizError] {
    var cleaner = Cleaner()
    cleaner.collect(subgraphs, depth: 1)
    attributes = cleaner.cleaned(attributes, .graph)
    nodeDefaults = cleaner.cleaned(nodeDefaults, .graph)
    edgeDefaults = cleaner.cleaned(edgeDefaults, .graph)
    subgraphDefaults = cleaner.cleaned(subgraphDefaults, .graph)
    var ports: [ExactText: Set<ExactText>] = [:]
    for place in nodes.indices {
      let node = nodes[place]
      nodes[place].attributes = cleaner.cleaned(
        node.attributes, .node(node.id), shape: nodeDefaults.shape)
      ports[node.id] = (nodes[place].attributes.label ?? nodeDefaults.label)?.ports
    }
    cleaner.clean(&subgraphs, depth: 1)
    for place in edges.indices {
      let edge = edges[place]
      let subject = GraphvizError.Subject.edge(
        index: place, tail: edge.tail.node, head: edge.head.node)
      edges[place].attributes = cleaner.cleaned(edge.attributes, subject)
      cleaner.clean(&edges[place].tail, "tailport", ports, subject)
      cleaner.clean(&edges[place].head, "headport", ports, subject)
    }
    return cleaner.refused
  }

  private struct Cleaner {
    var refused: [GraphvizError] = []
    private var clusterNames: Set<ExactText> = []

    mutating func collect(_ subgraphs: [Subgraph], depth: Int) {
      guard depth <= Limits.subgraphDepth else { return }
      for subgraph in subgraphs {
        if subgraph.isCluster { clusterNames.insert(PreparedGraph.clusterName(subgraph.id)) }
        collect(subgraph.subgraphs, depth: depth + 1)
      }
    }

    mutating func clean(_ subgraphs: inout [Subgraph], depth: Int) {
      guard depth <= Limits.subgraphDepth else { return }
      for place in subgraphs.indices {
        let subject = GraphvizError.Subject.subgraph(subgraphs[place].id)
        subgraphs[place].attributes = cleaned(subgraphs[place].attributes, subject)
        subgraphs[place].nodeDefaults = cleaned(subgraphs[place].nodeDefaults, subject)
        clean(&subgraphs[place].subgraphs, depth: depth + 1)
      }
    }

    /// A port that the node's label has not; libgvc would lead the edge to the middle instead.
    mutating func clean(
      _ end: inout Endpoint, _ attribute: String, _ ports: [ExactText: Set<ExactText>],
      _ subject: GraphvizError.Subject
    ) {
      guard let port = end.port, ports[end.node]?.contains(port) != true else { return }
      refused.append(
        GraphvizError(
          .unknownIdentifier, "the node \"\(end.node)\" has no port \"\(port)\"",
          subject: subject, attribute: attribute))
      end.port = nil
    }

    mutating func cleaned<Group: DOTGroup & AttributeGroup>(
      _ group: Group, _ subject: GraphvizError.Subject, shape: NodeShape? = nil
    ) -> Group {
      var group = group
      var list = AttributeList()
      list.clusterNames = clusterNames
      if case .node = subject, let attributes = group as? NodeAttributes {
        list.isNode = true
        list.isRecord = (attributes.shape ?? shape)?.isRecord ?? false
      }
      while true {
        var trial = list
        do throws(GraphvizError) {
          try group.write(to: &trial)
          return group
        } catch {
          // Each round takes one out, and the last one has nothing left to refuse.
          guard let name = error.attribute, let rest = group.removing(name) else { return group }
          var located = error
          located.subject = subject
          refused.append(located)
          group = rest
        }
      }
    }
  }
}

extension DOTGroup {
  /// The attributes without one of them; nil if it is not among them.
  fileprivate func removing(_ name: String) -> Self? {
    var result = self
    if result.other.removeValue(forKey: name) != nil { return result }
    if let label = Self.labels.first(where: { $0.name == name }) {
      guard self[keyPath: label.path] != nil else { return nil }
      result[keyPath: label.path] = nil
      return result
    }
    guard let field = Self.fields.first(where: { $0.name == name }), field.write(self) != nil
    else { return nil }
    result = Self()
    for (_, path) in Self.labels { result[keyPath: path] = self[keyPath: path] }
    for other in Self.fields where other.name != name {
      if let raw = other.write(self) { _ = other.read(&result, raw, [:]) }
    }
    result.other = other
    return result
  }
}
