/// A colour: red, green and blue from 0 to 255, and how opaque it is.
public struct Color: Sendable, Hashable {
  /// Red, 0…255.
  public var red: UInt8
  /// Green, 0…255.
  public var green: UInt8
  /// Blue, 0…255.
  public var blue: UInt8
  /// 0 is invisible, 255 opaque.
  public var alpha: UInt8

  /// A colour from its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour from six digits in hexadecimal, `Color(rgb: 0x1F77B4)`; higher bits are ignored.
  public init(rgb: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  /// A colour from `#RGB`, `#RRGGBB` or `#RRGGBBAA`, with or without the sign; nil for other text.
  public init?(hex: String) {
    var digits = Array(hex.utf8)
    if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 || digits.count == 8 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard let number = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(number)
    }
    if digits.count == 6 {
      self.init(rgb: value)
    } else {
      self.init(rgb: value >> 8, alpha: UInt8(truncatingIfNeeded: value))
    }
  }

  /// The same colour, more or less see-through.
  public func withAlpha(_ alpha: UInt8) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The colour moved towards white: 0 leaves it, 1 gives white.
  ///
  /// Values outside are clamped.
  public func lightened(by share: Double) -> Color {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    func lighter(_ part: UInt8) -> UInt8 {
      UInt8(min(255, (Double(part) + (255 - Double(part)) * share).rounded()))
    }
    return Color(red: lighter(red), green: lighter(green), blue: lighter(blue), alpha: alpha)
  }

  /// Black.
  public static let black = Color(rgb: 0x000000)
  /// White.
  public static let white = Color(rgb: 0xFFFFFF)
  /// Invisible.
  public static let transparent = Color(rgb: 0xFFFFFE, alpha: 0)
}

extension Color: CustomStringConvertible {
  /// The colour as Graphviz and SVG write it: `#rrggbb`, with two more digits if not opaque.
  public var description: String {
    "#" + Self.hex(red) + Self.hex(green) + Self.hex(blue) + (alpha == 255 ? "" : Self.hex(alpha))
  }

  private static func hex(_ part: UInt8) -> String {
    let digits = String(part, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
