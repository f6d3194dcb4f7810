public import ArgumentParser
import GraphCore
public import ParkGraph

extension ParkView.Kind: ExpressibleByArgument {}

/// Which relations `--include` adds: kinds by their names, with hyphens for spaces.
struct IncludedRelations: ExpressibleByArgument {
  var kinds: Set<Relation.Kind>

  init(kinds: Set<Relation.Kind> = []) {
    self.kinds = kinds
  }

  init?(argument: String) {
    kinds = []
    for word in argument.split(separator: ",") {
      if word == "all" {
        kinds = Set(Relation.Kind.allCases)
        continue
      }
      let name = String(word.map { $0 == "-" ? " " : $0 })
      guard let kind = Relation.Kind(rawValue: name) else { return nil }
      kinds.insert(kind)
    }
  }

  static var allValueStrings: [String] {
    Relation.Kind.allCases.map { String($0.rawValue.map { $0 == " " ? "-" : $0 }) } + ["all"]
  }
}

/// What commands take that work on a view.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which nodes and edges: partnership (parties tied by agreements), affiliation (agreements as nodes), full.",
      valueName: "view"))
  var view: ParkView.Kind?

  @Option(
    help: ArgumentHelp(
      "Relations to add to the view: part-of,owns … or all.", valueName: "relations"))
  var include = IncludedRelations()

  /// The view that was asked for, or the command's own.
  func view(of graph: ParkGraph, default kind: ParkView.Kind) -> ParkView {
    graph.view(view ?? kind, including: include.kinds)
  }
}
