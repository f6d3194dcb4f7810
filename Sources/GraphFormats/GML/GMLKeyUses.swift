/// How often each key came in an element of a GML file, and which attribute it stands for.
struct GMLKeyUses {
  private struct Use {
    /// The last element that has the key, and how often it has it.
    var element = 0
    var count = 0
    /// The slots of the attributes of nodes and of edges.
    var nodeSlot = -1
    var edgeSlot = -1
  }

  private var uses: [Use] = []
  private var element = 0

  /// Begins with another element, when there are so many keys.
  mutating func begin(_ keys: Int) {
    element += 1
    if uses.count < keys {
      uses.append(contentsOf: repeatElement(Use(), count: keys - uses.count))
    }
  }

  /// Counts a key once more.
  mutating func count(_ key: Int) -> Int {
    if uses[key].element != element {
      uses[key].element = element
      uses[key].count = 0
    }
    uses[key].count += 1
    return uses[key].count
  }

  /// The slot of the attribute that a key stands for, if there is one.
  func slot(of key: Int, for domain: AttributeKey.Domain) -> Int? {
    let slot = domain == .node ? uses[key].nodeSlot : uses[key].edgeSlot
    return slot >= 0 ? slot : nil
  }

  /// Notes the slot of an attribute of nodes or of edges.
  mutating func setSlot(_ slot: Int, of key: Int, for domain: AttributeKey.Domain) {
    if domain == .node { uses[key].nodeSlot = slot } else { uses[key].edgeSlot = slot }
  }
}
