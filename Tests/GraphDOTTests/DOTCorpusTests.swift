import GraphDOT
import GraphFormats
import TestSupport
import Testing

@Suite struct DOTCorpusTests {
  private static let cases = Corpus("Corpus", beside: #filePath).cases

  @Test(arguments: cases) func dotIsReadAsExpected(file: Corpus.Case) throws {
    let (expected, found) = try Corpus.outcome(of: file) { (path, options) throws(ReadingError) in
      try DOTReader(options: options).read(ByteStream(contentsOf: path))
    }
    #expect(found == expected)
  }

  @Test func everyFileIsRead() { #expect(Self.cases.count >= 14) }
}
