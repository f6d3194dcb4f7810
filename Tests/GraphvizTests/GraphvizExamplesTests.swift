import Foundation
import Testing

@testable import Graphviz

/// The example graphs of Debian's package graphviz-doc, read, laid out and compared with what the
/// `dot` program makes of them.
///
/// Skipped, with a remark, where the examples or the program are not installed:
/// `.ci/setup --clients` installs both.
@Suite(.serialized) struct GraphvizExamplesTests {
  private static let folders = [
    "/usr/share/doc/graphviz/examples/graphs", "/usr/share/doc/graphviz/html/info",
  ]
  /// The program, and gzip for compressed examples.
  private static let tools = ["/usr/bin/dot", "/usr/bin/gzip"]

  private static let examples: [String] = {
    guard tools.allSatisfy(FileManager.default.isExecutableFile) else { return [] }
    return folders.flatMap { folder -> [String] in
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(".gv") || $0.hasSuffix(".gv.gz") }
        .map { folder + "/" + $0 }.sorted()
    }
  }()

  private static let hasExamples: Bool = {
    if examples.isEmpty {
      print("Skipped: the examples of graphviz-doc, or dot, are not installed.")
    }
    return !examples.isEmpty
  }()

  /// Each with the reason why the program fails on it, too.
  private static let unreadable = ["html4.gv": "it has an image, which is not there"]

  @Test(.enabled(if: hasExamples), arguments: examples)
  func isDrawnAsByTheProgram(_ path: String) throws {
    let bytes = try path.hasSuffix(".gz") ? output(of: "/usr/bin/gzip", ["-dc", path]) : file(path)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let read = try DOTGraph(bytes: bytes)
    guard Self.unreadable[name] == nil else {
      #expect(throws: GraphvizError.self) { try GraphDescription(dot: bytes) }
      return
    }

    // As libcgraph reads it, where both take the same encoding.
    if let text = String(validating: bytes, as: UTF8.self),
      let (_, length) = try? DOTParser.reading(bytes)
    {
      let first = String(decoding: Array(text.utf8)[..<length], as: UTF8.self)
      #expect(CgraphReading.summary(of: first) == read.summary, "\(name)")
    }

    var graph = try GraphDescription(dot: bytes)
    #expect(try GraphDescription(dot: graph.dotText()) == graph)
    graph.removeRefused()
    let drawing = try graph.draw(with: .dot, as: [.svg, .json], allowing: .all)
    let plain = try Plain(output(of: Self.tools[0], ["-Tplain"], input: bytes))
    #expect(drawing.layout.nodes.count == plain.nodes)
    #expect(drawing.layout.edges.count == plain.edges)
    #expect(graph.nodes.count == read.nodes.count)
    #expect(SVGText(drawing[.svg]) != nil)
    let box = drawing.layout.box
    #expect(abs(box.width - plain.size.width) < 1, "\(box) instead of \(plain.size)")
    #expect(abs(box.height - plain.size.height) < 1, "\(box) instead of \(plain.size)")
  }

  /// What `dot -Tplain` says about a layout, in points.
  private struct Plain {
    var nodes = 0
    var edges = 0
    var size = Size(width: 0, height: 0)

    init(_ bytes: [UInt8]) throws {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        switch words.first {
        case "graph":
          size = Size(
            width: 72 * (try #require(Double(words[2]))),
            height: 72 * (try #require(Double(words[3]))))
        case "node": nodes += 1
        case "edge": edges += 1
        default: break
        }
      }
    }
  }

  private func file(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func output(
    of program: String, _ arguments: [String], input: [UInt8] = []
  ) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(input).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: folder)
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}
