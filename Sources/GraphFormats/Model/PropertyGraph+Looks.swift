public import GraphCore

extension PropertyGraph {
  /// How a node is drawn, where the file says so.
  ///
  /// - Complexity: O(1) on average
  public func appearance(of node: NodeID) -> Appearance? { details.nodeAppearances[node] }

  /// Says how a node is drawn, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if the shape cannot be written.
  /// - Complexity: O(1) on average
  public mutating func setAppearance(
    _ appearance: Appearance?, of node: NodeID
  ) throws(PropertyGraphError) {
    try Self.checkCharacters(of: appearance?.shape ?? "")
    details.nodeAppearances[node] = appearance.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// How an edge is drawn, where the file says so.
  ///
  /// - Complexity: O(1) on average
  public func appearance(of edge: EdgeID) -> Appearance? { details.edgeAppearances[edge] }

  /// Says how an edge is drawn, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if the shape cannot be written.
  /// - Complexity: O(1) on average
  public mutating func setAppearance(
    _ appearance: Appearance?, of edge: EdgeID
  ) throws(PropertyGraphError) {
    try Self.checkCharacters(of: appearance?.shape ?? "")
    details.edgeAppearances[edge] = appearance.flatMap { $0.isEmpty ? nil : $0 }
  }
}

// MARK: - Time

extension PropertyGraph {
  /// How the graph tells time; `nil` if nothing in it has a time.
  ///
  /// - Complexity: O(1)
  public var timeScale: TimeScale? { details.timeScale }

  /// Says how the graph tells time.
  ///
  /// - Throws: ``PropertyGraphError`` if a text cannot be written.
  /// - Complexity: O(1)
  public mutating func setTimeScale(_ scale: TimeScale?) throws(PropertyGraphError) {
    try Self.checkCharacters(of: scale?.format ?? "")
    if let scale { try Self.check(scale.spell) }
    details.timeScale = scale
  }

  /// When a node is there; empty if always.
  ///
  /// - Complexity: O(1) on average
  public func spells(of node: NodeID) -> [Spell] { details.nodeSpells[node] ?? [] }

  /// Says when a node is there.
  ///
  /// - Throws: ``PropertyGraphError`` if a text cannot be written.
  /// - Complexity: O(number of spells)
  public mutating func setSpells(_ spells: [Spell], of node: NodeID) throws(PropertyGraphError) {
    for spell in spells { try Self.check(spell) }
    details.nodeSpells[node] = spells.isEmpty ? nil : spells
  }

  /// When an edge is there; empty if always.
  ///
  /// - Complexity: O(1) on average
  public func spells(of edge: EdgeID) -> [Spell] { details.edgeSpells[edge] ?? [] }

  /// Says when an edge is there.
  ///
  /// - Throws: ``PropertyGraphError`` if a text cannot be written.
  /// - Complexity: O(number of spells)
  public mutating func setSpells(_ spells: [Spell], of edge: EdgeID) throws(PropertyGraphError) {
    for spell in spells { try Self.check(spell) }
    details.edgeSpells[edge] = spells.isEmpty ? nil : spells
  }

  /// The values that attributes of a node have for a time, beside those that always hold.
  ///
  /// - Complexity: O(1) on average
  public func history(of node: NodeID) -> [TimedValue] { details.nodeHistories[node] ?? [] }

  /// Gives attributes of a node values for a time.
  ///
  /// - Throws: ``PropertyGraphError`` if an attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Complexity: O(number of values)
  public mutating func setHistory(
    _ history: [TimedValue], of node: NodeID
  ) throws(PropertyGraphError) {
    try check(history, for: .node)
    details.nodeHistories[node] = history.isEmpty ? nil : history
  }

  /// The values that attributes of an edge have for a time, beside those that always hold.
  ///
  /// - Complexity: O(1) on average
  public func history(of edge: EdgeID) -> [TimedValue] { details.edgeHistories[edge] ?? [] }

  /// Gives attributes of an edge values for a time.
  ///
  /// - Throws: ``PropertyGraphError`` if an attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Complexity: O(number of values)
  public mutating func setHistory(
    _ history: [TimedValue], of edge: EdgeID
  ) throws(PropertyGraphError) {
    try check(history, for: .edge)
    details.edgeHistories[edge] = history.isEmpty ? nil : history
  }

  private func check(
    _ history: [TimedValue], for domain: AttributeKey.Domain
  ) throws(PropertyGraphError) {
    for entry in history {
      guard let slot = slot(entry.name, for: domain) else {
        throw .undeclaredKey(domain, name: entry.name)
      }
      try Self.check(entry.value, of: keys[slot])
      try Self.check(entry.spell)
    }
  }

  private static func check(_ spell: Spell) throws(PropertyGraphError) {
    for text in [spell.start, spell.end] { try checkCharacters(of: text ?? "") }
  }
}
