/// Finds the end of the first graph in DOT text.
///
/// libcgraph's parser must not meet text that ends inside of a string or a comment, or that goes
/// on after the graph: it would begin the next text where it stopped in this one.
struct DOTScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  private static let maximumDepth = 1_000

  /// The text up to the brace that closes the first graph; all of it if there is none.
  static func firstGraph(in text: String) throws(GraphvizError) -> String {
    var scanner = DOTScanner(bytes: Array(text.utf8))
    let end = try scanner.end()
    return String(decoding: scanner.bytes[..<end], as: UTF8.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func end() throws(GraphvizError) -> Int {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"):
        depth += 1
        guard depth <= Self.maximumDepth else {
          throw GraphvizError(
            .limitExceeded, "braces are nested deeper than \(Self.maximumDepth)")
        }
      case UInt8(ascii: "}"):
        depth -= 1
        if depth <= 0 { return place + 1 }
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "<"): try skipHTML()
      case UInt8(ascii: "/") where isNext("*"): try skipComment()
      case UInt8(ascii: "/") where isNext("/"): skipLine()
      case UInt8(ascii: "#") where place == 0 || bytes[place - 1] == UInt8(ascii: "\n"): skipLine()
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      place += 1
    }
    return bytes.count
  }

  private func isNext(_ scalar: Unicode.Scalar) -> Bool {
    place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: scalar)
  }

  private mutating func skipLine() {
    while place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "\n") { place += 1 }
  }

  private mutating func skipString() throws(GraphvizError) {
    let start = line
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\"), isNext("\"") || isNext("\\") { place += 1 }
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
    if place >= bytes.count { throw Self.unclosed("a string", "\"", start) }
  }

  private mutating func skipHTML() throws(GraphvizError) {
    let start = line
    var depth = 1
    while depth > 0 {
      place += 1
      guard place < bytes.count else { throw Self.unclosed("an HTML-like label", "<", start) }
      switch bytes[place] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
    }
  }

  private mutating func skipComment() throws(GraphvizError) {
    let start = line
    place += 2
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "*"), isNext("/") {
        place += 1
        return
      }
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
    throw Self.unclosed("a comment", "/*", start)
  }

  private static func unclosed(_ what: String, _ token: String, _ line: Int) -> GraphvizError {
    var error = GraphvizError(.invalidDOT, "\(what) is not closed")
    error.line = line
    error.token = token
    return error
  }
}
