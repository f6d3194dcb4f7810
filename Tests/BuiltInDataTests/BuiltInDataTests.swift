import BuiltInData
import Foundation
import ParkData
import ParkGraph
import Testing

@Suite struct BuiltInDataTests {
  private let graph = BuiltInData.graph

  /// The seeds, as they stand beside the tests.
  private func seeds() throws -> DataFolder.Reading {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try DataFolder.read(root.appendingPathComponent("seeds").path)
  }

  @Test func isTheSeeds() throws {
    let reading = try seeds()
    #expect(reading.diagnostics == [])
    #expect(graph.info == reading.graph.info)
    #expect(graph.sources == reading.graph.sources)
    #expect(graph.entities.map(\.id) == reading.graph.entities.map(\.id))
    for entity in reading.graph.entities { #expect(graph[entity.id] == entity) }
    #expect(graph.fingerprint == reading.graph.fingerprint)
    #expect(graph.packed == reading.graph.packed)
  }

  @Test func nothingIsWrongWithIt() {
    #expect(graph.findings(strict: true).map { "\($0.path): \($0.message)" } == [])
  }

  @Test func everyStatementHasEvidence() {
    #expect(graph.statements.count > 200)
    for statement in graph.statements {
      #expect(!statement.qualifiers.evidence.isEmpty, "\(statement.path)")
      for citation in statement.qualifiers.citations {
        #expect(citation.paragraph > 0 && !citation.terms.isEmpty, "\(statement.path)")
        #expect(graph[citation.source] != nil, "\(statement.path)")
      }
      // What is doubtful says why.
      if statement.qualifiers.certainty != .stated {
        #expect(statement.qualifiers.note?.isEmpty == false, "\(statement.path)")
      }
    }
  }

  @Test func itsSourcesAreTold() {
    #expect(!graph.sources.isEmpty)
    for source in graph.sources {
      #expect(source.sha256.count == 64 && !source.title.isEmpty && source.date != nil)
    }
    #expect(graph.info.date != nil && graph.info.license != nil)
  }

  @Test func everyPartyAndObjectIsThere() {
    for entity in graph.entities {
      for relation in entity.profile.relations { #expect(graph[relation.value.object] != nil) }
      for party in entity.agreement?.parties ?? [] {
        #expect(party.value.entity.map { graph[$0] != nil } ?? true)
      }
    }
  }

  // MARK: What it says

  @Test func theAgreementOf2016() throws {
    let entity = try #require(graph["torch-unsw-2016"])
    let agreement = try #require(entity.agreement)
    #expect(agreement.form == .cooperation)
    #expect(agreement.parties.compactMap(\.value.entity).sorted() == ["torch-center", "unsw"])
    #expect(entity.profile.period?.validity.from == DateBound("2016"))
    let figures = entity.profile.figures.map { ($0.value.measure, $0.value.value) }
    #expect(figures.contains { $0 == ("joint research projects", 52) })
    #expect(figures.contains { $0 == ("new partners", 31) })
    #expect(
      entity.profile.relations.contains {
        $0.value.kind == .establishes && $0.value.object == "torch-park-unsw"
      })
  }

  @Test func theFivePairingsWithBothPartiesEach() {
    let pairings = graph.entities.filter { entity in
      entity.agreement?.form == .pairing
        && entity.profile.relations.contains {
          $0.value.kind == .under && $0.value.object == "hand-in-hand-plan" && $0.value.batch == 1
        }
    }
    let parties = pairings.map { Set($0.agreement?.parties.compactMap(\.value.entity) ?? []) }
    let expected: [Set<EntityID>] = [
      ["zgc-daxing-cell-gene-park", "tuspark-cambridge"],
      ["zgc-haidian-biomanufacturing-park", "jiafeng-zhigu-park"],
      ["zgc-international-incubator", "launch-rhein-main"],
      ["nanzhongzhou-park", "russia-china-belt-road-fund"],
      ["zgc-life-science-park", "apexbrasil"],
    ]
    #expect(Set(parties) == Set(expected) && pairings.count == 5)
    // Three of them are told of after "among them", and may not be of the seven.
    let doubtful = pairings.filter { entity in
      entity.profile.relations.contains {
        $0.value.kind == .under && $0.qualifiers.certainty == .ambiguous
      }
    }
    #expect(doubtful.count == 3)
  }

  @Test func thePlanHasSevenInItsFirstBatch() {
    let batches = graph["hand-in-hand-plan"]?.programme?.batches.map(\.value) ?? []
    #expect(batches.first { $0.number == 1 }?.size == 7)
  }

  @Test func theTorchCenterMoved() throws {
    let relations = try #require(graph["torch-center"]?.profile.relations)
    func ministries(_ text: String) throws -> Set<EntityID> {
      let date = try #require(PartialDate(text))
      return Set(
        relations.filter {
          $0.value.kind == .partOf && $0.qualifiers.validity.holds(on: date)
        }.map(\.value.object))
    }
    #expect(try ministries("2016") == ["most"] && ministries("2023-06") == ["most"])
    #expect(try ministries("2025-06") == ["miit"])
    #expect(
      !Validity.shareADate(
        relations.filter { $0.value.kind == .partOf }.map(\.qualifiers.validity)))
  }

  @Test(arguments: [
    ("UNSW", "unsw"), ("新南威爾士大學", "unsw"), ("工信部", "miit"), ("MIIT", "miit"),
    ("牵手计划", "hand-in-hand-plan"), ("牽手計劃", "hand-in-hand-plan"),
    ("火炬中心", "torch-center"), ("中關村", "zhongguancun"),
  ])
  func namesAreFoundInEveryScript(name: String, id: EntityID) throws {
    #expect(try NameIndex(graph).entity(named: name) == id)
  }

  @Test func entitiesAreNamedInBothLanguages() {
    for entity in graph.entities where [.park, .organization].contains(entity.kind) {
      #expect(entity.exactName(in: .english) != nil, "\(entity.id)")
    }
  }
}
