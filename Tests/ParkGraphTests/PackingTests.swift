import ParkGraph
import Testing

@Suite struct PackingTests {
  private func unpacked(_ bytes: [UInt8]) throws -> ParkGraph {
    try bytes.withUnsafeBufferPointer { buffer in
      var unpacker = try Unpacker(buffer)
      return try ParkGraph(from: &unpacker)
    }
  }

  @Test(arguments: [0, 1, -1, 15, 16, -16, 17, 511, 512, 1 << 40, .max, .min, .max - 1, .min + 1])
  func numbersReadBack(number: Int) throws {
    var packer = Packer()
    packer.pack(number)
    let read = try packer.bytes.withUnsafeBufferPointer { buffer in
      var unpacker = try Unpacker(buffer)
      return try unpacker.unpackInt()
    }
    #expect(read == number)
    #expect(packer.bytes.allSatisfy { (0x3F...0x7E).contains($0) })
  }

  @Test func graphsReadBack() throws {
    for seed in 1...40 {
      var sample = GraphSample(seed: UInt64(seed))
      let graph = try sample.graph()
      let bytes = graph.packed
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      let copy = try unpacked(bytes)
      #expect(copy.info == graph.info)
      #expect(copy.sources == graph.sources)
      #expect(copy.entities == graph.entities)
      #expect(copy.packed == bytes && copy.fingerprint == graph.fingerprint)
    }
  }

  /// Two ways to write one letter are equal texts but not the same bytes, and documents have bytes.
  @Test func textsKeepTheirBytes() throws {
    let texts = ["Zürich", "Zu\u{308}rich", "\u{F900}", "豈"]
    let graph = ParkGraph(entities: [
      .person(
        Person(Profile(id: "a", names: texts.map { Statement(Name($0, language: "de")) })))
    ])
    let copy = try unpacked(graph.packed)
    let read = copy["a"]?.profile.names.map { Array($0.value.text.utf8) }
    #expect(read == texts.map { Array($0.utf8) })
  }

  @Test func differentGraphsHaveDifferentFingerprints() throws {
    var fingerprints: Set<String> = []
    for seed in 1...40 {
      var sample = GraphSample(seed: UInt64(seed))
      fingerprints.insert(try sample.graph().fingerprint)
    }
    #expect(fingerprints.count == 40 && fingerprints.allSatisfy { $0.count == 64 })
  }

  @Test func everyTruncationThrows() throws {
    var sample = GraphSample(seed: 5)
    let bytes = try sample.graph().packed
    for count in 0..<bytes.count {
      #expect(throws: UnpackingError.self) { try unpacked(Array(bytes.prefix(count))) }
    }
  }

  /// Whatever the bytes, reading ends with a graph or an error.
  @Test func alteredBytesNeverTrap() throws {
    var generator = SeededGenerator(seed: 99)
    var failures = 0
    for seed in 1...10 {
      var sample = GraphSample(seed: UInt64(seed))
      let bytes = try sample.graph().packed
      for _ in 0..<200 {
        var altered = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          altered[Int.random(in: bytes.indices, using: &generator)] =
            UInt8.random(in: 0...255, using: &generator)
        }
        do { _ = try unpacked(altered) } catch { failures += 1 }
      }
    }
    #expect(failures > 100)
  }

  @Test func foreignBytesThrow() {
    let samples: [[UInt8]] = [
      [], [0], Array("{}".utf8), Array(repeating: 0xFF, count: 40),
      Array(repeating: 0x7E, count: 4_000), Array("~~~~~~~~~~~~~~~".utf8),
    ]
    for bytes in samples { #expect(throws: UnpackingError.self) { try unpacked(bytes) } }
  }
}

/// Random graphs with texts that formats stumble over.
private struct GraphSample {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func graph() throws -> ParkGraph {
    let sources = try (0..<2).map { number in
      Source(
        id: SourceID(unchecked: "s\(number)"), file: text(), title: text(), publisher: maybeText(),
        date: try date(), language: "en", sha256: text(), note: maybeText())
    }
    var entities: [Entity] = []
    for number in 0..<Int.random(in: 0...8, using: &generator) {
      entities.append(try entity(EntityID(unchecked: "e\(number)")))
    }
    return ParkGraph(
      info: DatasetInfo(
        title: text(), translatedTitles: ["de": text(), "zh-Hant": text()], date: try date(),
        license: maybeText()),
      sources: sources, entities: entities)
  }

  private mutating func entity(_ id: EntityID) throws -> Entity {
    let profile = Profile(
      id: id,
      names: [
        try stated(
          Name(
            text(), language: "zh-Hant", role: element(of: Name.Role.allCases),
            isDoubtful: .random(using: &generator)))
      ],
      period: Bool.random(using: &generator) ? try qualifiers() : nil,
      figures: [
        try stated(
          Figure(
            measure: text(), value: .random(in: -1e20...1e20, using: &generator),
            comparison: element(of: Figure.Comparison.allCases), unit: maybeText()))
      ],
      identifiers: try Identifier(.wikidata, "Q7").map { [try stated($0)] } ?? [],
      relations: [
        try stated(
          Relation(
            element(of: Relation.Kind.allCases), "e0", role: maybeText(),
            batch: .random(in: 1...9, using: &generator)))
      ], note: maybeText())
    let country = try CountryCode("AU").map { try stated($0) }
    let point = try Coordinates(latitude: -33.9, longitude: 151.2).map { try stated($0) }
    switch element(of: EntityKind.allCases) {
    case .park:
      return .park(
        Park(profile, form: element(of: Park.Form.allCases), country: country, coordinates: point))
    case .organization:
      return .organization(
        Organization(profile, form: element(of: Organization.Form.allCases), country: country))
    case .programme:
      return .programme(
        Programme(
          profile, form: element(of: Programme.Form.allCases),
          batches: [try stated(Programme.Batch(number: 1, size: nil, unit: text()))]))
    case .event: return .event(Event(profile, form: element(of: Event.Form.allCases)))
    case .person: return .person(Person(profile))
    case .place:
      return .place(Place(profile, form: element(of: Place.Form.allCases), coordinates: point))
    case .agreement:
      return .agreement(
        Agreement(
          profile, form: element(of: Agreement.Form.allCases),
          parties: [
            try stated(Agreement.Party(.entity("e1"), role: maybeText())),
            try stated(Agreement.Party(.unnamed(text()))),
          ]))
    }
  }

  private mutating func stated<Value>(_ value: Value) throws -> Statement<Value> {
    Statement(value, try qualifiers())
  }

  private mutating func qualifiers() throws -> Qualifiers {
    Qualifiers(
      validity: Validity(
        from: try date().map { .by($0) }, until: try date().map { .after($0) }) ?? .always,
      evidence: [
        .editor(reason: text()),
        .document(
          Citation(
            source: SourceID(unchecked: "s0"), paragraph: .random(in: 1...99, using: &generator),
            terms: [text(), text()])),
      ], certainty: element(of: Certainty.allCases), rank: element(of: Rank.allCases),
      note: maybeText())
  }

  private mutating func text() -> String {
    let parts = [
      "中關村", "a", " ", "\0", "\n", "\"###", "\\###(1)", "\u{7F}", "🏳️‍🌈", "\u{301}", "\u{FEFF}",
      "\u{202E}", "<&>", "~", "?", "\u{10FFFF}", "",
    ]
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in element(of: parts) }.joined()
  }

  private mutating func maybeText() -> String? { Bool.random(using: &generator) ? text() : nil }

  private mutating func date() throws -> PartialDate? {
    guard Bool.random(using: &generator) else { return nil }
    let month = Int.random(in: 1...12, using: &generator)
    return PartialDate(
      year: .random(in: 1...9_999, using: &generator),
      month: Bool.random(using: &generator) ? month : nil)
  }

  private mutating func element<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &generator)]
  }
}
