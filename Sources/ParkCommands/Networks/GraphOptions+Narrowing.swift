import GraphCore
import GraphFormats
import ParkGraph

/// What `--where`, `--as-of` and `--evidence` leave of a graph, and what they leave out.
extension GraphOptions {
  /// The statements that count, held on the date that is asked for.
  func narrowed(_ graph: LoadedGraph) -> LoadedGraph {
    guard case .parks(let parks) = graph else { return graph }
    let kept = evidence == .documented ? parks.documented() : parks
    return .parks(asOf.map(kept.asOf) ?? kept)
  }

  /// What was asked of the nodes and edges, for messages that say where something is not; empty
  /// where all were taken.
  var narrowing: String {
    let options =
      (evidence == .documented ? ["--evidence documented"] : []) + conditions.map(\.option)
    return (asOf.map { " as of \($0)" } ?? "")
      + (options.isEmpty ? "" : " with " + options.joined(separator: " "))
  }

  /// Says of a node that is not there which option left it out, if one did.
  ///
  /// - Parameters:
  ///   - failure: Why a command could not do what was asked.
  ///   - whole: The graph with all that is in it.
  /// - Returns: The failure, with another message where there is more to say.
  func explained(_ failure: CommandFailure, _ whole: LoadedGraph) -> CommandFailure {
    guard let name = failure.missingName else { return failure }
    let culprits =
      switch whole {
      case .parks(let parks): culprits(leavingOut: name, parks)
      case .file(let graph, let file, let format):
        culprits(
          leavingOut: name,
          FileNetwork(graph, name: file, format: format, language: lang))
      case .edges: [String]()
      }
    guard !culprits.isEmpty else { return failure }
    return CommandFailure(
      .usage, "'\(name)' is left out by \(culprits.joined(separator: " and by "))")
  }

  private func culprits(leavingOut name: String, _ parks: ParkGraph) -> [String] {
    func entity(_ graph: ParkGraph) -> Entity? {
      (try? graph.resolve(name, in: NameIndex(graph), language: lang)).flatMap { graph[$0] }
    }
    guard entity(parks) != nil else { return [] }
    let proven = evidence == .documented ? parks.documented() : parks
    guard entity(proven) != nil else { return ["--evidence documented"] }
    guard let found = entity(asOf.map(proven.asOf) ?? proven) else {
      return asOf.map { ["--as-of \($0)"] } ?? []
    }
    return conditions.filter { !parks.satisfies([$0], found) }.map(\.option)
  }

  private func culprits(leavingOut name: String, _ network: FileNetwork) -> [String] {
    guard !conditions.isEmpty, let node = try? network.node(named: name) else { return [] }
    let graph = network.graph
    return conditions.filter { condition in
      ![condition].allow(.node, id: graph.graph[node].id) { graph.value(of: $0, at: node) }
    }.map(\.option)
  }
}
