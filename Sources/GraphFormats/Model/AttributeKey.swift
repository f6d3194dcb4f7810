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
    /// The ports of its nodes.
    case port
    /// Its hyperedges.
    case hyperedge
    /// The ends of its hyperedges.
    case endpoint

    /// Whether every format has it: graphs, nodes and edges.
    ///
    /// - Complexity: O(1)
    public var isCommon: Bool { self == .graph || self == .node || self == .edge }
  }

  /// What the attribute is called, once within its domain.
  public let name: String
  /// What has the attribute.
  public let domain: Domain
  /// The type of its values.
  public let type: AttributeType
  /// The value of what gives none, if there is such a value.
  public let defaultValue: AttributeValue?
  /// The values that are meant to be chosen from, as the file writes them; mostly none are named.
  public var choices: [String] = []
  /// What the file says of the attribute in words.
  public var note: String?

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

extension AttributeKey.Domain {
  /// Its place among all domains.
  var ordinal: Int {
    switch self {
    case .graph: 0
    case .node: 1
    case .edge: 2
    case .port: 3
    case .hyperedge: 4
    case .endpoint: 5
    }
  }
}
