/// A piece of DOT text, and where it begins.
struct DOTToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case keyword(Keyword)
    /// A name, a number, a quoted string or text in angle brackets.
    case id(text: String, form: Form)
    /// `->`
    case arrow
    /// `--`
    case line
    /// Any other character.
    case symbol(Unicode.Scalar)
    case end
  }

  /// The words that mean something, in upper and lower case.
  enum Keyword: String, Sendable, Hashable, CaseIterable {
    case node
    case edge
    case graph
    case digraph
    case subgraph
    case strict
  }

  /// How an identifier is written; only strings and HTML-like text can be joined with `+`.
  enum Form: Sendable, Hashable {
    case bare
    case quoted
    case html
  }

  var kind: Kind
  /// Counted from 1.
  var line: Int
  /// Counted in characters from 1.
  var column: Int

  /// The token as errors show it.
  var text: String {
    switch kind {
    case .keyword(let keyword): keyword.rawValue
    case .id(let text, _): text
    case .arrow: "->"
    case .line: "--"
    case .symbol(let scalar): String(scalar)
    case .end: ""
    }
  }

  /// What stands there, for people.
  var name: String {
    switch kind {
    case .end: "the end of the text"
    case .id(let text, .quoted): "\"" + text.prefix(40) + "\""
    case .id(let text, .html): "<" + text.prefix(40) + ">"
    default: "'" + text.prefix(40) + "'"
    }
  }
}

extension GraphvizError {
  /// Something in DOT text that is not as the language wants it.
  static func dot(_ message: String, at token: DOTToken) -> GraphvizError {
    var error = GraphvizError(.invalidDOT, message)
    error.line = token.line
    error.column = token.column
    error.token = token.text
    return error
  }
}
