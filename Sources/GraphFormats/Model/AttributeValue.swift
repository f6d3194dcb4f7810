/// The types that an attribute of a node, an edge or a graph can have: those of GraphML.
public enum AttributeType: String, Hashable, Sendable, CaseIterable {
  /// True or false.
  case boolean
  /// An integer of 32 bits.
  case int
  /// An integer of 64 bits.
  case long
  /// A floating-point number of 32 bits.
  case float
  /// A floating-point number of 64 bits.
  case double
  /// A text.
  case string
}

/// The value of an attribute.
public enum AttributeValue: Hashable, Sendable {
  /// True or false.
  case boolean(Bool)
  /// An integer of 32 bits.
  case int(Int32)
  /// An integer of 64 bits.
  case long(Int64)
  /// A floating-point number of 32 bits.
  case float(Float)
  /// A floating-point number of 64 bits.
  case double(Double)
  /// A text.
  case string(String)

  /// The type that the value has.
  ///
  /// - Complexity: O(1)
  public var type: AttributeType {
    switch self {
    case .boolean: .boolean
    case .int: .int
    case .long: .long
    case .float: .float
    case .double: .double
    case .string: .string
    }
  }
}

extension AttributeValue: ExpressibleByStringLiteral {
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension AttributeValue: ExpressibleByStringInterpolation {}

extension AttributeValue: ExpressibleByBooleanLiteral {
  /// Creates true or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension AttributeValue: ExpressibleByFloatLiteral {
  /// Creates a floating-point number of 64 bits.
  public init(floatLiteral value: Double) { self = .double(value) }
}
