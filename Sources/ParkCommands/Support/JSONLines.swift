/// JSON text that grows while values are encoded: indented, the keys of each object in order.
///
/// Foundation's encoder first makes a tree of all values, which takes seconds and gigabytes for the
/// million neighbors that a node may have.
struct JSONLines {
  /// An object or a list whose end is not yet written.
  private struct Open {
    var isList: Bool
    /// How many fields or elements it has.
    var count = 0
    /// Which of the fields is its first.
    var firstField: Int
    /// Whether the keys have come in order until now.
    var isSorted = true
  }

  /// A field of an open object.
  private struct Field {
    var key: String
    /// Where in the text it begins and ends, without what separates it from others.
    var start: Int
    var end = 0
  }

  private var text: [UInt8] = []
  private var open: [Open] = []
  private var fields: [Field] = []
  private let sink: (String) throws(CommandFailure) -> Void
  /// Why the sink takes no more.
  private(set) var failure: CommandFailure?

  init(_ sink: @escaping (String) throws(CommandFailure) -> Void) {
    self.sink = sink
  }

  /// How many objects and lists are open.
  var depth: Int { open.count }

  /// Ends the text and passes on what is left of it.
  mutating func finish() throws(CommandFailure) {
    text.append(UInt8(ascii: "\n"))
    pass()
    if let failure { throw failure }
  }

  private mutating func pass() {
    if failure == nil {
      do throws(CommandFailure) {
        try sink(String(decoding: text, as: UTF8.self))
      } catch {
        failure = error
      }
    }
    text.removeAll(keepingCapacity: true)
  }

  // MARK: Objects and lists

  /// Begins an object or a list.
  mutating func begin(list isList: Bool) {
    open.append(Open(isList: isList, firstField: fields.count))
    text.append(UInt8(ascii: isList ? "[" : "{"))
  }

  /// Begins the next field of the innermost object.
  mutating func beginField(_ key: String) {
    let last = depth - 1
    if open[last].count > 0 {
      endField()
      if open[last].isSorted, let before = fields.last?.key, key < before {
        open[last].isSorted = false
      }
    }
    separate()
    fields.append(Field(key: key, start: text.count))
    append(key)
    append(exactly: " : ")
  }

  /// Begins the next element of the innermost list.
  mutating func beginElement() {
    // In the outermost list, all that comes before an element stays as it is.
    if depth == 1, text.count > 1 << 16 { pass() }
    separate()
  }

  /// Ends the innermost objects and lists until so many are open.
  mutating func close(downTo depth: Int) {
    while self.depth > depth, let last = open.last {
      if !last.isList, last.count > 0 { endField() }
      if !last.isSorted { sortFields(from: last.firstField) }
      fields.removeSubrange(last.firstField...)
      open.removeLast()
      if last.count > 0 { breakLine() }
      text.append(UInt8(ascii: last.isList ? "]" : "}"))
    }
  }

  private mutating func separate() {
    let last = depth - 1
    if open[last].count > 0 { text.append(UInt8(ascii: ",")) }
    open[last].count += 1
    breakLine()
  }

  private mutating func breakLine() {
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func endField() { fields[fields.count - 1].end = text.count }

  /// Puts the last fields, which end with the text, in the order of their keys.
  private mutating func sortFields(from first: Int) {
    let start = fields[first].start
    let own = fields[first...].sorted { $0.key < $1.key }
    let separator = Array(text[fields[first].end..<fields[first + 1].start])
    var sorted: [UInt8] = []
    sorted.reserveCapacity(text.count - start)
    for field in own {
      if !sorted.isEmpty { sorted += separator }
      sorted += text[field.start..<field.end]
    }
    text.replaceSubrange(start..., with: sorted)
  }

  // MARK: Values

  mutating func append(null: Void) { append(exactly: "null") }

  mutating func append(_ value: Bool) { append(exactly: value ? "true" : "false") }

  mutating func append(_ value: some BinaryInteger) { text.append(contentsOf: "\(value)".utf8) }

  /// Writes a number; one that JSON has no form for as a text.
  mutating func append(_ value: some BinaryFloatingPoint & LosslessStringConvertible) {
    guard value.isFinite else {
      return append(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
    var digits = "\(value)"
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    text.append(contentsOf: digits.utf8)
  }

  mutating func append(_ value: String) {
    text.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { bytes in
      var start = 0
      for (place, byte) in bytes.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        text.append(contentsOf: bytes[start..<place])
        text.append(contentsOf: Self.escape(byte).utf8)
        start = place + 1
      }
      text.append(contentsOf: bytes[start...])
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func append(exactly value: StaticString) {
    text.append(
      contentsOf: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    case 0x08: return "\\b"
    case 0x0C: return "\\f"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
