extension EdgeListParser {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a weight.
  ///
  /// Up to 15 digits and a small power of ten are exact in a double, and so is their quotient as
  /// rounded (Clinger: How to read floating point numbers accurately. PLDI 1990). The standard
  /// library reads the rest.
  @inline(__always)
  func weight(
    _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> Double {
    let start = next
    var digits = 0
    var significand: UInt64 = 0
    var fraction = 0
    while next.pointee &- UInt8(ascii: "0") < 10 && digits < 16 {
      significand = significand &* 10 &+ UInt64(next.pointee &- UInt8(ascii: "0"))
      digits += 1
      next += 1
    }
    if next.pointee == UInt8(ascii: ".") && digits > 0 {
      next += 1
      while next.pointee &- UInt8(ascii: "0") < 10 && digits < 16 {
        significand = significand &* 10 &+ UInt64(next.pointee &- UInt8(ascii: "0"))
        digits += 1
        fraction += 1
        next += 1
      }
    }
    if digits > 0 && digits < 16 && Self.kind(of: next.pointee) != .name {
      return fraction == 0 ? Double(significand) : Double(significand) / Self.powers[fraction]
    }
    return try anyWeight(from: start, &next, place)
  }

  @inline(never)
  private func anyWeight(
    from start: UnsafePointer<UInt8>, _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> Double {
    while Self.kind(of: next.pointee) == .name { next += 1 }
    return try number(start, count: next - start, place)
  }

  /// A text as a weight.
  func number(
    _ start: UnsafePointer<UInt8>, count: Int, _ place: Place
  ) throws(EdgeListError) -> Double {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let text = String(decoding: bytes, as: UTF8.self)
    let isPlain = text.utf8.allSatisfy {
      $0 &- UInt8(ascii: "0") < 10 || "+-.eE".utf8.contains($0)
    }
    guard let value = Double(text), isPlain || !value.isFinite else {
      throw place.unexpected(
        start, excerpt: bytes.isEmpty ? nil : place.excerpt(bytes), "a weight, which is a number",
        advice: "give every line one")
    }
    guard value >= 0, value.isFinite else {
      throw EdgeListError(
        .weight, line: place.line, column: place.column(of: start),
        "found the weight \(place.excerpt(bytes)), expected zero or a positive finite number",
        advice: ReadingError.advice)
    }
    return value == 0 ? 0 : value
  }
}
