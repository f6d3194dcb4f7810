import ParkGraph
import Yams

extension DatasetReader {
  /// Reads what entities of every kind have, except their relations.
  mutating func profile(
    _ id: EntityID, _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Profile {
    var profile = Profile(id: id)
    if let node = fields.take("names") { profile.names = names(node, id, default: evidence) }
    if let node = fields.take("period") {
      if var period = self.fields(of: node, "'period'") {
        profile.period = qualifiers(&period, default: evidence)
        finish(period)
        mark(StatementPath(id.rawValue, .period), node, lastEvidence)
      }
    }
    if let node = fields.take("figures") {
      profile.figures = list(node, "'figures'", id, .figure) {
        $0.figure(&$1, default: evidence)
      }
    }
    if let node = fields.take("identifiers") {
      profile.identifiers = list(node, "'identifiers'", id, .identifier) {
        $0.identifier(&$1, default: evidence)
      }
    }
    if let node = fields.take("relations") {
      profile.relations = list(node, "'relations'", id, .relation) {
        $0.relation(&$1, default: evidence)
      }
    }
    profile.note = fields.take("note").flatMap { text($0, "a note") }
    return profile
  }

  /// Reads a list of mappings, each into a statement whose position is noted.
  mutating func list<Value>(
    _ node: Node, _ what: String, _ id: EntityID, _ field: StatementPath.Field,
    _ read: (inout DatasetReader, inout Fields) -> Statement<Value>?
  ) -> [Statement<Value>] {
    var statements: [Statement<Value>] = []
    for item in items(of: node, what) {
      guard var fields = fields(of: item, "an item of \(what)") else { continue }
      let statement = read(&self, &fields)
      finish(fields)
      guard let statement else { continue }
      mark(StatementPath(id.rawValue, field, statements.count), item, lastEvidence)
      statements.append(statement)
    }
    return statements
  }

  /// Reads `- en: Torch Center` with qualifiers, or the short form `{en: Torch Center, de: …}`.
  private mutating func names(
    _ node: Node, _ id: EntityID, default evidence: LocatedEvidence
  ) -> [Statement<Name>] {
    guard case .mapping = node, var short = Fields(node) else {
      return list(node, "'names'", id, .name) { $0.name(&$1, default: evidence) }
    }
    var names: [Statement<Name>] = []
    for entry in short.takeAll(where: { _ in true }) {
      guard let language = LanguageTag(entry.name) else {
        complain(entry.key, Self.languageRule(entry.name))
        continue
      }
      mark(StatementPath(id.rawValue, .name, names.count), entry.key, evidence)
      if let text = text(entry.value, "a name") {
        names.append(
          Statement(Name(text, language: language), Qualifiers(evidence: evidence.evidence)))
      }
    }
    return names
  }

  private static func languageRule(_ text: String) -> String {
    "'\(text)' is neither a key of a name (role, doubtful, from, until, on, evidence, certainty, "
      + "rank, note) nor a language such as en, de, zh-Hans or zh-Hant"
  }

  private mutating func name(
    _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Statement<Name>? {
    let role = fields.take("role").flatMap { choice($0, "a role", of: Name.Role.self) }
    let doubtful = fields.take("doubtful").flatMap { flag($0) }
    let others = ["from", "until", "on", "evidence", "certainty", "rank", "note"]
    let texts = fields.takeAll { !others.contains($0) }
    guard let first = texts.first, texts.count == 1 else {
      if texts.isEmpty {
        complain(fields.node, "the name is missing; write its language and the name: 'en: …'")
      }
      for extra in texts.dropFirst() {
        if let key = EditDistance.nearest(to: extra.name, among: ["role", "doubtful"] + others) {
          complain(extra.key, "unknown key '\(extra.name)'; did you mean '\(key)'?")
        } else if LanguageTag(extra.name) == nil {
          complain(extra.key, Self.languageRule(extra.name))
        } else {
          complain(extra.key, "one name an item; put '\(extra.name)' behind a '-' of its own")
        }
      }
      _ = qualifiers(&fields, default: evidence)
      return nil
    }
    guard let language = LanguageTag(first.name) else {
      complain(first.key, Self.languageRule(first.name))
      _ = qualifiers(&fields, default: evidence)
      return nil
    }
    let text = text(first.value, "a name")
    let qualifiers = qualifiers(
      &fields, default: evidence, defaultTerms: text.map { [$0] } ?? [])
    return text.map {
      Statement(
        Name($0, language: language, role: role ?? .official, isDoubtful: doubtful ?? false),
        qualifiers)
    }
  }

  private mutating func figure(
    _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Statement<Figure>? {
    let measure = fields.take("measure").flatMap { text($0, "what is measured") }
    let value = fields.take("value")
    let quantity = value.flatMap { self.quantity($0) }
    let unit = fields.take("unit").flatMap { text($0, "a unit") }
    let qualifiers = qualifiers(&fields, default: evidence)
    if measure == nil || value == nil {
      complain(fields.node, "a figure has a 'measure' and a 'value'")
    }
    guard let measure, let quantity else { return nil }
    return Statement(
      Figure(
        measure: measure, value: quantity.value, comparison: quantity.comparison, unit: unit),
      qualifiers)
  }

  private mutating func identifier(
    _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Statement<Identifier>? {
    var found: Identifier?
    var isGiven = false
    for scheme in Identifier.Scheme.allCases {
      guard let node = fields.take(scheme.rawValue) else { continue }
      isGiven = true
      guard let text = text(node, "an identifier") else { continue }
      found = Identifier(scheme, text)
      if found == nil { complain(node, "'\(text)' is not of the form of \(scheme.rawValue)") }
    }
    let qualifiers = qualifiers(&fields, default: evidence)
    if !isGiven { complain(fields.node, "an identifier names its register: ror, wikidata or lei") }
    return found.map { Statement($0, qualifiers) }
  }

  private mutating func relation(
    _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Statement<Relation>? {
    var found: (kind: Relation.Kind, node: Node)?
    for kind in Relation.Kind.allCases {
      guard let node = fields.take(kind.rawValue) else { continue }
      if let found {
        complain(node, "one relation an item; '\(found.kind.rawValue)' stands here already")
      } else {
        found = (kind, node)
      }
    }
    let role = fields.take("role").flatMap { text($0, "a role") }
    let batch = fields.take("batch").flatMap { whole($0, "a batch", in: 1...10_000) }
    let qualifiers = qualifiers(&fields, default: evidence)
    guard let found else {
      if fields.unknown.isEmpty {
        let kinds = Relation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        complain(fields.node, "the relation is missing; write one of \(kinds), and its entity")
      }
      return nil
    }
    return identifier(found.node).map {
      Statement(Relation(found.kind, $0, role: role, batch: batch), qualifiers)
    }
  }
}
