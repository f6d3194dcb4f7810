internal import CGraphvizShims

@testable import Graphviz

/// DOT as libcgraph's own parser reads it: the oracle for ours.
enum CgraphReading {
  private typealias Graph = UnsafeMutablePointer<Agraph_t>

  /// What libcgraph makes of a text; nil if it finds an error.
  ///
  /// The text must end with the graph: the parser would begin the next one where it stopped.
  static func summary(of text: String) -> [String]? {
    GraphvizThread.shared?.sync { () -> [String]? in
      guard let context = try? GraphvizContext.shared() else { return nil }
      agsetfile(nil)
      let (graph, messages) = context.catchingMessages { agmemread(text) }
      defer { if let graph { agclose(graph) } }
      guard let graph, !messages.contains(where: { $0.source == .error }) else {
        recover(context)
        return nil
      }
      return value(of: graph).summary
    } ?? nil
  }

  /// After an error the lexer may be left inside of a string, a comment or a label: it is led out
  /// until it reads a graph again.
  private static func recover(_ context: GraphvizContext) {
    let brackets = String(repeating: ">", count: 1_000)
    for way in ["", "\"", "*/", brackets, "\n", "\"", "*/"] {
      let hasRecovered = context.catchingMessages {
        if !way.isEmpty, let graph = agmemread(way) { agclose(graph) }
        agreseterrors()
        guard let graph = agmemread("graph{}") else { return false }
        agclose(graph)
        return agerrors() == 0
      }.value
      if hasRecovered { return }
    }
  }

  private static func value(of graph: Graph) -> DOTGraph {
    let symbols = Symbols(graph)
    var nodes: [DOTGraph.Node] = []
    var edges: [(sequence: UInt64, edge: DOTGraph.Edge)] = []
    var node = agfstnode(graph)
    while let current = node {
      let name = text(agnameof(current))
      nodes.append(
        .init(
          name: name, attributes: symbols.values(of: current, symbols.node, keeping: "label"),
          line: 0, column: 0))
      var edge = agfstout(graph, current)
      while let out = edge {
        var attributes = symbols.values(of: out, symbols.edge)
        let key = text(agnameof(out))
        // Names that libcgraph makes up begin with a percent sign.
        if !key.isEmpty, !key.hasPrefix("%") {
          attributes["key"] = .init(text: key, isHTML: false, line: 0, column: 0)
        }
        let head = text(agnameof(shim_edge_head(out)))
        edges.append(
          (shim_edge_sequence(out), .init(tail: name, head: head, attributes: attributes)))
        edge = agnxtout(graph, out)
      }
      node = agnxtnode(graph, current)
    }
    edges.sort { $0.sequence < $1.sequence }
    return DOTGraph(
      name: self.name(of: graph), isDirected: agisdirected(graph) != 0,
      isStrict: agisstrict(graph) != 0, attributes: symbols.values(of: graph, symbols.graph),
      nodeDefaults: symbols.defaults(symbols.node, keeping: "label"),
      edgeDefaults: symbols.defaults(symbols.edge),
      nodes: nodes, edges: edges.map(\.edge), subgraphs: subgraphs(of: graph, symbols))
  }

  private static func subgraphs(of graph: Graph, _ symbols: Symbols) -> [DOTGraph.Subgraph] {
    var subgraphs: [DOTGraph.Subgraph] = []
    var subgraph = agfstsubg(graph)
    while let current = subgraph {
      var nodes: [String] = []
      var node = agfstnode(current)
      while let member = node {
        nodes.append(text(agnameof(member)))
        node = agnxtnode(current, member)
      }
      subgraphs.append(
        .init(
          name: name(of: current), attributes: symbols.values(of: current, symbols.graph), own: [],
          nodes: nodes, subgraphs: self.subgraphs(of: current, symbols)))
      subgraph = agnxtsubg(current)
    }
    return subgraphs
  }

  private static func name(of graph: Graph) -> String? {
    let name = text(agnameof(graph))
    return name.isEmpty || name.hasPrefix("%") ? nil : name
  }

  fileprivate static func text(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }

  /// The attributes that a graph declares.
  private struct Symbols {
    typealias List = [(name: String, symbol: UnsafeMutablePointer<Agsym_t>)]
    let graph: List
    let node: List
    let edge: List

    init(_ pointer: Graph) {
      func list(_ kind: shim_kind) -> List {
        var list: List = []
        var symbol = shim_next_attribute(pointer, kind, nil)
        while let current = symbol {
          list.append((text(current.pointee.name), current))
          symbol = shim_next_attribute(pointer, kind, current)
        }
        return list
      }
      graph = list(shim_kind_graph)
      node = list(shim_kind_node)
      edge = list(shim_kind_edge)
    }

    func values(
      of object: UnsafeMutableRawPointer, _ list: List, keeping kept: String? = nil
    ) -> [String: DOTGraph.Value] {
      var values: [String: DOTGraph.Value] = [:]
      for (name, symbol) in list {
        guard let value = agxget(object, symbol), value.pointee != 0 || name == kept else {
          continue
        }
        add(name, value, to: &values)
      }
      return values
    }

    func defaults(_ list: List, keeping kept: String? = nil) -> [String: DOTGraph.Value] {
      var values: [String: DOTGraph.Value] = [:]
      for (name, symbol) in list {
        guard let value = symbol.pointee.defval, value.pointee != 0 || name == kept else {
          continue
        }
        add(name, value, to: &values)
      }
      return values
    }

    private func add(
      _ name: String, _ value: UnsafeMutablePointer<CChar>,
      to values: inout [String: DOTGraph.Value]
    ) {
      // libgvc's own, which stands for no label.
      guard name != "label" || text(value) != "\\N" else { return }
      values[name] = .init(text: text(value), isHTML: shim_is_html(value), line: 0, column: 0)
    }
  }
}

extension DOTGraph {
  /// All that libcgraph knows about a graph, a line for each thing, in an order of its own.
  var summary: [String] {
    func text(_ values: [String: Value]) -> String {
      values.sorted { $0.key < $1.key }
        .map { "\($0)=\($1.isHTML ? "<>" : "")\($1.text.debugDescription)" }
        .joined(separator: " ")
    }
    func lines(_ subgraph: Subgraph, _ path: String) -> [String] {
      let path = path + "/" + (subgraph.name ?? "")
      return ["\(path) \(subgraph.nodes) \(text(subgraph.attributes))"]
        + subgraph.subgraphs.flatMap { lines($0, path) }
    }
    return ["\(name ?? "") \(isDirected) \(isStrict) \(text(attributes))"]
      + ["node \(text(nodeDefaults))", "edge \(text(edgeDefaults))"]
      + nodes.map { "\($0.name.debugDescription) \(text($0.attributes))" }
      + edges.map {
        "\($0.tail.debugDescription)-\($0.head.debugDescription) \(text($0.attributes))"
      }
      // libcgraph walks subgraphs in the order of addresses.
      + subgraphs.flatMap { lines($0, "") }.sorted()
  }
}
