import Foundation
import Testing

@testable import ParkGraph

@Suite struct TextFoldingTests {
  @Test(arguments: [
    ("中關村（大興）", "中关村大兴"), ("Université  de-Zürich", "universite de zurich"),
    ("", ""), ("  ", ""), ("★!", ""), ("UNSW", "unsw"), ("ＵＮＳＷ", "unsw"),
    ("e\u{301}cole", "ecole"), ("École", "ecole"), ("People's", "peoples"), ("Xi’an", "xian"),
    ("A/B  C", "a b c"), (" lead and trail ", "lead and trail"), ("中关村 Park", "中关村park"),
    ("LAUNCH 德國", "launch德国"), ("Straße", "straße"), ("乾隆", "干隆"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("Ёлка", "елка"), ("№ 7", "7"), ("İzmir", "izmir"), ("\u{0}a\u{0}b", "a b"),
    ("a\u{301}\u{302}\u{303}", "a"), ("2025中關村論壇", "2025中关村论坛"),
  ])
  func foldsByHand(text: String, key: String) {
    #expect(TextFolding.key(text) == key)
  }

  @Test func isTheSameForCaseWidthAndComposition() {
    for text in ["Ångström", "Zhōngguāncūn", "ﾊﾟｰｸ", "ВДНХ Парк", "Ｔｏｒｃｈ　Ｃｅｎｔｅｒ"] {
      let key = TextFolding.key(text)
      #expect(!key.isEmpty)
      #expect(TextFolding.key(text.uppercased()) == key, "\(text)")
      #expect(TextFolding.key(text.decomposedStringWithCanonicalMapping) == key, "\(text)")
      #expect(TextFolding.key(text.precomposedStringWithCanonicalMapping) == key, "\(text)")
    }
  }

  /// Whatever the text: the key of a key is the key, in lower case, with single spaces inside.
  @Test func aKeyIsItsOwnKey() {
    var generator = SeededGenerator(seed: 1)
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x370...0x52F, 0x1E00...0x1FFF, 0x2000...0x206F,
      0x3040...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFF9D, 0x1F300...0x1F5FF,
    ]
    for _ in 0..<2_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let range = ranges.randomElement(using: &generator) ?? 0...0x7F
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          scalars.append(scalar)
        }
      }
      let key = TextFolding.key(String(scalars))
      #expect(TextFolding.key(key) == key, "\(String(scalars).debugDescription)")
      #expect(!key.hasPrefix(" ") && !key.hasSuffix(" ") && !key.contains("  "))
    }
  }

  @Test func halfWidthVoicedKanaAreTheirFullWidthOnes() {
    #expect(TextFolding.key("ｻｲｴﾝｽ") == TextFolding.key("サイエンス"))
    #expect(TextFolding.key("ﾊﾟｰｸ") == TextFolding.key("パーク"))
    #expect(TextFolding.key("ハ\u{309A}ーク") == TextFolding.key("パーク"))
  }

  @Test func theTableIsAscendingAndWhole() {
    let scalars = Array(foldingPairs.description.unicodeScalars)
    #expect(scalars.count.isMultiple(of: 2))
    let sources = stride(from: 0, to: scalars.count, by: 2).map { scalars[$0].value }
    #expect(zip(sources, sources.dropFirst()).allSatisfy { $0 < $1 })
    #expect(FoldingTable.shared.count == sources.count && sources.count > 3_000)
    for place in stride(from: 0, to: scalars.count, by: 2) {
      #expect(FoldingTable.shared.fold(scalars[place]) == scalars[place + 1])
    }
    #expect(FoldingTable.shared.fold("a") == nil && FoldingTable.shared.fold("\u{10FFFF}") == nil)
  }

  /// Every pair of the table, and every scalar of the blocks that it is for, as ICU folds them.
  @Test func theTableIsFoundations() {
    let scalars = foldingPairs.description.unicodeScalars
    var candidates = Set(scalars.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element))
    for range in [0xC0...0x24F, 0x3400...0x9FFF] as [ClosedRange<UInt32>] {
      candidates.formUnion(range.compactMap(Unicode.Scalar.init))
    }
    var differences: [String] = []
    for scalar in candidates.sorted() where isWordPart(scalar) {
      let expected = foundationFold(String(scalar)).unicodeScalars
      guard expected.count == 1 else { continue }
      let key = TextFolding.key(String(scalar))
      if Array(key.unicodeScalars) != Array(expected) {
        differences.append("\(scalar) gives \(key), not \(String(expected))")
      }
    }
    #expect(differences == [])
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func foundationFold(_ text: String) -> String {
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return folded.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? folded
  }

  /// Signs that copied text carries along without being seen.
  @Test(arguments: ["Zhong\u{AD}guancun", "Zhong\u{200B}guancun", "Zhong\u{2060}guancun"])
  func invisibleSignsMakeNoWord(text: String) {
    #expect(TextFolding.key(text) == "zhongguancun")
  }
}
