extension EntityID: Packable {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(unchecked: try unpacker.unpackString())
  }
}

extension SourceID: Packable {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(unchecked: try unpacker.unpackString())
  }
}

extension LanguageTag: Packable {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(unchecked: try unpacker.unpackString())
  }
}

extension CountryCode: Packable {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(unchecked: try unpacker.unpackString())
  }
}

extension PartialDate: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(((year * 16) + (month ?? 0)) * 32 + (day ?? 0))
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    let number = try unpacker.unpackInt()
    let month = number / 32 % 16
    let day = number % 32
    guard
      let date = PartialDate(
        year: number / 512, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    else { throw UnpackingError() }
    self = date
  }
}

extension DateBound: Packable {
  package func pack(into packer: inout Packer) {
    earliest.pack(into: &packer)
    latest.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(earliest: try .init(from: &unpacker), latest: try .init(from: &unpacker))
  }
}

extension Validity: Packable {
  package func pack(into packer: inout Packer) {
    from.pack(into: &packer)
    until.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    guard let value = Validity(from: try .init(from: &unpacker), until: try .init(from: &unpacker))
    else { throw UnpackingError() }
    self = value
  }
}

extension Certainty: Packable {}
extension Rank: Packable {}

extension Citation: Packable {
  package func pack(into packer: inout Packer) {
    source.pack(into: &packer)
    packer.pack(paragraph)
    terms.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      source: try .init(from: &unpacker), paragraph: try unpacker.unpackInt(),
      terms: try .init(from: &unpacker))
  }
}

extension Evidence: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .document(let citation):
      packer.pack(0)
      citation.pack(into: &packer)
    case .editor(let reason):
      packer.pack(1)
      packer.pack(reason)
    }
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    switch try unpacker.unpackInt() {
    case 0: self = .document(try .init(from: &unpacker))
    case 1: self = .editor(reason: try unpacker.unpackString())
    default: throw UnpackingError()
    }
  }
}

extension Qualifiers: Packable {
  package func pack(into packer: inout Packer) {
    validity.pack(into: &packer)
    evidence.pack(into: &packer)
    certainty.pack(into: &packer)
    rank.pack(into: &packer)
    note.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      validity: try .init(from: &unpacker), evidence: try .init(from: &unpacker),
      certainty: try .init(from: &unpacker), rank: try .init(from: &unpacker),
      note: try .init(from: &unpacker))
  }
}

extension Statement: Packable where Value: Packable {
  package func pack(into packer: inout Packer) {
    value.pack(into: &packer)
    qualifiers.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(try .init(from: &unpacker), try .init(from: &unpacker))
  }
}
