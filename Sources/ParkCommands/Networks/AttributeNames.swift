import GraphFormats
import ParkGraph

/// Which attributes of a file's nodes and edges mean what: ours by our names, others' by the names
/// that most tools write.
struct AttributeNames {
  /// What nodes are called, the best first.
  let labels: [String]
  /// Every attribute that holds a name.
  let names: [String]
  /// What nodes are.
  let kind: String?
  /// What nodes are, more exactly.
  let form: String?
  let country: String?
  let latitude: String?
  let longitude: String?
  /// What edges are called.
  let edgeLabel: String?

  init(_ graph: PropertyGraph, language: LanguageTag, label: String?) {
    let nodeKeys = graph.keys(for: .node)
    let edgeKeys = graph.keys(for: .edge)
    func first(_ names: [String], in keys: [AttributeKey]) -> String? {
      for name in names {
        if let key = keys.first(where: { $0.name.lowercased() == name }) { return key.name }
      }
      return nil
    }
    let inLanguage = "name_" + language.rawValue.lowercased().replacing("-", with: "_")
    let known = [inLanguage, "label", "name", "title", "name_en", "d3_label"]
    labels = [label].compactMap(\.self) + known.compactMap { first([$0], in: nodeKeys) }
    let others = nodeKeys.map(\.name).filter { $0.lowercased().hasPrefix("name_") }
    names = labels + others + [first(["aliases"], in: nodeKeys)].compactMap(\.self)
    kind = first(["kind", "type", "category", "class", "labels", ":label"], in: nodeKeys)
    form = first(["form"], in: nodeKeys)
    country = first(["country", "country_code", "countrycode"], in: nodeKeys)
    latitude = first(["latitude", "lat"], in: nodeKeys)
    longitude = first(["longitude", "lon", "lng", "long"], in: nodeKeys)
    edgeLabel = first(["label", "kind", "type", "relation", "name", ":type"], in: edgeKeys)
  }
}

extension AttributeType {
  /// Whether values are numbers.
  var isNumeric: Bool {
    switch self {
    case .int, .long, .float, .double: true
    case .boolean, .string: false
    }
  }
}

extension AttributeValue {
  /// The value as a number, if it is one.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .long(let value): Double(value)
    case .float(let value): Double(value)
    case .double(let value): value
    case .boolean, .string: nil
    }
  }
}
