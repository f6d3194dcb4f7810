/// The rows of the nodes of a file by the numbers that they have in the file, where their
/// identifiers are others.
struct GMLAliases {
  private var index = IdentifierIndex()
  private var names = TextPool()
  private var places: [UInt64] = []
  private var rows: [Int] = []

  /// The row of the node with a number.
  func row(of name: [UInt8]) -> Int? { entry(name).map { rows[$0] } }

  /// Notes the row of the node with a number, from now on if there was another one.
  mutating func set(_ row: Int, of name: [UInt8]) {
    if let entry = entry(name) {
      rows[entry] = row
      return
    }
    name.withUnsafeBufferPointer { bytes in
      index.insert(rows.count, bytes)
      places.append(names.append(bytes))
    }
    rows.append(row)
  }

  private func entry(_ name: [UInt8]) -> Int? {
    name.withUnsafeBufferPointer { bytes in
      index.find(bytes) { entry in
        names.withText(at: places[entry]) { $0.elementsEqual(bytes) }
      }
    }
  }
}
