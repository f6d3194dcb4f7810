/// What is said of a node that a file does not declare though an edge ends at it.
enum UndeclaredNode {
  private static let outcome = "it is added, since an edge ends at it"

  /// The error at the first edge that ends at it.
  static func error(_ id: String, at place: TextPosition?) -> ReadingError {
    ReadingError(.content, at: place, message(id), advice: "declare it", leniently: outcome)
  }

  /// What becomes of it in lenient reading: an edge has more to say than a slip in its end.
  static func remark(_ id: String) -> String { "\(message(id)); \(outcome)" }

  private static func message(_ id: String) -> String {
    "an edge ends at the node “\(Excerpt.of(id))”, which is not declared"
  }
}
