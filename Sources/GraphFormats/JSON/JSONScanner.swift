/// Reads JSON piece by piece, as RFC 8259 has it, and knows the place of everything.
///
/// The only liberty is that `NaN`, `Infinity` and `-Infinity` are numbers, because Python writes
/// them.
struct JSONScanner: ~Copyable {
  private var cursor: TextCursor
  private let options: ReadingOptions
  private let maximumDepth: Int
  /// What was replaced in lenient reading.
  private(set) var remarks = RemarkList()

  /// Deeper values would need more stack than a thread has.
  private static let deepest = 512
  private static let plain = ByteSet { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x5C }
  private static let word = ByteSet { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    cursor = TextCursor(stream, limit: options.limits.bytes)
    self.options = options
    maximumDepth = min(options.limits.depth, Self.deepest)
  }

  /// What a value is, by its first character.
  enum Kind {
    case object
    case array
    case scalar
  }

  /// Where the next value begins.
  mutating func place() throws(ReadingError) -> TextPosition {
    try cursor.skip(.space)
    return cursor.position
  }

  /// What the next value is.
  mutating func kind() throws(ReadingError) -> Kind {
    try cursor.skip(.space)
    return switch try cursor.peek() {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    default: .scalar
    }
  }

  // MARK: Structure

  /// Goes into an object, whose members come by ``nextMember(_:)``.
  mutating func beginObject() throws(ReadingError) {
    try expect(UInt8(ascii: "{"), "“{”")
  }

  /// The name of the next member of an object and its place; `nil` after the last one.
  ///
  /// The flag is true before the first one, and set to false.
  mutating func nextMember(
    _ isFirst: inout Bool
  ) throws(ReadingError) -> (name: String, place: TextPosition)? {
    guard try goesOn(to: UInt8(ascii: "}"), &isFirst, "“,” or “}”") else { return nil }
    let place = try place()
    guard try cursor.peek() == UInt8(ascii: "\"") else {
      throw try unexpected("a name in double quotes")
    }
    let name = try string()
    try expect(UInt8(ascii: ":"), "“:” after the name \(name.debugDescription)")
    return (name, place)
  }

  /// Goes into an array, whose values come by ``nextElement(_:)``.
  mutating func beginArray() throws(ReadingError) {
    try expect(UInt8(ascii: "["), "“[”")
  }

  /// Whether there is another value in an array; it comes next.
  ///
  /// The flag is true before the first one, and set to false.
  mutating func nextElement(_ isFirst: inout Bool) throws(ReadingError) -> Bool {
    try goesOn(to: UInt8(ascii: "]"), &isFirst, "“,” or “]”")
  }

  private mutating func goesOn(
    to end: UInt8, _ isFirst: inout Bool, _ expected: String
  ) throws(ReadingError) -> Bool {
    try cursor.skip(.space)
    if try cursor.peek() == end {
      cursor.advance()
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    try expect(UInt8(ascii: ","), expected)
    try cursor.skip(.space)
    if try cursor.peek() == end { throw try unexpected("another one after “,”") }
    return true
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(ReadingError) {
    try cursor.skip(.space)
    if try cursor.peek() != nil { throw try unexpected("the end of the file") }
  }

  private mutating func expect(_ byte: UInt8, _ expected: String) throws(ReadingError) {
    try cursor.skip(.space)
    guard try cursor.peek() == byte else { throw try unexpected(expected) }
    cursor.advance()
  }

  /// The error that something else stands here than is expected.
  mutating func unexpected(_ expected: String) throws(ReadingError) -> ReadingError {
    try cursor.unexpected(expected)
  }

  // MARK: Values

  /// The next value as a whole, which is in that many objects and arrays.
  mutating func value(depth: Int) throws(ReadingError) -> JSONValue {
    let kind = try kind()
    guard kind == .scalar || depth < maximumDepth else {
      throw ReadingError(
        .limitExceeded, at: cursor.position,
        "objects and arrays are nested deeper than \(maximumDepth)")
    }
    switch kind {
    case .object: return .object(try members(depth: depth + 1))
    case .array:
      var values: [JSONValue] = []
      var isFirst = true
      try beginArray()
      while try nextElement(&isFirst) { values.append(try value(depth: depth + 1)) }
      return .array(values)
    case .scalar: return try scalar()
    }
  }

  /// The members of the next object.
  ///
  /// A name that repeats is a fault; the last one counts in lenient reading.
  mutating func members(depth: Int) throws(ReadingError) -> [JSONMember] {
    var members: [JSONMember] = []
    var places: [String: Int] = [:]
    var isFirst = true
    try beginObject()
    while let (name, place) = try nextMember(&isFirst) {
      let member = JSONMember(name: name, place: place, value: try value(depth: depth))
      if let index = places[name] {
        try fault(.content, place, "the name “\(name)” was there before", "the last one counts")
        members[index] = member
      } else {
        places[name] = members.count
        members.append(member)
      }
    }
    return members
  }

  private mutating func scalar() throws(ReadingError) -> JSONValue {
    if try cursor.peek() == UInt8(ascii: "\"") { return .string(try string()) }
    let place = cursor.position
    var bytes: [UInt8] = []
    try cursor.take(Self.word, into: &bytes, limit: options.limits.valueBytes)
    let word = String(decoding: bytes, as: UTF8.self)
    switch word {
    case "": throw try unexpected("a value")
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .decimal(.nan)
    case "Infinity": return .decimal(.infinity)
    case "-Infinity": return .decimal(-.infinity)
    default: break
    }
    guard Self.isNumber(bytes), let number = Double(word) else {
      let shown = String(word.prefix(40)).debugDescription
      throw ReadingError(
        .syntax, at: place,
        "found \(shown) where a value is expected; texts stand in double quotes")
    }
    if bytes.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) { return .decimal(number) }
    // Minus zero is no whole number.
    if word == "-0" { return .decimal(number) }
    return NumberText.integer(word).map(JSONValue.integer) ?? .digits(word)
  }

  /// Whether bytes are a number: no plus sign, no leading zeros, digits on both sides of a point.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let count = rest.prefix(while: ByteSet.digits.contains).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !isZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Texts

  private mutating func string() throws(ReadingError) -> String {
    let start = cursor.position
    var bytes: [UInt8] = []
    cursor.advance()
    while true {
      try cursor.take(Self.plain, into: &bytes, limit: options.limits.valueBytes)
      let place = cursor.position
      switch try cursor.next() {
      case UInt8(ascii: "\""): return try decoded(bytes, at: start)
      case UInt8(ascii: "\\"): try escape(into: &bytes, at: place)
      case nil: throw ReadingError(.syntax, at: start, "the text that begins here has no end")
      case let byte?:
        try fault(
          .syntax, place, "a text has the character \(byte) as it is; write it as an escape",
          "taken as it is")
        bytes.append(byte)
      }
    }
  }

  private mutating func decoded(
    _ bytes: [UInt8], at place: TextPosition
  ) throws(ReadingError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    try fault(
      .encoding, place, "the text that begins here is not UTF-8; save the file as UTF-8",
      "what isn't replaced by U+FFFD")
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape(
    into bytes: inout [UInt8], at place: TextPosition
  ) throws(ReadingError) {
    switch try cursor.next() {
    case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "u"): try appendUnits(to: &bytes, at: place)
    default:
      throw ReadingError(
        .syntax, at: place,
        "an escape in a text is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits")
    }
  }

  /// Appends the character of one `\u` escape, or of two that are a surrogate pair.
  private mutating func appendUnits(
    to bytes: inout [UInt8], at place: TextPosition
  ) throws(ReadingError) {
    var unit = try unit(at: place)
    while (0xD800...0xDBFF).contains(unit), try cursor.peek() == UInt8(ascii: "\\") {
      let next = cursor.position
      cursor.advance()
      guard try cursor.peek() == UInt8(ascii: "u") else {
        try append(unit, to: &bytes, at: place)
        return try escape(into: &bytes, at: next)
      }
      cursor.advance()
      let second = try self.unit(at: next)
      if (0xDC00...0xDFFF).contains(second) {
        return try append(
          0x1_0000 + ((unit - 0xD800) << 10) + (second - 0xDC00), to: &bytes, at: place)
      }
      try append(unit, to: &bytes, at: place)
      unit = second
    }
    try append(unit, to: &bytes, at: place)
  }

  private mutating func append(
    _ value: UInt32, to bytes: inout [UInt8], at place: TextPosition
  ) throws(ReadingError) {
    var scalar = Unicode.Scalar(value)
    if scalar == nil {
      try fault(
        .content, place, "an escape is half of a surrogate pair", "replaced by U+FFFD")
      scalar = "\u{FFFD}"
    }
    if let scalar { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  private mutating func unit(at place: TextPosition) throws(ReadingError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try cursor.next(),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
      else { throw ReadingError(.syntax, at: place, "\\u has not four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func fault(
    _ reason: ReadingError.Reason, _ place: TextPosition, _ message: String, _ outcome: String
  ) throws(ReadingError) {
    guard options.isLenient else { throw ReadingError(reason, at: place, message) }
    remarks.append(at: place, "\(message): \(outcome)")
  }
}
