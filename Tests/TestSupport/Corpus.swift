internal import Foundation
internal import GraphCore
public import GraphFormats

/// Small files with one trap each, and what becomes of them.
///
/// Beside each file or folder stands one of the same name that ends in `.expected`: the trap in a
/// line, then what is read and, if it differs, what is read leniently. With `PARKGRAPH_RECORD` set,
/// what is found is written there; read the difference before you keep it.
public struct Corpus: Sendable {
  /// A file or folder, and what is expected of it.
  public struct Case: Sendable, CustomStringConvertible {
    /// The path of the file or folder.
    public let path: String
    fileprivate let expectation: String

    /// The name of the file.
    public var description: String { URL(filePath: path).lastPathComponent }
  }

  /// The files, sorted by name.
  public let cases: [Case]

  /// The corpus in a folder beside a source file.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder, from where the source file is.
  ///   - file: The path of the source file.
  public init(_ folder: String, beside file: String) {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    cases = names.filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }.sorted().map { name in
      let file = folder.appending(path: name)
      return Case(
        path: file.path(percentEncoded: false),
        expectation: file.deletingPathExtension().appendingPathExtension("expected")
          .path(percentEncoded: false))
    }
  }

  /// What is expected of a file and what is found, which should be the same.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - read: Reads it.
  /// - Returns: Both as text.
  /// - Throws: If what is expected can't be read.
  public static func outcome(
    of file: Case, _ read: (String, ReadingOptions) throws(ReadingError) -> Reading
  ) throws -> (expected: String, found: String) {
    let expected = try String(contentsOfFile: file.expectation, encoding: .utf8)
    let trap = expected.prefix { $0 != "\n" }
    let strict = describe(file.path, ReadingOptions(), read)
    let lenient = describe(file.path, ReadingOptions(isLenient: true), read)
    var found = "\(trap)\n\(strict)"
    if lenient != strict { found += "leniently:\n\(lenient)" }
    if ProcessInfo.processInfo.environment["PARKGRAPH_RECORD"] != nil {
      try Data(found.utf8).write(to: URL(filePath: file.expectation))
    }
    return (expected, found)
  }

  private static func describe(
    _ path: String, _ options: ReadingOptions,
    _ read: (String, ReadingOptions) throws(ReadingError) -> Reading
  ) -> String {
    do throws(ReadingError) {
      let reading = try read(path, options)
      return describe(reading.graph) + reading.remarks.map { "remark \($0)\n" }.joined()
    } catch {
      return "\(error.reason.rawValue) error \(error)\n"
    }
  }

  /// A graph, line by line.
  public static func describe(_ graph: PropertyGraph) -> String {
    var lines = ["\(graph.graph.directedness) graph"]
    func add(_ key: AttributeKey, _ value: AttributeValue?) {
      guard let value else { return }
      lines.append("  \(key.name): \(key.type.rawValue) \(value.text.debugDescription)")
    }
    func name(_ node: NodeID) -> String { graph.graph[node].id.debugDescription }
    for key in graph.keys(for: .graph) { add(key, graph.value(of: key.name)) }
    for node in graph.graph.nodes {
      let parent = graph.parent(of: node).map { " in \(name($0))" } ?? ""
      lines.append("node \(name(node))\(parent)")
      for key in graph.keys(for: .node) { add(key, graph.value(of: key.name, at: node)) }
      if let look = graph.appearance(of: node) { lines.append("  \(describe(look))") }
    }
    for edge in graph.graph.edges {
      let ends = graph.graph.endpoints(of: edge)
      let arrow = graph.graph.isDirected(edge) ? "->" : "--"
      let id = graph.graph[edge].id.map { " id \($0.debugDescription)" } ?? ""
      lines.append("edge \(name(ends.source)) \(arrow) \(name(ends.target))\(id)")
      for key in graph.keys(for: .edge) { add(key, graph.value(of: key.name, at: edge)) }
      if let look = graph.appearance(of: edge) { lines.append("  \(describe(look))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A look in braces.
  public static func describe(_ look: Appearance) -> String {
    var parts: [String] = []
    if let color = look.color {
      parts.append("rgba \(color.red) \(color.green) \(color.blue) \(color.alpha)")
    }
    if let place = look.position { parts.append("at \(place.x) \(place.y) \(place.z)") }
    if let width = look.width { parts.append("width \(width)") }
    if let height = look.height { parts.append("height \(height)") }
    if let thickness = look.thickness { parts.append("thickness \(thickness)") }
    if let shape = look.shape { parts.append("shape \(shape)") }
    return "{\(parts.joined(separator: ", "))}"
  }
}
