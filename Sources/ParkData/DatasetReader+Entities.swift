import ParkGraph
import Yams

extension DatasetReader {
  mutating func readEntity(_ kind: EntityKind, _ id: EntityID, _ node: Node) -> Entity? {
    guard var fields = fields(of: node, "'\(id)'") else { return nil }
    defer { finish(fields) }
    let evidence =
      fields.take("evidence").map { self.evidence($0, defaultTerms: []) }
      ?? LocatedEvidence()
    let profile = profile(id, &fields, default: evidence)
    switch kind {
    case .park:
      let form = form(&fields, of: Park.Form.self) ?? .park
      return .park(
        Park(
          profile, form: form, country: country(&fields, id, evidence),
          coordinates: coordinates(&fields, id, evidence)))
    case .organization:
      let form = requiredForm(&fields, id, of: Organization.Form.self)
      let country = country(&fields, id, evidence)
      let coordinates = coordinates(&fields, id, evidence)
      return form.map {
        .organization(
          Organization(profile, form: $0, country: country, coordinates: coordinates))
      }
    case .programme:
      let form = requiredForm(&fields, id, of: Programme.Form.self)
      let batches = fields.take("batches").map { node in
        list(node, "'batches'", id, .batch) { $0.batch(&$1, default: evidence) }
      }
      return form.map { .programme(Programme(profile, form: $0, batches: batches ?? [])) }
    case .event:
      return .event(Event(profile, form: form(&fields, of: Event.Form.self) ?? .edition))
    case .person:
      return .person(Person(profile))
    case .place:
      let form = requiredForm(&fields, id, of: Place.Form.self)
      let country = country(&fields, id, evidence)
      let coordinates = coordinates(&fields, id, evidence)
      return form.map {
        .place(Place(profile, form: $0, country: country, coordinates: coordinates))
      }
    case .agreement:
      let form = requiredForm(&fields, id, of: Agreement.Form.self)
      let parties = fields.take("parties").map { self.parties($0, id, default: evidence) }
      if parties == nil { complain(node, "'\(id)' has no 'parties'; an agreement has two or more") }
      return form.map { .agreement(Agreement(profile, form: $0, parties: parties ?? [])) }
    }
  }

  private mutating func form<Form>(_ fields: inout Fields, of type: Form.Type) -> Form?
  where Form: RawRepresentable<String> & CaseIterable {
    fields.take("form").flatMap { choice($0, "a form", of: type) }
  }

  private mutating func requiredForm<Form>(
    _ fields: inout Fields, _ id: EntityID, of type: Form.Type
  ) -> Form? where Form: RawRepresentable<String> & CaseIterable {
    if let node = fields.take("form") { return choice(node, "a form", of: type) }
    let words = type.allCases.map(\.rawValue).joined(separator: ", ")
    complain(fields.node, "'\(id)' has no 'form'; it is one of \(words)")
    return nil
  }

  private mutating func country(
    _ fields: inout Fields, _ id: EntityID, _ evidence: LocatedEvidence
  ) -> Statement<CountryCode>? {
    fields.take("country").flatMap { node in
      statement(node, StatementPath(id.rawValue, .country), default: evidence) { $0.country($1) }
    }
  }

  private mutating func coordinates(
    _ fields: inout Fields, _ id: EntityID, _ evidence: LocatedEvidence
  ) -> Statement<Coordinates>? {
    fields.take("coordinates").flatMap { node in
      statement(node, StatementPath(id.rawValue, .coordinates), default: evidence) {
        $0.coordinates($1)
      }
    }
  }

  private mutating func batch(
    _ fields: inout Fields, default evidence: LocatedEvidence
  ) -> Statement<Programme.Batch>? {
    let number = fields.take("number").flatMap { whole($0, "a batch", in: 1...10_000) }
    let size = fields.take("size").flatMap { whole($0, "a size", in: 1...1_000_000_000) }
    let unit = fields.take("unit").flatMap { text($0, "a unit") }
    let qualifiers = qualifiers(&fields, default: evidence)
    guard let number, let unit else {
      complain(
        fields.node, "a batch has a 'number' and a 'unit' (what is counted: pairings, parks …)")
      return nil
    }
    return Statement(Programme.Batch(number: number, size: size, unit: unit), qualifiers)
  }

  /// Reads parties: an identifier alone, or `party: identifier` or `unnamed: description` with a role
  /// and qualifiers.
  private mutating func parties(
    _ node: Node, _ id: EntityID, default evidence: LocatedEvidence
  ) -> [Statement<Agreement.Party>] {
    var parties: [Statement<Agreement.Party>] = []
    for item in items(of: node, "'parties'") {
      let path = StatementPath(id.rawValue, .party, parties.count)
      if case .scalar = item {
        guard let party = identifier(item) else { continue }
        mark(path, item, evidence)
        parties.append(
          Statement(Agreement.Party(.entity(party)), Qualifiers(evidence: evidence.evidence)))
        continue
      }
      guard var fields = fields(of: item, "a party") else { continue }
      let entity = fields.take("party")
      let unnamed = fields.take("unnamed")
      let role = fields.take("role").flatMap { text($0, "a role") }
      let qualifiers = qualifiers(&fields, default: evidence)
      finish(fields)
      let identity: Agreement.Party.Identity?
      switch (entity, unnamed) {
      case (let entity?, nil): identity = identifier(entity).map { .entity($0) }
      case (nil, let unnamed?):
        identity = text(unnamed, "who the party is, as far as it is known").map { .unnamed($0) }
      default:
        complain(item, "a party is either 'party: identifier' or 'unnamed: description'")
        identity = nil
      }
      if let identity {
        mark(path, item, lastEvidence)
        parties.append(Statement(Agreement.Party(identity, role: role), qualifiers))
      }
    }
    return parties
  }

  mutating func readSource(_ id: String, _ key: Node, _ node: Node) -> Source? {
    guard let sourceID = SourceID(id) else {
      complain(key, Self.slugRule(id))
      return nil
    }
    guard sourceID.rawValue != "editor" else {
      complain(key, "'editor' marks the editors' own statements; choose another identifier")
      return nil
    }
    guard var fields = fields(of: node, "'\(id)'") else { return nil }
    defer { finish(fields) }
    let file = fields.take("file").flatMap { text($0, "a file name") }
    let title = fields.take("title").flatMap { text($0, "a title") }
    let publisher = fields.take("publisher").flatMap { text($0, "a publisher") }
    let date = fields.take("date").flatMap { self.date($0) }
    let languageNode = fields.take("language")
    let language = languageNode.flatMap { text($0, "a language") }
    let hashNode = fields.take("sha256")
    let hash = hashNode.flatMap { text($0, "a hash") }
    let paragraphs = fields.take("paragraphs").flatMap {
      whole($0, "a number of paragraphs", in: 1...1_000_000)
    }
    let note = fields.take("note").flatMap { text($0, "a note") }
    guard let file, let title, let language, let hash else {
      complain(key, "a source has a 'file', a 'title', a 'language' and a 'sha256'")
      return nil
    }
    if file.contains("/") {
      complain(key, "'\(file)' has a folder in it; write the file's name alone")
    }
    guard let tag = LanguageTag(language) else {
      complain(languageNode ?? key, "'\(language)' is no language such as en or zh-Hant")
      return nil
    }
    let isHash =
      hash.utf8.count == 64
      && hash.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard isHash else {
      complain(hashNode ?? key, "a SHA-256 has 64 lower-case hexadecimal digits")
      return nil
    }
    return Source(
      id: sourceID, file: file, title: title, publisher: publisher, date: date, language: tag,
      sha256: hash, paragraphs: paragraphs, note: note)
  }
}
