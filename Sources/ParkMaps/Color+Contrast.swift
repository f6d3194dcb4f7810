import Foundation
import Graphviz

extension Color {
  /// The relative luminance of WCAG 2.2, 0 … 1; see-through colours count as opaque.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of WCAG 2.2, 1 … 21.
  func contrast(to other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour with so much of another in it: 0 leaves it, 1 gives the other.
  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8(min(255, max(0, (Double(one) + (Double(two) - Double(one)) * share).rounded())))
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: alpha)
  }

  /// What is seen where the colour lies over an opaque one.
  func over(_ ground: Color) -> Color {
    ground.mixed(with: withAlpha(255), share: Double(alpha) / 255).withAlpha(255)
  }
}
