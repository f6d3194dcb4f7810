internal import CGraphvizShims

/// Reads DOT with libcgraph's parser, on the Graphviz thread.
enum DOTReader {
  private typealias Graph = UnsafeMutablePointer<Agraph_t>

  static func result(of text: String) -> Result<DOTGraph, GraphvizError> {
    do throws(GraphvizError) {
      return .success(try read(text))
    } catch {
      return .failure(error)
    }
  }

  private static func read(_ text: String) throws(GraphvizError) -> DOTGraph {
    let context = try GraphvizContext.shared()
    // The parser counts on from where the last text ended.
    agsetfile(nil)
    let (graph, messages) = context.catchingMessages { agmemread(text) }
    defer { if let graph { agclose(graph) } }
    let errors = messages.filter { $0.source == .error }.map(\.text)
    guard let graph, errors.isEmpty else {
      recover(context)
      throw failure(errors, text)
    }
    return value(of: graph)
  }

  /// After an error the lexer may be left inside of a string, a comment or a label: it is led out
  /// until it reads a graph again.
  private static func recover(_ context: GraphvizContext) {
    let brackets = String(repeating: ">", count: 1_000)
    for way in ["", "\"", "*/", brackets, "\"", "*/"] {
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

  /// libcgraph says "syntax error in line 3 near 'x'", with a file name in front.
  private static func failure(_ errors: [String], _ text: String) -> GraphvizError {
    guard let first = errors.first else {
      let isEmpty = text.allSatisfy(\.isWhitespace)
      return GraphvizError(
        .invalidDOT, isEmpty ? "the text is empty" : "the text holds no graph")
    }
    let words = first.split(separator: " ")
    var error = GraphvizError(.invalidDOT, "not DOT", messages: errors)
    if let place = words.firstIndex(of: "line"), place + 1 < words.count {
      error.line = Int(words[place + 1].prefix { $0.isASCII && $0.isNumber })
    }
    if let start = first.firstRange(of: "near '")?.upperBound {
      let token = first[start...]
      error.token = String(token.hasSuffix("'") ? token.dropLast() : token)
    }
    return error
  }

  // MARK: Values

  private static func value(of graph: Graph) -> DOTGraph {
    let symbols = Symbols(graph)
    var nodes: [DOTGraph.Node] = []
    var edges: [(sequence: UInt64, edge: DOTGraph.Edge)] = []
    var node = agfstnode(graph)
    while let current = node {
      let name = text(agnameof(current))
      nodes.append(.init(name: name, attributes: symbols.values(of: current, symbols.node)))
      var edge = agfstout(graph, current)
      while let out = edge {
        edges.append(
          (
            shim_edge_sequence(out),
            .init(
              tail: name, head: text(agnameof(shim_edge_head(out))),
              attributes: symbols.values(of: out, symbols.edge))
          ))
        edge = agnxtout(graph, out)
      }
      node = agnxtnode(graph, current)
    }
    edges.sort { $0.sequence < $1.sequence }
    return DOTGraph(
      name: self.name(of: graph), isDirected: agisdirected(graph) != 0,
      isStrict: agisstrict(graph) != 0, attributes: symbols.values(of: graph, symbols.graph),
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
          name: name(of: current), attributes: symbols.values(of: current, symbols.graph),
          nodes: nodes, subgraphs: self.subgraphs(of: current, symbols)))
      subgraph = agnxtsubg(current)
    }
    return subgraphs
  }

  /// Names that libcgraph makes up begin with a percent sign.
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

    func values(of object: UnsafeMutableRawPointer, _ list: List) -> [String: DOTGraph.Value] {
      var values: [String: DOTGraph.Value] = [:]
      for (name, symbol) in list {
        guard let value = agxget(object, symbol), value.pointee != 0 else { continue }
        values[name] = .init(text: text(value), isHTML: shim_is_html(value))
      }
      return values
    }
  }
}
