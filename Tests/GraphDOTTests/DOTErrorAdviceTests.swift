import GraphDOT
import GraphFormats
import Testing

/// Every fault of a file says where it is, what it is and what to do.
@Suite struct DOTErrorAdviceTests {
  @Test(
    arguments: [
      ("", "1:1: the text is empty; check whether the file is whole"),
      ("hello", "1:1: found 'hello', expected strict, graph or digraph; correct it"),
      ("graph {\n a [l=] }", "2:7: found ']', expected the value of l; put a text in quotes"),
      ("graph { a", "1:10: found the end of the text, expected } for the { of line 1; "),
      ("graph { é\0 }", "1:10: the text holds the character NUL; take it out"),
      (
        "graph {\n  \"é\" -- \"b\u{1}\" }",
        "2:10: a text has the control character U+0001; take it out, or read leniently: replaced by "
          + "U+FFFD"
      ),
      (
        "graph { a [x=1,\n l=\"\u{1}\"] }",
        "2:4: a text has the control character U+0001; take it out, or read leniently: replaced by "
          + "U+FFFD"
      ),
    ]) func of(_ text: String, _ message: String)
  {
    let error = #expect(throws: ReadingError.self) { try DOTReader().read(Array(text.utf8)) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func valuesAndNodesAreEqualWhereverTheyStand() throws {
    let one = try DOTReader().read(Array("graph { a [x=1] }".utf8))
    #expect(try one == DOTReader().read(Array("graph {\n\n   a [ x = 1 ] }".utf8)))
  }

  @Test func moreThanDOTMayHave() {
    let text = Array(repeating: UInt8(ascii: " "), count: 100_000_001)
    let error = #expect(throws: ReadingError.self) { try DOTReader().read(text) }
    #expect(
      error?.description
        == "the file has more than 100000000 bytes, the most that is read of DOT; write the graph as "
        + "GraphML")
  }
}
