/// A value of JSON.
enum JSONValue: Equatable {
  case null
  case boolean(Bool)
  /// A whole number that 64 bits hold.
  case integer(Int64)
  /// A whole number that they don't.
  case digits(String)
  /// A number with a point or an exponent.
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// A member of an object: its name, where the name stands, its value.
struct JSONMember: Equatable {
  let name: String
  let place: TextPosition
  let value: JSONValue
}

extension JSONValue {
  /// The text that identifies a node: a text as it is, anything else as JSON.
  var identifier: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    default: json
    }
  }

  /// Whether it is no text, so that `1` is another identifier than `"1"`.
  var isNumber: Bool {
    if case .string = self { false } else { true }
  }

  /// The value as the value of an attribute: arrays and objects as JSON text.
  var attribute: AttributeValue? {
    switch self {
    case .null: nil
    case .boolean(let value): .boolean(value)
    case .integer(let value): .long(value)
    case .decimal(let value): .double(value)
    case .string(let value): .string(value)
    case .digits, .array, .object: .string(json)
    }
  }

  /// The members of an object, or `nil` of anything else.
  var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The member of an object with a name.
  subscript(_ name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }

  /// The value as JSON in one line, members in the order in which they were found.
  var json: String {
    var output = ByteOutput(capacity: 64)
    append(to: &output)
    var text = ""
    output.take { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  private func append(to output: inout ByteOutput) {
    switch self {
    case .null: output.append("null")
    case .boolean(let value): value ? output.append("true") : output.append("false")
    case .integer(let value): output.append(value)
    case .digits(let digits): output.append(plain: digits)
    case .decimal(let value): output.appendJSON(.double(value))
    case .string(let value): output.appendJSON(value)
    case .array(let values):
      output.append("[")
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(",") }
        value.append(to: &output)
      }
      output.append("]")
    case .object(let members):
      output.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(",") }
        output.appendJSON(member.name)
        output.append(":")
        member.value.append(to: &output)
      }
      output.append("}")
    }
  }
}
