import Foundation
import ParkData
import ParkGraph
import Testing

/// Each way in which a citation can be wrong, tried one at a time on a data set that is right.
@Suite struct CitationProofTests {
  private static let document = """
    The North Gazette

    North Park and South University signed a memorandum on 8 April 2021.

    They plan 20 projects.
    """

  private static let data = """
    sources:
      gazette:
        file: gazette.txt
        title: Two parks join hands
        language: en
        sha256: HASH
        paragraphs: 3
    parks:
      north-park:
        names:
          - en: North Park
            evidence: gazette#2
    organizations:
      south-university:
        form: university
        names:
          - en: South University
            evidence: gazette#2
        figures:
          - measure: projects
            value: 20
            evidence: {gazette#3: [20 projects]}
        relations:
          - operates: north-park
            evidence: {gazette#2: [North Park, South University]}
    """

  private func folder(
    data: String = data, document: String? = document, hash: String? = nil
  ) throws -> (data: DataFolder.Reading, documents: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let right = try #require(Document(Array(Self.document.utf8))).sha256
    let text = data.replacing("HASH", with: hash ?? right)
    if let document {
      try document.write(
        to: folder.appending(path: "gazette.txt"), atomically: true, encoding: .utf8)
    }
    return (DataFolder.read(files: [(name: "data.yaml", text: text)]), folder.path)
  }

  /// What a strict check and the proof find together.
  private func findings(
    data: String = data, document: String? = document, hash: String? = nil
  ) throws -> [String] {
    let (reading, documents) = try folder(data: data, document: document, hash: hash)
    defer { try? FileManager.default.removeItem(atPath: documents) }
    let proof = CitationProof(reading.graph, documents: documents)
    return (reading.checked(strict: true) + reading.diagnostics(of: proof)).map {
      $0.description.replacing(documents, with: "DOCUMENTS")
    }
  }

  @Test func theRightDataIsProven() throws {
    let (reading, documents) = try folder()
    defer { try? FileManager.default.removeItem(atPath: documents) }
    let proof = CitationProof(reading.graph, documents: documents)
    #expect(try findings() == [])
    #expect(proof.citations == 4)
    #expect(proof.proven == 4)
  }

  @Test func aWrongHash() throws {
    let wrong = String(repeating: "0", count: 64)
    let found = try findings(hash: wrong)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("data.yaml:2:3: error: the SHA-256 of 'gazette.txt' is "))
  }

  @Test func aParagraphOffByOne() throws {
    let data = Self.data.replacing("{gazette#3:", with: "{gazette#2:")
    #expect(
      try findings(data: data) == [
        "data.yaml:22:32: error: '20 projects' does not stand in gazette#2; paragraph 3 holds it"
      ])
  }

  @Test func aParagraphThatIsNotThere() throws {
    let data = Self.data.replacing("{gazette#3:", with: "{gazette#4:")
    #expect(
      try findings(data: data) == [
        "data.yaml:22:20: error: 'gazette' has 3 paragraphs, and no paragraph 4"
      ])
  }

  @Test func aMisspeltTerm() throws {
    let data = Self.data.replacing("[North Park, South", with: "[North Park, Sooth")
    let found = try findings(data: data)
    #expect(
      found.contains { $0.hasPrefix("data.yaml:25:44: error: 'Sooth University' does not stand") })
  }

  @Test func aTieWhoseTermsNameOneEnd() throws {
    let data = Self.data.replacing("[North Park, South University]", with: "[North Park]")
    let found = try findings(data: data)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("data.yaml:24:9: error: no term of the evidence names"))
  }

  @Test func aValueWithoutEvidence() throws {
    let data = Self.data.replacing("        evidence: {gazette#3: [20 projects]}\n", with: "")
    let found = try findings(data: data)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("data.yaml:20:9: error: no evidence; cite a paragraph"))
  }

  @Test func aDocumentThatIsNotThere() throws {
    #expect(
      try findings(document: nil) == [
        "data.yaml:2:3: error: the document 'gazette.txt' is not in 'DOCUMENTS'"
      ])
  }

  @Test func aCountOfParagraphsThatIsWrong() throws {
    let data = Self.data.replacing("paragraphs: 3", with: "paragraphs: 4")
    #expect(
      try findings(data: data) == [
        "data.yaml:2:3: error: 'gazette.txt' has 3 paragraphs, not 4"
      ])
  }
}
