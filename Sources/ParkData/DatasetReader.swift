import ParkGraph
import Yams

/// Reads the files of a data set one after the other and notes all that is wrong in them.
///
/// The methods in the extensions read one kind of thing each. They note a mistake and go on with
/// `nil`, so that one run names every mistake.
struct DatasetReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var positions: [StatementPath: Position] = [:]
  private var evidencePositions: [StatementPath: [EvidencePosition]] = [:]
  private var info: DatasetInfo?
  private var sources: [Source] = []
  private var entities: [Entity] = []
  private var firstPositions: [String: Position] = [:]

  /// The evidence of the qualifiers that were read last.
  var lastEvidence = LocatedEvidence()

  /// The file that is being read.
  private var file = ""

  mutating func read(_ bytes: [UInt8], file: String) {
    self.file = file
    switch YAMLFile.parse(bytes, file: file) {
    case .failure(let failure): diagnostics.append(failure.diagnostic)
    case .success(nil): break
    case .success(let root?): readSections(root)
    }
  }

  /// What was read, and what was wrong in it.
  consuming func finish() -> DataFolder.Reading {
    DataFolder.Reading(
      graph: ParkGraph(info: info ?? DatasetInfo(), sources: sources, entities: entities),
      diagnostics: diagnostics.sorted(), positions: positions,
      evidencePositions: evidencePositions)
  }

  private mutating func readSections(_ root: Node) {
    guard var sections = fields(of: root, "a data file") else { return }
    if let node = sections.take("dataset") { readInfo(node) }
    if let node = sections.take("sources") {
      for (id, key, value) in members(of: node, "sources") {
        guard let source = readSource(id, key, value), note(key, as: id, "source") else { continue }
        sources.append(source)
        mark(StatementPath(source: source.id), key)
      }
    }
    for kind in EntityKind.allCases {
      guard let node = sections.take(kind.sectionName) else { continue }
      for (id, key, value) in members(of: node, kind.sectionName) {
        guard let id = EntityID(id) else {
          complain(key, Self.slugRule(id))
          continue
        }
        let known = (positions, evidencePositions)
        mark(StatementPath(id.rawValue), key)
        let entity = readEntity(kind, id, value)
        guard note(key, as: id.rawValue, "entity") else {
          (positions, evidencePositions) = known
          continue
        }
        if let entity { entities.append(entity) }
      }
    }
    finish(sections, "section")
  }

  private mutating func readInfo(_ node: Node) {
    guard var fields = fields(of: node, "'dataset'") else { return }
    if info != nil { complain(node, "'dataset' stands in more than one file; keep one") }
    let titles = fields.take("title").map { self.titles($0) } ?? [:]
    let first = titles.min { $0.key < $1.key }
    info = DatasetInfo(
      title: titles[.english] ?? first?.value ?? "Untitled",
      translatedTitles: titles.filter { $0.key != .english },
      date: fields.take("date").flatMap { date($0) },
      license: fields.take("license").flatMap { text($0, "a licence") })
    finish(fields)
  }

  /// The titles by language: a text alone is in English.
  private mutating func titles(_ node: Node) -> [LanguageTag: String] {
    guard case .mapping = node, var fields = Fields(node) else {
      return text(node, "a title").map { [.english: $0] } ?? [:]
    }
    var titles: [LanguageTag: String] = [:]
    for entry in fields.takeAll(where: { _ in true }) {
      guard let language = LanguageTag(entry.name) else {
        complain(
          entry.key, "'\(entry.name)' is no language; write en, de, zh-Hans, zh-Hant …")
        continue
      }
      titles[language] = text(entry.value, "a title")
    }
    return titles
  }

  /// The members of a section: a mapping from identifiers to mappings.
  private mutating func members(
    of section: Node, _ name: String
  ) -> [(id: String, key: Node, value: Node)] {
    if case .scalar(let scalar) = section, scalar.string.isEmpty || scalar.string == "null" {
      return []
    }
    guard var fields = fields(of: section, "'\(name)'") else { return [] }
    return fields.takeAll { _ in true }.map { ($0.name, $0.key, $0.value) }
  }

  /// Notes an identifier, and complains when it has been used before.
  private mutating func note(_ key: Node, as id: String, _ what: String) -> Bool {
    if let first = firstPositions["\(what) \(id)"] {
      complain(key, "'\(id)' stands for another \(what) at \(first); choose a new identifier")
      return false
    }
    firstPositions["\(what) \(id)"] = position(of: key)
    return true
  }

  static func slugRule(_ text: String) -> String {
    "'\(text)' is no identifier; use lower-case letters, digits and single hyphens, "
      + "such as 'torch-center'"
  }

  // MARK: What the extensions build on

  func position(of node: Node) -> Position { Position(file: file, node) }

  mutating func mark(
    _ path: StatementPath, _ node: Node, _ evidence: LocatedEvidence = LocatedEvidence()
  ) {
    positions[path] = position(of: node)
    evidencePositions[path] = evidence.positions
  }

  mutating func complain(_ node: Node, _ message: String) {
    diagnostics.append(Diagnostic(file, node, message))
  }

  mutating func fields(of node: Node, _ what: String) -> Fields? {
    if let fields = Fields(node) { return fields }
    complain(node, "\(what) is \(node.phrase); expected 'key: value' lines")
    return nil
  }

  /// Names each key that nobody took.
  mutating func finish(_ fields: Fields, _ what: String = "key") {
    for entry in fields.unknown {
      let nearest = EditDistance.nearest(to: entry.name, among: fields.knownNames)
      complain(
        entry.key,
        "unknown \(what) '\(entry.name)'; "
          + (nearest.map { "did you mean '\($0)'?" }
            ?? "expected one of \(fields.knownNames.joined(separator: ", "))"))
    }
  }

  mutating func items(of node: Node, _ what: String) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    complain(node, "\(what) is \(node.phrase); expected a list, each item behind a '-'")
    return []
  }
}

extension Node {
  /// What sort of node it is, for a message.
  var phrase: String {
    switch self {
    case .scalar(let scalar):
      scalar.string.isEmpty ? "empty" : "the text '\(scalar.string.prefix(60))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
