import ParkGraph
import Testing

@Suite struct ParkGraphFilteringTests {
  private func during(_ from: String?, _ until: String? = nil) throws -> Qualifiers {
    Qualifiers(validity: try validity(from: from, until: until))
  }

  private func graph() throws -> ParkGraph {
    ParkGraph(
      entities: [
        .company("old", period: try during("1990", "2010")),
        .company("new", period: try during("2020")),
        .company(
          "steady",
          relations: [
            Statement(Relation(.succeeds, "old"), try during("2010")),
            Statement(Relation(.owns, "new"), try during(nil, "2023")),
            Statement(Relation(.owns, "missing")),
          ]),
        .event(
          Event(
            Profile(
              "forum", name: "Forum",
              period: Qualifiers(validity: Validity(on: try date("2023-05-29")))))),
        .agreement("pact", "old", "steady", period: try during("2000", "after 2023-05-29")),
        .agreement("deal", "new", "steady", period: try during("by 2025-03-28")),
      ])
  }

  private func ids(_ text: String) throws -> [String] {
    try graph().asOf(date(text)).entities.map(\.id.rawValue)
  }

  @Test func keepsWhatHeldOnTheDate() throws {
    #expect(try ids("1995") == ["old", "steady"])
    #expect(try ids("2005-05") == ["old", "pact", "steady"])
    #expect(try ids("2010") == ["old", "pact", "steady"])
    #expect(try ids("2015") == ["pact", "steady"])
    #expect(try ids("2023-05") == ["forum", "new", "pact", "steady"])
    #expect(try ids("2023-05-30") == ["new", "pact", "steady"])
    #expect(try ids("2025-03-28") == ["deal", "new", "pact", "steady"])
  }

  @Test func relationsGoWithTheirDateAndTheirObject() throws {
    func relations(_ text: String) throws -> [EntityID] {
      try graph().asOf(date(text))["steady"]?.profile.relations.map(\.value.object) ?? []
    }
    #expect(try relations("2010") == ["old"])
    #expect(try relations("2015") == [])
    #expect(try relations("2021") == ["new"])
    #expect(try relations("2024") == [])
  }

  @Test func partiesGoWithTheirEntity() throws {
    let pact = try #require(try graph().asOf(date("2015"))["pact"]?.agreement)
    #expect(pact.parties.compactMap(\.value.entity) == ["steady"])
  }

  @Test func theGraphItselfStaysAsItWas() throws {
    let graph = try graph()
    let before = graph.fingerprint
    let later = graph.asOf(try date("2015"))
    #expect(graph.fingerprint == before && later.fingerprint != before)
    #expect(later.info == graph.info && later.sources == graph.sources)
    #expect(later.asOf(try date("2015")).fingerprint == later.fingerprint)
  }

  @Test func valuesHaveTheirOwnDates() throws {
    let then = try date("2014")
    let names = [
      Statement(Name("Before", language: "en"), try during(nil, "2015")),
      Statement(Name("After", language: "en"), try during("2016")),
    ]
    let graph = ParkGraph(entities: [
      .park(
        Park(
          Profile(
            id: "a", names: names,
            figures: [Statement(Figure(measure: "firms", value: 5), try during("2018", "2018"))]),
          country: CountryCode("CN").map { Statement($0) },
          coordinates: Coordinates(latitude: 1, longitude: 2).map {
            Statement($0, Qualifiers(validity: Validity(on: then)))
          })),
      .programme(
        Programme(
          Profile("plan", name: "Plan"), form: .plan,
          batches: [
            Statement(Programme.Batch(number: 1, unit: "parks"), try during("2015")),
            Statement(Programme.Batch(number: 2, unit: "parks"), try during("2018")),
          ])),
    ])
    func name(_ text: String) throws -> String? { try graph.asOf(date(text))["a"]?.name() }
    #expect(try name("2015") == "Before" && name("2016") == "After")
    #expect(try graph.asOf(date("2018"))["a"]?.profile.figures.count == 1)
    #expect(try graph.asOf(date("2019"))["a"]?.profile.figures.isEmpty == true)
    #expect(try graph.asOf(date("2019"))["a"]?.country?.value.rawValue == "CN")
    #expect(try graph.asOf(date("2014"))["a"]?.coordinates != nil)
    #expect(try graph.asOf(date("2015"))["a"]?.coordinates == nil)
    #expect(try graph.asOf(date("2016"))["plan"]?.programme?.batches.map(\.value.number) == [1])
  }

  // MARK: What documents prove

  @Test func documentedLeavesOutTheEditorsWord() throws {
    let graph = ParkGraph(entities: [
      .park(
        Park(
          Profile(
            id: "a",
            names: [
              Statement(Name("Stated", language: "en"), .cited("Stated")),
              Statement(Name("翻譯", language: "zh-Hant"), .edited),
            ],
            figures: [
              Statement(Figure(measure: "firms", value: 5), .cited("5")),
              Statement(Figure(measure: "firms", value: 6), .edited),
            ],
            relations: [
              Statement(Relation(.partOf, "b"), .cited("a", "b")),
              Statement(Relation(.supports, "b"), .edited), Statement(Relation(.owns, "b")),
            ]),
          country: CountryCode("CN").map { Statement($0, .edited) })),
      .park(Park(Profile("b", name: "Only ours"))),
    ])
    let documented = graph.documented()
    #expect(documented.entities.map(\.id) == ["a", "b"])
    let park = try #require(documented["a"])
    #expect(park.profile.names.map(\.value.text) == ["Stated"])
    #expect(park.profile.figures.map(\.value.value) == [5])
    #expect(park.profile.relations.map(\.value.kind) == [.partOf])
    #expect(park.country == nil)
    #expect(documented["b"]?.profile.names.map(\.value.text) == ["Only ours"])
  }

  @Test func documentedKeepsEntitiesWhosePeriodNoDocumentHas() {
    let graph = ParkGraph(entities: [.company("a", period: .edited), .company("b")])
    #expect(graph.documented().entities.map(\.id) == ["a", "b"])
  }
}
