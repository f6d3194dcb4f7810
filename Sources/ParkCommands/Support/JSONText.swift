/// JSON with sorted keys, so that the same result is the same text.
enum JSONText {
  /// Passes the text on in pieces.
  ///
  /// A long list is passed on while it is made, so that it never stands in memory as a whole.
  static func write(
    _ value: some Encodable, to sink: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    do {
      try withoutActuallyEscaping(sink) { sink in
        let encoder = JSONLinesEncoder(sink)
        try encoder.encode(value)
        try encoder.finish()
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.software, "can't write the result as JSON: \(error)")
    }
  }
}

/// A list whose elements are made only when they are written.
struct JSONList<Elements: Sequence>: Encodable where Elements.Element: Encodable {
  private let elements: Elements

  init(_ elements: Elements) {
    self.elements = elements
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for element in elements { try container.encode(element) }
  }
}
