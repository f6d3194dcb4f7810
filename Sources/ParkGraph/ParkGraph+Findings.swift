/// Something that is wrong, or may be, with a statement of a data set.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The data set can't be trusted before this is mended.
    case error
    /// Worth a look; an error in a strict check.
    case warning
  }

  /// The statement.
  public var path: StatementPath
  /// How bad it is.
  public var severity: Severity
  /// What was found, and what to do.
  public var message: String
}

extension ParkGraph {
  /// What is wrong with the data set, as far as it can be told without the documents: ties that lead
  /// nowhere or between the wrong kinds, unknown sources, agreements with fewer than two parties,
  /// statements without evidence, evidence whose terms don't carry the statement.
  ///
  /// - Parameter strict: Whether what is only doubtful counts as an error.
  /// - Returns: The findings, by entity and statement.
  /// - Complexity: O(*n* *m*) in the number of statements and of names an entity.
  public func findings(strict: Bool = false) -> [Finding] {
    var findings: [Finding] = []
    for entity in entities {
      findings += structuralFindings(of: entity)
      for statement in entity.statements {
        findings += evidenceFindings(of: statement)
        if statement.path.field == .figure || statement.path.field == .batch {
          findings += numberFindings(of: statement, in: entity)
        }
      }
    }
    guard strict else { return findings }
    return findings.map { Finding(path: $0.path, severity: .error, message: $0.message) }
  }

  private func structuralFindings(of entity: Entity) -> [Finding] {
    var findings: [Finding] = []
    let id = entity.id.rawValue
    if entity.profile.names.isEmpty {
      findings.append(
        Finding(
          path: StatementPath(id), severity: .error,
          message: "'\(id)' has no name; give it at least one under 'names'"))
    }
    for (index, relation) in entity.profile.relations.enumerated() {
      let kind = relation.value.kind
      let path = StatementPath(id, .relation, index)
      if !kind.subjects.contains(entity.kind) {
        findings.append(
          Finding(
            path: path, severity: .error,
            message: "'\(kind.rawValue)' can't start from \(withArticle(entity.kind)); "
              + "it starts from \(alternatives(kind.subjects))"))
      }
      findings += endFindings(relation.value.object, path: path, allowed: kind.objects) {
        "'\(kind.rawValue)' leads to \($0)"
      }
      if let batch = relation.value.batch, let programme = self[relation.value.object]?.programme,
        !programme.batches.contains(where: { $0.value.number == batch })
      {
        findings.append(
          Finding(
            path: path, severity: .warning,
            message: "'\(relation.value.object)' has no batch \(batch); define it under 'batches'"))
      }
      if relation.value.object == entity.id {
        findings.append(
          Finding(
            path: path, severity: .error,
            message: "'\(id)' is tied to itself; name another entity"))
      }
    }
    guard let agreement = entity.agreement else { return findings }
    for (index, party) in agreement.parties.enumerated() {
      guard let object = party.value.entity else { continue }
      findings += endFindings(
        object, path: StatementPath(id, .party, index),
        allowed: [.park, .organization, .programme, .person, .place]
      ) { "a party is \($0)" }
    }
    if agreement.parties.count < 2 {
      findings.append(
        Finding(
          path: StatementPath(id), severity: .error,
          message: "'\(id)' has \(agreement.parties.count == 1 ? "one party" : "no parties"); an "
            + "agreement has two or more (write 'unnamed: …' for one that no source names)"))
    }
    return findings
  }

  private func endFindings(
    _ end: EntityID, path: StatementPath, allowed: Set<EntityKind>,
    rule: (String) -> String
  ) -> [Finding] {
    guard let entity = self[end] else {
      let nearest = EditDistance.nearest(
        to: end.rawValue, among: entities.lazy.map(\.id.rawValue))
      return [
        Finding(
          path: path, severity: .error,
          message: "there is no entity '\(end)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? "; define it, or mend the identifier"))
      ]
    }
    guard !allowed.contains(entity.kind) else { return [] }
    return [
      Finding(
        path: path, severity: .error,
        message: "'\(end)' is \(withArticle(entity.kind)); \(rule(alternatives(allowed)))")
    ]
  }

  private func evidenceFindings(of statement: AnyStatement) -> [Finding] {
    let path = statement.path
    guard !statement.qualifiers.evidence.isEmpty else {
      return [
        Finding(
          path: path, severity: .warning,
          message: "no evidence; cite a paragraph ('source#paragraph: [terms]'), "
            + "or give the editors' reason ('editor: …')")
      ]
    }
    var findings: [Finding] = []
    for citation in statement.qualifiers.citations where self[citation.source] == nil {
      let nearest = EditDistance.nearest(
        to: citation.source.rawValue, among: sources.lazy.map(\.id.rawValue))
      findings.append(
        Finding(
          path: path, severity: .error,
          message: "there is no source '\(citation.source)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? "; define it under 'sources'")))
    }
    guard statement.qualifiers.isDocumented else { return findings }
    let terms = statement.qualifiers.citations.flatMap(\.terms)
    if let object = statement.object {
      for end in [statement.subject, object] where !isEvident(end, in: terms) {
        findings.append(
          Finding(
            path: path, severity: .warning,
            message: "no term of the evidence names '\(end)'; the terms of a tie name both its ends"
          ))
      }
    }
    for word in statement.evidentWords where !terms.contains(where: { Self.holds($0, word) }) {
      findings.append(
        Finding(
          path: path, severity: .warning,
          message: "no term of the evidence holds '\(word)'"))
    }
    return findings
  }

  /// Whether a term holds one of an entity's names, or for an agreement, which often has no name of
  /// its own, the name of a party.
  private func isEvident(_ id: EntityID, in terms: [String]) -> Bool {
    guard let entity = self[id] else { return true }
    if isNamed(entity, in: terms) { return true }
    // Not the parties of parties: an agreement may be its own by mistake.
    let parties = (entity.agreement?.parties ?? []).compactMap {
      $0.value.entity.flatMap { self[$0] }
    }
    return parties.contains { isNamed($0, in: terms) }
  }

  private func isNamed(_ entity: Entity, in terms: [String]) -> Bool {
    let names = entity.profile.names.map(\.value.text)
    return names.contains { name in terms.contains { Self.holds($0, name) } }
  }

  /// Whether a term holds a name, up to folding; a name of signs alone, letter by letter.
  private static func holds(_ term: String, _ name: String) -> Bool {
    TextFolding.key(name).isEmpty ? term.contains(name) : Passage(term).holds(name)
  }

  private func numberFindings(of statement: AnyStatement, in entity: Entity) -> [Finding] {
    guard statement.qualifiers.isDocumented else { return [] }
    let value: Double
    switch statement.path.field {
    case .figure: value = entity.profile.figures[statement.path.index].value.value
    case .batch:
      guard let size = entity.programme?.batches[statement.path.index].value.size else { return [] }
      value = Double(size)
    default: return []
    }
    let terms = statement.qualifiers.citations.flatMap(\.terms)
    guard !terms.contains(where: { NumberInWords.text($0, says: value) }) else { return [] }
    return [
      Finding(
        path: statement.path, severity: .warning,
        message: "no term of the evidence says the number; cite the words for "
          + Figure(measure: "", value: value).digits)
    ]
  }
}

/// `a park`, `an organization`.
func withArticle(_ kind: EntityKind) -> String {
  switch kind {
  case .organization, .event, .agreement: "an \(kind.rawValue)"
  default: "a \(kind.rawValue)"
  }
}

/// `a park, an organization or a place`.
func alternatives(_ kinds: Set<EntityKind>) -> String {
  let words = kinds.sorted().map(withArticle)
  guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
