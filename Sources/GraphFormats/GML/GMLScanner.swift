/// Reads GML piece by piece: keys, numbers, texts and lists, each with its place.
struct GMLScanner: ~Copyable {
  /// What a list holds.
  struct Item {
    let key: String
    let place: TextPosition
    let value: Value
  }

  /// The value of a key.
  enum Value {
    case integer(Int64)
    case real(Double)
    case text(String)
    case list([Item])
  }

  private var cursor: TextCursor
  private let options: ReadingOptions
  private let maximumDepth: Int
  private var hasRemarkedEncoding = false
  /// What was replaced or taken another way.
  private(set) var remarks = RemarkList()

  /// Deeper lists would need more stack than a thread has.
  private static let deepest = 512
  private static let keyStart = ByteSet { byte in
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
  private static let keyRest = ByteSet { keyStart.contains($0) || (0x30...0x39).contains($0) }
  private static let number = ByteSet { byte in
    keyRest.contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }
  private static let notQuote = ByteSet { $0 != UInt8(ascii: "\"") }
  private static let blank = ByteSet(ascii: " \t")
  private static let notLineEnd = ByteSet { $0 != 0x0A && $0 != 0x0D }

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    cursor = TextCursor(stream, limit: options.limits.bytes)
    self.options = options
    maximumDepth = min(options.limits.depth, Self.deepest)
  }

  // MARK: Structure

  /// The next key and its place; `nil` at the end of the list or, outside of lists, of the file.
  mutating func nextKey(depth: Int) throws(ReadingError) -> (key: String, place: TextPosition)? {
    try skipSpace()
    let place = cursor.position
    guard let byte = try cursor.peek() else {
      guard depth == 0 else {
        throw ReadingError(.syntax, at: place, "the file ends inside of a list; “]” is expected")
      }
      return nil
    }
    if byte == UInt8(ascii: "]"), depth > 0 {
      cursor.advance()
      return nil
    }
    guard Self.keyStart.contains(byte) else {
      throw try unexpected(depth > 0 ? "a key or “]”" : "a key")
    }
    return (try word(Self.keyRest), place)
  }

  /// Whether the value that comes next is a list, which is then gone into.
  mutating func beginsList(depth: Int) throws(ReadingError) -> Bool {
    try skipSpace()
    guard try cursor.peek() == UInt8(ascii: "[") else { return false }
    guard depth < maximumDepth else {
      throw ReadingError(
        .limitExceeded, at: cursor.position, "lists are nested deeper than \(maximumDepth)")
    }
    cursor.advance()
    return true
  }

  /// The rest of a list that was gone into, whose items are in that many lists.
  mutating func list(depth: Int) throws(ReadingError) -> [Item] {
    var items: [Item] = []
    while let (key, place) = try nextKey(depth: depth) {
      items.append(Item(key: key, place: place, value: try value(of: key, depth: depth)))
    }
    return items
  }

  /// The value that comes next, of a key, which may allow of words.
  mutating func value(of key: String, depth: Int) throws(ReadingError) -> Value {
    if try beginsList(depth: depth) { return .list(try list(depth: depth + 1)) }
    let place = cursor.position
    guard let byte = try cursor.peek() else { throw try unexpected("the value of “\(key)”") }
    switch byte {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39:
      let word = try word(Self.number)
      if let number = try number(word, at: place) { return number }
      throw ReadingError(
        .syntax, at: place,
        "found \(word.debugDescription), which is no number; texts stand in double quotes")
    case _ where Self.keyStart.contains(byte):
      let word = try word(Self.keyRest)
      if ["id", "label", "source", "target"].contains(key) { return .text(word) }
      if let number = AttributeValue.number(word) { return .real(number) }
      throw ReadingError(
        .syntax, at: place,
        """
        found \(word.debugDescription) where the value of “\(key)” is expected; \
        texts stand in double quotes
        """)
    default: throw try unexpected("the value of “\(key)”")
    }
  }

  // MARK: Words

  private mutating func number(
    _ word: String, at place: TextPosition
  ) throws(ReadingError) -> Value? {
    let digits = word.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    if !digits.isEmpty, digits.count + 1 >= word.utf8.count,
      digits.allSatisfy(ByteSet.digits.contains)
    {
      if let number = Int64(word) { return .integer(number) }
      remarks.append(at: place, "a number has more than 64 bits: kept as text")
      return .text(word)
    }
    return AttributeValue.number(word).map(Value.real)
  }

  private mutating func word(_ set: ByteSet) throws(ReadingError) -> String {
    var bytes: [UInt8] = []
    try cursor.take(set, into: &bytes, limit: options.limits.valueBytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func text() throws(ReadingError) -> String {
    let place = cursor.position
    var bytes: [UInt8] = []
    cursor.advance()
    repeat {
      try cursor.take(Self.notQuote, into: &bytes, limit: options.limits.valueBytes)
      guard try cursor.next() != nil else {
        throw ReadingError(.syntax, at: place, "the text that begins here has no end")
      }
    } while try goesOn(&bytes)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      if !hasRemarkedEncoding {
        remarks.append(at: place, "the text is not UTF-8: such texts are read as ISO 8859-1")
        hasRemarkedEncoding = true
      }
      var latin = String.UnicodeScalarView()
      for byte in bytes { latin.append(Unicode.Scalar(byte)) }
      return decoded(String(latin), at: place)
    }
    return bytes.contains(UInt8(ascii: "&")) ? decoded(text, at: place) : text
  }

  /// Whether a text goes on after a quote: graph-tool puts a backslash before such a quote, which is
  /// only the last character of the text if the line or the list ends there.
  private mutating func goesOn(_ bytes: inout [UInt8]) throws(ReadingError) -> Bool {
    guard bytes.last == UInt8(ascii: "\\") else { return false }
    var blanks: [UInt8] = []
    try cursor.take(Self.blank, into: &blanks, limit: options.limits.valueBytes)
    guard let next = try cursor.peek(), next != UInt8(ascii: "]"), Self.notLineEnd.contains(next)
    else { return false }
    bytes[bytes.count - 1] = UInt8(ascii: "\"")
    bytes += blanks
    return true
  }

  /// A text with its entities replaced by their characters; an ampersand may also stand alone.
  private mutating func decoded(_ text: String, at place: TextPosition) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(32).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
      }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == ";" {
        if let scalar = GMLEntities.scalar(name) {
          result.unicodeScalars.append(scalar)
          rest = rest[rest.index(after: name.endIndex)...]
          continue
        }
        remarks.append(at: place, "a text has the unknown entity “&\(name);”: kept as it is")
      }
      result.append("&")
      rest = rest.dropFirst()
    }
    return result + rest
  }

  /// Goes past white space and past lines that begin with `#`.
  private mutating func skipSpace() throws(ReadingError) {
    try cursor.skip(.space)
    while try cursor.peek() == UInt8(ascii: "#") {
      try cursor.skip(Self.notLineEnd)
      try cursor.skip(.space)
    }
  }

  /// The error that something else stands here than is expected.
  mutating func unexpected(_ expected: String) throws(ReadingError) -> ReadingError {
    try cursor.unexpected(expected)
  }
}
