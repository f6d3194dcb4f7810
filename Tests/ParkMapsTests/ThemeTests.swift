import Foundation
import Graphviz
import Testing

@testable import ParkMaps

@Suite struct ThemeTests {
  static let themes = Theme.Name.allCases.map { Theme($0) }

  // MARK: The measures themselves

  @Test func contrastByHand() {
    #expect(abs(Color.black.contrast(to: .white) - 21) < 1e-9)
    #expect(abs(Color(rgb: 0x777777).contrast(to: .white) - 4.478) < 1e-3)
  }

  @Test func mixingByHand() {
    #expect(Color.black.mixed(with: .white, share: 0.5) == Color(rgb: 0x808080))
    #expect(Color(rgb: 0x102030).mixed(with: .white, share: 0) == Color(rgb: 0x102030))
    #expect(Color(rgb: 0xFF0000, alpha: 0x80).over(.white) == Color(rgb: 0xFF7F7F))
  }

  /// Pairs of the test data of Sharma, Wu and Dalal (2005).
  @Test(arguments: [
    (50.0, 2.6772, -79.7751, 50.0, 0.0, -82.7485, 2.0425),
    (50, -1.3802, -84.2814, 50, 0, -82.7485, 1), (50, 2.5, 0, 50, 0, -2.5, 4.3065),
    (50, 2.5, 0, 61, -5, 29, 22.8977),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
  ])
  func theDifferenceOfColorsIsThePublishedOne(
    l1: Double, a1: Double, b1: Double, l2: Double, a2: Double, b2: Double, expected: Double
  ) {
    let found = Lab.difference(Lab(l: l1, a: a1, b: b1), Lab(l: l2, a: a2, b: b2))
    #expect(abs(found - expected) < 1e-4)
  }

  @Test func redAndGreenMeetForEyesThatLackACone() {
    let (red, green) = (Color(rgb: 0xB03030), Color(rgb: 0x6B6B00))
    #expect(ColorVision.normal.difference(red, green) > 30)
    #expect(ColorVision.deuteranopia.difference(red, green) < 10)
  }

  // MARK: Colours are told apart

  @Test(arguments: themes) func categoriesAreToldApartByAllEyes(theme: Theme) {
    let colors = theme.palette + [theme.neutral]
    for vision in ColorVision.allCases {
      for (place, first) in colors.enumerated() {
        for second in colors[(place + 1)...] {
          #expect(vision.difference(first, second) >= 8.5, "\(first), \(second): \(vision)")
        }
      }
    }
    #expect(theme.palette.count == 8)
  }

  @Test(arguments: themes) func tiesAreToldApartByAllEyes(theme: Theme) {
    for vision in ColorVision.allCases {
      for (place, first) in theme.tieColors.enumerated() {
        for second in theme.tieColors[(place + 1)...] {
          #expect(vision.difference(first, second) >= 15, "\(first), \(second): \(vision)")
        }
      }
    }
    #expect(theme.tieColors.count == 6)
  }

  // MARK: Everything can be seen

  /// All that text stands on: the ground, groups, the tints of nodes, and nodes filled whole.
  private func grounds(_ theme: Theme) -> [Color] {
    let colors = theme.palette + [theme.neutral]
    return [theme.background, theme.groupFill] + colors.map(theme.fill) + colors
  }

  @Test(arguments: themes) func textReadsOnEveryGround(theme: Theme) {
    for ground in grounds(theme) {
      #expect(theme.ink(on: ground).contrast(to: ground) >= 4.5, "\(ground)")
      #expect(theme.mutedInk(on: ground).contrast(to: ground) >= 4.5, "\(ground)")
    }
    // On what covers most of a map it is the theme's own ink.
    for ground in [theme.background, theme.groupFill] + theme.palette.map(theme.fill) {
      #expect(theme.ink(on: ground) == theme.text && theme.mutedInk(on: ground) == theme.mutedText)
    }
  }

  /// The words on lines have the colour of their line.
  @Test(arguments: themes) func theWordsOnTiesRead(theme: Theme) {
    for color in theme.tieColors {
      for ground in [theme.background, theme.groupFill] {
        #expect(color.contrast(to: ground) >= 4.5, "\(color) on \(ground)")
      }
    }
  }

  /// What is no text, but has to be seen: outlines, lines, the signs of the legend.
  @Test(arguments: themes) func outlinesAndLinesShow(theme: Theme) {
    for ground in [theme.background, theme.groupFill] {
      let lines = theme.tieColors.map { $0.withAlpha(0xD0).over(ground) }
      for color in theme.palette + [theme.neutral, theme.faded] + lines {
        #expect(color.contrast(to: ground) >= 3, "\(color) on \(ground)")
      }
    }
    for color in theme.palette + [theme.neutral] {
      #expect(color.contrast(to: theme.fill(color)) >= 3 || theme.tint > 0.1, "\(color)")
    }
  }

  @Test func namesGiveThemes() {
    #expect(Theme(.light) == .light && Theme(.dark) == .dark && Theme(.print) == .print)
    #expect(Theme.print.background == .white && Theme.print.usesMarks && !Theme.dark.usesMarks)
  }
}
