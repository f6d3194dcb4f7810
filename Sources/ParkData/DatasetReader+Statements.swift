import ParkGraph
import Yams

extension DatasetReader {
  /// Reads what every statement may carry: `from`, `until`, `on`, `evidence`, `certainty`, `rank`,
  /// `note`.
  ///
  /// - Parameters:
  ///   - fields: The mapping that holds them.
  ///   - evidence: What stands in for evidence that is not given.
  ///   - defaultTerms: The terms of a citation that gives none.
  /// - Returns: The qualifiers, as far as they could be read.
  mutating func qualifiers(
    _ fields: inout Fields, default evidence: LocatedEvidence, defaultTerms: [String] = []
  ) -> Qualifiers {
    let own = fields.take("evidence").map { self.evidence($0, defaultTerms: defaultTerms) }
    lastEvidence = own ?? evidence
    var qualifiers = Qualifiers(evidence: lastEvidence.evidence)
    qualifiers.validity = validity(&fields)
    if let node = fields.take("certainty"),
      let value = choice(node, "a certainty", of: Certainty.self)
    {
      qualifiers.certainty = value
    }
    if let node = fields.take("rank"), let value = choice(node, "a rank", of: Rank.self) {
      qualifiers.rank = value
    }
    qualifiers.note = fields.take("note").flatMap { text($0, "a note") }
    return qualifiers
  }

  private mutating func validity(_ fields: inout Fields) -> Validity {
    let on = fields.take("on")
    let from = fields.take("from")
    let until = fields.take("until")
    if let on {
      for other in [from, until] {
        if let other {
          complain(other, "'on' is one date; it can't stand beside 'from' or 'until'")
        }
      }
      return date(on).map { Validity(on: $0) } ?? .always
    }
    let start = from.flatMap { bound($0) }
    let end = until.flatMap { bound($0) }
    if let validity = Validity(from: start, until: end) { return validity }
    if let until {
      complain(
        until,
        "it ends (until \(end?.description ?? "")) before it begins (from \(start?.description ?? ""))"
      )
    }
    return .always
  }

  /// Reads evidence: `source#paragraph`, a list of those, or a mapping from each to its terms, with
  /// `editor: reason` for what no document says.
  mutating func evidence(_ node: Node, defaultTerms: [String]) -> LocatedEvidence {
    var located = LocatedEvidence()
    func add(_ evidence: Evidence?, _ locator: Position, terms: [Position] = []) {
      guard let evidence else { return }
      located.evidence.append(evidence)
      located.positions.append(EvidencePosition(locator: locator, terms: terms))
    }
    switch node {
    case .scalar:
      guard let text = text(node, "a citation such as 'source#12'") else { break }
      add(citation(text, node, terms: defaultTerms), position(of: node))
    case .sequence(let sequence):
      // One level only: aliases could make lists in lists grow without end.
      for item in sequence {
        if case .sequence = item {
          complain(item, "evidence in a list is 'source#12' or 'source#12: [terms]', not a list")
        } else {
          located.append(contentsOf: evidence(item, defaultTerms: defaultTerms))
        }
      }
    case .mapping:
      guard var fields = fields(of: node, "'evidence'") else { break }
      for entry in fields.takeAll(where: { _ in true }) {
        let place = position(of: entry.key)
        if entry.name == "editor" {
          let reason = text(entry.value, "the editors' reason")
          add(reason.map { .editor(reason: $0) }, place)
        } else if let terms = terms(entry.value) {
          add(
            citation(entry.name, entry.key, terms: terms.map(\.text)), place,
            terms: terms.map(\.position))
        }
      }
    case .alias: break
    }
    return located
  }

  private mutating func terms(_ node: Node) -> [(text: String, position: Position)]? {
    if case .scalar = node {
      let place = position(of: node)
      return text(node, "the terms that the paragraph holds").map { [($0, place)] }
    }
    let nodes = items(of: node, "the terms")
    let terms = nodes.compactMap { node in
      text(node, "a term").map { (text: $0, position: position(of: node)) }
    }
    return terms.count == nodes.count ? terms : nil
  }

  private mutating func citation(_ locator: String, _ node: Node, terms: [String]) -> Evidence? {
    let parts = locator.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let source = SourceID(String(parts[0])), let paragraph = Int(parts[1]),
      paragraph > 0
    else {
      complain(
        node,
        "'\(locator)' is no citation; write the source, '#' and the paragraph: "
          + "'forum-2025#10' (or 'editor: reason')")
      return nil
    }
    if terms.isEmpty {
      complain(
        node,
        "the citation gives no terms; list the names and figures that the paragraph holds: "
          + "'\(locator): [Torch Center, \"2016\"]'")
      return nil
    }
    return .document(Citation(source: source, paragraph: paragraph, terms: terms))
  }

  /// Reads `value`, or `{value: value, evidence: …}`.
  mutating func statement<Value>(
    _ node: Node, _ path: StatementPath, default evidence: LocatedEvidence,
    _ read: (inout DatasetReader, Node) -> Value?
  ) -> Statement<Value>? {
    guard case .mapping = node, var fields = Fields(node) else {
      mark(path, node, evidence)
      return read(&self, node).map { Statement($0, Qualifiers(evidence: evidence.evidence)) }
    }
    let value = fields.take("value")
    let qualifiers = qualifiers(&fields, default: evidence)
    mark(path, node, lastEvidence)
    finish(fields)
    guard let value else {
      complain(node, "'value' is missing; write '{value: …, evidence: …}' or the value alone")
      return nil
    }
    return read(&self, value).map { Statement($0, qualifiers) }
  }
}
