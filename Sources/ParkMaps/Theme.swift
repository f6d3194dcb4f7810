public import Graphviz

/// The colours and fonts of a map.
public struct Theme: Hashable, Sendable {
  /// Behind everything.
  public var background: Color
  /// Titles and names.
  public var text: Color
  /// What is less important: second names, dates, sources.
  public var mutedText: Color
  /// The inside of a group.
  public var groupFill: Color
  /// The edge of a group.
  public var groupBorder: Color
  /// Nodes without a country, and those of countries beyond the palette.
  public var neutral: Color
  /// One after the other for the countries, those with the most nodes first.
  ///
  /// After Okabe and Ito (2008), darkened: colours that people who can't tell red from green still
  /// tell apart. Yellow is left out, since it doesn't show on a light ground.
  public var palette: [Color]
  /// One for each kind of agreement.
  public var agreementColors: [Color]
  /// Font families, the first that is installed counts; all of them draw Han beside Latin.
  public var font: String

  /// Dark text on a light ground.
  public static let light = Theme(
    background: Color(rgb: 0xFBFAF7), text: Color(rgb: 0x1F2430), mutedText: Color(rgb: 0x5B6270),
    groupFill: Color(rgb: 0xF1EEE6), groupBorder: Color(rgb: 0xD9D3C4),
    neutral: Color(rgb: 0x6B7280),
    palette: [
      Color(rgb: 0xC2410C), Color(rgb: 0x0072B2), Color(rgb: 0x009E73), Color(rgb: 0xB45C93),
      Color(rgb: 0xB07D00), Color(rgb: 0x2F8FD0), Color(rgb: 0x8A5A35), Color(rgb: 0x4C4FA3),
    ],
    agreementColors: [
      Color(rgb: 0xA8401B), Color(rgb: 0x1D5C8C), Color(rgb: 0x23705A), Color(rgb: 0x7B3F73),
      Color(rgb: 0x6B5510), Color(rgb: 0x454B57),
    ],
    font: "WenQuanYi Micro Hei")
}
