import GraphCore
import ParkGraph
import Testing

@Suite struct ParkGraphViewsTests {
  private func party(_ id: EntityID, _ qualifiers: Qualifiers = .edited) -> Statement<
    Agreement.Party
  > {
    Statement(Agreement.Party(.entity(id)), qualifiers)
  }

  private func pact(
    _ id: EntityID, period: Qualifiers? = nil, _ parties: [Statement<Agreement.Party>]
  ) -> Entity {
    .agreement(
      Agreement(Profile(id, name: "Pact", period: period), form: .pairing, parties: parties))
  }

  /// The edges as `a-b` with their weights, ends in the order of identifiers when undirected.
  private func edges(_ view: ParkView) -> [String] {
    view.graph.edges.map { edge in
      let ends = view.graph.endpoints(of: edge)
      var names = [view.graph[ends.source].rawValue, view.graph[ends.target].rawValue]
      if !view.graph.isDirected { names.sort() }
      return "\(names[0])-\(names[1]) \(view.graph[edge].label) \(view.graph[edge].weight)"
    }.sorted()
  }

  private let triple = ParkGraph(entities: [
    .company("a", relations: [Statement(Relation(.partOf, "d")), Statement(Relation(.owns, "b"))]),
    .company("b"), .company("c"), .company("d", relations: [Statement(Relation(.owns, "gone"))]),
    .company("e", relations: [Statement(Relation(.partOf, "f"))]), .company("f"),
    .agreement("pact", "a", "b", "c"),
  ])

  @Test func partnershipIsACliqueOfParties() {
    let view = triple.view(.partnership)
    #expect(!view.graph.isDirected && view.kind == .partnership)
    #expect(view.graph.nodes.map { view.graph[$0] }.sorted() == ["a", "b", "c"])
    #expect(
      edges(view) == [
        "a-b cooperation agreement 0.5", "a-c cooperation agreement 0.5",
        "b-c cooperation agreement 0.5",
      ])
    #expect(view.node(for: "d") == nil && view.node(for: "pact") == nil)
    #expect(view.node(for: "a").map { view.graph[$0] } == "a")
  }

  @Test func affiliationKeepsAgreements() {
    let view = triple.view(.affiliation)
    #expect(!view.graph.isDirected)
    #expect(edges(view) == ["a-pact party to 1.0", "b-pact party to 1.0", "c-pact party to 1.0"])
  }

  @Test func fullIsEverythingAndDirected() {
    let view = triple.view(.full)
    #expect(view.graph.isDirected && view.graph.nodeCount == 7)
    #expect(
      edges(view) == [
        "a-b owns 1.0", "a-d part of 1.0", "a-pact party to 1.0", "b-pact party to 1.0",
        "c-pact party to 1.0", "e-f part of 1.0",
      ])
  }

  @Test func includedRelationsComeOnTop() {
    let view = triple.view(.partnership, including: [.owns])
    #expect(edges(view).contains("a-b owns 1.0") && view.graph.edgeCount == 4)
    #expect(triple.view(.affiliation, including: [.partOf]).node(for: "d") != nil)
    #expect(
      edges(triple.view(.full, including: Set(Relation.Kind.allCases)))
        == edges(triple.view(.full)))
  }

  @Test func includedRelationsTieToWhatIsInTheView() {
    let view = triple.view(.partnership, including: [.partOf])
    #expect(view.node(for: "d") != nil)
    #expect(view.node(for: "e") == nil && view.node(for: "f") == nil)
  }

  /// Newman: whoever signs an agreement of k parties gives 1 in all.
  @Test(arguments: 2...9) func eachPartyGivesOne(count: Int) throws {
    let ids = (0..<count).map { EntityID(unchecked: "p\($0)") }
    let graph = ParkGraph(
      entities: ids.map { .company($0) } + [pact("pact", ids.map { party($0) })])
    let view = graph.view(.partnership)
    #expect(view.graph.edgeCount == count * (count - 1) / 2)
    for id in ids {
      let node = try #require(view.node(for: id))
      let sum = view.graph.edges.filter { edge in
        let ends = view.graph.endpoints(of: edge)
        return ends.source == node || ends.target == node
      }.reduce(0) { $0 + view.graph[$1].weight }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test func anUnnamedPartyHasItsShareButNoNode() {
    let unnamed = Statement(Agreement.Party(.unnamed("a fund")))
    let graph = ParkGraph(entities: [
      .company("a"), .company("b"), pact("both", [party("a"), party("b"), unnamed]),
      pact("one", [party("a"), unnamed]), pact("nobody", [unnamed, unnamed]),
    ])
    #expect(edges(graph.view(.partnership)) == ["a-b pairing 0.5"])
    #expect(
      edges(graph.view(.affiliation))
        == ["a-both party to 1.0", "a-one party to 1.0", "b-both party to 1.0"])
    #expect(graph.view(.affiliation).node(for: "nobody") != nil)
    #expect(graph.view(.full).graph.nodeCount == 5)
  }

  @Test func aPartyOutsideTheGraphIsPassedOver() {
    let graph = ParkGraph(entities: [
      .company("a"), .company("b"), pact("pact", [party("a"), party("gone"), party("b")]),
    ])
    #expect(edges(graph.view(.partnership)) == ["a-b pairing 0.5"])
    #expect(graph.view(.full).graph.nodeCount == 3)
  }

  @Test func aPartyThatStandsTwiceIsNotTiedToItself() {
    let graph = ParkGraph(entities: [
      .company("a"), .company("b"), pact("pact", [party("a"), party("a"), party("b")]),
    ])
    for edge in graph.view(.partnership).graph.edges {
      let ends = graph.view(.partnership).graph.endpoints(of: edge)
      #expect(ends.source != ends.target)
    }
  }

  @Test func anEmptyGraphHasEmptyViews() {
    for kind in ParkView.Kind.allCases {
      let view = ParkGraph(entities: []).view(kind, including: Set(Relation.Kind.allCases))
      #expect(view.graph.nodeCount == 0 && view.graph.edgeCount == 0)
    }
  }

  // MARK: What qualifies a tie

  private func tie(
    period: Qualifiers?, _ first: Qualifiers, _ second: Qualifiers
  ) throws -> Tie {
    let graph = ParkGraph(entities: [
      .company("a"), .company("b"),
      pact("pact", period: period, [party("a", first), party("b", second)]),
    ])
    let view = graph.view(.partnership)
    let edge = try #require(Array(view.graph.edges).first)
    return view.graph[edge]
  }

  @Test func theAgreementsPeriodStandsIn() throws {
    let period = Qualifiers(validity: try validity(from: "2016", until: "2020"))
    let tie = try tie(period: period, .cited("a", "b"), .cited("a", "b"))
    #expect(tie.qualifiers.validity == period.validity)
    #expect(tie.agreement == "pact" && tie.kind == .partnership(.pairing))
    #expect(tie.qualifiers.citations.count == 1)
  }

  @Test func theLaterPartyBeginsTheTieAndTheEarlierEndsIt() throws {
    let early = Qualifiers(validity: try validity(from: "2016", until: "2020"))
    let late = Qualifiers(validity: try validity(from: "2018", until: "2024"))
    let both = try validity(from: "2018", until: "2020")
    let (one, other) = (try tie(period: nil, early, late), try tie(period: nil, late, early))
    #expect(one.qualifiers.validity == both)
    #expect(other.qualifiers.validity == both)
  }

  @Test func theAgreementsBeginningStandsInForAPartyThatOnlyLeft() throws {
    let period = Qualifiers(validity: try validity(from: "2016"))
    let left = Qualifiers(validity: try validity(until: "2020"))
    let tie = try tie(period: period, left, left)
    let both = try validity(from: "2016", until: "2020")
    #expect(tie.qualifiers.validity == both)
  }

  @Test func theDoubtsOfEitherPartyRemain() throws {
    let stated = Qualifiers.cited("x")
    let implied = Qualifiers.cited("x", certainty: .implied)
    let ambiguous = Qualifiers.cited("x", certainty: .ambiguous)
    #expect(try tie(period: nil, stated, implied).qualifiers.certainty == .implied)
    #expect(try tie(period: nil, implied, stated).qualifiers.certainty == .implied)
    #expect(try tie(period: nil, implied, ambiguous).qualifiers.certainty == .ambiguous)
    let other = try tie(period: nil, ambiguous, implied)
    #expect(other.qualifiers.certainty == .ambiguous)
  }
}
