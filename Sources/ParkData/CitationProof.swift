import Foundation
public import ParkGraph

/// Proves the citations of a data set against the documents themselves.
public struct CitationProof: Sendable {
  /// A citation, or a source, that does not hold.
  public struct Failure: Hashable, Sendable {
    /// The statement, or the source.
    public var path: StatementPath
    /// Which piece of the statement's evidence, from 0; `nil` for a source.
    public var evidence: Int?
    /// Which term of it, from 0; `nil` when it is not about a term.
    public var term: Int?
    /// What was found, what was expected, and what to do.
    public var message: String
  }

  /// How many citations there are.
  public private(set) var citations = 0
  /// How many of them hold.
  public private(set) var proven = 0
  /// What does not hold, by source and then by statement.
  public private(set) var failures: [Failure] = []

  /// Checks every source and every citation of a graph.
  ///
  /// For each source: that its document is in the folder, has the hash, and the number of
  /// paragraphs, that the source gives. For each citation: that the paragraph exists, and that each
  /// term stands in it; `Passage` says after which normalization.
  ///
  /// - Parameters:
  ///   - graph: The data set.
  ///   - folder: The folder that holds the documents by the names of their files.
  /// - Complexity: O(*n*) in the size of the documents, and for each citation in that of its paragraph.
  public init(_ graph: ParkGraph, documents folder: String) {
    var documents: [SourceID: Document] = [:]
    for source in graph.sources { documents[source.id] = check(source, in: folder) }
    var passages: [SourceID: [Int: Passage]] = [:]
    for statement in graph.statements {
      for (index, evidence) in statement.qualifiers.evidence.enumerated() {
        guard let citation = evidence.citation else { continue }
        citations += 1
        guard let document = documents[citation.source] else { continue }
        guard let text = document.paragraph(citation.paragraph) else {
          fail(
            statement.path, index,
            "'\(citation.source)' has \(document.paragraphs.count) paragraphs, and no paragraph "
              + "\(citation.paragraph)")
          continue
        }
        let passage = passages[citation.source]?[citation.paragraph] ?? Passage(text)
        passages[citation.source, default: [:]][citation.paragraph] = passage
        let missing = citation.terms.indices.filter { !passage.holds(citation.terms[$0]) }
        for term in missing {
          let elsewhere = document.paragraphs.indices.filter {
            Passage(document.paragraphs[$0]).holds(citation.terms[term])
          }
          fail(
            statement.path, index, term: term,
            "'\(citation.terms[term])' does not stand in \(citation.source)#\(citation.paragraph)"
              + Self.advice(elsewhere.map { $0 + 1 }))
        }
        if missing.isEmpty { proven += 1 }
      }
    }
  }

  private mutating func check(_ source: Source, in folder: String) -> Document? {
    let path = "\(folder)/\(source.file)"
    guard let data = FileManager.default.contents(atPath: path) else {
      fail(source, "the document '\(source.file)' is not in '\(folder)'")
      return nil
    }
    guard let document = Document(Array(data)) else {
      fail(source, "the document '\(source.file)' is not UTF-8 text")
      return nil
    }
    if document.sha256 != source.sha256 {
      fail(
        source,
        "the SHA-256 of '\(source.file)' is \(document.sha256), not \(source.sha256); it is another "
          + "text than the one that was read")
    }
    if let paragraphs = source.paragraphs, paragraphs != document.paragraphs.count {
      fail(
        source,
        "'\(source.file)' has \(document.paragraphs.count) paragraphs, not \(paragraphs)")
    }
    return document
  }

  private mutating func fail(_ source: Source, _ message: String) {
    failures.append(
      Failure(path: StatementPath(source: source.id), evidence: nil, term: nil, message: message))
  }

  private mutating func fail(
    _ path: StatementPath, _ evidence: Int, term: Int? = nil, _ message: String
  ) {
    failures.append(Failure(path: path, evidence: evidence, term: term, message: message))
  }

  private static func advice(_ paragraphs: [Int]) -> String {
    guard !paragraphs.isEmpty else { return ", nor in any other paragraph; mend the term" }
    return "; paragraph \(paragraphs.map(String.init).joined(separator: ", ")) holds it"
  }
}

extension DataFolder.Reading {
  /// The failures of a proof, each at the line and column of its citation or term.
  public func diagnostics(of proof: CitationProof) -> [Diagnostic] {
    proof.failures.map { failure in
      Diagnostic(position(of: failure), .error, failure.message)
    }.sorted()
  }

  private func position(of failure: CitationProof.Failure) -> Position {
    let statement =
      positions[failure.path] ?? positions[StatementPath(failure.path.subject)]
      ?? Position(file: failure.path.subject, line: 1, column: 1)
    guard let index = failure.evidence, let all = evidencePositions[failure.path],
      all.indices.contains(index)
    else { return statement }
    guard let term = failure.term, all[index].terms.indices.contains(term) else {
      return all[index].locator
    }
    return all[index].terms[term]
  }
}
