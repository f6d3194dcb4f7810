internal import ExactTexts

/// The attributes of one domain while a file is read.
struct LooseColumns {
  var columns: [LooseColumn] = []
  private var slots: [ExactText: Int] = [:]

  /// The slot of an attribute.
  @inline(__always)
  func slot(_ name: String) -> Int? { slots[name] }

  /// Adds an attribute, which is called one way in the file and may be shown in another one.
  mutating func append(_ name: String, as shown: String) -> Int {
    slots[name] = columns.count
    columns.append(LooseColumn(shown))
    return columns.count - 1
  }
}
