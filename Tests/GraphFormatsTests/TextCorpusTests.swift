import GraphFormats
import TestSupport
import Testing

@Suite struct TextCorpusTests {
  private static func cases(_ folder: String) -> [Corpus.Case] {
    Corpus("Corpus/\(folder)", beside: #filePath).cases
  }

  @Test(arguments: cases("json")) func jsonIsReadAsExpected(file: Corpus.Case) throws {
    let (expected, found) = try Corpus.outcome(of: file) { (path, options) throws(ReadingError) in
      try JSONReader(options: options).read(ByteStream(contentsOf: path))
    }
    #expect(found == expected)
  }

  @Test(arguments: cases("gml")) func gmlIsReadAsExpected(file: Corpus.Case) throws {
    let (expected, found) = try Corpus.outcome(of: file) { (path, options) throws(ReadingError) in
      try GMLReader(options: options).read(ByteStream(contentsOf: path))
    }
    #expect(found == expected)
  }

  @Test(arguments: cases("csv")) func csvIsReadAsExpected(file: Corpus.Case) throws {
    let (expected, found) = try Corpus.outcome(of: file) { (path, options) throws(ReadingError) in
      let reader = CSVReader(options: options)
      return path.hasSuffix(".csv")
        ? try reader.read(ByteStream(contentsOf: path)) : try reader.read(folder: path)
    }
    #expect(found == expected)
  }

  @Test func everyFileIsRead() {
    #expect(Self.cases("json").count >= 29)
    #expect(Self.cases("gml").count >= 22)
    #expect(Self.cases("csv").count >= 23)
  }
}
