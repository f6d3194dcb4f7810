/// How numbers are shown.
enum Number {
  /// A number to six significant digits.
  static func short(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    guard value.isFinite else { return String(value) }
    var scale = 1.0
    while value.magnitude * scale < 1e5, scale < 1e12 { scale *= 10 }
    return String((value * scale).rounded() / scale)
  }
}
