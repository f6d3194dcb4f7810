import ParkGraph
import Yams

extension DatasetReader {
  mutating func text(_ node: Node, _ what: String) -> String? {
    guard case .scalar(let scalar) = node else {
      complain(node, "expected \(what), found \(node.phrase)")
      return nil
    }
    guard scalar.string.contains(where: { !$0.isWhitespace }), node.null == nil else {
      complain(node, "expected \(what), found nothing")
      return nil
    }
    return scalar.string
  }

  /// A value of a closed set, by its text.
  mutating func choice<Value>(_ node: Node, _ what: String, of type: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    guard let text = text(node, what) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let words = Value.allCases.map(\.rawValue)
    let nearest = EditDistance.nearest(to: text, among: words)
    complain(
      node,
      "'\(text)' is no \(what.withoutArticle); "
        + (nearest.map { "did you mean '\($0)'? It" } ?? "it")
        + " is one of \(words.joined(separator: ", "))")
    return nil
  }

  mutating func date(_ node: Node) -> PartialDate? {
    guard let text = text(node, "a date") else { return nil }
    if let date = PartialDate(text) { return date }
    complain(node, "'\(text)' is no date; write 2016, 2016-04 or 2016-04-07")
    return nil
  }

  mutating func bound(_ node: Node) -> DateBound? {
    guard let text = text(node, "a date") else { return nil }
    if let bound = DateBound(text) { return bound }
    complain(
      node,
      "'\(text)' is no date; write 2016, 2016-04-07, 'by 2025-03', 'after 2023', or "
        + "'after 2023, by 2025'")
    return nil
  }

  mutating func whole(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, what) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    complain(
      node,
      "'\(text)' is no \(what.withoutArticle); expected a whole number from "
        + "\(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func flag(_ node: Node) -> Bool? {
    guard let text = text(node, "true or false") else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    complain(node, "'\(text)' is neither true nor false")
    return nil
  }

  mutating func country(_ node: Node) -> CountryCode? {
    guard let text = text(node, "a country") else { return nil }
    if let code = CountryCode(text) { return code }
    complain(node, "'\(text)' is no country of ISO 3166-1; write two letters such as AU or CN")
    return nil
  }

  mutating func coordinates(_ node: Node) -> Coordinates? {
    let numbers = items(of: node, "the coordinates").map { Double($0.string ?? "") }
    if numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
      let point = Coordinates(latitude: latitude, longitude: longitude)
    {
      return point
    }
    complain(node, "expected [latitude, longitude] in degrees, such as [39.98, 116.31]")
    return nil
  }

  /// A number as sources word it: `52`, `> 5000`, `~ 600`, `8.7e12`.
  mutating func quantity(_ node: Node) -> (value: Double, comparison: Figure.Comparison)? {
    guard let text = text(node, "a number") else { return nil }
    var digits = Substring(text)
    var comparison = Figure.Comparison.exactly
    if let first = digits.first, let sign = Figure.Comparison(rawValue: String(first)) {
      comparison = sign
      digits = digits.dropFirst()
    }
    let cleaned = String(digits.filter { $0 != " " && $0 != "_" })
    // Neither hexadecimal numbers nor words such as nan.
    let isDecimal = cleaned.utf8.allSatisfy { (48...57).contains($0) || ".-+eE".utf8.contains($0) }
    if isDecimal, let value = Double(cleaned), value.isFinite,
      cleaned.first.map({ $0.isNumber || $0 == "-" }) == true
    {
      return (value, comparison)
    }
    complain(node, "'\(text)' is no number; write 52, '> 5000', '< 10' or '~ 600'")
    return nil
  }

  mutating func identifier(_ node: Node) -> EntityID? {
    guard let text = text(node, "the identifier of an entity") else { return nil }
    if let id = EntityID(text) { return id }
    complain(node, Self.slugRule(text))
    return nil
  }
}

extension String {
  /// The text without a leading `a `, `an ` or `the `.
  fileprivate var withoutArticle: Substring {
    for article in ["an ", "a ", "the "] where hasPrefix(article) {
      return dropFirst(article.count)
    }
    return self[...]
  }
}
