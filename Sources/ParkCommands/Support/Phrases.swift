import ParkGraph

extension Validity {
  /// The interval in words for readers: `2016 until 2023-05-29 or later`; empty when nothing is known.
  var phrase: String {
    if let point { return point.description }
    return switch (from, until) {
    case (nil, nil): ""
    case (let from?, nil): "since \(from.phrase)"
    case (nil, let until?): "until \(until.phrase)"
    case (let from?, let until?): "\(from.phrase) until \(until.phrase)"
    }
  }
}

extension DateBound {
  /// The bound in words for readers: `2025-03-28 or earlier`.
  var phrase: String {
    switch (earliest, latest) {
    case (let earliest?, let latest?):
      earliest == latest ? earliest.description : "some day from \(earliest) to \(latest)"
    case (let earliest?, nil): "\(earliest) or later"
    case (nil, let latest?): "\(latest) or earlier"
    case (nil, nil): "an unknown date"
    }
  }
}

extension Qualifiers {
  /// What a reader has to know beside the statement itself: `(2016; implied)`; empty when nothing.
  var remark: String {
    var parts: [String] = []
    if !validity.isAlways { parts.append(validity.phrase) }
    if certainty != .stated { parts.append(certainty.rawValue) }
    if rank == .deprecated { parts.append("deprecated") }
    return parts.isEmpty ? "" : "(\(parts.joined(separator: "; ")))"
  }

  /// The years of the validity, short enough for a table: `2016–`, `by 2025`.
  var shortDate: String {
    if let point = validity.point { return point.description }
    guard let from = validity.from else {
      return validity.until.map { "until \($0.shortText)" } ?? ""
    }
    guard let until = validity.until, until.latest != nil else { return from.shortText }
    return "\(from.shortText) – \(until.shortText)"
  }
}

extension DateBound {
  /// The nearer of the two dates, with the word that it needs.
  fileprivate var shortText: String {
    if isExact { return description }
    if let latest { return "by \(latest)" }
    return earliest.map { "after \($0)" } ?? ""
  }
}

extension ParkGraph {
  /// Where evidence stands, for readers: `Title (2023-05-30), paragraph 9`.
  func phrase(for evidence: Evidence) -> String {
    switch evidence {
    case .editor(let reason): return "editors: \(reason)"
    case .document(let citation):
      guard let source = self[citation.source] else {
        return "\(citation.source), paragraph \(citation.paragraph)"
      }
      let date = source.date.map { " (\($0))" } ?? ""
      return "\(source.title)\(date), paragraph \(citation.paragraph)"
    }
  }

  /// The sources of evidence, short: `world-parks-2023#9`.
  func locators(of evidence: [Evidence]) -> [String] {
    evidence.map { piece in
      switch piece {
      case .editor: "editors"
      case .document(let citation): "\(citation.source)#\(citation.paragraph)"
      }
    }
  }

  /// What an entity is, in a few words: `university, AU`.
  func sort(of entity: Entity) -> String {
    let sort = entity.form.map { form in
      form == entity.kind.rawValue ? form : "\(form)"
    }
    let words = [sort ?? entity.kind.rawValue, entity.country?.value.rawValue]
    return words.compactMap(\.self).joined(separator: ", ")
  }

  /// The name of an entity, or its identifier when it is not in the graph.
  func name(of id: EntityID, in language: LanguageTag) -> String {
    self[id]?.name(in: language) ?? id.rawValue
  }
}

/// A count with its noun: `1 node`, `2 nodes`, `3 entities`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(count == 1 ? noun : plural(of: noun))"
}

/// The plural of a noun, as far as the words of the data need.
private func plural(of noun: String) -> String {
  if noun.hasSuffix("person") { return "\(noun.dropLast(6))people" }
  if noun.hasSuffix("medium") { return "\(noun.dropLast(2))a" }
  if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
    return "\(noun.dropLast())ies"
  }
  if ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) {
    return noun == "series" || noun == "coordinates" ? noun : noun + "es"
  }
  return noun + "s"
}
