extension ParkGraph {
  /// The graph as it was on a date: the statements that held then, and the entities that existed.
  ///
  /// What has no dates is kept. An agreement counts from its signing until its known end, an event on
  /// its days only. ``Validity/holds(on:)`` has the rule.
  ///
  /// - Complexity: O(*n*) in the number of statements.
  public func asOf(_ date: PartialDate) -> ParkGraph {
    filtered { $0.validity.holds(on: date) }
  }

  /// The graph of what documents prove, without what rests on the editors' word alone.
  ///
  /// Entities stay, and their names that no document holds are left out, unless none would remain.
  ///
  /// - Complexity: O(*n*) in the number of statements.
  public func documented() -> ParkGraph {
    filtered(keepsEntities: true) { $0.isDocumented }
  }

  /// Keeps the statements that satisfy a condition, and the entities whose period does; parties and
  /// relations that lead to an entity that is gone go with it.
  private func filtered(
    keepsEntities: Bool = false, where isKept: (Qualifiers) -> Bool
  ) -> ParkGraph {
    let kept = entities.filter { keepsEntities || $0.profile.period.map(isKept) ?? true }
    let ids = Set(kept.map(\.id))
    let reduced = kept.map { entity in
      var entity = entity
      entity.filterOwnStatements(among: ids, isKept)
      var profile = entity.profile
      let names = profile.names.filter { isKept($0.qualifiers) }
      if !names.isEmpty || !keepsEntities { profile.names = names }
      profile.period = profile.period.flatMap { isKept($0) ? $0 : nil }
      profile.figures.removeAll { !isKept($0.qualifiers) }
      profile.identifiers.removeAll { !isKept($0.qualifiers) }
      profile.relations.removeAll { !isKept($0.qualifiers) || !ids.contains($0.value.object) }
      entity.profile = profile
      return entity
    }
    return ParkGraph(info: info, sources: sources, entities: reduced)
  }
}

extension Entity {
  /// Filters the statements that are not in the profile.
  fileprivate mutating func filterOwnStatements(
    among ids: Set<EntityID>, _ isKept: (Qualifiers) -> Bool
  ) {
    func filter<Value>(_ statement: Statement<Value>?) -> Statement<Value>? {
      statement.flatMap { isKept($0.qualifiers) ? $0 : nil }
    }
    switch self {
    case .park(var park):
      park.country = filter(park.country)
      park.coordinates = filter(park.coordinates)
      self = .park(park)
    case .organization(var organization):
      organization.country = filter(organization.country)
      organization.coordinates = filter(organization.coordinates)
      self = .organization(organization)
    case .place(var place):
      place.country = filter(place.country)
      place.coordinates = filter(place.coordinates)
      self = .place(place)
    case .programme(var programme):
      programme.batches.removeAll { !isKept($0.qualifiers) }
      self = .programme(programme)
    case .agreement(var agreement):
      agreement.parties.removeAll { party in
        !isKept(party.qualifiers) || party.value.entity.map { !ids.contains($0) } ?? false
      }
      self = .agreement(agreement)
    case .event, .person:
      break
    }
  }
}
