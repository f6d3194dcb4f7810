/// An HTML-like label as elements and text, before anything is made of it.
struct HTMLElement {
  enum Content {
    case element(HTMLElement)
    case text(String)
  }

  /// In upper case.
  var name: String
  /// Names in upper case.
  var attributes: [(name: String, value: String)] = []
  var contents: [Content] = []
  var line: Int

  /// The elements and the text of what stood between the angle brackets, which begins in a line.
  static func contents(of text: String, line: Int) throws(GraphvizError) -> [Content] {
    var parser = Parser(bytes: Array(text.utf8), line: line)
    return try parser.contents()
  }

  static func malformed(_ message: String, line: Int) -> GraphvizError {
    var error = GraphvizError(.invalidDOT, "the HTML-like label is malformed: \(message)")
    error.line = line
    return error
  }

  private struct Parser {
    let bytes: [UInt8]
    var place = 0
    var line: Int

    init(bytes: [UInt8], line: Int) {
      self.bytes = bytes
      self.line = line
    }

    private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func starts(with text: StaticString) -> Bool {
      text.withUTF8Buffer { bytes[place...].starts(with: $0) }
    }

    private mutating func advance(_ count: Int = 1) {
      for _ in 0..<count where place < bytes.count {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
      }
    }

    private mutating func text(while isWanted: (UInt8) -> Bool) -> String {
      let start = place
      while let byte, isWanted(byte) { advance() }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skipSpace() {
      while let byte, byte <= UInt8(ascii: " ") { advance() }
    }

    /// With a stack of its own: the text may be nested more deeply than the thread's stack is.
    mutating func contents() throws(GraphvizError) -> [Content] {
      var open: [HTMLElement] = [HTMLElement(name: "", line: line)]
      func close(_ element: HTMLElement) {
        if open.isEmpty { return }
        open[open.count - 1].contents.append(.element(element))
      }
      while byte != nil {
        if starts(with: "<!--") {
          try skipComment()
        } else if starts(with: "</") {
          advance(2)
          let name = text { $0 != UInt8(ascii: ">") }
          advance()
          let last = open.removeLast()
          let wanted = name.uppercased().filter { !$0.isWhitespace }
          guard !open.isEmpty, last.name == wanted else {
            let expected = last.name.isEmpty ? "nothing is open" : "</\(last.name)> is expected"
            throw HTMLElement.malformed("found </\(name)> where \(expected)", line: line)
          }
          close(last)
        } else if byte == UInt8(ascii: "<") {
          let (element, isEmpty) = try tag()
          if isEmpty {
            close(element)
          } else {
            open.append(element)
            guard open.count <= 4 * Limits.labelDepth else {
              throw GraphvizError(
                .limitExceeded, "an HTML-like label is nested deeper than \(4 * Limits.labelDepth)")
            }
          }
        } else {
          let text = text { $0 != UInt8(ascii: "<") }
          open[open.count - 1].contents.append(.text(CharacterReference.resolved(text)))
        }
      }
      guard open.count == 1, let root = open.first else {
        throw HTMLElement.malformed("<\(open.last?.name ?? "")> is not closed", line: line)
      }
      return root.contents
    }

    private mutating func skipComment() throws(GraphvizError) {
      advance(4)
      while !starts(with: "-->") {
        guard byte != nil else {
          throw HTMLElement.malformed("a comment is not closed", line: line)
        }
        advance()
      }
      advance(3)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
      byte > UInt8(ascii: " ") && !"<>/=\"'".utf8.contains(byte)
    }

    private mutating func tag() throws(GraphvizError) -> (element: HTMLElement, isEmpty: Bool) {
      advance()
      var element = HTMLElement(name: text(while: Self.isNamePart).uppercased(), line: line)
      guard !element.name.isEmpty else {
        throw HTMLElement.malformed("a < begins no element; write &lt;", line: line)
      }
      while true {
        skipSpace()
        if byte == UInt8(ascii: ">") {
          advance()
          return (element, false)
        }
        if starts(with: "/>") {
          advance(2)
          return (element, true)
        }
        let name = text(while: Self.isNamePart).uppercased()
        skipSpace()
        guard !name.isEmpty, byte == UInt8(ascii: "=") else {
          throw HTMLElement.malformed("<\(element.name)> is not closed properly", line: line)
        }
        advance()
        skipSpace()
        guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
          throw HTMLElement.malformed("the value of \(name) has no quotes", line: line)
        }
        advance()
        let value = text { $0 != quote }
        guard byte == quote else {
          throw HTMLElement.malformed("the value of \(name) is not closed", line: line)
        }
        advance()
        element.attributes.append((name, CharacterReference.resolved(value)))
      }
    }
  }
}
