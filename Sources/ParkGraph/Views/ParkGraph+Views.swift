import GraphCore

extension ParkGraph {
  /// Makes a view of the graph.
  ///
  /// - Parameters:
  ///   - kind: Which entities become nodes and which statements edges.
  ///   - included: Relations to add to a partnership or affiliation view, together with the entities
  ///     that they tie, over any number of steps, to what is in it.
  /// - Returns: The view; nodes and edges are in the order of identifiers.
  /// - Complexity: O(*n* + *k*²) in the number of statements and, for a partnership view, of parties
  ///   an agreement.
  public func view(_ kind: ParkView.Kind, including included: Set<Relation.Kind> = []) -> ParkView {
    var builder = ViewBuilder(source: self, directedness: kind == .full ? .directed : .undirected)
    switch kind {
    case .full:
      for entity in entities { builder.addNode(entity.id) }
      for agreement in agreements { builder.addParties(of: agreement) }
      builder.addRelations(of: Set(Relation.Kind.allCases))
    case .affiliation:
      for agreement in agreements { builder.addParties(of: agreement) }
      builder.addRelations(of: included)
    case .partnership:
      for agreement in agreements { builder.addPartnerships(of: agreement) }
      builder.addRelations(of: included)
    }
    return ParkView(kind: kind, graph: builder.graph, nodes: builder.nodes)
  }
}

private struct ViewBuilder {
  let source: ParkGraph
  var graph: Graph<EntityID, Tie>
  var nodes: [EntityID: NodeID] = [:]

  init(source: ParkGraph, directedness: Directedness) {
    self.source = source
    graph = Graph(directedness)
  }

  @discardableResult
  mutating func addNode(_ id: EntityID) -> NodeID {
    if let node = nodes[id] { return node }
    let node = graph.addNode(id)
    nodes[id] = node
    return node
  }

  /// The parties that are in the graph, with what qualifies each; the agreement's period stands in
  /// for a date that the party has not.
  private func parties(of agreement: Agreement) -> [(
    id: EntityID, party: Statement<Agreement.Party>
  )] {
    agreement.parties.compactMap { party in
      guard let id = party.value.entity, source[id] != nil else { return nil }
      var party = party
      if let period = agreement.profile.period?.validity {
        let own = party.qualifiers.validity
        party.qualifiers.validity =
          Validity(from: own.from ?? period.from, until: own.until ?? period.until) ?? own
      }
      return (id, party)
    }
  }

  mutating func addParties(of agreement: Agreement) {
    let node = addNode(agreement.profile.id)
    for (id, party) in parties(of: agreement) {
      graph.addEdge(
        from: addNode(id), to: node,
        Tie(
          kind: .party, agreement: agreement.profile.id, role: party.value.role, weight: 1,
          qualifiers: party.qualifiers))
    }
  }

  mutating func addPartnerships(of agreement: Agreement) {
    let parties = parties(of: agreement)
    guard parties.count > 1 else { return }
    // A party that no source names has its share too.
    let weight = 1 / Double(agreement.parties.count - 1)
    for (index, first) in parties.enumerated() {
      for second in parties[(index + 1)...] where second.id != first.id {
        graph.addEdge(
          from: addNode(first.id), to: addNode(second.id),
          Tie(
            kind: .partnership(agreement.form), agreement: agreement.profile.id, role: nil,
            weight: weight, qualifiers: merged(first.party.qualifiers, second.party.qualifiers)))
      }
    }
  }

  mutating func addRelations(of kinds: Set<Relation.Kind>) {
    let reached = entitiesReached(by: kinds)
    for entity in source.entities where reached.contains(entity.id) {
      for relation in entity.profile.relations
      where kinds.contains(relation.value.kind) && source[relation.value.object] != nil {
        graph.addEdge(
          from: addNode(entity.id), to: addNode(relation.value.object),
          Tie(
            kind: .relation(relation.value.kind), agreement: nil, role: relation.value.role,
            weight: 1, qualifiers: relation.qualifiers))
      }
    }
  }

  /// The entities in the view, and those that relations of these kinds tie to them, either way and
  /// over any number of steps.
  private func entitiesReached(by kinds: Set<Relation.Kind>) -> Set<EntityID> {
    var others: [EntityID: [EntityID]] = [:]
    for entity in source.entities {
      for relation in entity.profile.relations where kinds.contains(relation.value.kind) {
        others[entity.id, default: []].append(relation.value.object)
        others[relation.value.object, default: []].append(entity.id)
      }
    }
    var reached = Set(nodes.keys)
    var waiting = Array(reached)
    while let id = waiting.popLast() {
      for other in others[id] ?? [] where reached.insert(other).inserted { waiting.append(other) }
    }
    return reached
  }

  /// What qualifies a tie that two statements make together: the evidence of both, and the doubts of
  /// either.
  private func merged(_ first: Qualifiers, _ second: Qualifiers) -> Qualifiers {
    var merged = first
    merged.evidence += second.evidence.filter { !first.evidence.contains($0) }
    let doubts = Certainty.allCases
    merged.certainty =
      doubts.last { $0 == first.certainty || $0 == second.certainty } ?? first.certainty
    merged.note = first.note ?? second.note
    merged.validity = first.validity.intersection(second.validity) ?? first.validity
    return merged
  }
}
