import Foundation
import GraphCore
import GraphFormats
import TestSupport
import Testing

/// Small files in Corpus, each with one trap, beside what is to come of it.
///
/// With `PARKGRAPH_RECORD` set, what comes of them is written down instead; read the difference.
@Suite struct ConformanceTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  static let files = ["GraphML", "GEXF"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: corpus.appending(path: folder).path())
    return (names ?? []).filter { !$0.hasSuffix(".expected") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func thereAreFiles() {
    #expect(Self.files.count >= 80)
  }

  @Test func theTableInTheDocumentationHasEveryFile() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/GraphFormats/GraphFormats.docc/Conformance.md"),
      encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let listed = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let files = try ["GraphML", "GEXF", "gml", "json", "csv"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        atPath: Self.corpus.appending(path: folder).path()
      ).filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }
    }
    #expect(listed.sorted() == files.sorted())
  }

  @Test(arguments: files) func theTrapSpringsAsExpected(file: String) throws {
    let found = try Self.outcome(of: file)
    let expectation = Self.corpus.appending(path: file + ".expected")
    if ProcessInfo.processInfo.environment["PARKGRAPH_RECORD"] != nil {
      try Data(found.utf8).write(to: expectation)
    }
    #expect(try String(contentsOf: expectation, encoding: .utf8) == found)
  }

  private static func outcome(of file: String) throws -> String {
    let bytes = Array(try Data(contentsOf: corpus.appending(path: file)))
    let strict = outcome(of: bytes, file, isLenient: false)
    let lenient = outcome(of: bytes, file, isLenient: true)
    return strict == lenient ? strict : "\(strict)\nlenient:\n\(lenient)"
  }

  private static func outcome(of bytes: [UInt8], _ file: String, isLenient: Bool) -> String {
    do throws(ReadingError) {
      let options = ReadingOptions(isLenient: isLenient)
      let reading =
        file.hasSuffix(".gexf")
        ? try GEXFReader(options: options).read(bytes)
        : try GraphMLReader(options: options).read(bytes)
      return description(of: reading)
    } catch {
      // The words for faults of XML itself are libxml2's, and change with its versions.
      let isTheirs = error.reason == .syntax || error.reason == .encoding
      let line = error.position.map { "line \($0.line)" } ?? "no line"
      return "error: \(error.reason), \(isTheirs ? line : error.description)\n"
    }
  }

  private static func description(of reading: Reading) -> String {
    let graph = reading.graph
    var lines = [
      "\(graph.graph.directedness), \(graph.graph.nodeCount) nodes, \(graph.graph.edgeCount) edges"
    ]
    if let id = graph.id { lines.append("id \(id)") }
    if let note = graph.note { lines.append("note \(note)") }
    if let scale = graph.timeScale {
      lines.append(
        "time \(scale.format ?? "")\(scale.isMoments ? " in moments" : "") \(text(scale.spell))")
    }
    for key in graph.keys {
      var line = "key \(key.domain) \(key.name): \(key.type)"
      if let value = key.defaultValue { line += ", default \(value)" }
      if !key.choices.isEmpty { line += ", choices \(key.choices)" }
      if let note = key.note { line += ", note \(note)" }
      lines.append(line)
    }
    for key in graph.keys(for: .graph) {
      if let value = graph.value(of: key.name) {
        lines.append("graph \(key.name)=\(quoted(value))")
      }
    }
    for node in graph.graph.nodes {
      var line = "node \(graph.graph[node].id)"
      if let parent = graph.parent(of: node) { line += " in \(graph.graph[parent].id)" }
      if let note = graph.note(of: node) { line += " note \(note)" }
      if !graph.ports(of: node).isEmpty {
        line += " ports \(graph.ports(of: node).map { text($0) })"
      }
      for key in graph.keys(for: .node) {
        if let value = graph.value(of: key.name, at: node) {
          line += " \(key.name)=\(quoted(value))"
        }
      }
      line += text(graph.appearance(of: node))
      line += graph.spells(of: node).map { " [\(text($0))]" }.joined()
      line += graph.history(of: node).map { " \($0.name)=\($0.value) [\(text($0.spell))]" }.joined()
      lines.append(line)
    }
    for edge in graph.graph.edges {
      let ends = graph.graph.endpoints(of: edge)
      let arrow = graph.graph.isDirected(edge) ? "->" : "--"
      var line =
        "edge \(graph.graph[edge].id ?? "-"): \(graph.graph[ends.source].id) \(arrow) "
        + graph.graph[ends.target].id
      if let note = graph.note(of: edge) { line += " note \(note)" }
      let ports = graph.ports(of: edge)
      if ports != EdgePorts() { line += " ports \(ports.source ?? "-") \(ports.target ?? "-")" }
      for key in graph.keys(for: .edge) {
        if let value = graph.value(of: key.name, at: edge) {
          line += " \(key.name)=\(quoted(value))"
        }
      }
      line += graph.spells(of: edge).map { " [\(text($0))]" }.joined()
      line += graph.history(of: edge).map { " \($0.name)=\($0.value) [\(text($0.spell))]" }.joined()
      lines.append(line + text(graph.appearance(of: edge)))
    }
    for hyperedge in graph.hyperedges {
      let ends = hyperedge.endpoints.map { "\(graph.graph[$0.node].id) \($0.direction.rawValue)" }
      lines.append("hyperedge \(hyperedge.id ?? "-"): \(ends.joined(separator: ", "))")
    }
    for remark in reading.remarks where !remark.message.contains("reading goes on") {
      lines.append("remark \(remark)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ value: AttributeValue) -> String {
    if case .string(let text) = value { return text.debugDescription }
    return value.description
  }

  private static func text(_ port: NodePort) -> String {
    let inner = port.ports.map { text($0) }
    return inner.isEmpty ? port.name : "\(port.name)\(inner)"
  }

  private static func text(_ spell: Spell) -> String {
    "\(spell.isStartOpen ? "after " : "")\(spell.start ?? "")…\(spell.isEndOpen ? "before " : "")"
      + (spell.end ?? "")
  }

  private static func text(_ look: Appearance?) -> String {
    look.map { " " + Corpus.describe($0) } ?? ""
  }
}
