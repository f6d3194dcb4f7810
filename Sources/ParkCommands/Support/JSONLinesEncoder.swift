/// Encodes values into ``JSONLines``.
final class JSONLinesEncoder: Encoder {
  // All its state is one value, so that Swift looks but once a call whether somebody else uses it.
  fileprivate var lines: JSONLines

  init(_ sink: @escaping (String) throws(CommandFailure) -> Void) {
    lines = JSONLines(sink)
  }

  /// Writes a value at the end of the text.
  ///
  /// - Throws: What the sink has thrown, or the value.
  func encode(_ value: some Encodable) throws {
    if let failure = lines.failure { throw failure }
    let depth = lines.depth
    try value.encode(to: self)
    lines.close(downTo: depth)
  }

  /// Ends the text and passes on what is left of it.
  func finish() throws(CommandFailure) { try lines.finish() }

  // Nothing that is encoded here asks where it is.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONObject<Key>(self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONArray(self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalar(encoder: self) }
}

/// An object that is being written.
private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let encoder: JSONLinesEncoder
  private let depth: Int

  init(_ encoder: JSONLinesEncoder) {
    self.encoder = encoder
    encoder.lines.begin(list: false)
    depth = encoder.lines.depth
  }

  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: some CodingKey) {
    // What was nested in it before is complete now.
    encoder.lines.close(downTo: depth)
    encoder.lines.beginField(key.stringValue)
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    encoder.lines.append(null: ())
  }

  func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    encoder.lines.append(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    begin(key)
    encoder.lines.append(value)
  }

  func encode(_ value: Double, forKey key: Key) {
    begin(key)
    encoder.lines.append(value)
  }

  func encode(_ value: String, forKey key: Key) {
    begin(key)
    encoder.lines.append(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    begin(key)
    try encoder.encode(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    begin(key)
    return KeyedEncodingContainer(JSONObject<NestedKey>(encoder))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return JSONArray(encoder)
  }

  func superEncoder() -> any Encoder {
    encoder.lines.close(downTo: depth)
    encoder.lines.beginField("super")
    return encoder
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return encoder
  }
}

/// A list that is being written.
private struct JSONArray: UnkeyedEncodingContainer {
  private let encoder: JSONLinesEncoder
  private let depth: Int
  private(set) var count = 0

  init(_ encoder: JSONLinesEncoder) {
    self.encoder = encoder
    encoder.lines.begin(list: true)
    depth = encoder.lines.depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func begin() {
    encoder.lines.close(downTo: depth)
    encoder.lines.beginElement()
    count += 1
  }

  mutating func encodeNil() {
    begin()
    encoder.lines.append(null: ())
  }

  mutating func encode(_ value: String) {
    begin()
    encoder.lines.append(value)
  }

  mutating func encode(_ value: some Encodable) throws {
    begin()
    try encoder.encode(value)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    begin()
    return KeyedEncodingContainer(JSONObject<NestedKey>(encoder))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return JSONArray(encoder)
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return encoder
  }
}

/// A value that is neither an object nor a list.
private struct JSONScalar: SingleValueEncodingContainer {
  let encoder: JSONLinesEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.lines.append(null: ()) }

  func encode(_ value: Bool) { encoder.lines.append(value) }

  func encode(_ value: String) { encoder.lines.append(value) }

  // One for each type: a generic one would not be told from that for any value.
  func encode(_ value: Double) { encoder.lines.append(value) }
  func encode(_ value: Float) { encoder.lines.append(value) }
  func encode(_ value: Int) { encoder.lines.append(value) }
  func encode(_ value: Int8) { encoder.lines.append(value) }
  func encode(_ value: Int16) { encoder.lines.append(value) }
  func encode(_ value: Int32) { encoder.lines.append(value) }
  func encode(_ value: Int64) { encoder.lines.append(value) }
  func encode(_ value: UInt) { encoder.lines.append(value) }
  func encode(_ value: UInt8) { encoder.lines.append(value) }
  func encode(_ value: UInt16) { encoder.lines.append(value) }
  func encode(_ value: UInt32) { encoder.lines.append(value) }
  func encode(_ value: UInt64) { encoder.lines.append(value) }

  func encode(_ value: some Encodable) throws { try encoder.encode(value) }
}
