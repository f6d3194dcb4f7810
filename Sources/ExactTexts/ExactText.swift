/// A text that is the same as another one if its bytes in UTF-8 are.
///
/// Identifiers and names in files are compared so: é is not the same as e with an accent after it,
/// which `String` takes for equal.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Makes a text exact.
  package init(_ text: String) {
    self.text = text
  }

  /// Whether both have the same bytes.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { one in
      right.withUTF8 { other in one.count == other.count && one.elementsEqual(other) }
    }
  }

  /// Takes the bytes into a hash.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // Such a byte is in no text: what follows can't be taken for a part of it.
    hasher.combine(UInt8.max)
  }
}

extension ExactText: ExpressibleByStringLiteral {
  /// A text of a program.
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Dictionary where Key == ExactText {
  /// The value of a text.
  package subscript(_ text: String) -> Value? {
    get { self[ExactText(text)] }
    set { self[ExactText(text)] = newValue }
  }

  /// The value of a text, or another one.
  package subscript(_ text: String, default value: @autoclosure () -> Value) -> Value {
    get { self[ExactText(text), default: value()] }
    _modify { yield &self[ExactText(text), default: value()] }
  }
}

extension Set where Element == ExactText {
  /// A set of texts.
  package init(exact texts: some Sequence<String>) {
    self.init(texts.lazy.map { ExactText($0) })
  }

  /// Whether a text is in the set.
  package func contains(_ text: String) -> Bool { contains(ExactText(text)) }

  /// Adds a text.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool { insert(ExactText(text)).inserted }
}

extension String {
  /// Whether a text has the same bytes.
  package func isExactly(_ other: String) -> Bool { ExactText(self) == ExactText(other) }

  /// Whether a text begins with the bytes of another one, even if an accent follows on them.
  package func startsExactly(with other: String) -> Bool { utf8.starts(with: other.utf8) }
}
