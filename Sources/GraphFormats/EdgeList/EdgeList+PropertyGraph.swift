public import GraphCore

extension EdgeList {
  /// Takes the edges of a property graph, with the identifiers of its nodes for names.
  ///
  /// Everything else that the graph holds is left behind.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - attribute: The attribute of edges that holds the weight; `nil` for no weights. An edge
  ///     without a value of it weighs 1.
  ///   - role: What the weights mean.
  /// - Throws: ``EdgeListError`` if the attribute of an edge is not a number, or one that is
  ///   negative, infinite or NaN.
  /// - Complexity: O(nodes + edges + length of the identifiers)
  public init(
    _ graph: PropertyGraph, weightedBy attribute: String? = nil, as role: WeightRole = .strength
  ) throws(EdgeListError) {
    let names = NodeNames(graph.graph.nodes.lazy.map { graph.graph[$0].id })
    guard let attribute else {
      self.init(graph.graph.frozen(), names: names)
      return
    }
    func weight(_ edge: EdgeID) -> Double {
      switch graph.value(of: attribute, at: edge) {
      case nil: 1
      case .int(let value): Double(value)
      case .long(let value): Double(value)
      case .float(let value): Double(value)
      case .double(let value): value
      case .boolean, .string: .nan
      }
    }
    do {
      let frozen =
        switch role {
        case .distance: try graph.graph.frozen(distance: { edge, _ in weight(edge) })
        case .strength: try graph.graph.frozen(strength: { edge, _ in weight(edge) })
        }
      self.init(frozen, names: names)
    } catch {
      throw EdgeListError(
        .weight,
        """
        the attribute “\(attribute)” of edge \(error.edge) is not zero or a positive finite \
        number; choose another one for the weight
        """)
    }
  }
}
