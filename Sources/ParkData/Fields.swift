import ParkGraph
import Yams

/// The fields of a YAML mapping, taken one by one, so that what nobody takes can be named as unknown.
struct Fields {
  /// The mapping itself, for its position.
  let node: Node
  private let entries: [(key: Node, name: String, value: Node)]
  private var taken: Set<String> = []
  private var known: [String] = []

  /// Reads a mapping whose keys are plain words; `nil` for any other node.
  init?(_ node: Node) {
    guard case .mapping(let mapping) = node else { return nil }
    var entries: [(key: Node, name: String, value: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else { return nil }
      entries.append((key, scalar.string, value))
    }
    self.node = node
    self.entries = entries
  }

  /// The value under a key, which is known from now on.
  mutating func take(_ name: String) -> Node? {
    known.append(name)
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    taken.insert(name)
    return entry.value
  }

  /// Takes the entries whose keys satisfy a condition.
  mutating func takeAll(where isWanted: (String) -> Bool) -> [(
    key: Node, name: String, value: Node
  )] {
    let wanted = entries.filter { !taken.contains($0.name) && isWanted($0.name) }
    taken.formUnion(wanted.map(\.name))
    return wanted
  }

  /// Makes keys known without taking them, for the suggestion of a misspelt one.
  mutating func know(_ names: some Sequence<String>) {
    known += names
  }

  /// The entries that nobody took.
  var unknown: [(key: Node, name: String, value: Node)] {
    entries.filter { !taken.contains($0.name) }
  }

  /// The keys that would have been taken.
  var knownNames: [String] { known }
}
