/// The attributes that a GEXF file declares, by its identifiers for them.
struct GEXFAttributes {
  private var ids = WordTable()
  /// The slots of the attributes, in the order of the file.
  private(set) var slots: [Int] = []

  /// The slot of the attribute with an identifier.
  mutating func slot(of id: BorrowedBytes) -> Int? { ids.find(id).map { slots[$0] } }

  /// Adds an attribute with an identifier that is not there yet.
  mutating func append(_ id: [UInt8], slot: Int) {
    id.withUnsafeBufferPointer { _ = ids.append($0) }
    slots.append(slot)
  }
}
