import ArgumentParser
import GraphFormats
import ParkGraph

/// What `--where` asks of nodes or edges: `country=CN,AU`, `edge.weight>=2`, `label~torch`.
struct Condition: ExpressibleByArgument, Equatable {
  /// What is asked.
  enum Domain {
    case node
    case edge
  }

  /// How a value is compared.
  enum Comparison: String, CaseIterable {
    // The longer ones first, as they are looked for in this order.
    case atMost = "<="
    case atLeast = ">="
    case differs = "!="
    case equals = "="
    case below = "<"
    case above = ">"
    case holds = "~"
  }

  let domain: Domain
  let attribute: String
  let comparison: Comparison
  /// The alternatives, one of which has to match.
  let values: [String]
  /// As the user wrote it.
  private let text: String

  /// The option that asks for it, for messages.
  var option: String { "--where \(ShellWord.quoted(text))" }

  /// Reads `[node.|edge.]ATTRIBUTE OPERATOR VALUE[,VALUE …]`.
  init?(argument: String) {
    let places = Comparison.allCases.compactMap { comparison in
      argument.firstRange(of: comparison.rawValue).map { ($0, comparison) }
    }
    // The operator that stands first, and of those that start there the longest.
    guard
      let (range, comparison) = places.min(by: { left, right in
        left.0.lowerBound == right.0.lowerBound
          ? left.0.upperBound > right.0.upperBound : left.0.lowerBound < right.0.lowerBound
      })
    else { return nil }
    var name = String(argument[..<range.lowerBound].trimmingSpaces)
    if name.hasPrefix("edge.") {
      domain = .edge
      name.removeFirst("edge.".count)
    } else {
      domain = .node
      if name.hasPrefix("node.") { name.removeFirst("node.".count) }
    }
    text = argument
    guard !name.isEmpty else { return nil }
    attribute = name
    self.comparison = comparison
    values = argument[range.upperBound...].split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.trimmingSpaces) }
  }

  /// Whether a value is as asked; one that is missing differs from everything.
  func matches(_ value: AttributeValue?) -> Bool {
    guard let value, !value.text.isEmpty else { return comparison == .differs }
    return switch comparison {
    case .equals: values.contains { compare(value, with: $0) == .same }
    case .differs: !values.contains { compare(value, with: $0) == .same }
    case .holds:
      values.contains { TextFolding.key(value.text).contains(TextFolding.key($0)) }
    case .below: values.contains { compare(value, with: $0) == .less }
    case .above: values.contains { compare(value, with: $0) == .greater }
    case .atMost: values.contains { [.less, .same].contains(compare(value, with: $0)) }
    case .atLeast: values.contains { [.greater, .same].contains(compare(value, with: $0)) }
    }
  }

  private enum Order {
    case less
    case same
    case greater
  }

  /// Numbers by their size, texts by their folded letters; ISO dates come out right as texts.
  private func compare(_ value: AttributeValue, with text: String) -> Order {
    if let number = value.number ?? Double(value.text), let other = Double(text) {
      return number == other ? .same : number < other ? .less : .greater
    }
    let (left, right) = (TextFolding.key(value.text), TextFolding.key(text))
    return left == right ? .same : left < right ? .less : .greater
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
