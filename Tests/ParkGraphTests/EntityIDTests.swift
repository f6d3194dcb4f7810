import ParkGraph
import Testing

@Suite struct EntityIDTests {
  private static let valid = ["a", "0", "torch-center", "a-1-b", "2025", "x".repeated(80)]
  private static let invalid = [
    "", "-", "-a", "a-", "a--b", "A", "Torch-center", "torch_center", "torch center", "a.b", "a/b",
    "é", "中", "a\0", "a\n", " a", "x".repeated(81), "１", "a\u{301}", "../etc",
  ]

  @Test(arguments: valid) func readsLowerCaseWords(text: String) {
    #expect(EntityID(text)?.rawValue == text && SourceID(text)?.rawValue == text)
    #expect(EntityID(text)?.description == text && SourceID(text)?.description == text)
  }

  @Test(arguments: invalid) func refusesAllElse(text: String) {
    #expect(EntityID(text) == nil && SourceID(text) == nil)
  }

  @Test func isOrderedByItsBytes() {
    let ids: [EntityID] = ["a", "a-b", "a0", "aa", "b"]
    #expect(ids.reversed().sorted() == ids)
    #expect(SourceID(unchecked: "a-b") < SourceID(unchecked: "a0"))
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
