import ParkGraph
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("de", "de"), ("yue", "yue"), ("zh-Hans", "zh"), ("zh-TW", "zh"),
    ("zh-Hant-TW", "zh"), ("sr-Latn", "sr"),
  ])
  func readsLanguageScriptAndRegion(text: String, language: String) {
    let tag = LanguageTag(text)
    #expect(tag?.rawValue == text && tag?.description == text)
    #expect(tag.map { String($0.language) } == language)
  }

  @Test(arguments: [
    "", "e", "engl", "EN", "En", "zh-", "-Hans", "zh--Hans", "zh-hans", "zh-HANS", "zh-Han",
    "zh-TW-Hant", "zh-Hant-TW-x", "zh-tw", "zh_Hans", "zh Hans", "zh-Éan", "e\u{301}", "中文",
    "en\0", "en\n",
  ])
  func refusesAllElse(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func hasOneRegionAtMost() {
    let text = "zh-TW-HK"
    #expect(LanguageTag(text) == nil)
  }

  @Test func isOrderedByItsText() {
    let tags: [LanguageTag] = ["de", .english, .simplifiedChinese, .traditionalChinese]
    #expect(tags.reversed().sorted() == tags)
  }
}
