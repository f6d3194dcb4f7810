/// The attributes of one domain while a file is read.
struct LooseColumns {
  var columns: [LooseColumn] = []
  private var slots: [String: Int] = [:]

  /// The slot of an attribute.
  func slot(_ name: String) -> Int? { slots[name] }

  /// Adds an attribute, which is called one way in the file and may be shown in another one.
  mutating func append(_ name: String, as shown: String) -> Int {
    slots[name] = columns.count
    columns.append(LooseColumn(shown))
    return columns.count - 1
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
