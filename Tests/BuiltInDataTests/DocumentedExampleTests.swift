import Foundation
import Testing

/// That each example of the documentation is part of a test: all of its lines, in their order.
///
/// `value  // 2` in an example stands in the test as `#expect(value == 2)`. What comments say, what is
/// imported, and lines of a single `…` don't count.
@Suite struct DocumentedExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  @Test func everyExampleIsPartOfATest() throws {
    let tests = try Self.files(below: "Tests", ending: ".swift").map(Self.lines(of:))
    let sources = try Self.files(below: "Sources", ending: ".swift").flatMap { file in
      try Self.examples(in: file) { line in
        line.hasPrefix("///") ? line.dropFirst(3) : nil
      }
    }
    let articles =
      try Self.files(below: "Sources", ending: ".md")
      + [Self.root.appending(path: "README.md")]
    let examples = try sources + articles.flatMap { try Self.examples(in: $0) { $0 } }
    #expect(examples.count > 50)
    for example in examples {
      let isTested = tests.contains { Self.hold($0, example.lines) }
      #expect(isTested, "\(example.place) is in no test")
    }
  }

  private struct Example {
    var place: String
    var lines: [String] = []
  }

  /// Whether the lines stand in a test one after the other, with others between them.
  private static func hold(_ test: [String], _ lines: [String]) -> Bool {
    guard let first = lines.first else { return true }
    return test.indices.contains { start in
      guard test[start].contains(first) else { return false }
      var rest = lines[...]
      // An example is not spread over a whole file.
      for line in test[start..<min(start + 80, test.count)] {
        guard let next = rest.first else { break }
        if line.contains(next) { rest.removeFirst() }
      }
      return rest.isEmpty
    }
  }

  /// The examples of a file, of whose lines a rule says which belong to the documentation.
  private static func examples(
    in file: URL, documentation: (Substring) -> Substring?
  ) throws -> [Example] {
    var examples: [Example] = []
    var current: Example?
    var isOther = false
    for (number, line) in try lines(of: file).enumerated() {
      guard let words = documentation(line[...]) else { continue }
      let text = words.trimmingPrefix(while: \.isWhitespace)
      if text.hasPrefix("```") {
        if let example = current { examples.append(example) }
        let isOpening = current == nil && !isOther
        isOther = isOpening && text != "```swift"
        current =
          isOpening && !isOther
          ? Example(place: "\(file.lastPathComponent), line \(number + 1)") : nil
      } else if let code = code(of: text) {
        current?.lines.append(code)
      }
    }
    return examples
  }

  /// A line without its comment; `nil` if nothing is left that a test has to hold.
  private static func code(of line: Substring) -> String? {
    let end = line.firstRange(of: " //")?.lowerBound ?? line.endIndex
    let text = line.hasPrefix("//") ? "" : line[..<end].trimmingCharacters(in: .whitespaces)
    return text.isEmpty || text == "…" || text.hasPrefix("import ") ? nil : text
  }

  private static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func files(below folder: String, ending: String) throws -> [URL] {
    let start = root.appending(path: folder)
    let all = FileManager.default.enumerator(
      at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent.hasSuffix(ending) }
      .sorted { $0.path() < $1.path() }
  }
}
