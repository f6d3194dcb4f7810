internal import ExactTexts

/// The keys of a GraphML file, in the order of the file.
struct GraphMLKeys {
  private var keys: [GraphMLKey] = []
  /// Beside each key its identifier, and what there is to know of it when data come.
  private var entries: [Entry] = []
  private var numbers: [ExactText: [Int]] = [:]
  /// The one that the next data are probably of, since they mostly come in the order of the keys.
  private var guess = 0

  private struct Entry {
    let id: [UInt8]
    let fitsNodes: Bool
    let fitsEdges: Bool
    var nodeSlot = -1
    var edgeSlot = -1
  }

  /// How many there are.
  var count: Int { keys.count }

  subscript(number: Int) -> GraphMLKey {
    get { keys[number] }
    set { keys[number] = newValue }
  }

  /// Whether a key satisfies a condition.
  func contains(where isWanted: (GraphMLKey) -> Bool) -> Bool { keys.contains(where: isWanted) }

  /// The identifier of a key.
  func id(of number: Int) -> String { String(decoding: entries[number].id, as: UTF8.self) }

  /// The keys with an identifier.
  func numbers(of id: String) -> [Int] { numbers[id] ?? [] }

  /// Adds a key.
  mutating func append(_ key: GraphMLKey, id: BorrowedBytes) {
    numbers[String(decoding: id, as: UTF8.self), default: []].append(keys.count)
    keys.append(key)
    entries.append(
      Entry(
        id: Array(id), fitsNodes: key.domains.contains(.node),
        fitsEdges: key.domains.contains(.edge)))
  }

  /// The slot of a key's attribute of elements of a domain, if it is declared.
  @inline(__always)
  func slot(of number: Int, for domain: AttributeKey.Domain) -> Int? {
    let known =
      switch domain {
      case .node: entries[number].nodeSlot
      case .edge: entries[number].edgeSlot
      default: -1
      }
    return known >= 0 ? known : keys[number].slots[domain]
  }

  /// Notes which attribute there is for a key.
  mutating func setSlot(_ slot: Int, of number: Int, for domain: AttributeKey.Domain) {
    keys[number].slots[domain] = slot
    if domain == .node { entries[number].nodeSlot = slot }
    if domain == .edge { entries[number].edgeSlot = slot }
  }

  /// The number of the key with an identifier, one of the domain if there is one.
  mutating func find(_ id: BorrowedBytes, for domain: AttributeKey.Domain) -> Int? {
    if guess < entries.count, isSame(guess, id), fits(guess, domain) {
      guess += 1
      return guess - 1
    }
    if entries.count <= 16 {
      var found: Int?
      for number in 0..<entries.count where isSame(number, id) {
        if fits(number, domain) {
          guess = number + 1
          return number
        }
        found = found ?? number
      }
      return found
    }
    let numbers = numbers[String(decoding: id, as: UTF8.self)] ?? []
    let number = numbers.first { fits($0, domain) } ?? numbers.first
    if let number { guess = number + 1 }
    return number
  }

  private func fits(_ number: Int, _ domain: AttributeKey.Domain) -> Bool {
    switch domain {
    case .node: entries[number].fitsNodes
    case .edge: entries[number].fitsEdges
    default: keys[number].domains.contains(domain)
    }
  }

  private func isSame(_ number: Int, _ id: BorrowedBytes) -> Bool {
    let count = entries[number].id.count
    guard count == id.count else { return false }
    for place in 0..<count where entries[number].id[place] != id[place] { return false }
    return true
  }
}
