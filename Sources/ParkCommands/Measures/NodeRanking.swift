import GraphAlgorithms
import GraphCore

/// Nodes by their scores; equals share a rank and are in the order of the network.
struct NodeRanking {
  /// A node with its rank, in JSON.
  struct Row: Encodable {
    var rank: Int
    var entity: ReferenceRecord
    var sort: String
    var score: Double
    /// The further columns, by their titles.
    var others: [String: Double]?
  }

  let rows: [Row]
  private let titles: [String]

  /// Ranks by the first column.
  ///
  /// - Parameters:
  ///   - columns: The scores, by their titles.
  ///   - network: The nodes.
  ///   - top: How many of the first are wanted; `nil` for all.
  ///   - leastFirst: Whether the least score is the best. A node whose score is 0 comes last then: as
  ///     a distance, that of one which reaches no other.
  init(
    _ columns: [(title: String, scores: NodeScores)], in network: any Network, top: Int?,
    leastFirst: Bool = false
  ) {
    titles = columns.map(\.title)
    guard let first = columns.first else {
      rows = []
      return
    }
    func worth(_ score: Double) -> Double {
      guard leastFirst else { return score }
      return score == 0 ? -.infinity : -score
    }
    let places = Places(first.scores) {
      worth($0.value)
    } precedes: {
      network.precedes($0.node, $1.node)
    }
    rows = zip(places.ranks, places.items).prefix(top ?? .max).map { rank, item in
      let others = columns.dropFirst().map { ($0.title, $0.scores[item.node]) }
      return Row(
        rank: rank, entity: network.reference(to: item.node), sort: network.sort(of: item.node),
        score: item.value,
        others: others.isEmpty ? nil : Dictionary(others, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The ranking as rows, with all digits for CSV.
  func table(as format: OutputFormat) -> Table {
    let numbers = titles.enumerated().map { place, title in
      Table.Column(title, key: place == 0 ? "score" : title, isNumeric: true)
    }
    var table = Table(
      columns: [.init("rank", isNumeric: true), .init("name"), .init("id"), .init("sort")]
        + numbers)
    table.rows = rows.map { row in
      let scores = [row.score] + titles.dropFirst().map { row.others?[$0] ?? 0 }
      return [String(row.rank), row.entity.label, row.entity.id, row.sort]
        + scores.map { format == .csv ? "\($0)" : Number.short($0) }
    }
    return table
  }
}
