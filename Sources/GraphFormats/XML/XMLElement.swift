/// A name that libxml2 keeps once: two are the same if they lie in the same place.
struct XMLName: Equatable {
  let bytes: UnsafePointer<UInt8>?

  /// The name as text.
  var text: String { bytes.map { String(cString: $0) } ?? "" }
}

/// Bytes of a file that are there until the call that lent them returns.
typealias BorrowedBytes = UnsafeBufferPointer<UInt8>

/// The start of an element, as long as the call lasts that tells of it.
struct XMLElement {
  /// The name without its prefix.
  let name: XMLName
  /// The prefix, if it has one.
  let prefix: XMLName
  /// The namespace, if it is in one.
  let namespace: XMLName
  /// How many attributes it has.
  let attributeCount: Int
  /// For each attribute its name, prefix, namespace, and where its value begins and ends.
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(
    name: XMLName, prefix: XMLName, namespace: XMLName, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.name = name
    self.prefix = prefix
    self.namespace = namespace
    self.attributeCount = attributeCount
    self.attributes = attributes
  }

  /// The local name of an attribute.
  func attributeName(_ number: Int) -> XMLName { XMLName(bytes: attributes?[number * 5]) }

  /// Whether an attribute's name has a prefix.
  func hasPrefix(_ number: Int) -> Bool { attributes?[number * 5 + 1] != nil }

  /// The value of an attribute.
  func attributeValue(_ number: Int) -> BorrowedBytes {
    guard let start = attributes?[number * 5 + 3], let end = attributes?[number * 5 + 4] else {
      return BorrowedBytes(start: nil, count: 0)
    }
    return BorrowedBytes(start: start, count: end - start)
  }

  /// The value of the attribute with a name that has no prefix.
  func value(_ name: XMLName) -> BorrowedBytes? {
    for number in 0..<attributeCount
    where attributeName(number) == name && !hasPrefix(number) {
      return attributeValue(number)
    }
    return nil
  }

  /// The value of an attribute as a string.
  func string(_ name: XMLName) -> String? {
    value(name).map { String(decoding: $0, as: UTF8.self) }
  }
}
