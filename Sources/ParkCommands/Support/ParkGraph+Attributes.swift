import GraphFormats
import ParkGraph

// What exported files say, and what conditions ask for, by the same names.
extension ParkGraph {
  /// Every attribute that the graph, an entity or a tie can have in a file.
  static let attributeKeys: [AttributeKey] = {
    func texts(_ names: [String], for domain: AttributeKey.Domain) -> [AttributeKey] {
      names.map { AttributeKey($0, for: domain, .string) }
    }
    let names = ["name_en", "name_zh_hans", "name_zh_hant"]
    return texts(["title", "date"], for: .graph)
      + texts(["label", "kind", "form"] + names + ["aliases", "country"], for: .node)
      + ["latitude", "longitude"].map { AttributeKey($0, for: .node, .double) }
      + texts(["start", "end", "note", "sources"], for: .node)
      + texts(["label", "kind", "start", "end"], for: .edge)
      + [AttributeKey("weight", for: .edge, .double)]
      + texts(["sources", "agreement", "role", "certainty"], for: .edge)
  }()

  /// What an exported file says of an entity.
  func attributes(
    of entity: Entity, language: LanguageTag
  ) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [
      "label": .string(entity.name(in: language)),
      "kind": .string(entity.kind.rawValue),
    ]
    values["form"] = entity.form.map { .string($0) }
    let names: [(String, LanguageTag)] = [
      ("name_en", .english), ("name_zh_hans", .simplifiedChinese),
      ("name_zh_hant", .traditionalChinese),
    ]
    var shown: Set<String> = []
    for (key, language) in names {
      guard let name = entity.exactName(in: language) else { continue }
      values[key] = .string(name)
      shown.insert(name)
    }
    let others = entity.profile.names.map(\.value.text).filter { shown.insert($0).inserted }
    if !others.isEmpty { values["aliases"] = .string(others.joined(separator: "; ")) }
    values["country"] = entity.country.map { .string($0.value.rawValue) }
    values["latitude"] = entity.coordinates.map { .double($0.value.latitude) }
    values["longitude"] = entity.coordinates.map { .double($0.value.longitude) }
    let validity = entity.profile.period?.validity
    values["start"] = (validity?.from).map { .string($0.description) }
    values["end"] = (validity?.until).map { .string($0.description) }
    values["note"] = entity.profile.note.map { .string($0) }
    let sources = Set(entity.statements.flatMap(\.qualifiers.citations).map(\.source)).sorted()
    if !sources.isEmpty {
      values["sources"] = .string(sources.map(\.rawValue).joined(separator: "; "))
    }
    return values
  }

  /// What an exported file says of a tie.
  func attributes(of tie: Tie) -> [String: AttributeValue] {
    let kind =
      switch tie.kind {
      case .relation: "relation"
      case .party: "party"
      case .partnership: "partnership"
      }
    var values: [String: AttributeValue] = [
      "label": .string(tie.label), "kind": .string(kind), "weight": .double(tie.weight),
      "certainty": .string(tie.qualifiers.certainty.rawValue),
    ]
    values["start"] = tie.qualifiers.validity.from.map { .string($0.description) }
    values["end"] = tie.qualifiers.validity.until.map { .string($0.description) }
    values["agreement"] = tie.agreement.map { .string($0.rawValue) }
    values["role"] = tie.role.map { .string($0) }
    if !tie.qualifiers.evidence.isEmpty {
      values["sources"] = .string(
        locators(of: tie.qualifiers.evidence).joined(separator: "; "))
    }
    return values
  }
}
