import Graphviz

extension Theme {
  /// Dark text on a light ground.
  public static let light = Theme(
    background: Color(rgb: 0xFBFAF7), text: Color(rgb: 0x1F2430), mutedText: Color(rgb: 0x525967),
    groupFill: Color(rgb: 0xF1EEE6), groupBorder: Color(rgb: 0xD9D3C4),
    neutral: Color(rgb: 0x6B7280), faded: Color(rgb: 0x7F858F),
    palette: [
      0xC2410C, 0x1F6FB5, 0x0F8F74, 0xA577A3, 0x2F346B, 0xA35B5E, 0x055452, 0x5F3330,
    ],
    tieColors: [0x351189, 0x015043, 0xBC4316, 0x056CC7, 0x8B5D7A, 0x432C00], tint: 0.16)

  /// Light text on a dark ground, for slides in dark rooms.
  public static let dark = Theme(
    background: Color(rgb: 0x12161F), text: Color(rgb: 0xECEFF4), mutedText: Color(rgb: 0xB4BCC9),
    groupFill: Color(rgb: 0x1B212D), groupBorder: Color(rgb: 0x3A4456),
    neutral: Color(rgb: 0x9AA3B2), faded: Color(rgb: 0x6F7989),
    palette: [
      0xF08A4B, 0x5AA9F0, 0xECDE72, 0x8A6AC6, 0xEDB5B1, 0x428690, 0xBDA280, 0x65724D,
    ],
    tieColors: [0x78D5FE, 0xDBE24A, 0xFCBBBE, 0x9973E6, 0xCE7101, 0x629376], tint: 0.2)

  /// On white paper: what colours say is also said by marks, so that a grey copy loses nothing.
  public static let print = Theme(
    background: .white, text: Color(rgb: 0x111111), mutedText: Color(rgb: 0x444444),
    groupFill: Color(rgb: 0xF3F3F3), groupBorder: Color(rgb: 0x9A9A9A),
    neutral: Color(rgb: 0x6B7280), faded: Color(rgb: 0x8A8A8A),
    palette: Theme.light.palette.map(\.rgb), tieColors: Theme.light.tieColors.map(\.rgb),
    tint: 0.05, usesMarks: true)
}

extension Color {
  fileprivate var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
