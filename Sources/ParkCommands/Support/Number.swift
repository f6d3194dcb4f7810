/// How numbers are shown.
enum Number {
  /// A number to six significant digits.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return String(value) }
    if value == value.rounded() { return String(Int(value)) }
    var scale = 1.0
    while value.magnitude * scale < 1e5, scale < 1e12 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
