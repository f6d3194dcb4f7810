import Testing

@testable import ParkMaps

@Suite struct LabelTextTests {
  @Test(arguments: [
    ("Torch Center", 32, ["Torch Center"]),
    ("University of New South Wales", 16, ["University of", "New South Wales"]),
    ("中關村生命科學園", 8, ["中關村生", "命科學園"]),
    ("中關村(大興)細胞基因治療產業園", 18, ["中關村(大興)細胞", "基因治療產業園"]),
    ("中關村國際孵化器與德國LAUNCH Rhein-Main", 24, ["中關村國際孵化器與德", "國LAUNCH Rhein-Main"]),
    ("Supercalifragilistic", 5, ["Supercalifragilistic"]), ("", 10, [""]), ("a", 1, ["a"]),
    ("a b", 1, ["a", "b"]),
    ("俄罗斯中国“一带一路”投资发展基金会", 32, ["俄罗斯中国“一带一路”", "投资发展基金会"]),
    ("与“一带一路沿线国家”的合作", 12, ["与“一带一", "路沿线国", "家”的合作"]), ("“中", 1, ["“中"]),
  ])
  func breaksByHand(text: String, width: Int, lines: [String]) {
    #expect(LabelText.lines(text, width: width) == lines)
  }

  @Test func hanTakesTwoColumns() {
    #expect(LabelText.width(of: "") == 0 && LabelText.width(of: "abc") == 3)
    #expect(LabelText.width(of: "中關村") == 6 && LabelText.width(of: "ｱＡ한") == 5)
  }

  @Test func closingPunctuationStaysAndOpeningGoesAlong() {
    for width in 2...30 {
      for line in LabelText.lines("俄羅斯中國“一帶一路”投資發展基金會（北京），中心", width: width) {
        #expect(!"）”，".contains(line.first ?? "x"), "\(line)")
        #expect(!"（“".contains(line.last ?? "x"), "\(line)")
      }
    }
  }

  /// Nothing is lost but the spaces at which lines break.
  @Test func theLinesTogetherAreTheText() {
    for seed in 1...400 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
      func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
      }
      let parts = [
        "Park", "of", "中", "關村", "（", "）", " ", "-", "é", "Rhein-Main", "，", "“", "”", "園",
      ]
      let text = (0..<(1 + next(24))).map { _ in parts[next(parts.count)] }.joined()
      for width in [1, 2, 7, 16, 32] {
        let lines = LabelText.lines(text, width: width)
        #expect(
          lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(text), \(width)")
        #expect(lines == LabelText.lines(text, width: width))
      }
    }
  }

  @Test func noLineIsWiderThanTheLimitWhereItCanBeBroken() {
    let text = "Internationalization Internationalization Internationalization"
    let lines = LabelText.lines(text, width: 32)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { LabelText.width(of: $0) <= 32 })
  }

  @Test func hanLinesKeepTheLimit() {
    let text = String(repeating: "中關村科技園區", count: 9)
    for width in 2...60 {
      let lines = LabelText.lines(text, width: width)
      #expect(lines.joined() == text)
      // One character more than the even share may be needed.
      #expect(lines.allSatisfy { LabelText.width(of: $0) <= width + 1 }, "\(width)")
    }
  }
}
