/// Reads GML piece by piece: keys, numbers, texts and lists, each with its place.
///
/// What nodes and edges have is read into a ``GMLRecord`` over and over, without memory of its own
/// for each; all else comes as a tree of items.
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

  /// What a value is that is no list; a text is then in `text`.
  private enum Scalar {
    case integer(Int64)
    case real(Double)
    case text
  }

  var cursor: TextCursor
  /// The keys of the file by number.
  private(set) var keys: GMLKeyNames
  /// The last word and the last text that were read.
  private var word: [UInt8] = []
  var text: [UInt8] = []
  let options: ReadingOptions
  private let maximumDepth: Int
  /// Whether each value ends its line, as igraph writes them.
  var isByLine = false
  /// What was replaced or taken another way.
  var remarks = RemarkList()

  /// Deeper lists would need more stack than a thread has.
  private static let deepest = 512
  static let keyStart = ByteSet { byte in
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
  /// More than Himsolt has: others write points and hyphens, and letters beyond ASCII.
  static let keyRest = ByteSet { byte in
    keyStart.contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }
  static let number = ByteSet { byte in
    keyRest.contains(byte) || byte == 0x2B
  }
  static let notLineEnd = ByteSet { $0 != 0x0A && $0 != 0x0D }

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    cursor = TextCursor(stream, limit: options.limits.bytes)
    self.options = options
    keys = GMLKeyNames()
    maximumDepth = min(options.limits.depth, Self.deepest)
  }

  // MARK: Structure

  /// The next key and its place; `nil` at the end of the list or, outside of lists, of the file.
  mutating func nextKey(depth: Int) throws(ReadingError) -> (key: Int, place: TextPosition)? {
    try skipSpace()
    let place = cursor.position
    guard let byte = try cursor.peek() else {
      guard depth == 0 else {
        throw try unexpected("“]” at the end of a list")
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
    try takeWord(Self.keyRest)
    if word.contains(where: { $0 >= 0x80 }), String(validating: word, as: UTF8.self) == nil {
      throw ReadingError(
        .encoding, at: place, "the key \(shown(word)) is not UTF-8; save it as UTF-8")
    }
    let key = keys.number(of: word)
    guard keys.foreignCount <= options.limits.keys else {
      throw ReadingError(limit: "there are more than \(options.limits.keys) keys", at: place)
    }
    return (key, place)
  }

  /// Takes keys that mean something for themselves in upper and lower case alike.
  mutating func foldKeys() { keys.foldsCase = true }

  /// Whether the value that comes next is a list, which is then gone into.
  mutating func beginsList(depth: Int) throws(ReadingError) -> Bool {
    try skipSpace()
    guard try cursor.peek() == UInt8(ascii: "[") else { return false }
    guard depth < maximumDepth else {
      throw ReadingError(
        .limitExceeded, at: cursor.position,
        "lists are nested deeper than \(maximumDepth); write the file with fewer levels")
    }
    cursor.advance()
    return true
  }

  /// The rest of a list that was gone into, whose items are in that many lists.
  mutating func list(depth: Int) throws(ReadingError) -> [Item] {
    var items: [Item] = []
    while let (key, place) = try nextKey(depth: depth) {
      let value = try value(of: key, depth: depth)
      items.append(Item(key: keys.name(key), place: place, value: value))
    }
    return items
  }

  /// The value that comes next, of a key, which may allow of words.
  mutating func value(of key: Int, depth: Int) throws(ReadingError) -> Value {
    if try beginsList(depth: depth) { return .list(try list(depth: depth + 1)) }
    switch try scalar(of: key) {
    case .integer(let number): return .integer(number)
    case .real(let number): return .real(number)
    case .text: return .text(String(decoding: text, as: UTF8.self))
    }
  }

  /// Reads the rest of a list that was gone into, the one of a node or an edge.
  mutating func read(_ record: inout GMLRecord, depth: Int) throws(ReadingError) {
    record.removeAll()
    while let (key, place) = try nextKey(depth: depth) {
      if try beginsList(depth: depth) {
        record.append(key, at: place, try list(depth: depth + 1))
      } else {
        switch try scalar(of: key) {
        case .integer(let number): record.append(key, at: place, .integer(number))
        case .real(let number): record.append(key, at: place, .real(number))
        case .text: record.append(key, at: place, text)
        }
      }
    }
  }

  /// The value that comes next, which is no list.
  private mutating func scalar(of key: Int) throws(ReadingError) -> Scalar {
    let place = cursor.position
    guard let byte = try cursor.peek() else {
      throw try unexpected("the value of “\(keys.name(key))”")
    }
    switch byte {
    case UInt8(ascii: "\""):
      try takeText()
      return .text
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39:
      try takeWord(Self.number)
      if let number = number(at: place) { return number }
      throw ReadingError(
        .syntax, at: place,
        "found \(shown(word)), expected a number; correct it, or put a text in double quotes")
    case _ where Self.keyStart.contains(byte):
      try takeWord(Self.keyRest)
      if GMLKeyNames.mayBeWords(key) {
        text = word
        decodeText(at: place)
        return .text
      }
      if let number = word.withUnsafeBufferPointer({ AttributeValue.number($0) }) {
        return .real(number)
      }
      let message = "found \(shown(word)), expected the value of “\(keys.name(key))”"
      let outcome = "taken for a text"
      guard options.isLenient else {
        throw ReadingError(
          .syntax, at: place, message, advice: "put a text in double quotes", leniently: outcome)
      }
      remarks.append(at: place, "\(message): \(outcome)")
      text = word
      decodeText(at: place)
      return .text
    case 0, 1:
      // So graph-tool writes truth values.
      cursor.advance()
      guard let next = try cursor.peek(), next == 0x0A || next == 0x0D else {
        throw try unexpected("the value of “\(keys.name(key))”")
      }
      if remarks.isFirst("byte") {
        remarks.append(
          at: place,
          "the value of “\(keys.name(key))” is the character \(byte), as graph-tool writes "
            + "truth values: taken for \(byte), as are others like it")
      }
      return .integer(Int64(byte))
    default: throw try unexpected("the value of “\(keys.name(key))”")
    }
  }

  private func shown(_ word: [UInt8]) -> String {
    "“\(Excerpt.of(String(decoding: word, as: UTF8.self)))”"
  }

  // MARK: Words

  /// The number that a word is.
  private mutating func number(at place: TextPosition) -> Scalar? {
    let sign = word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") ? 1 : 0
    if word.count > sign, word[sign...].allSatisfy(ByteSet.digits.contains) {
      let number =
        word.withUnsafeBufferPointer { NumberText.integer($0) }
        ?? Int64(String(decoding: word, as: UTF8.self))
      if let number { return .integer(number) }
      remarks.append(at: place, "a number has more than 64 bits: kept as text")
      text = word
      return .text
    }
    return word.withUnsafeBufferPointer { AttributeValue.number($0) }.map(Scalar.real)
  }

  private mutating func takeWord(_ set: ByteSet) throws(ReadingError) {
    word.removeAll(keepingCapacity: true)
    try cursor.take(set, into: &word, limit: options.limits.valueBytes)
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
