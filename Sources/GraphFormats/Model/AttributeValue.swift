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

extension AttributeValue {
  /// The value as a number, `nil` if it is a text.
  ///
  /// - Complexity: O(1)
  public var number: Double? {
    switch self {
    case .boolean(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .long(let value): Double(value)
    case .float(let value): Double(value)
    case .double(let value): value
    case .string: nil
    }
  }

  /// Whether it is a floating-point number that is none.
  var isNaN: Bool {
    switch self {
    case .float(let value): value.isNaN
    case .double(let value): value.isNaN
    case .boolean, .int, .long, .string: false
    }
  }

  /// The same value as one of a type that holds every value of its own; itself if there is none.
  func widened(to type: AttributeType) -> AttributeValue {
    switch (self, type) {
    case (.int(let value), .long): .long(Int64(value))
    case (.int(let value), .double): .double(Double(value))
    case (.long(let value), .double): Double(exactly: value).map(Self.double) ?? self
    // The number of its digits, which a text had before: 0.1, not 0.10000000149.
    case (.float(let value), .double): .double(Double(value.description) ?? Double(value))
    case (_, .string): .string(description)
    default: self
    }
  }
}

extension AttributeValue: CustomStringConvertible {
  /// The value as files write it: `true`, `-7`, `0.1`, `NaN`, `INF`, `-INF`, the text itself.
  public var description: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .long(let value): String(value)
    case .float(let value): Self.text(value)
    case .double(let value): Self.text(value)
    case .string(let value): value
    }
  }

  private static func text(
    _ value: some BinaryFloatingPoint & LosslessStringConvertible
  ) -> String {
    value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-INF" : "INF") : String(value)
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
