import GraphCore
import ParkGraph

extension NameIndex where ID == NodeID {
  /// The one node that goes by a name.
  ///
  /// - Throws: ``CommandFailure`` that lists the candidates or the nearest names.
  func node(named name: String, in network: some Network) throws(CommandFailure) -> NodeID {
    do {
      return try entity(named: name)
    } catch {
      throw error.failure { network.reference(to: $0) }
    }
  }
}

extension ParkGraph {
  /// The one entity that a user means.
  ///
  /// - Throws: ``CommandFailure`` that lists the candidates of an ambiguous name or suggests the
  ///   nearest ones of an unknown name.
  func resolve(
    _ name: String, in index: NameIndex<EntityID>, language: LanguageTag
  ) throws(CommandFailure) -> EntityID {
    do {
      return try index.entity(named: name)
    } catch {
      throw error.failure { ReferenceRecord($0, in: self, language: language) }
    }
  }
}

extension NameError {
  /// The message for a user: the candidates or the nearest names, a line each.
  func failure(_ reference: (ID) -> ReferenceRecord) -> CommandFailure {
    func lines(_ ids: [ID]) -> String {
      ids.prefix(20).map { id in
        let record = reference(id)
        return "  \(record.id)  \(record.label)"
      }.joined(separator: "\n") + (ids.count > 20 ? "\n  … and \(ids.count - 20) more" : "")
    }
    return switch self {
    case .ambiguous(let name, let candidates):
      CommandFailure(
        .usage,
        "'\(name)' is the name of \(candidates.count) entities; give the identifier of one:\n"
          + lines(candidates))
    case .unknown(let name, let suggestions) where suggestions.isEmpty:
      CommandFailure(
        .usage, "nothing here is called '\(name)'; try: parkgraph search TEXT, or parkgraph list",
        missingName: name)
    case .unknown(let name, let suggestions):
      CommandFailure(
        .usage, "nothing here is called '\(name)'; did you mean\n" + lines(suggestions.map(\.id)),
        missingName: name)
    }
  }
}
