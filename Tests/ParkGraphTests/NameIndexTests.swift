import ParkGraph
import Testing

@Suite struct NameIndexTests {
  private static let graph = ParkGraph(entities: [
    .organization(
      Organization(
        Profile(
          id: "torch-center",
          names: [
            Statement(Name("Torch Center", language: "en")),
            Statement(Name("火炬高技術產業開發中心", language: "zh-Hant")),
            Statement(Name("火炬中心", language: "zh-Hans", role: .abbreviation)),
          ]), form: .agency)),
    .organization(
      Organization(
        Profile(
          id: "unsw",
          names: [
            Statement(Name("University of New South Wales", language: "en")),
            Statement(Name("新南威尔士大学", language: "zh-Hans")),
          ]), form: .university)),
    .company("science-ministry-au", name: "Ministry of Science"),
    .company("science-ministry-cn", name: "Ministry of Science"),
    .company("iasp", name: "Ministry"),
    .company("zurich", name: "Université de Zürich"),
    .company("other", name: "IASP"),
  ])
  private let index = NameIndex(graph)

  @Test(arguments: [
    ("Torch Center", "torch-center"), ("torch  CENTER", "torch-center"),
    ("torch-center", "torch-center"), ("火炬高技术产业开发中心", "torch-center"),
    ("火炬高技術產業開發中心", "torch-center"), ("火炬 中心", "torch-center"),
    ("新南威爾士大學", "unsw"), ("ＵＮＳＷ", "unsw"), ("university-of-new-south-wales", "unsw"),
    ("UNIVERSITE DE ZURICH", "zurich"), ("Universite\u{301} de Zu\u{308}rich", "zurich"),
  ])
  func findsInAnyScript(name: String, id: EntityID) throws {
    #expect(try index.entity(named: name) == id)
    #expect(index.entities(named: name) == [id])
  }

  @Test func anIdentifierGoesBeforeANameThatIsTheSame() throws {
    #expect(try index.entity(named: "iasp") == "iasp")
    #expect(index.entities(named: "IASP") == ["iasp", "other"])
  }

  @Test func anAmbiguousNameListsItsEntities() {
    do {
      let id = try index.entity(named: "ministry of SCIENCE")
      Issue.record("found \(id)")
    } catch .ambiguous(let name, let candidates) {
      #expect(name == "ministry of SCIENCE")
      #expect(candidates == ["science-ministry-au", "science-ministry-cn"])
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(
    arguments: [
      ("Trch Center", ["torch-center"]), ("Torch", ["torch-center"]),
      ("Ministry of Sciences", ["iasp", "science-ministry-au", "science-ministry-cn"]),
      ("火炬中芯", ["torch-center"]), ("zzzzzzzz", []), ("x", []), ("", []), ("！？", []),
    ] as [(String, [EntityID])])
  func anUnknownNameSuggestsTheNearest(name: String, ids: [EntityID]) {
    do {
      let id = try index.entity(named: name)
      Issue.record("found \(id)")
    } catch .unknown(let text, let suggestions) {
      #expect(text == name)
      #expect(suggestions.map(\.id) == ids)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func hostileNamesAreOnlyUnknown() {
    for name in [String(repeating: "中", count: 100_000), "\u{0}", "%s%n", "a\u{301}", "🏳️‍🌈"] {
      #expect(index.entities(named: name) == [])
      #expect(index.nearest(to: name).count <= 3)
    }
  }

  @Test func searchPutsExactAndLeadingMatchesFirst() {
    #expect(
      index.search("ministry").map(\.id) == ["iasp", "science-ministry-au", "science-ministry-cn"])
    #expect(index.search("ministry").map(\.name).first == "Ministry")
    #expect(index.search("開發").map(\.id) == ["torch-center"])
    #expect(index.search("威爾").map(\.name) == ["新南威尔士大学"])
    #expect(index.search("of").map(\.id).contains("unsw"))
    #expect(index.search("").isEmpty && index.search("--").isEmpty && index.search("qq").isEmpty)
  }

  @Test func everyNameFindsItsEntity() {
    for entity in Self.graph.entities {
      for name in entity.profile.names.map(\.value.text) + [entity.id.rawValue] {
        #expect(index.entities(named: name).contains(entity.id), "\(name)")
        #expect(index.search(name).contains { $0.id == entity.id }, "\(name)")
      }
    }
  }
}
