import Foundation
import ParkGraph
import Yams

/// Parses the text of one file, or says where its syntax is wrong.
enum YAMLFile {
  /// More than this, and a file is no data set that people edit.
  static let sizeLimit = 64 << 20

  static func parse(_ bytes: [UInt8], file: String) -> Result<Node?, Diagnostic.Failure> {
    func failure(
      line: Int = 1, column: Int = 1, _ message: String
    ) -> Result<Node?, Diagnostic.Failure> {
      let position = Position(file: file, line: line, column: column)
      return .failure(Diagnostic.Failure(diagnostic: Diagnostic(position, .error, message)))
    }
    guard bytes.count <= sizeLimit else {
      return failure("the file is larger than 64 MB; split the data set into several files")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return failure("the file is not UTF-8 text; save it as UTF-8")
    }
    do {
      return .success(try compose(yaml: text))
    } catch let error as YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, _),
        .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        let place = context.map { " (\($0.text) that starts in line \($0.mark.line))" } ?? ""
        return failure(line: mark.line, column: mark.column, "YAML syntax: \(problem)\(place)")
      case .reader(let problem, let offset, _, let yaml):
        let before = yaml.utf8.prefix(offset ?? 0)
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        return failure(line: line, "YAML syntax: \(problem)")
      case .duplicatedKeysInMapping(let duplicates, let context):
        let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
        return failure(
          line: context.mark.line, column: context.mark.column,
          "\(keys) stands more than once in one mapping; keep one")
      default:
        return failure("YAML syntax: \(error)")
      }
    } catch {
      return failure("YAML syntax: \(error)")
    }
  }
}

extension Diagnostic {
  /// A diagnostic as an error, for a result.
  struct Failure: Error {
    var diagnostic: Diagnostic
  }
}

extension Diagnostic {
  init(_ file: String, _ node: Node, _ message: String) {
    self.init(Position(file: file, node), .error, message)
  }
}

extension Position {
  init(file: String, _ node: Node) {
    self.init(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
