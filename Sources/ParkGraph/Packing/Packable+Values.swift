extension Name.Role: Packable {}
extension Figure.Comparison: Packable {}
extension Identifier.Scheme: Packable {}
extension Relation.Kind: Packable {}

extension Name: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(text)
    language.pack(into: &packer)
    role.pack(into: &packer)
    isDoubtful.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      try unpacker.unpackString(), language: try .init(from: &unpacker),
      role: try .init(from: &unpacker), isDoubtful: try .init(from: &unpacker))
  }
}

extension Figure: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(measure)
    value.pack(into: &packer)
    comparison.pack(into: &packer)
    unit.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      measure: try unpacker.unpackString(), value: try .init(from: &unpacker),
      comparison: try .init(from: &unpacker), unit: try .init(from: &unpacker))
  }
}

extension Identifier: Packable {
  package func pack(into packer: inout Packer) {
    scheme.pack(into: &packer)
    packer.pack(value)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    guard let value = Identifier(try .init(from: &unpacker), try unpacker.unpackString()) else {
      throw UnpackingError()
    }
    self = value
  }
}

extension Coordinates: Packable {
  package func pack(into packer: inout Packer) {
    latitude.pack(into: &packer)
    longitude.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    guard
      let value = Coordinates(
        latitude: try .init(from: &unpacker), longitude: try .init(from: &unpacker))
    else { throw UnpackingError() }
    self = value
  }
}

extension Relation: Packable {
  package func pack(into packer: inout Packer) {
    kind.pack(into: &packer)
    object.pack(into: &packer)
    role.pack(into: &packer)
    batch.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      try .init(from: &unpacker), try .init(from: &unpacker), role: try .init(from: &unpacker),
      batch: try .init(from: &unpacker))
  }
}

extension Programme.Batch: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(number)
    size.pack(into: &packer)
    packer.pack(unit)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self.init(
      number: try unpacker.unpackInt(), size: try .init(from: &unpacker),
      unit: try unpacker.unpackString())
  }
}

extension Agreement.Party: Packable {
  package func pack(into packer: inout Packer) {
    switch identity {
    case .entity(let id):
      packer.pack(0)
      id.pack(into: &packer)
    case .unnamed(let description):
      packer.pack(1)
      packer.pack(description)
    }
    role.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    let identity: Identity =
      switch try unpacker.unpackInt() {
      case 0: .entity(try .init(from: &unpacker))
      case 1: .unnamed(try unpacker.unpackString())
      default: throw UnpackingError()
      }
    self.init(identity, role: try .init(from: &unpacker))
  }
}
