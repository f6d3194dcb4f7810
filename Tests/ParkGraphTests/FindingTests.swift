import Testing

@testable import ParkGraph

@Suite struct FindingTests {
  private let source = Source(
    id: .report, file: "report.txt", title: "Report", language: "en", sha256: "")

  /// The findings as `severity, path: message`.
  private func findings(_ entities: Entity..., strict: Bool = false) -> [String] {
    ParkGraph(sources: [source], entities: entities).findings(strict: strict)
      .map { "\($0.severity.rawValue) \($0.path): \($0.message)" }
  }

  @Test func aWholeGraphHasNone() {
    #expect(
      findings(
        .company("a", relations: [Statement(Relation(.owns, "b"), .edited)]), .company("b"),
        .agreement("pact", "a", "b"), strict: true) == [])
  }

  @Test func anEntityHasAName() {
    #expect(
      findings(.person(Person(Profile(id: "a")))) == [
        "error a: 'a' has no name; give it at least one under 'names'"
      ])
  }

  @Test func aRelationLeadsFromAndToTheRightKinds() {
    #expect(
      findings(
        .company("a", relations: [Statement(Relation(.holdsPost, "b"), .edited)]),
        .person(Person(Profile("b", name: "B")))) == [
          "error a, relation 1: 'holds post' can't start from an organization; "
            + "it starts from a person",
          "error a, relation 1: 'b' is a person; "
            + "'holds post' leads to a park, an organization or an event",
        ])
  }

  @Test func aRelationLeadsSomewhere() {
    #expect(
      findings(
        .company(
          "torch",
          relations: [
            Statement(Relation(.owns, "troch"), .edited),
            Statement(Relation(.owns, "zzz"), .edited),
            Statement(Relation(.owns, "torch"), .edited),
          ])) == [
          "error torch, relation 1: there is no entity 'troch'; did you mean 'torch'?",
          "error torch, relation 2: there is no entity 'zzz'; define it, or mend the identifier",
          "error torch, relation 3: 'torch' is tied to itself; name another entity",
        ])
  }

  @Test func anAgreementHasPartiesThatCanBe() {
    #expect(
      findings(.agreement("pact", "a"), .company("a")) == [
        "error pact: 'pact' has one party; an agreement has two or more "
          + "(write 'unnamed: …' for one that no source names)"
      ])
    #expect(findings(.agreement("pact")).first?.contains("'pact' has no parties;") == true)
    #expect(
      findings(
        .agreement("pact", "forum", "gone"), .event(Event(Profile("forum", name: "Forum")))) == [
          "error pact, party 1: 'forum' is an event; a party is a park, an organization, "
            + "a programme, a person or a place",
          "error pact, party 2: there is no entity 'gone'; define it, or mend the identifier",
        ])
  }

  @Test func aStatementHasEvidence() {
    let message =
      "no evidence; cite a paragraph ('source#paragraph: [terms]'), "
      + "or give the editors' reason ('editor: …')"
    let entity = Entity.park(
      Park(
        Profile(id: "a", names: [Statement(Name("A", language: "en"))], period: Qualifiers()),
        country: CountryCode("CN").map { Statement($0) }))
    #expect(
      findings(entity) == ["name 1", "country", "period"].map { "warning a, \($0): \(message)" })
    #expect(
      findings(entity, strict: true)
        == ["name 1", "country", "period"].map { "error a, \($0): \(message)" })
  }

  @Test func aCitationNamesASource() {
    let far = Citation(source: SourceID(unchecked: "reprot"), paragraph: 1, terms: ["A"])
    let entity = Entity.person(
      Person(
        Profile(
          id: "a",
          names: [
            Statement(Name("A", language: "en"), Qualifiers(evidence: [.document(far)]))
          ])))
    #expect(
      findings(entity) == ["error a, name 1: there is no source 'reprot'; did you mean 'report'?"])
    #expect(
      ParkGraph(entities: [entity]).findings().map(\.message)
        == ["there is no source 'reprot'; define it under 'sources'"])
  }

  @Test func theTermsOfANameHoldIt() {
    func name(_ text: String, _ terms: String...) -> Entity {
      let citation = Citation(source: .report, paragraph: 1, terms: terms)
      return .person(
        Person(
          Profile(
            id: "a",
            names: [
              Statement(Name(text, language: "en"), Qualifiers(evidence: [.document(citation)]))
            ])))
    }
    #expect(findings(name("Torch Center", "the Torch Center of"), name("x", "x")) == [])
    #expect(findings(name("火炬中心", "中心", "工信部火炬中心")) == [])
    #expect(
      findings(name("Torch Center", "Torch", "Center"))
        == ["warning a, name 1: no term of the evidence holds 'Torch Center'"])
  }

  @Test func theTermsOfATieNameBothItsEnds() {
    func tie(_ terms: String...) -> Entity {
      let citation = Citation(source: .report, paragraph: 1, terms: terms)
      return .company(
        "a", name: "Alpha",
        relations: [
          Statement(Relation(.owns, "b"), Qualifiers(evidence: [.document(citation)]))
        ])
    }
    let other = Entity.company("b", name: "Beta")
    func warning(_ id: String) -> String {
      "warning a, relation 1: no term of the evidence names '\(id)'; "
        + "the terms of a tie name both its ends"
    }
    #expect(findings(tie("Alpha", "BETA"), other) == [])
    #expect(findings(tie("Alpha owns Beta"), other) == [])
    #expect(findings(tie("Alpha"), other) == [warning("b")])
    #expect(findings(tie("Gamma"), other) == [warning("a"), warning("b")])
  }

  @Test func anAgreementIsNamedByAParty() {
    let parties = ["a", "b"].map { EntityID(unchecked: $0) }.map {
      Statement(Agreement.Party(.entity($0)), .cited("Alpha", "Beta"))
    }
    let pact = Entity.agreement(
      Agreement(Profile("pact", name: "A pact"), form: .pairing, parties: parties))
    #expect(findings(pact, .company("a", name: "Alpha"), .company("b", name: "Beta")) == [])
    #expect(
      findings(pact, .company("a", name: "Alpha"), .company("b", name: "Gamma")) == [
        "warning pact, party 2: no term of the evidence names 'b'; "
          + "the terms of a tie name both its ends"
      ])
  }

  @Test func theTermsOfANumberHoldOne() {
    func programme(_ term: String) -> Entity {
      .programme(
        Programme(
          Profile(
            id: "plan", names: [Statement(Name("Plan", language: "en"), .edited)],
            figures: [Statement(Figure(measure: "parks", value: 52), .cited(term))]),
          form: .plan,
          batches: [
            Statement(Programme.Batch(number: 1, size: 7, unit: "pairings"), .cited(term)),
            Statement(Programme.Batch(number: 2, unit: "pairings"), .cited(term)),
          ]))
    }
    #expect(findings(programme("52 parks, seven of them")) == [])
    #expect(findings(programme("52 parks, 七对")) == [])
    #expect(
      findings(programme("many parks")) == [
        "warning plan, figure 1: no term of the evidence says the number; cite the words for 52",
        "warning plan, batch 1: no term of the evidence says the number; cite the words for 7",
      ])
  }

  @Test(arguments: [
    (8_700_000_000_000, "8.7 trillion yuan", true), (106_552, "106,552", true),
    (262.9, "262.9", true), (5000, "more than 5,000", true), (10, "ten major achievements", true),
    (7, "等7對", true), (10, "十项", true), (16.67, "about 1/6 of", true), (50, "1/2", true),
    (52, "152 projects", false), (320, "320.23", false), (7, "17", false), (2, "1/6", false),
    (10, "often", false), (52, "", false), (52, "/", false), (0.5, "1/0", false),
  ])
  func aNumberIsSaidInDigitsOrWords(value: Double, text: String, isSaid: Bool) {
    #expect(NumberInWords.text(text, says: value) == isSaid)
  }

  @Test func aNumberIsTheOneThatTheTermsHold() {
    let entity = Entity.person(
      Person(
        Profile(
          id: "a", names: [Statement(Name("A", language: "en"), .edited)],
          figures: [Statement(Figure(measure: "parks", value: 52), .cited("31 partners"))])))
    #expect(findings(entity).count == 1)
  }

  /// A name of signs alone has an empty key, which every term holds.
  @Test func aNameOfSignsIsNoProof() {
    let entity = Entity.company(
      "a", name: "***",
      relations: [Statement(Relation(.owns, "b"), .cited("Beta"))])
    #expect(findings(entity, .company("b", name: "Beta")).count == 1)
  }
}

/// Data that ties an agreement to itself, which a mistake in an identifier does.
@Suite struct CircularFindingTests {
  @Test func anAgreementThatIsItsOwnPartyIsAFinding() async {
    await #expect(processExitsWith: .success) {
      let party = Statement(Agreement.Party(.entity("a")), .cited("zzz"))
      let graph = ParkGraph(entities: [
        .agreement(
          Agreement(Profile("a", name: "Alpha"), form: .pairing, parties: [party, party]))
      ])
      precondition(graph.findings().contains { $0.severity == .error })
    }
  }
}
