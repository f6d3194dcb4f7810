extension Park.Form: Packable {}
extension Organization.Form: Packable {}
extension Programme.Form: Packable {}
extension Event.Form: Packable {}
extension Place.Form: Packable {}
extension Agreement.Form: Packable {}

extension EntityKind: Packable {}

extension Profile: Packable {
  package func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    names.pack(into: &packer)
    period.pack(into: &packer)
    figures.pack(into: &packer)
    identifiers.pack(into: &packer)
    relations.pack(into: &packer)
    note.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      id: try .init(from: &unpacker), names: try .init(from: &unpacker),
      period: try .init(from: &unpacker), figures: try .init(from: &unpacker),
      identifiers: try .init(from: &unpacker), relations: try .init(from: &unpacker),
      note: try .init(from: &unpacker))
  }
}

extension Entity: Packable {
  package func pack(into packer: inout Packer) {
    kind.pack(into: &packer)
    profile.pack(into: &packer)
    switch self {
    case .park(let park):
      park.form.pack(into: &packer)
      park.country.pack(into: &packer)
      park.coordinates.pack(into: &packer)
    case .organization(let organization):
      organization.form.pack(into: &packer)
      organization.country.pack(into: &packer)
      organization.coordinates.pack(into: &packer)
    case .programme(let programme):
      programme.form.pack(into: &packer)
      programme.batches.pack(into: &packer)
    case .event(let event):
      event.form.pack(into: &packer)
    case .person:
      break
    case .place(let place):
      place.form.pack(into: &packer)
      place.country.pack(into: &packer)
      place.coordinates.pack(into: &packer)
    case .agreement(let agreement):
      agreement.form.pack(into: &packer)
      agreement.parties.pack(into: &packer)
    }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    let kind = try EntityKind(from: &unpacker)
    let profile = try Profile(from: &unpacker)
    switch kind {
    case .park:
      self = .park(
        Park(
          profile, form: try .init(from: &unpacker), country: try .init(from: &unpacker),
          coordinates: try .init(from: &unpacker)))
    case .organization:
      self = .organization(
        Organization(
          profile, form: try .init(from: &unpacker), country: try .init(from: &unpacker),
          coordinates: try .init(from: &unpacker)))
    case .programme:
      self = .programme(
        Programme(
          profile, form: try .init(from: &unpacker), batches: try .init(from: &unpacker)))
    case .event: self = .event(Event(profile, form: try .init(from: &unpacker)))
    case .person: self = .person(Person(profile))
    case .place:
      self = .place(
        Place(
          profile, form: try .init(from: &unpacker), country: try .init(from: &unpacker),
          coordinates: try .init(from: &unpacker)))
    case .agreement:
      self = .agreement(
        Agreement(
          profile, form: try .init(from: &unpacker), parties: try .init(from: &unpacker)))
    }
  }
}

extension Source: Packable {
  package func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    packer.pack(file)
    packer.pack(title)
    publisher.pack(into: &packer)
    date.pack(into: &packer)
    language.pack(into: &packer)
    packer.pack(sha256)
    paragraphs.pack(into: &packer)
    note.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      id: try .init(from: &unpacker), file: try unpacker.unpackString(),
      title: try unpacker.unpackString(), publisher: try .init(from: &unpacker),
      date: try .init(from: &unpacker), language: try .init(from: &unpacker),
      sha256: try unpacker.unpackString(), paragraphs: try .init(from: &unpacker),
      note: try .init(from: &unpacker))
  }
}

extension DatasetInfo: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(title)
    let translations = translatedTitles.sorted { $0.key < $1.key }
    translations.map(\.key).pack(into: &packer)
    translations.map(\.value).pack(into: &packer)
    date.pack(into: &packer)
    license.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    let title = try unpacker.unpackString()
    let languages = try [LanguageTag](from: &unpacker)
    let translations = try [String](from: &unpacker)
    self.init(
      title: title,
      translatedTitles: Dictionary(zip(languages, translations), uniquingKeysWith: { $1 }),
      date: try .init(from: &unpacker), license: try .init(from: &unpacker))
  }
}

extension ParkGraph: Packable {
  package func pack(into packer: inout Packer) {
    info.pack(into: &packer)
    sources.pack(into: &packer)
    entities.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      info: try .init(from: &unpacker), sources: try .init(from: &unpacker),
      entities: try .init(from: &unpacker))
  }

  /// The graph in the compact form in which it is compiled in.
  package var packed: [UInt8] {
    var packer = Packer()
    pack(into: &packer)
    return packer.bytes
  }

  /// The SHA-256 of everything that the data set says: two graphs with the same fingerprint say the
  /// same.
  ///
  /// - Complexity: O(*n*) in the size of the data set.
  public var fingerprint: String { SHA256.hexDigest(of: packed) }
}
