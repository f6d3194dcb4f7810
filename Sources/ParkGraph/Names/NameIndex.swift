/// Finds entities, or the nodes of any graph, by what people call them.
///
/// ```swift
/// let index = NameIndex(graph)
/// let incubator = try index.entity(named: "中關村國際孵化器")   // the same as "中关村国际孵化器"
/// ```
public struct NameIndex<ID: Hashable & Comparable & Sendable>: Sendable {
  private let identifiers: [String: ID]
  private let keys: [String: [ID]]
  private let entries: [(key: String, text: String, id: ID)]

  /// Creates an index of things with an identifier and any number of names.
  ///
  /// - Parameter things: What is to be found, its identifier as people write it, and its names.
  /// - Complexity: O(*n*) in the length of all names.
  public init(_ things: some Sequence<(id: ID, identifier: String, names: [String])>) {
    var identifiers: [String: ID] = [:]
    var keys: [String: [ID]] = [:]
    var entries: [(key: String, text: String, id: ID)] = []
    for thing in things {
      identifiers[thing.identifier] = thing.id
      for text in [thing.identifier] + thing.names {
        let key = TextFolding.key(text)
        guard !key.isEmpty, keys[key]?.last != thing.id else { continue }
        keys[key, default: []].append(thing.id)
        entries.append((key, text, thing.id))
      }
    }
    self.identifiers = identifiers
    self.keys = keys
    self.entries = entries
  }

  /// The entities that go by a name exactly, up to folding; in the order of the index.
  ///
  /// An identifier as it is written finds its owner alone.
  ///
  /// - Complexity: O(*k*) in the length of the name.
  public func entities(named name: String) -> [ID] {
    if let id = identifiers[name] { return [id] }
    return keys[TextFolding.key(name)] ?? []
  }

  /// The one entity that goes by a name.
  ///
  /// - Throws: ``NameError/unknown(_:suggestions:)`` with the nearest names, or
  ///   ``NameError/ambiguous(_:candidates:)``.
  public func entity(named name: String) throws(NameError<ID>) -> ID {
    let found = entities(named: name)
    if let only = found.first, found.count == 1 { return only }
    if found.isEmpty { throw .unknown(name, suggestions: nearest(to: name)) }
    throw .ambiguous(name, candidates: found)
  }

  /// The entities with the text somewhere in a name, each with the name that holds it; exact and
  /// leading matches first.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public func search(_ text: String) -> [(id: ID, name: String)] {
    let key = TextFolding.key(text)
    guard !key.isEmpty else { return [] }
    var best: [ID: (grade: Int, name: String)] = [:]
    for entry in entries {
      let grade: Int
      if entry.key == key {
        grade = 0
      } else if entry.key.hasPrefix(key) {
        grade = 1
      } else if entry.key.contains(key) {
        grade = 2
      } else {
        continue
      }
      if grade < best[entry.id]?.grade ?? .max { best[entry.id] = (grade, entry.text) }
    }
    return best.sorted { ($0.value.grade, $0.key) < ($1.value.grade, $1.key) }
      .map { ($0.key, $0.value.name) }
  }

  /// The names nearest to one that is unknown: those that hold it or are held by it, then those with
  /// the fewest edits.
  ///
  /// - Complexity: O(*n* *k*) in the length of all names and of this one.
  public func nearest(to name: String, limit: Int = 3) -> [(id: ID, name: String)] {
    let text = String(TextFolding.key(name).prefix(200))
    let key = Array(text.unicodeScalars)
    guard !key.isEmpty else { return [] }
    let allowed = max(1, key.count / 3)
    var best: [ID: (distance: Int, name: String)] = [:]
    for entry in entries {
      let other = Array(entry.key.unicodeScalars)
      let isPart =
        key.count >= 2 && other.count >= 2
        && (entry.key.contains(text) || text.contains(entry.key))
      let distance = isPart ? 0 : EditDistance.between(key, other, limit: allowed)
      // Where every letter is another, it is no misspelling.
      guard distance <= allowed, distance < key.count else { continue }
      guard distance < best[entry.id]?.distance ?? .max else { continue }
      best[entry.id] = (distance, entry.text)
    }
    return best.sorted { ($0.value.distance, $0.key) < ($1.value.distance, $1.key) }
      .prefix(limit).map { ($0.key, $0.value.name) }
  }
}

extension NameIndex where ID == EntityID {
  /// Reads the identifiers and names of a graph.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public init(_ graph: ParkGraph) {
    self.init(
      graph.entities.lazy.map { entity in
        (entity.id, entity.id.rawValue, entity.profile.names.map(\.value.text))
      })
  }
}

/// Why a name finds no entity.
public enum NameError<ID: Sendable>: Error, Sendable {
  /// No entity goes by it; the nearest names, if any is near.
  case unknown(String, suggestions: [(id: ID, name: String)])
  /// Several entities go by it.
  case ambiguous(String, candidates: [ID])
}
