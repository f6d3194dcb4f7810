import GraphCore
import GraphFormats
import ParkGraph
import ParkMaps

/// Which attributes of a graph file a map shows, and how.
struct MapAttributes {
  /// What gives nodes their colour; `nil` for their country, else their kind.
  var color: String?
  /// What nodes are boxed by; `nil` for nothing.
  var group: String?
  /// The number that gives nodes their size; `nil` for none.
  var size: String?
}

extension MapGraph {
  /// Creates a map of a graph file.
  ///
  /// - Throws: ``CommandFailure`` for an attribute that no node has.
  init(
    _ network: any Network, _ attributes: MapAttributes, title: String?, language: LanguageTag
  ) throws(CommandFailure) {
    let names = network.keys.filter { $0.domain == .node }.map(\.name)
    for name in [attributes.color, attributes.group, attributes.size].compactMap(\.self) {
      guard names.contains(name) else {
        let known = names.isEmpty ? "they have none" : "they have \(names.joined(separator: ", "))"
        throw CommandFailure(.usage, "no node has the attribute '\(name)'; \(known)")
      }
    }
    let meanings = (network as? FileNetwork)?.meanings
    let color = attributes.color ?? meanings?.country ?? meanings?.kind
    self.init(title: title ?? network.title ?? "", language: language)
    categoryTitle = color
    scoreTitle = attributes.size

    var countries: [String: Category] = [:]
    /// A country by its name, where the file has its code.
    func country(_ value: String) -> Category {
      if let known = countries[value] { return known }
      let code = CountryCode(value)
      let country = code.map { Category($0, in: language) } ?? Category(value, mark: value)
      countries[value] = country
      return country
    }

    var ids: [NodeID: String] = [:]
    for node in network.nodes {
      let values = Dictionary(
        network.attributes(of: node).map { ($0.name, $0.value) },
        uniquingKeysWith: { first, _ in first })
      func text(_ name: String?) -> String? {
        name.flatMap { values[$0]?.text }.flatMap { $0.isEmpty ? nil : $0 }
      }
      func category(_ name: String?) -> Category? {
        guard let value = text(name) else { return nil }
        return name == meanings?.country ? country(value) : Category(value)
      }
      func number(_ name: String?) -> Double? {
        name.flatMap { values[$0]?.number }
      }
      let reference = network.reference(to: node)
      ids[node] = reference.id
      let tooltip = network.attributes(of: node).map { "\($0.name): \($0.value.text)" }
      nodes.append(
        Node(
          id: reference.id, name: reference.label, kind: reference.kind,
          category: category(color), group: category(attributes.group)?.name,
          score: number(attributes.size).map { max(0, $0) },
          tooltip: ([reference.label] + tooltip.prefix(20)).joined(separator: "\n"),
          link: text("url") ?? text("link") ?? text("website"),
          coordinates: Coordinates(
            latitude: number(meanings?.latitude), longitude: number(meanings?.longitude))))
    }
    let edges = network.edges
    for (edge, ends) in zip(edges, network.endpoints(of: edges)) {
      guard let source = ids[ends.source], let target = ids[ends.target] else { continue }
      let tie = network.tie(edge, from: ends.source)
      let kind = tie.label == TieRecord.unnamed ? nil : tie.label
      let lines = [kind, tie.years.isEmpty ? nil : tie.years].compactMap(\.self) + tie.sources
      self.edges.append(
        Edge(
          from: source, to: target, kind: kind, isDirected: network.isDirected(edge),
          weight: tie.weight ?? 1, tooltip: lines.isEmpty ? nil : lines.joined(separator: "\n")))
    }
  }
}

extension Coordinates {
  /// The place, if both numbers are there and on Earth.
  fileprivate init?(latitude: Double?, longitude: Double?) {
    guard let latitude, let longitude else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}
