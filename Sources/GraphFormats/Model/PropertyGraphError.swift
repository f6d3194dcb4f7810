/// Why something cannot be part of a property graph.
public enum PropertyGraphError: Error, Hashable, Sendable {
  /// Another node has the identifier.
  case duplicateNode(String)
  /// Another edge has the identifier.
  case duplicateEdge(String)
  /// An attribute of that name was declared for the domain before.
  case duplicateKey(AttributeKey.Domain, name: String)
  /// No attribute of that name was declared for the domain.
  case undeclaredKey(AttributeKey.Domain, name: String)
  /// A value is not of the type that was declared.
  case wrongType(
    AttributeKey.Domain, name: String, declared: AttributeType, found: AttributeType)
  /// Two ports of a node have the name.
  case duplicatePort(String, node: String)
  /// A node would be in the graph within itself.
  case nestedInItself(String)
  /// A text has a character that XML cannot carry: a control character, U+FFFE or U+FFFF.
  case forbiddenCharacter(Unicode.Scalar, in: String)
}

extension PropertyGraphError: CustomStringConvertible {
  /// A sentence that names the fault.
  public var description: String {
    switch self {
    case .duplicateNode(let id): "Two nodes have the identifier “\(id)”."
    case .duplicateEdge(let id): "Two edges have the identifier “\(id)”."
    case .duplicateKey(let domain, let name):
      "The \(domain.rawValue) attribute “\(name)” is declared twice."
    case .undeclaredKey(let domain, let name):
      "The \(domain.rawValue) attribute “\(name)” is not declared."
    case .wrongType(let domain, let name, let declared, let found):
      """
      The \(domain.rawValue) attribute “\(name)” is declared as \(declared.rawValue), \
      but a value is of type \(found.rawValue).
      """
    case .duplicatePort(let name, let node):
      "The node “\(node)” has two ports “\(name)”."
    case .nestedInItself(let id): "The node “\(id)” would be within itself."
    case .forbiddenCharacter(let scalar, let text):
      """
      The character U+\(Self.hexadecimal(scalar.value)) in \(text.debugDescription) \
      cannot be written in XML.
      """
    }
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
