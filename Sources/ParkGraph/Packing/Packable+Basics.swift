extension Int: Packable {
  package func pack(into packer: inout Packer) { packer.pack(self) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self = try unpacker.unpackInt()
  }
}

extension Bool: Packable {
  package func pack(into packer: inout Packer) { packer.pack(self ? 1 : 0) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self = try unpacker.unpackInt() != 0
  }
}

extension Double: Packable {
  // The shortest text that reads back to the same number.
  package func pack(into packer: inout Packer) { packer.pack(description) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    guard let value = Double(try unpacker.unpackString()) else { throw UnpackingError() }
    self = value
  }
}

extension String: Packable {
  package func pack(into packer: inout Packer) { packer.pack(self) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self = try unpacker.unpackString()
  }
}

extension Optional: Packable where Wrapped: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(self == nil ? 0 : 1)
    self?.pack(into: &packer)
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self = try unpacker.unpackInt() == 0 ? nil : Wrapped(from: &unpacker)
  }
}

extension Array: Packable where Element: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(count)
    for element in self { element.pack(into: &packer) }
  }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    self = []
    let count = try unpacker.unpackInt()
    guard count >= 0 else { throw UnpackingError() }
    for _ in 0..<count { append(try Element(from: &unpacker)) }
  }
}

extension Packable where Self: RawRepresentable, RawValue == String {
  package func pack(into packer: inout Packer) { packer.pack(rawValue) }
  package init(from unpacker: inout Unpacker) throws(UnpackingError) {
    guard let value = Self(rawValue: try unpacker.unpackString()) else { throw UnpackingError() }
    self = value
  }
}
