import Foundation
import Graphviz
import ParkGraph
import ParkMaps
import Testing

@Suite struct ThemeTests {
  private let theme = Theme.light

  /// WCAG 2.2: the ratio of relative luminances.
  private func contrast(_ first: Color, _ second: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      func linear(_ part: UInt8) -> Double {
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(color.red) + 0.7152 * linear(color.green)
        + 0.0722 * linear(color.blue)
    }
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test func contrastByHand() {
    #expect(abs(contrast(.black, .white) - 21) < 1e-9)
    #expect(abs(contrast(Color(rgb: 0x777777), .white) - 4.478) < 1e-3)
  }

  @Test func textReadsOnEveryGround() {
    var grounds = [theme.background, theme.groupFill]
    for color in theme.palette + [theme.neutral] {
      grounds += [color.lightened(by: 0.8), color.lightened(by: 0.95)]
    }
    for ground in grounds {
      #expect(contrast(theme.text, ground) >= 4.5, "\(ground)")
    }
  }

  /// Second names stand on the tint of parks.
  @Test func secondNamesReadOnEveryGround() {
    for color in theme.palette + [theme.neutral] {
      #expect(contrast(theme.mutedText, color.lightened(by: 0.95)) >= 4.5, "\(color)")
      let ratio = contrast(theme.mutedText, color.lightened(by: 0.8))
      if color == Color(rgb: 0x7A4B2A) {
        #expect(ratio >= 4.5)
      } else {
        #expect(ratio >= 4.5, "\(color) \(ratio)")
      }
    }
    for ground in [theme.background, theme.groupFill] {
      #expect(contrast(theme.mutedText, ground) >= 4.5)
    }
  }

  /// The words on edges have the colour of their line.
  @Test func agreementColorsReadAsText() {
    for color in theme.agreementColors {
      for ground in [theme.background, theme.groupFill] {
        #expect(contrast(color, ground) >= 4.5, "\(color) on \(ground)")
      }
    }
  }

  /// What is no text, but has to be seen: outlines and the signs of the legend.
  @Test func outlinesShow() {
    for color in theme.palette + [theme.neutral] {
      let ratio = contrast(color, theme.background)
      if color == Color(rgb: 0x3A9BDC) {
        #expect(ratio >= 3)
      } else {
        #expect(ratio >= 3, "\(color) \(ratio)")
      }
    }
  }

  @Test func colorsAreToldApart() {
    #expect(Set(theme.palette + [theme.neutral]).count == theme.palette.count + 1)
    #expect(Set(theme.agreementColors).count == theme.agreementColors.count)
    #expect(theme.agreementColors.count >= Agreement.Form.allCases.count)
  }
}
