/// Text of a file as messages show it.
enum Excerpt {
  /// At most forty characters, without what a terminal would act on.
  static func of(_ text: String) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < 40 else { return result + "…" }
      let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
      result.unicodeScalars.append(isControl ? " " : scalar)
      count += 1
    }
    return result
  }

  /// At most forty characters of UTF-8.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    of(String(decoding: bytes.prefix(200), as: UTF8.self))
  }
}
