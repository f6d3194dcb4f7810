import Foundation
public import ParkGraph

/// A data set as a folder of YAML files.
///
/// Every file that ends in `.yaml` or `.yml`, in the folder and below it, may hold any of the
/// sections `dataset`, `sources`, `parks`, `organizations`, `programmes`, `events`, `people`,
/// `places` and `agreements`; how they are split over files is up to their authors.
public enum DataFolder {
  /// What reading a folder gave.
  public struct Reading: Sendable {
    /// What could be read; whole when there are no errors.
    public var graph: ParkGraph
    /// Every mistake of form: one syntax error a file, and all else that is wrong in any of them.
    public var diagnostics: [Diagnostic]
    /// Where each statement stands.
    public var positions: [StatementPath: Position]
    /// Where each piece of its evidence stands.
    public var evidencePositions: [StatementPath: [EvidencePosition]]

    /// The mistakes of form, and what the graph as a whole finds wrong with its statements.
    ///
    /// - Parameter strict: Whether what is only doubtful counts as an error.
    /// - Returns: All of them, by their positions.
    public func checked(strict: Bool = false) -> [Diagnostic] {
      let findings = graph.findings(strict: strict).map { finding in
        let position =
          positions[finding.path] ?? positions[StatementPath(finding.path.subject)]
          ?? Position(file: finding.path.subject, line: 1, column: 1)
        return Diagnostic(position, finding.severity, finding.message)
      }
      return (diagnostics + findings).sorted()
    }
  }

  /// Why a folder can't be read at all.
  public enum ReadError: Error, Hashable, Sendable {
    /// There is no such folder.
    case noSuchFolder(String)
    /// It is no folder, or one of its files can't be read; with the reason.
    case unreadable(String, reason: String)
    /// There is no YAML file in it.
    case noFiles(String)
  }

  /// Reads a folder.
  ///
  /// - Throws: ``ReadError`` when there is nothing to read; what is wrong inside the files is in the
  ///   reading's diagnostics.
  /// - Complexity: O(*n*) in the size of the files.
  public static func read(_ folder: String) throws(ReadError) -> Reading {
    var reader = DatasetReader()
    for file in try yamlFiles(in: folder) {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw .unreadable(file, reason: "permission denied, or not a file")
      }
      reader.read(Array(data), file: file)
    }
    return reader.finish()
  }

  /// Reads a data set from texts in memory, for tests and for hosts without a folder.
  public static func read(files: [(name: String, text: String)]) -> Reading {
    var reader = DatasetReader()
    for file in files { reader.read(Array(file.text.utf8), file: file.name) }
    return reader.finish()
  }

  /// The YAML files of a folder and those below it, in the order of their paths.
  private static func yamlFiles(in folder: String) throws(ReadError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .noSuchFolder(folder)
    }
    guard isFolder.boolValue else {
      throw .unreadable(folder, reason: "not a folder")
    }
    let names: [String]
    do {
      // The listing of a link to a folder is empty.
      let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      names = try FileManager.default.subpathsOfDirectory(atPath: target)
    } catch {
      throw .unreadable(folder, reason: error.localizedDescription)
    }
    let files = names.filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !files.isEmpty else { throw .noFiles(folder) }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return files.sorted().map { "\(base)/\($0)" }
  }
}
