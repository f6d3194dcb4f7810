/// The declaration of an attribute: what it is called, what has it, and of which type it is.
public struct AttributeKey: Hashable, Sendable {
  /// What has an attribute.
  public enum Domain: String, Hashable, Sendable, CaseIterable {
    /// The graph itself.
    case graph
    /// Its nodes.
    case node
    /// Its edges.
    case edge
  }

  /// What the attribute is called, once within its domain.
  public let name: String
  /// What has the attribute.
  public let domain: Domain
  /// The type of its values.
  public let type: AttributeType
  /// The value of what gives none, if there is such a value.
  public let defaultValue: AttributeValue?

  /// Creates a declaration.
  ///
  /// - Parameters:
  ///   - name: What the attribute is called.
  ///   - domain: What has the attribute.
  ///   - type: The type of its values.
  ///   - defaultValue: The value of what gives none, if there is such a value.
  /// - Complexity: O(1)
  public init(
    _ name: String, for domain: Domain, _ type: AttributeType,
    default defaultValue: AttributeValue? = nil
  ) {
    self.name = name
    self.domain = domain
    self.type = type
    self.defaultValue = defaultValue
  }
}
