import ParkGraph

/// A statement in words, with what qualifies it.
struct Footnote {
  var text: String
  var qualifiers: Qualifiers
  var citations: [Citation] { qualifiers.citations }

  /// Every statement about an entity, and the ties that lead to it.
  static func about(_ id: EntityID, in graph: ParkGraph, language: LanguageTag) -> [Footnote] {
    guard let entity = graph[id] else { return [] }
    let name = entity.name(in: language)
    var footnotes = entity.profile.names.map {
      Footnote(text: "\(name): name \($0.value.text)", qualifiers: $0.qualifiers)
    }
    if let period = entity.profile.period {
      footnotes.append(Footnote(text: "\(name): period", qualifiers: period))
    }
    if let country = entity.country {
      footnotes.append(
        Footnote(text: "\(name): country \(country.value)", qualifiers: country.qualifiers))
    }
    footnotes += entity.profile.figures.map {
      Footnote(
        text: "\(name): \($0.value.measure), \($0.value.quantity)", qualifiers: $0.qualifiers)
    }
    footnotes += (entity.programme?.batches ?? []).map {
      let size = $0.value.size.map { "\($0) " } ?? ""
      return Footnote(
        text: "\(name): batch \($0.value.number), \(size)\($0.value.unit)",
        qualifiers: $0.qualifiers)
    }
    return footnotes + ties(in: graph, language: language) { $0 == id || $1 == id }
  }

  /// The relations between two entities, and the agreements to which both are party.
  static func between(
    _ first: EntityID, _ second: EntityID, in graph: ParkGraph, language: LanguageTag
  ) -> [Footnote] {
    let shared = Set(
      graph.agreements.filter { agreement in
        let parties = Set(agreement.parties.compactMap(\.value.entity))
        return parties.isSuperset(of: [first, second])
      }.map(\.profile.id))
    return ties(in: graph, language: language) { subject, object in
      (subject == first && object == second) || (subject == second && object == first)
        || (shared.contains(subject) && (object == first || object == second))
    }
  }

  private static func ties(
    in graph: ParkGraph, language: LanguageTag, where isWanted: (EntityID, EntityID) -> Bool
  ) -> [Footnote] {
    graph.entities.flatMap { entity -> [Footnote] in
      let name = entity.name(in: language)
      let relations = entity.profile.relations.filter { isWanted(entity.id, $0.value.object) }
      let parties = (entity.agreement?.parties ?? []).filter {
        $0.value.entity.map { isWanted(entity.id, $0) } ?? false
      }
      return relations.map {
        let role = $0.value.role.map { ", \($0)" } ?? ""
        let other = graph.name(of: $0.value.object, in: language)
        return Footnote(
          text: "\(name) – \($0.value.kind.rawValue) – \(other)\(role)", qualifiers: $0.qualifiers)
      }
        + parties.map {
          let other = $0.value.entity.map { graph.name(of: $0, in: language) } ?? ""
          var qualifiers = $0.qualifiers
          if qualifiers.validity.isAlways, let period = entity.profile.period {
            qualifiers.validity = period.validity
          }
          return Footnote(text: "\(other) – party to – \(name)", qualifiers: qualifiers)
        }
    }
  }
}

extension ParkGraph {
  /// A citation as a footnote: publisher, title, date, paragraph and the words that carry it.
  func footnote(for citation: Citation) -> String {
    let source = self[citation.source]
    let title = source.map { "“\($0.title)”" } ?? citation.source.rawValue
    let parts = [source?.publisher, title, source?.date?.description].compactMap(\.self)
    return parts.joined(separator: ", ")
      + ", paragraph \(citation.paragraph): \(citation.terms.joined(separator: "; "))"
  }
}
