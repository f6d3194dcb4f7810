import ParkGraph
import Testing

@Suite struct PassageTests {
  private let chinese = Passage("為擴大中關(guān)村國際合作,中關(guān)村(大興)產(chǎn)業(yè)園PTLanggengSahabat等7對簽約")
  private let english = Passage(
    "In 2016, the Torch Center signed; “we carried out 152 projects,” 320.23 billion and 106,552 deals. "
      + "Zhongguancun’s Paris-Saclay")

  @Test(arguments: [
    "中關村國際合作", "中关村国际合作", "中关村（大兴）产业园", "(大興)", "7對", "PT Langgeng Sahabat",
    "PTLanggengSahabat",
  ])
  func holdsAcrossGlossesScriptsAndSpaces(term: String) {
    #expect(chinese.holds(term))
  }

  @Test(arguments: ["guan", "中關guān村", "中关村產業", "17對", "Langgeng", "PTLanggeng", "大興園"])
  func missesWhatIsNotThere(term: String) {
    #expect(!chinese.holds(term))
  }

  @Test(arguments: [
    "torch center", "TORCH CENTER", "２０１６", "\"152 projects\"", "320.23 billion", "106552",
    "106,552",
    "Zhongguancun", "Paris Saclay", "Saclay",
  ])
  func holdsAcrossCaseWidthAndPunctuation(term: String) {
    #expect(english.holds(term))
  }

  @Test(arguments: [
    "52 projects", "320", "23 billion", "106", "552", "Center sign", "Torch Centre", "", " ", "“”",
  ])
  func takesWholeWordsAndNumbersOnly(term: String) {
    #expect(!english.holds(term))
  }

  @Test func keepsBracketsThatAreNoGloss() {
    let passage = Passage("國際科技園區(qū)協(xié)會(IASP)首席執(zhí)行官艾巴·倫德(Ebba Lund)出席")
    #expect(passage.holds("國際科技園區協會(IASP)首席執行官"))
    #expect(passage.holds("Ebba Lund"))
    #expect(!passage.holds("xié"))
  }

  @Test func anythingMayBeInIt() {
    for text in ["", "(", "中(", "中()", "中(a", ".", "1.", ".1", "1.,2", "\u{0}\u{301}", "é\u{301}"] {
      _ = Passage(text).holds(text)
    }
    #expect(Passage("中()園").holds("中園"))
  }
}

@Suite struct DocumentTests {
  @Test func paragraphsAreTheLinesThatAreNotBlank() throws {
    let document = try #require(Document(Array("one\n\n  \t\r\ntwo\r\n\u{3000}\nthree".utf8)))
    #expect(document.paragraphs == ["one", "two", "three"])
    #expect(document.paragraph(1) == "one")
    #expect(document.paragraph(3) == "three")
    #expect(document.paragraph(0) == nil)
    #expect(document.paragraph(4) == nil)
  }

  @Test func theHashIsThatOfTheBytes() throws {
    let document = try #require(Document(Array("abc".utf8)))
    #expect(
      document.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(Document([0xFF, 0xFE]) == nil)
  }
}
