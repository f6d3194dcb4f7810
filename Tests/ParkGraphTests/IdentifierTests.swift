import ParkGraph
import Testing

@Suite struct IdentifierTests {
  // Deutsche Bank, and Apple; as the Global LEI Foundation lists them.
  private static let leis = ["7LTWFZYICNSX8D621K86", "HWUPKR0MPOU8FGXBT394"]

  @Test(arguments: leis) func knowsTheCheckDigitsOfLEI(text: String) {
    #expect(Identifier(.lei, text)?.value == text && Identifier(.lei, text)?.scheme == .lei)
  }

  /// The check is made to find every single wrong character and every swap of unlike neighbours.
  @Test(arguments: leis) func findsSingleMistakesInLEI(text: String) {
    let characters = Array(text)
    for place in characters.indices {
      for digit in "0123456789" where digit != characters[place] && characters[place].isNumber {
        var wrong = characters
        wrong[place] = digit
        #expect(Identifier(.lei, String(wrong)) == nil, "\(String(wrong))")
      }
      guard place > 0, characters[place] != characters[place - 1] else { continue }
      var wrong = characters
      wrong.swapAt(place, place - 1)
      #expect(Identifier(.lei, String(wrong)) == nil, "\(String(wrong))")
    }
  }

  @Test(arguments: [
    "", "7LTWFZYICNSX8D621K8", "7LTWFZYICNSX8D621K866", "7ltwfzyicnsx8d621k86",
    "7LTWFZYICNSX8D621K8\u{665}", "7LTW FZYICNSX8D621K86",
  ])
  func refusesOtherFormsOfLEI(text: String) {
    #expect(Identifier(.lei, text) == nil)
  }

  @Test func readsROR() {
    #expect(Identifier(.ror, "03r8z3t63")?.value == "03r8z3t63")
    for text in ["", "03r8z3t6", "03r8z3t633", "13r8z3t63", "03R8Z3T63", "03r8z3t6é", "03r8z-t63"] {
      #expect(Identifier(.ror, text) == nil, "\(text)")
    }
  }

  @Test func readsWikidata() {
    #expect(Identifier(.wikidata, "Q734764")?.value == "Q734764")
    for text in ["", "Q", "q734764", "Q0", "Q01", "734764", "Q7a", "Q734764 ", "P31", "Q٧"] {
      #expect(Identifier(.wikidata, text) == nil, "\(text)")
    }
  }
}
