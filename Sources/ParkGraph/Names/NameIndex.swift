/// Finds entities by what people call them.
///
/// ```swift
/// let index = NameIndex(graph)
/// try index.entity(named: "中關村國際孵化器")   // the same as "中关村国际孵化器"
/// ```
public struct NameIndex: Sendable {
  private let keys: [String: [EntityID]]
  private let entries: [(key: String, text: String, id: EntityID)]

  /// Reads the identifiers and names of a graph.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public init(_ graph: ParkGraph) {
    var keys: [String: [EntityID]] = [:]
    var entries: [(key: String, text: String, id: EntityID)] = []
    for entity in graph.entities {
      let texts = [entity.id.rawValue] + entity.profile.names.map(\.value.text)
      for text in texts {
        let key = TextFolding.key(text)
        guard !key.isEmpty, keys[key]?.last != entity.id else { continue }
        keys[key, default: []].append(entity.id)
        entries.append((key, text, entity.id))
      }
    }
    self.keys = keys
    self.entries = entries
  }

  /// The entities that go by a name exactly, up to folding; in the order of their identifiers.
  ///
  /// - Complexity: O(*k*) in the length of the name.
  public func entities(named name: String) -> [EntityID] {
    if let id = EntityID(name), keys[TextFolding.key(name)]?.contains(id) == true { return [id] }
    return keys[TextFolding.key(name)] ?? []
  }

  /// The one entity that goes by a name.
  ///
  /// - Throws: ``NameError/unknown(_:suggestions:)`` with the nearest names, or
  ///   ``NameError/ambiguous(_:candidates:)``.
  public func entity(named name: String) throws(NameError) -> EntityID {
    let found = entities(named: name)
    if let only = found.first, found.count == 1 { return only }
    if found.isEmpty { throw .unknown(name, suggestions: nearest(to: name)) }
    throw .ambiguous(name, candidates: found)
  }

  /// The entities with the text somewhere in a name, each with the name that holds it; exact and
  /// leading matches first.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public func search(_ text: String) -> [(id: EntityID, name: String)] {
    let key = TextFolding.key(text)
    guard !key.isEmpty else { return [] }
    var best: [EntityID: (grade: Int, name: String)] = [:]
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
  public func nearest(to name: String, limit: Int = 3) -> [(id: EntityID, name: String)] {
    let text = String(TextFolding.key(name).prefix(200))
    let key = Array(text.unicodeScalars)
    guard !key.isEmpty else { return [] }
    let allowed = max(1, key.count / 3)
    var best: [EntityID: (distance: Int, name: String)] = [:]
    for entry in entries {
      let other = Array(entry.key.unicodeScalars)
      let isPart =
        key.count >= 2 && other.count >= 2
        && (entry.key.contains(text) || text.contains(entry.key))
      let distance = isPart ? 0 : EditDistance.between(key, other, limit: allowed)
      guard distance <= allowed, distance < best[entry.id]?.distance ?? .max else { continue }
      best[entry.id] = (distance, entry.text)
    }
    return best.sorted { ($0.value.distance, $0.key) < ($1.value.distance, $1.key) }
      .prefix(limit).map { ($0.key, $0.value.name) }
  }
}

/// Why a name finds no entity.
public enum NameError: Error, Sendable {
  /// No entity goes by it; the nearest names, if any is near.
  case unknown(String, suggestions: [(id: EntityID, name: String)])
  /// Several entities go by it.
  case ambiguous(String, candidates: [EntityID])
}
