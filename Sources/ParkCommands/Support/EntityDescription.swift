import ParkGraph

/// One entity for readers: what an encyclopaedia's box would say, with its sources numbered.
struct EntityDescription {
  private let entity: Entity
  private let links: EntityLinks
  private let language: LanguageTag
  private var graph: ParkGraph { links.graph }

  /// A line of the description: under which heading, its text, and what proves it.
  private struct Line {
    var heading: String
    var text: String
    var qualifiers: Qualifiers
  }

  init(_ entity: Entity, _ links: EntityLinks, language: LanguageTag) {
    self.entity = entity
    self.links = links
    self.language = language
  }

  /// The statements as rows.
  var table: Table {
    var table = Table(
      columns: [
        .init("what"), .init("value"), .init("from"), .init("until"), .init("certainty"),
        .init("evidence"),
      ])
    table.rows = lines.map { line in
      [
        line.heading, line.text, line.qualifiers.validity.from?.description ?? "",
        line.qualifiers.validity.until?.description ?? "", line.qualifiers.certainty.rawValue,
        graph.locators(of: line.qualifiers.evidence).joined(separator: " "),
      ]
    }
    return table
  }

  /// The description as text.
  var prose: String {
    var references: [Evidence] = []
    func marks(_ evidence: [Evidence]) -> String {
      var numbers: [Int] = []
      for piece in evidence {
        // Two citations of one paragraph are one footnote.
        let place = references.firstIndex { $0.isSamePlace(as: piece) }
        if place == nil { references.append(piece) }
        let number = (place ?? references.count - 1) + 1
        if !numbers.contains(number) { numbers.append(number) }
      }
      return numbers.isEmpty ? "" : " [\(numbers.map(String.init).joined(separator: ", "))]"
    }
    var text = entity.name(in: language) + "\n"
    text += "\(graph.sort(of: entity)) · \(entity.id)\n"
    if let note = entity.profile.note { text += note + "\n" }
    let lines = lines
    let width = lines.map { DisplayWidth.of($0.heading) }.max() ?? 0
    var last = ""
    for line in lines {
      let heading = line.heading == last ? "" : line.heading
      if heading != "" { text += last == "" ? "\n" : "" }
      last = line.heading
      let remark = line.qualifiers.remark
      text += "  \(DisplayWidth.padded(heading, to: width))  \(line.text)"
      text += (remark.isEmpty ? "" : " " + remark) + marks(line.qualifiers.evidence) + "\n"
      if let note = line.qualifiers.note {
        text += "  \(String(repeating: " ", count: width))  · \(note)\n"
      }
    }
    if !references.isEmpty {
      text += "\n"
      for (index, evidence) in references.enumerated() {
        text += "[\(index + 1)] \(graph.phrase(for: evidence))\n"
      }
    }
    return text
  }

  /// Every statement, in the order in which a reader wants them.
  private var lines: [Line] {
    var lines = nameLines
    if let period = entity.profile.period {
      var others = period
      others.validity = .always
      lines.append(
        Line(heading: periodHeading, text: period.validity.phrase, qualifiers: others))
    }
    if let country = entity.country {
      lines.append(
        Line(heading: "country", text: country.value.rawValue, qualifiers: country.qualifiers))
    }
    if let point = entity.coordinates {
      lines.append(
        Line(
          heading: "coordinates", text: "\(point.value.latitude), \(point.value.longitude)",
          qualifiers: point.qualifiers))
    }
    lines += partyLines + batchLines
    for figure in entity.profile.figures {
      lines.append(
        Line(
          heading: "figure", text: "\(figure.value.measure): \(figure.value.quantity)",
          qualifiers: figure.qualifiers))
    }
    lines += relationLines + agreementLines
    for identifier in entity.profile.identifiers {
      lines.append(
        Line(
          heading: identifier.value.scheme.rawValue, text: identifier.value.value,
          qualifiers: identifier.qualifiers))
    }
    return lines
  }

  private var nameLines: [Line] {
    entity.profile.names.map { name in
      let role = name.value.role == .official ? "" : ", \(name.value.role.rawValue)"
      let doubt = name.value.isDoubtful ? ", doubtful" : ""
      return Line(
        heading: "name", text: "\(name.value.text) (\(name.value.language)\(role)\(doubt))",
        qualifiers: name.qualifiers)
    }
  }

  private var periodHeading: String {
    switch entity.kind {
    case .agreement: "in force"
    case .event: "held"
    default: "existed"
    }
  }

  private var partyLines: [Line] {
    (entity.agreement?.parties ?? []).map { party in
      Line(
        heading: "party", text: partyName(party.value) + (party.value.role.map { ", \($0)" } ?? ""),
        qualifiers: party.qualifiers)
    }
  }

  private func partyName(_ party: Agreement.Party) -> String {
    switch party.identity {
    case .entity(let id): reference(id)
    case .unnamed(let description): "\(description) (not named)"
    }
  }

  private var batchLines: [Line] {
    var lines: [Line] = []
    for batch in entity.programme?.batches ?? [] {
      let members = links.members(ofBatch: batch.value.number, of: entity.id)
      let doubtful = members.count { $0.certainty != .stated }
      var text = "batch \(batch.value.number): "
      text += batch.value.size.map { "\($0) \(batch.value.unit), " } ?? "\(batch.value.unit), "
      text += "\(members.count) named"
      if doubtful > 0 { text += " (\(doubtful) of them not for certain)" }
      lines.append(Line(heading: "batch", text: text, qualifiers: batch.qualifiers))
    }
    return lines
  }

  private var relationLines: [Line] {
    let outgoing = entity.profile.relations.map { relation in
      line(relation, heading: relation.value.kind.rawValue, other: relation.value.object)
    }
    let incoming = links.incoming(to: entity.id).map { subject, relation in
      line(relation, heading: relation.value.kind.inverse, other: subject)
    }
    // One heading at a time, in the order of first mention; by date within it.
    var headings: [String] = []
    for line in outgoing + incoming where !headings.contains(line.heading) {
      headings.append(line.heading)
    }
    return headings.flatMap { heading in
      (outgoing + incoming).filter { $0.heading == heading }
    }
  }

  private func line(
    _ relation: Statement<Relation>, heading: String, other: EntityID
  ) -> Line {
    var text = reference(other)
    if let role = relation.value.role { text += ", \(role)" }
    if let batch = relation.value.batch { text += ", batch \(batch)" }
    return Line(heading: heading, text: text, qualifiers: relation.qualifiers)
  }

  private var agreementLines: [Line] {
    links.agreements(of: entity.id).compactMap { id in
      guard let agreement = graph[id]?.agreement else { return nil }
      let others = agreement.parties.map(\.value).filter { $0.entity != entity.id }
        .map(partyName).joined(separator: ", ")
      let party = agreement.parties.first { $0.value.entity == entity.id }
      var qualifiers = party?.qualifiers ?? Qualifiers()
      if qualifiers.validity.isAlways, let period = agreement.profile.period {
        qualifiers.validity = period.validity
      }
      qualifiers.note = nil
      return Line(
        heading: "agreement", text: "\(agreement.form.rawValue) with \(others) · \(id)",
        qualifiers: qualifiers)
    }
  }

  private func reference(_ id: EntityID) -> String { graph.name(of: id, in: language) }
}

extension Evidence {
  /// Whether two pieces are of one paragraph, or give one reason.
  func isSamePlace(as other: Evidence) -> Bool {
    switch (self, other) {
    case (.document(let first), .document(let second)):
      first.source == second.source && first.paragraph == second.paragraph
    case (.editor(let first), .editor(let second)): first == second
    default: false
    }
  }
}
