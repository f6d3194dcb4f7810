internal import ExactTexts

/// Reads JSON piece by piece, as RFC 8259 has it, and knows the place of everything.
///
/// The only liberty is that `NaN`, `Infinity` and `-Infinity` are numbers, because Python writes
/// them.
struct JSONScanner: ~Copyable {
  var cursor: TextCursor
  let options: ReadingOptions
  private let maximumDepth: Int
  /// The bytes of the word or text that is read.
  var bytes: [UInt8] = []
  /// What was replaced in lenient reading.
  var remarks = RemarkList()

  /// Deeper values would need more stack than a thread has.
  private static let deepest = 512
  static let plain = ByteSet { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x5C }
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
      throw try unexpected("a name in double quotes", advice: "put it in double quotes")
    }
    let name = try string()
    try expect(UInt8(ascii: ":"), "“:” after the name “\(Excerpt.of(name))”")
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
    if try cursor.peek() == end {
      throw try unexpected("another one after “,”", advice: "take the comma out")
    }
    return true
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(ReadingError) {
    try cursor.skip(.space)
    if try cursor.peek() != nil {
      throw try unexpected("the end of the file", advice: "take out what follows")
    }
  }

  private mutating func expect(
    _ byte: UInt8, _ expected: @autoclosure () -> String
  ) throws(ReadingError) {
    try cursor.skip(.space)
    guard try cursor.peek() == byte else { throw try unexpected(expected()) }
    cursor.advance()
  }

  /// The error that something else stands here than is expected.
  mutating func unexpected(
    _ expected: String, advice: String = ReadingError.advice
  ) throws(ReadingError) -> ReadingError {
    try cursor.unexpected(expected, advice: advice)
  }

  // MARK: Values

  /// The next value as a whole, which is in that many objects and arrays.
  mutating func value(depth: Int) throws(ReadingError) -> JSONValue {
    let kind = try kind()
    guard kind == .scalar || depth < maximumDepth else {
      throw ReadingError(
        .limitExceeded, at: cursor.position,
        "objects and arrays are nested deeper than \(maximumDepth); write the file with fewer levels"
      )
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
    // Of many members only: a few are found sooner by looking at them.
    var places: [ExactText: Int] = [:]
    var isFirst = true
    try beginObject()
    while let (name, place) = try nextMember(&isFirst) {
      let member = JSONMember(name: name, place: place, value: try value(depth: depth))
      let index =
        members.count < 16 ? members.firstIndex { $0.name.isExactly(name) } : places[name]
      if let index {
        try fault(
          .content, place, "the name “\(Excerpt.of(name))” was there before",
          advice: "rename one of them", "the last one counts")
        members[index] = member
        continue
      }
      members.append(member)
      if members.count == 16 {
        for (index, member) in members.enumerated() { places[member.name] = index }
      } else if members.count > 16 {
        places[name] = members.count - 1
      }
    }
    return members
  }

  private mutating func scalar() throws(ReadingError) -> JSONValue {
    if try cursor.peek() == UInt8(ascii: "\"") { return .string(try string()) }
    let place = cursor.position
    bytes.removeAll(keepingCapacity: true)
    try cursor.take(Self.word, into: &bytes, limit: options.limits.valueBytes)
    if let number = bytes.withUnsafeBufferPointer({ Self.number($0) }) { return number }
    switch String(decoding: bytes, as: UTF8.self) {
    case "": throw try unexpected("a value", advice: "put texts in double quotes")
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .decimal(.nan)
    case "Infinity": return .decimal(.infinity)
    case "-Infinity": return .decimal(-.infinity)
    case let word:
      throw ReadingError(
        .syntax, at: place,
        "found “\(Excerpt.of(word))”, expected a value; put texts in double quotes")
    }
  }

  /// The number that a word is.
  private static func number(_ word: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard isNumber(word) else { return nil }
    if word.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) {
      return NumberText.double(word).map(JSONValue.decimal)
    }
    if let number = NumberText.integer(word) { return .integer(number) }
    // Minus zero is no whole number.
    let isMinusZero = word.count == 2 && word[1] == UInt8(ascii: "0")
    return isMinusZero ? .decimal(-0.0) : .digits(String(decoding: word, as: UTF8.self))
  }

  /// Whether bytes are a number: no plus sign, no leading zeros, digits on both sides of a point.
  private static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = byte(word, 0) == UInt8(ascii: "-") ? 1 : 0
    let isZero = byte(word, place) == UInt8(ascii: "0")
    let whole = digits(word, &place)
    guard whole == 1 || whole > 1 && !isZero else { return false }
    if byte(word, place) == UInt8(ascii: ".") {
      place += 1
      guard digits(word, &place) > 0 else { return false }
    }
    if byte(word, place) | 0x20 == UInt8(ascii: "e") {
      place += 1
      let sign = byte(word, place)
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { place += 1 }
      guard digits(word, &place) > 0 else { return false }
    }
    return place == word.count
  }

  /// A byte of a word, 0 after its end.
  private static func byte(_ word: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt8 {
    place < word.count ? word[place] : 0
  }

  /// Goes past digits, and says how many there are.
  private static func digits(_ word: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int {
    let start = place
    while ByteSet.digits.contains(byte(word, place)) { place += 1 }
    return place - start
  }
}
