internal import GraphFormats

/// What DOT doesn't say of an attribute: its type, its default value, its name if it can't have it.
///
/// The declarations of a graph are one text, with a line for each and tabs between its parts.
struct DOTDeclaration: Equatable {
  /// The attribute of the graph that has the declarations.
  static let attribute = "property_keys"

  /// The line of a graph in which some edges lead both ways, by `dir=none`.
  static let mixed = "mixed"

  let domain: AttributeKey.Domain
  let type: AttributeType
  let name: String
  /// What the attribute is called in the file.
  let written: String
  let defaultValue: String?

  /// The declarations in a text, or `nil` if it has none.
  static func list(_ text: String) -> [DOTDeclaration]? {
    var list: [DOTDeclaration] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) where line != mixed {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.opened)
      guard parts.count == 4 || parts.count == 5, let type = AttributeType(rawValue: parts[1]),
        let domain = AttributeKey.Domain(rawValue: parts[0])
      else { return nil }
      list.append(
        DOTDeclaration(
          domain: domain, type: type, name: parts[2], written: parts[3],
          defaultValue: parts.count == 5 ? parts[4] : nil))
    }
    return list
  }

  /// The declaration as a line.
  var line: String {
    let parts = [domain.rawValue, type.rawValue, name, written] + (defaultValue.map { [$0] } ?? [])
    return parts.map(Self.closed).joined(separator: "\t")
  }

  /// A part without tabs and ends of lines.
  private static func closed(_ text: String) -> String {
    var closed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": closed.append(contentsOf: "%25".unicodeScalars)
      case "\t": closed.append(contentsOf: "%09".unicodeScalars)
      case "\n": closed.append(contentsOf: "%0A".unicodeScalars)
      case "\r": closed.append(contentsOf: "%0D".unicodeScalars)
      default: closed.append(scalar)
      }
    }
    return String(closed)
  }

  private static func opened(_ text: Substring) -> String {
    var opened = String.UnicodeScalarView()
    var rest = text.unicodeScalars
    while let scalar = rest.popFirst() {
      let code = String(String.UnicodeScalarView(rest.prefix(2)))
      if scalar == "%", let value = UInt8(code, radix: 16), code.utf8.count == 2 {
        opened.append(Unicode.Scalar(value))
        rest = rest.dropFirst(2)
      } else {
        opened.append(scalar)
      }
    }
    return String(opened)
  }
}
