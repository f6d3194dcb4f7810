/// The fields of one record of delimited text.
///
/// A file has many of them: one record is filled again and again, and its texts are one after another.
struct CSVRecord {
  /// One field.
  struct Field {
    fileprivate let start: Int
    fileprivate let count: Int
    /// Whether it stood in quotes, so that an empty text is one.
    let isQuoted: Bool
    let place: TextPosition

    /// Whether there is nothing in it.
    var isEmpty: Bool { count == 0 }
    /// Whether nothing stands there, not even an empty text.
    var isMissing: Bool { isEmpty && !isQuoted }
  }

  private(set) var fields: [Field] = []
  /// The texts; that of the field being read is at the end.
  var texts: [UInt8] = []
  /// Where the text of the field begins that is read.
  private(set) var start = 0

  /// Forgets what there is.
  mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Ends the field that was read.
  mutating func endField(isQuoted: Bool, at place: TextPosition) {
    fields.append(
      Field(start: start, count: texts.count - start, isQuoted: isQuoted, place: place))
    start = texts.count
  }

  /// Has this many fields, empty ones if some are missing.
  mutating func resize(_ count: Int, at place: TextPosition) {
    if fields.count > count { fields.removeLast(fields.count - count) }
    while fields.count < count { endField(isQuoted: false, at: place) }
  }

  /// The text of a field.
  func text(_ field: Field) -> String { withText(field) { String(decoding: $0, as: UTF8.self) } }

  /// Lends the bytes of a field.
  func withText<Result, Failure: Error>(
    _ field: Field, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try texts.withUnsafeBufferPointer { (texts) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: texts[field.start..<field.start + field.count]))
    }
  }
}
