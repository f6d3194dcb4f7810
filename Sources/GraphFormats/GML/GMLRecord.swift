/// What the list of a node or an edge holds.
///
/// A file has many of them: one record is filled again and again, and its texts are one after another.
struct GMLRecord {
  /// The value of a key.
  enum Value {
    case integer(Int64)
    case real(Double)
    case text(start: Int, count: Int)
    case list(Int)
  }

  /// A key with its value.
  struct Field {
    let key: Int
    let place: TextPosition
    let value: Value
    /// Whether the value says what the element is, and is no attribute.
    var isUsed = false
  }

  private(set) var fields: [Field] = []
  private var texts: [UInt8] = []
  private var lists: [[GMLScanner.Item]] = []

  /// Forgets what there is.
  mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    if !lists.isEmpty { lists = [] }
  }

  /// Adds a number.
  mutating func append(_ key: Int, at place: TextPosition, _ value: Value) {
    fields.append(Field(key: key, place: place, value: value))
  }

  /// Adds a text.
  mutating func append(_ key: Int, at place: TextPosition, _ text: [UInt8]) {
    append(key, at: place, .text(start: texts.count, count: text.count))
    texts.append(contentsOf: text)
  }

  /// Adds a list.
  mutating func append(_ key: Int, at place: TextPosition, _ list: [GMLScanner.Item]) {
    append(key, at: place, .list(lists.count))
    lists.append(list)
  }

  /// The place of the first field with a key.
  func first(_ key: Int) -> Int? {
    for place in fields.indices where fields[place].key == key { return place }
    return nil
  }

  /// Notes that a field is no attribute.
  mutating func use(_ place: Int) { fields[place].isUsed = true }

  /// The list of a field.
  func list(at place: Int) -> [GMLScanner.Item]? {
    if case .list(let number) = fields[place].value { lists[number] } else { nil }
  }

  /// Lends the bytes of a text.
  func withText<Result, Failure: Error>(
    start: Int, count: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try texts.withUnsafeBufferPointer { (texts) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: texts[start..<start + count]))
    }
  }

  /// Replaces bytes by the value of a field as text; false if it is a list.
  func copy(_ place: Int, into bytes: inout [UInt8]) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    switch fields[place].value {
    case .integer(let number):
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalDigits.room) { room in
        guard let start = room.baseAddress else { return }
        let count = DecimalDigits.write(number, to: start)
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
      }
    case .real(let number): bytes += Array(AttributeValue.double(number).description.utf8)
    case .text(let start, let count): bytes += texts[start..<start + count]
    case .list: return false
    }
    return true
  }

  /// The value of a field as text; `nil` if it is a list.
  func text(at place: Int) -> String? {
    var bytes: [UInt8] = []
    return copy(place, into: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
