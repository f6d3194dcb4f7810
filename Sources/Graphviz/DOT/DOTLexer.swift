/// Cuts DOT text into tokens.
///
/// The rules are those of libcgraph's scanner; the text is valid UTF-8.
struct DOTLexer {
  private let bytes: [UInt8]
  /// How many bytes have been read.
  private(set) var place: Int
  private var line = 1
  /// A place in the current line whose column is known: counting from the line's start each time
  /// would take for ever in a long line.
  private var counted = (place: 0, column: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the text.
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    counted.place = place
  }

  /// The next token; at the end again and again the end.
  mutating func next() throws(GraphvizError) -> DOTToken {
    try skipBlanks()
    var token = DOTToken(kind: .end, line: line, column: column())
    guard place < bytes.count else { return token }
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "\""): token.kind = .id(text: try string(token), form: .quoted)
    case UInt8(ascii: "<"): token.kind = .id(text: try html(token), form: .html)
    case _ where Self.isLetter(byte): token.kind = word()
    case _ where isNumber(at: place): token.kind = .id(text: number(), form: .bare)
    case UInt8(ascii: "-") where self.byte(at: place + 1) == UInt8(ascii: ">"):
      place += 2
      token.kind = .arrow
    case UInt8(ascii: "-") where self.byte(at: place + 1) == UInt8(ascii: "-"):
      place += 2
      token.kind = .line
    default:
      place += 1
      // Every byte above 127 is a letter, so this is one character.
      token.kind = .symbol(Unicode.Scalar(byte))
    }
    return token
  }

  // MARK: Places

  private func byte(at place: Int) -> UInt8? {
    place < bytes.count ? bytes[place] : nil
  }

  private mutating func column() -> Int {
    counted.column += bytes[counted.place..<place].count { $0 & 0xC0 != 0x80 }
    counted.place = place
    return counted.column
  }

  private mutating func advance() {
    if bytes[place] == UInt8(ascii: "\n") {
      line += 1
      counted = (place + 1, 1)
    }
    place += 1
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Blanks and comments

  private mutating func skipBlanks() throws(GraphvizError) {
    while let byte = byte(at: place) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        advance()
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where self.byte(at: place + 1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where self.byte(at: place + 1) == UInt8(ascii: "*"):
        try skipComment()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = byte(at: place), byte != UInt8(ascii: "\n") { place += 1 }
  }

  private mutating func skipComment() throws(GraphvizError) {
    let start = DOTToken(kind: .symbol("/"), line: line, column: column())
    place += 2
    while let byte = byte(at: place) {
      if byte == UInt8(ascii: "*"), self.byte(at: place + 1) == UInt8(ascii: "/") {
        place += 2
        return
      }
      advance()
    }
    throw Self.unclosed("the comment", "/*", "*/", start)
  }

  // MARK: Identifiers

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private mutating func word() -> DOTToken.Kind {
    let start = place
    while let byte = byte(at: place), Self.isLetter(byte) || Self.isDigit(byte) { place += 1 }
    let word = text(start..<place)
    if word.utf8.count <= 8, let keyword = DOTToken.Keyword(rawValue: word.lowercased()) {
      return .keyword(keyword)
    }
    return .id(text: word, form: .bare)
  }

  /// Whether a number begins here: `-`, digits and a point, a digit among them.
  private func isNumber(at start: Int) -> Bool {
    var place = start
    if byte(at: place) == UInt8(ascii: "-") { place += 1 }
    if byte(at: place) == UInt8(ascii: ".") { place += 1 }
    return Self.isDigit(byte(at: place))
  }

  private mutating func number() -> String {
    let start = place
    if byte(at: place) == UInt8(ascii: "-") { place += 1 }
    while Self.isDigit(byte(at: place)) { place += 1 }
    if byte(at: place) == UInt8(ascii: ".") { place += 1 }
    while Self.isDigit(byte(at: place)) { place += 1 }
    return text(start..<place)
  }

  /// A quoted string: `\"` is a quote, a backslash at the end of a line joins it to the next, and
  /// all else is kept as it is, other backslashes included.
  private mutating func string(_ token: DOTToken) throws(GraphvizError) -> String {
    place += 1
    var result: [UInt8] = []
    while let byte = byte(at: place) {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        switch self.byte(at: place + 1) {
        case UInt8(ascii: "\""):
          place += 2
          result.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"):
          place += 2
          result += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
        case UInt8(ascii: "\n"):
          place += 1
          advance()
        case UInt8(ascii: "\r") where self.byte(at: place + 2) == UInt8(ascii: "\n"):
          place += 2
          advance()
        default:
          place += 1
          result.append(byte)
        }
      default:
        advance()
        result.append(byte)
      }
    }
    throw Self.unclosed("the string", "\"", "\"", token)
  }

  /// Text in angle brackets, which may hold more of them in pairs; nothing is an escape.
  private mutating func html(_ token: DOTToken) throws(GraphvizError) -> String {
    let start = place + 1
    var depth = 0
    while let byte = byte(at: place) {
      advance()
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      if depth == 0 { return text(start..<(place - 1)) }
    }
    throw Self.unclosed("the HTML-like text", "<", ">", token)
  }

  private static func unclosed(
    _ what: String, _ token: String, _ end: String, _ start: DOTToken
  ) -> GraphvizError {
    var error = GraphvizError.dot("\(what) that begins here is not closed with \(end)", at: start)
    error.token = token
    return error
  }
}
