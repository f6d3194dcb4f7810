import BuiltInData
import GraphCore
import GraphFormats
import ParkData
import ParkGraph

/// What `--graph` names, read.
enum LoadedGraph {
  /// Park data: the built-in, or a folder of YAML.
  case parks(ParkGraph)
  /// A file with attributes.
  case file(PropertyGraph, name: String, format: GraphFormat)
  /// A file of plain edges, all of which are wanted, and what their weights are called, if they were.
  case edges(EdgeList, name: String, weight: String?)

  /// The nodes and ties that a command works on: in park data those of a view, and of any graph
  /// those that satisfy the conditions.
  func network(
    _ view: ParkView.Kind = .full, including relations: Set<Relation.Kind> = [],
    _ options: GraphOptions, weights: WeightChoice? = nil
  ) throws(CommandFailure) -> any Network {
    let network = try unchecked(view, including: relations, options, weights?.attribute)
    try weights?.check(network)
    return network
  }

  private func unchecked(
    _ view: ParkView.Kind, including relations: Set<Relation.Kind>, _ options: GraphOptions,
    _ weight: String?
  ) throws(CommandFailure) -> any Network {
    let conditions = options.conditions
    switch self {
    case .parks(let parks):
      try conditions.check(against: ParkGraph.attributeKeys)
      let view = parks.view(view, including: relations)
      return ParkNetwork(parks: parks, view: parks.filtered(view, by: conditions), options)
    case .file(let graph, let name, let format):
      try conditions.check(against: graph.keys)
      return FileNetwork(
        graph.filtered(by: conditions), name: name + options.narrowing, format: format,
        language: options.lang, weight: weight)
    case .edges(let edges, let name, let weight):
      return EdgeListNetwork(list: edges, name: name, readWeight: weight)
    }
  }
}

extension GraphOptions {
  /// Does the work of a command on park data, and tells the timings where they are asked for.
  ///
  /// - Throws: ``CommandFailure`` for a graph of another kind.
  func withParks(
    _ console: Console, _ work: (ParkGraph, inout Timings) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try withGraph(console) { loaded, timings throws(CommandFailure) in
      guard case .parks(let parks) = loaded else {
        throw CommandFailure(
          .usage,
          "this command is about statements and what proves them, and \(name(console)) holds none; "
            + "give a folder of YAML data files, or leave --graph out for the built-in data")
      }
      try work(parks, &timings)
    }
  }

  /// Whether a list of plain edges is to be read.
  func readsPlainEdges(_ console: Console) throws(CommandFailure) -> Bool {
    guard let path = path(console) else { return false }
    return try GraphFile(path, from: from)?.format == .edges
  }

  /// Refuses `--format` where what goes to standard output is no answer.
  func refuseFormat(_ advice: String) throws(CommandFailure) {
    guard format == .table else {
      throw CommandFailure(.usage, "--format is for answers; \(advice)")
    }
  }

  /// Refuses conditions where a command takes the park data whole.
  func refuseConditions() throws(CommandFailure) {
    guard conditions.isEmpty else {
      throw CommandFailure(
        .usage,
        "--where doesn't go with this command; it does with list, search, neighbors, path, "
          + "centrality, components, distances, render and export")
    }
  }

  /// Does the work of a command on any graph, and tells the timings where they are asked for.
  ///
  /// Weights of plain edges have a name where something uses them; else they are not read, nor need
  /// they make sense.
  func withGraph(
    _ console: Console, isDirected: Bool? = nil, weight: String? = nil,
    _ work: (LoadedGraph, inout Timings) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var timings = Timings()
    let (whole, graph) = try timings.measure("load") { () throws(CommandFailure) in
      let whole = try load(console, isDirected: isDirected, weight: weight)
      return (whole, narrowed(whole))
    }
    do throws(CommandFailure) {
      try work(graph, &timings)
    } catch {
      throw explained(error, whole)
    }
    if self.timings { console.tell(timings.line()) }
  }

  /// Does the work of a command on the nodes and ties of any graph.
  func withNetwork(
    _ console: Console, _ viewOptions: ViewOptions, default kind: ParkView.Kind,
    weights: WeightChoice? = nil,
    _ work: (any Network, inout Timings) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try withGraph(
      console, isDirected: viewOptions.isDirected, weight: weights?.name
    ) {
      loaded, timings throws(CommandFailure) in
      let network = try timings.measure("view") { () throws(CommandFailure) in
        try viewOptions.network(of: loaded, default: kind, self, weights: weights)
      }
      try work(network, &timings)
    }
  }

  private func name(_ console: Console) -> String { "'\(path(console) ?? "")'" }

  private func load(
    _ console: Console, isDirected: Bool?, weight: String?
  ) throws(CommandFailure) -> LoadedGraph {
    guard let path = path(console) else {
      try refuseFileOptions("the built-in data is no graph file")
      return .parks(BuiltInData.graph)
    }
    if let file = try GraphFile(path, from: from) {
      guard asOf == nil, evidence == .all else {
        throw CommandFailure(
          .usage,
          "\(asOf == nil ? "--evidence" : "--as-of") goes with park data only, and '\(path)' is a "
            + "graph file; leave it out")
      }
      let usual = EdgeWeights.usualNames[0]
      let asksForWeights = conditions.contains { $0.domain == .edge && $0.attribute == usual }
      let loaded = try file.read(
        console, ReadingOptions(isLenient: lenient, limits: trusted ? .trusted : ReadingLimits()),
        isDirected: isDirected, weight: weight ?? (asksForWeights ? usual : nil))
      guard case .edges(let list, let name, let weight) = loaded, !conditions.isEmpty else {
        return loaded
      }
      do throws(PropertyGraphError) {
        return .file(try PropertyGraph(list, weight: weight), name: name, format: .edges)
      } catch {
        throw CommandFailure(.dataError, "\(name): \(error)")
      }
    }
    guard FileKind.of(path) != .none else {
      throw CommandFailure(.noInput, "there is no file or folder '\(path)'")
    }
    try refuseFileOptions("'\(path)' is a folder of YAML data files")
    let reading = try DataReading.read(path)
    let errors = reading.checked().filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors { console.tell(error.description) }
      throw CommandFailure(
        .dataError, "\(path) has \(counted(errors.count, "error")); mend the data and try again")
    }
    return .parks(reading.graph)
  }

  private func refuseFileOptions(_ reason: String) throws(CommandFailure) {
    let given = [(from != nil, "--from"), (lenient, "--lenient"), (trusted, "--trusted")]
    if let option = given.first(where: \.0)?.1 {
      throw CommandFailure(.usage, "\(option) goes with graph files only; \(reason)")
    }
  }
}
