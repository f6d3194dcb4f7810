import ParkGraph
import Yams

extension DatasetReader {
  /// The evidence that an entity's statements have when they give none of their own.
  typealias DefaultEvidence = [Evidence]

  /// Reads what every statement may carry: `from`, `until`, `on`, `evidence`, `certainty`, `rank`,
  /// `note`.
  ///
  /// - Parameters:
  ///   - fields: The mapping that holds them.
  ///   - evidence: What stands in for evidence that is not given.
  ///   - defaultTerms: The terms of a citation that gives none.
  /// - Returns: The qualifiers, as far as they could be read.
  mutating func qualifiers(
    _ fields: inout Fields, default evidence: DefaultEvidence, defaultTerms: [String] = []
  ) -> Qualifiers {
    var qualifiers = Qualifiers(evidence: evidence)
    qualifiers.validity = validity(&fields)
    if let node = fields.take("evidence") {
      qualifiers.evidence = self.evidence(node, defaultTerms: defaultTerms)
    }
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
  mutating func evidence(_ node: Node, defaultTerms: [String]) -> [Evidence] {
    switch node {
    case .scalar:
      guard let text = text(node, "a citation such as 'source#12'") else { return [] }
      return citation(text, node, terms: defaultTerms).map { [$0] } ?? []
    case .sequence(let sequence):
      return sequence.flatMap { evidence($0, defaultTerms: defaultTerms) }
    case .mapping:
      guard var fields = fields(of: node, "'evidence'") else { return [] }
      return fields.takeAll { _ in true }.compactMap { entry in
        if entry.name == "editor" {
          return text(entry.value, "the editors' reason").map { .editor(reason: $0) }
        }
        let terms = self.terms(entry.value)
        return terms.flatMap { citation(entry.name, entry.key, terms: $0) }
      }
    case .alias:
      return []
    }
  }

  private mutating func terms(_ node: Node) -> [String]? {
    if case .scalar = node { return text(node, "the terms that the paragraph holds").map { [$0] } }
    let nodes = items(of: node, "the terms")
    let terms = nodes.compactMap { text($0, "a term") }
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
    _ node: Node, _ path: StatementPath, default evidence: DefaultEvidence,
    _ read: (inout DatasetReader, Node) -> Value?
  ) -> Statement<Value>? {
    mark(path, node)
    guard case .mapping = node, var fields = Fields(node) else {
      return read(&self, node).map { Statement($0, Qualifiers(evidence: evidence)) }
    }
    let value = fields.take("value")
    let qualifiers = qualifiers(&fields, default: evidence)
    finish(fields)
    guard let value else {
      complain(node, "'value' is missing; write '{value: …, evidence: …}' or the value alone")
      return nil
    }
    return read(&self, value).map { Statement($0, qualifiers) }
  }
}
