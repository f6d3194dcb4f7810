import GraphCore
public import ParkGraph

/// Writes places and the ties between them as GeoJSON, for geographic information systems.
///
/// RFC 7946: one feature collection in WGS 84. Places are points; ties are the shortest ways over
/// the sphere as multi-line strings, cut at the 180th meridian. What has no coordinates is there
/// too, with no geometry. Keys are sorted, so that the same graph is the same text.
///
/// ```swift
/// let text = GeoJSONWriter(MapGraph(park)).text
/// ```
///
/// Features of places have the properties `id`, `kind`, `name` and, where known, `name2`, `category`
/// and `count`; with the view of a park graph also `country`. Those of ties have `source` and
/// `target`, which are identifiers of places, `kind`, `doubtful` and `weight`; with the view of a
/// park graph also `agreement`, its `name`, `start`, `end` and `sources`.
public struct GeoJSONWriter: Sendable {
  /// The feature collection, ended by a newline.
  public let text: String

  /// Writes any graph whose nodes may have coordinates.
  ///
  /// - Complexity: O(*n* + *m*) in nodes and ties.
  public init(_ graph: MapGraph) {
    self.init(graph) { _ in
      [:]
    } tieProperties: { _ in
      [:]
    }
  }

  /// Writes a view of park data; the partnerships where none is given.
  ///
  /// - Parameters:
  ///   - graph: Where names, dates and sources come from.
  ///   - view: What is written; `nil` for the partnerships.
  ///   - language: The language of names.
  /// - Complexity: O(*n* + *m*) in nodes and ties.
  public init(_ graph: ParkGraph, view: ParkView? = nil, language: LanguageTag = .english) {
    let view = view ?? graph.view(.partnership)
    var options = MapGraph.ParkOptions()
    options.language = language
    let map = MapGraph(graph, view: view, options: options)
    let ties = view.graph.edges.map { view.graph[$0] }
    self.init(map) { node in
      let entity = graph[EntityID(unchecked: map.nodes[node].id)]
      var properties: [String: JSONValue] = [:]
      properties["country"] = (entity?.country?.value.rawValue).map(JSONValue.text)
      properties["kind"] = (entity?.kind.rawValue).map(JSONValue.text)
      properties["form"] = (entity?.form).map(JSONValue.text)
      for identifier in entity?.profile.identifiers ?? [] {
        properties[identifier.value.scheme.rawValue] = .text(identifier.value.value)
      }
      return properties
    } tieProperties: { index in
      guard ties.indices.contains(index) else { return [:] }
      let tie = ties[index]
      var properties: [String: JSONValue] = ["kind": .text(tie.label)]
      properties["agreement"] = (tie.agreement?.rawValue).map(JSONValue.text)
      properties["name"] = tie.agreement.flatMap { graph[$0] }.map { .text($0.name(in: language)) }
      properties["start"] = (tie.qualifiers.validity.from?.description).map(JSONValue.text)
      properties["end"] = (tie.qualifiers.validity.until?.description).map(JSONValue.text)
      properties["certainty"] = .text(tie.qualifiers.certainty.rawValue)
      properties["sources"] = .list(
        tie.qualifiers.citations.map { .text("\($0.source.rawValue)#\($0.paragraph)") })
      return properties
    }
  }

  private init(
    _ graph: MapGraph, placeProperties: (Int) -> [String: JSONValue],
    tieProperties: (Int) -> [String: JSONValue]
  ) {
    var features: [JSONValue] = []
    var places: [String: Coordinates?] = [:]
    for (index, node) in graph.nodes.enumerated() where places[node.id] == nil {
      places[node.id] = .some(node.coordinates)
      var properties: [String: JSONValue] = ["id": .text(node.id), "name": .text(node.name)]
      properties["name2"] = node.secondName.map(JSONValue.text)
      properties["kind"] = node.kind.map(JSONValue.text)
      properties["category"] = node.category.map { .text($0.name) }
      if node.count > 1 { properties["count"] = .number(Double(node.count)) }
      properties.merge(placeProperties(index)) { $1 }
      let geometry = node.coordinates.map {
        Self.geometry("Point", Self.position($0.latitude, $0.longitude))
      }
      features.append(Self.feature(geometry, properties))
    }
    for (index, edge) in graph.edges.enumerated() {
      guard let start = places[edge.source], let end = places[edge.target] else { continue }
      var properties: [String: JSONValue] = [
        "source": .text(edge.source), "target": .text(edge.target),
        "doubtful": .flag(edge.isDoubtful), "weight": .number(edge.weight),
      ]
      properties["kind"] = edge.kind.map(JSONValue.text)
      if edge.count > 1 { properties["count"] = .number(Double(edge.count)) }
      properties.merge(tieProperties(index)) { $1 }
      var geometry: JSONValue?
      if let start, let end { geometry = Self.way(from: start, to: end) }
      features.append(Self.feature(geometry, properties))
    }
    let collection = JSONValue.object([
      "type": .text("FeatureCollection"), "features": .list(features),
    ])
    text = collection.text + "\n"
  }

  // MARK: Parts

  private static func feature(
    _ geometry: JSONValue?, _ properties: [String: JSONValue]
  ) -> JSONValue {
    .object([
      "type": .text("Feature"), "geometry": geometry ?? .none, "properties": .object(properties),
    ])
  }

  private static func geometry(_ type: String, _ coordinates: JSONValue) -> JSONValue {
    .object(["type": .text(type), "coordinates": coordinates])
  }

  /// East first, rounded to about a metre.
  private static func position(_ latitude: Double, _ longitude: Double) -> JSONValue {
    .list([longitude, latitude].map { .number(($0 * 100_000).rounded() / 100_000) })
  }

  private static func way(from start: Coordinates, to end: Coordinates) -> JSONValue {
    var chains = GreatCircle(from: start, to: end).chains(centralMeridian: 0, step: 0.035)
    // The ends as they were given, not as they come back from the sphere.
    if let last = chains.indices.last {
      chains[0][0].pin(to: start)
      chains[last][chains[last].count - 1].pin(to: end)
    }
    return geometry(
      "MultiLineString",
      .list(chains.map { chain in .list(chain.map { position($0.latitude, $0.offset) }) }))
  }
}

extension GreatCircle.Stop {
  fileprivate mutating func pin(to place: Coordinates) {
    // At the 180th meridian the chain says on which side it is.
    guard abs(place.longitude) < 180, abs(place.latitude) < 90 else { return }
    latitude = place.latitude
    offset = place.longitude
  }
}

/// A value of JSON.
private indirect enum JSONValue {
  case none
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The value in as little text as may be, keys in the order of their bytes.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .none: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number):
      guard number.isFinite else {
        text += "null"
        return
      }
      text += number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .text(let string): Self.write(string, to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
