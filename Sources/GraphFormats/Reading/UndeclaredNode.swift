/// What is said of a node that a file does not declare though an edge ends at it.
enum UndeclaredNode {
  /// The fault, and what to do.
  static func fault(_ id: String) -> String {
    "an edge ends at the node “\(Excerpt.of(id))”, which the file does not declare; declare it, or "
      + "read leniently to have it added"
  }

  /// What becomes of it in lenient reading: an edge has more to say than a slip in its end.
  static func remark(_ id: String) -> String {
    "the node “\(Excerpt.of(id))” is not declared; it is added, since an edge ends at it"
  }
}
