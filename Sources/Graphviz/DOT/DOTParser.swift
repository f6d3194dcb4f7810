/// Reads DOT text by the grammar of the language and hands what it finds to a builder.
///
/// No state outlives a call, and none is libcgraph's.
struct DOTParser {
  private var lexer: DOTLexer
  private var token: DOTToken
  private var builder: DOTBuilder

  /// The first graph of a text; what follows it is not read.
  static func graph(in text: [UInt8]) throws(GraphvizError) -> DOTGraph {
    try reading(text).graph
  }

  /// The first graph of a text, and how many bytes of the text it takes.
  static func reading(
    _ text: [UInt8]
  ) throws(GraphvizError) -> (graph: DOTGraph, length: Int) {
    guard text.count <= Limits.dotBytes else {
      throw GraphvizError(.limitExceeded, "the text has more than \(Limits.dotBytes) bytes")
    }
    var parser = try DOTParser(text)
    try parser.parseBody(in: DOTBuilder.root, depth: 1)
    return (parser.builder.graph, parser.lexer.place)
  }

  /// Reads up to the brace that opens the graph.
  private init(_ text: [UInt8]) throws(GraphvizError) {
    var lexer = DOTLexer(text)
    token = try lexer.next()
    self.lexer = lexer
    // The real one follows as soon as the graph's kind and name are known.
    builder = DOTBuilder(name: nil, isDirected: true, isStrict: false)
    guard token.kind != .end else {
      throw GraphvizError.dot("the text is empty", at: token)
    }
    let isStrict = try take(.keyword(.strict))
    let isDirected: Bool
    if try take(.keyword(.digraph)) {
      isDirected = true
    } else if try take(.keyword(.graph)) {
      isDirected = false
    } else {
      throw unexpected(isStrict ? "graph or digraph" : "strict, graph or digraph")
    }
    let name = try isIdentifier ? identifier("the graph's name").text : nil
    builder = DOTBuilder(name: name, isDirected: isDirected, isStrict: isStrict)
    guard case .symbol("{") = token.kind else { throw unexpected("{") }
  }

  // MARK: Tokens

  private mutating func advance() throws(GraphvizError) {
    token = try lexer.next()
  }

  private mutating func take(_ kind: DOTToken.Kind) throws(GraphvizError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  private func unexpected(_ expected: String) -> GraphvizError {
    if builder.isDirected, token.kind == .line {
      return .dot("found '--' in a directed graph, whose edges are written ->", at: token)
    }
    if !builder.isDirected, token.kind == .arrow {
      return .dot("found '->' in an undirected graph, whose edges are written --", at: token)
    }
    return .dot("found \(token.name), expected \(expected)", at: token)
  }

  private var isIdentifier: Bool {
    if case .id = token.kind { true } else { false }
  }

  /// A name or a value; strings joined with `+` are one.
  private mutating func identifier(
    _ expected: String
  ) throws(GraphvizError) -> DOTGraph.Value {
    guard case .id(var text, var form) = token.kind else { throw unexpected(expected) }
    let (line, column) = (token.line, token.column)
    try advance()
    while form != .bare, token.kind == .symbol("+") {
      try advance()
      guard case .id(let next, let nextForm) = token.kind, nextForm != .bare else {
        throw unexpected("a string after +")
      }
      try advance()
      text += next
      form = .quoted
    }
    return DOTGraph.Value(text: text, isHTML: form == .html, line: line, column: column)
  }

  // MARK: Statements

  /// From the opening brace behind the closing one.
  private mutating func parseBody(in scope: Int, depth: Int) throws(GraphvizError) {
    guard depth <= Limits.dotDepth else {
      throw GraphvizError.limit("braces are nested deeper than \(Limits.dotDepth)", at: token)
    }
    let start = token
    try advance()
    while token.kind != .symbol("}") {
      guard token.kind != .end else {
        throw GraphvizError.dot(
          "found the end of the text, expected } for the { of line \(start.line)", at: token)
      }
      try parseStatement(in: scope, depth: depth)
      _ = try take(.symbol(";"))
    }
    // Nothing behind the graph is looked at, not even to find the next token.
    if depth > 1 { try advance() }
  }

  private mutating func parseStatement(in scope: Int, depth: Int) throws(GraphvizError) {
    switch token.kind {
    case .keyword(.graph): try parseDefaults(.graph, in: scope)
    case .keyword(.node): try parseDefaults(.node, in: scope)
    case .keyword(.edge): try parseDefaults(.edge, in: scope)
    case .keyword(.subgraph), .symbol("{"): try parseChain(in: scope, depth: depth)
    case .id:
      let name = try identifier("a statement")
      if try take(.symbol("=")) {
        let value = try identifier("the value of \(name.text)")
        try builder.setDefault(name.text, value, of: .graph, in: scope)
      } else {
        try parseChain(startingWith: name, in: scope, depth: depth)
      }
    default: throw unexpected("a node, an edge, a subgraph, an attribute or }")
    }
  }

  /// `node [shape=box]`, with a name in front of the list that means nothing yet.
  private mutating func parseDefaults(
    _ kind: DOTBuilder.Kind, in scope: Int
  ) throws(GraphvizError) {
    try advance()
    if isIdentifier {
      _ = try identifier("[")
      guard try take(.symbol("=")) else { throw unexpected("=") }
    }
    guard token.kind == .symbol("[") else { throw unexpected("[") }
    for (name, value) in try attributes() {
      try builder.setDefault(name, value, of: kind, in: scope)
    }
  }

  /// All lists of attributes that follow each other.
  private mutating func attributes() throws(GraphvizError) -> [(String, DOTGraph.Value)] {
    var result: [(String, DOTGraph.Value)] = []
    while try take(.symbol("[")) {
      while try !take(.symbol("]")) {
        let name = try identifier("an attribute's name or ]")
        guard try take(.symbol("=")) else { throw unexpected("= after \(name.text)") }
        result.append((name.text, try identifier("the value of \(name.text)")))
        if try !take(.symbol(",")) { _ = try take(.symbol(";")) }
      }
    }
    return result
  }

  // MARK: Nodes, edges and subgraphs

  /// A node, a subgraph, or several of them joined by edges.
  private mutating func parseChain(
    startingWith name: DOTGraph.Value? = nil, in scope: Int, depth: Int
  ) throws(GraphvizError) {
    var links = [try parseLink(startingWith: name, in: scope, depth: depth)]
    while token.kind == (builder.isDirected ? .arrow : .line) {
      try advance()
      links.append(try parseLink(in: scope, depth: depth))
    }
    let attributes = try attributes()
    if links.count > 1 {
      try builder.addEdges(along: links, attributes, in: scope)
    } else {
      try builder.set(attributes, ofNodesIn: links[0])
    }
  }

  private mutating func parseLink(
    startingWith name: DOTGraph.Value? = nil, in scope: Int, depth: Int
  ) throws(GraphvizError) -> DOTBuilder.Link {
    if name == nil, token.kind == .keyword(.subgraph) || token.kind == .symbol("{") {
      return .subgraph(try parseSubgraph(in: scope, depth: depth))
    }
    var ends = [try parseEnd(startingWith: name, in: scope)]
    while try take(.symbol(",")) { ends.append(try parseEnd(in: scope)) }
    return .nodes(ends)
  }

  private mutating func parseSubgraph(in scope: Int, depth: Int) throws(GraphvizError) -> Int {
    var name: String?
    if try take(.keyword(.subgraph)), isIdentifier { name = try identifier("{").text }
    guard token.kind == .symbol("{") else { throw unexpected("{") }
    let inner = builder.openSubgraph(name, in: scope)
    try parseBody(in: inner, depth: depth + 1)
    return inner
  }

  /// A node with its port: `a:port:ne`.
  private mutating func parseEnd(
    startingWith start: DOTGraph.Value? = nil, in scope: Int
  ) throws(GraphvizError) -> DOTBuilder.End {
    let name: DOTGraph.Value
    if let start { name = start } else { name = try identifier("a node or a subgraph") }
    var port: DOTGraph.Value?
    if try take(.symbol(":")) {
      var value = try identifier("a port")
      if try take(.symbol(":")) {
        let side = try identifier("a side such as ne").text
        value = DOTGraph.Value(
          text: value.text + ":" + side, isHTML: false, line: value.line, column: value.column)
      }
      port = value
    }
    return DOTBuilder.End(node: builder.node(name, in: scope), port: port)
  }
}

extension GraphvizError {
  fileprivate static func limit(_ message: String, at token: DOTToken) -> GraphvizError {
    var error = GraphvizError(.limitExceeded, message)
    error.line = token.line
    error.column = token.column
    return error
  }
}
