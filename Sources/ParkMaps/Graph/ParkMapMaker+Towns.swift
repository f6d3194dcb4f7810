import ParkGraph

extension ParkMapMaker {
  /// The town that an entity is in, by what is said of it or, for lack of that, by being next to it.
  ///
  /// What has no coordinates of its own stands in the middle of the town.
  func town(of entity: Entity) -> (name: String, coordinates: Coordinates?)? {
    var district: (name: String, coordinates: Coordinates?)?
    var entity = entity
    let own = entity.coordinates?.value
    for _ in 0..<4 {
      if case .place(let place) = entity {
        let found = (entity.name(in: options.language), place.coordinates?.value)
        if place.form == .city { return (found.0, district?.coordinates ?? found.1) }
        if place.form == .district, district == nil { district = found }
      }
      let next = entity.profile.relations.lazy.filter {
        $0.value.kind == .locatedIn || $0.value.kind == .partOf
      }.compactMap { graph[$0.value.object] }.first
      guard let next else { break }
      entity = next
    }
    return district ?? own.flatMap(nearestTown)
  }

  /// The city whose middle is no further away than its outskirts are.
  private func nearestTown(to place: Coordinates) -> (name: String, coordinates: Coordinates?)? {
    let direction = Direction(place)
    let cities = graph.entities(of: .place).filter { $0.form == Place.Form.city.rawValue }
    let near = cities.compactMap { city in
      city.coordinates.map { (city, Direction($0.value).angle(to: direction)) }
    }.filter { $0.1 < 0.012 }.min { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    return near.map { ($0.0.name(in: options.language), $0.0.coordinates?.value) }
  }
}
