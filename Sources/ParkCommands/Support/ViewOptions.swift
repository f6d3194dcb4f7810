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

  /// What the help says of the default.
  var defaultValueDescription: String { "none" }

  static var allValueStrings: [String] {
    Relation.Kind.allCases.map { String($0.rawValue.map { $0 == " " ? "-" : $0 }) } + ["all"]
  }
}

/// What commands take that work on nodes and ties.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which nodes and edges of park data: partnership (parties tied by agreements), affiliation (agreements as nodes), full.",
      valueName: "view"))
  var view: ParkView.Kind?

  @Option(
    help: ArgumentHelp(
      "Relations to add to the view: part-of,owns … or all.", valueName: "relations"))
  var include = IncludedRelations()

  @Flag(
    help:
      "Follow edges as they point, or both ways. Default: park data both ways, a file as it says, plain edges both ways."
  )
  var direction: EdgeDirection?

  /// Whether edges were asked to point one way.
  var isDirected: Bool? { direction.map { $0 == .directed } }

  /// The view of park data that was asked for, or the command's own.
  func view(
    of parks: ParkGraph, default kind: ParkView.Kind, _ options: GraphOptions
  ) throws(CommandFailure) -> ParkView {
    try options.conditions.check(against: ParkGraph.attributeKeys)
    return parks.filtered(
      parks.view(view ?? kind, including: include.kinds), by: options.conditions)
  }

  /// What of a graph a command works on.
  func network(
    of loaded: LoadedGraph, default kind: ParkView.Kind, _ options: GraphOptions,
    weights: WeightChoice? = nil
  ) throws(CommandFailure) -> any Network {
    if case .parks = loaded {} else { try refuseParkOptions() }
    return try loaded.network(
      view ?? kind, including: include.kinds, options, weights: weights)
  }

  /// The way in which a command takes edges.
  func orientation(of loaded: any Network) -> FrozenGraph.Orientation {
    switch direction {
    case .directed: .declared
    case .undirected: .undirected
    case nil: loaded is ParkNetwork ? .undirected : .declared
    }
  }

  /// Only plain edges are taken one way or the other where a graph is drawn or written whole.
  func refuseDirection(_ options: GraphOptions, _ console: Console) throws(CommandFailure) {
    guard let direction, try !options.readsPlainEdges(console) else { return }
    throw CommandFailure(
      .usage,
      "--\(direction.rawValue) goes with plain edges only here; other graphs say themselves which "
        + "way their edges lead")
  }

  /// A graph file has one view only.
  func refuseParkOptions() throws(CommandFailure) {
    if view != nil || !include.kinds.isEmpty {
      throw CommandFailure(
        .usage,
        "\(view == nil ? "--include" : "--view") goes with park data only; a graph file is taken whole"
      )
    }
  }
}

/// Whether edges are followed as they point.
enum EdgeDirection: String, EnumerableFlag {
  case directed
  case undirected
}
