import GraphCore
import GraphFormats
import ParkGraph

extension [Condition] {
  /// Refuses a condition on an attribute that nothing has.
  func check(against keys: [AttributeKey]) throws(CommandFailure) {
    for condition in self {
      let domain: AttributeKey.Domain = condition.domain == .node ? .node : .edge
      let names = keys.filter { $0.domain == domain }.map(\.name)
      guard !names.contains(condition.attribute), condition.attribute != "id" else { continue }
      let known =
        names.isEmpty
        ? "they have none" : "they have \(names.prefix(20).joined(separator: ", "))"
      throw CommandFailure(
        .usage,
        "--where asks for '\(condition.attribute)', which no \(domain.rawValue) has; \(known)")
    }
  }

  /// Whether all conditions on a domain hold for what has an identifier and attributes.
  func allow(
    _ domain: Condition.Domain, id: String?, _ value: (String) -> AttributeValue?
  ) -> Bool {
    allSatisfy { condition in
      condition.domain != domain
        || condition.matches(
          value(condition.attribute)
            ?? (condition.attribute == "id" ? id.map { .string($0) } : nil))
    }
  }
}

extension ParkGraph {
  /// Whether an entity satisfies the conditions on nodes.
  func satisfies(_ conditions: [Condition], _ entity: Entity) -> Bool {
    guard !conditions.isEmpty else { return true }
    let attributes = attributes(of: entity, language: .english)
    return conditions.allow(.node, id: entity.id.rawValue) { attributes[$0] }
  }

  /// The part of a view that satisfies conditions.
  func filtered(_ view: ParkView, by conditions: [Condition]) -> ParkView {
    guard !conditions.isEmpty else { return view }
    return view.filtered(
      nodes: { self[$0].map { satisfies(conditions, $0) } ?? false },
      ties: { tie in
        let attributes = attributes(of: tie)
        return conditions.allow(.edge, id: nil) { attributes[$0] }
      })
  }
}

extension PropertyGraph {
  /// The part of a graph that satisfies conditions.
  func filtered(by conditions: [Condition]) -> PropertyGraph {
    guard !conditions.isEmpty else { return self }
    return filtered(
      nodes: { node in
        conditions.allow(.node, id: graph[node].id) { value(of: $0, at: node) }
      },
      edges: { edge in
        conditions.allow(.edge, id: graph[edge].id) { value(of: $0, at: edge) }
      })
  }
}
