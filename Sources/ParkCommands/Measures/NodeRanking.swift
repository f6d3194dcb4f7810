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
  init(
    _ columns: [(title: String, scores: NodeScores)], in network: any Network, top: Int?
  ) {
    titles = columns.map(\.title)
    guard let first = columns.first else {
      rows = []
      return
    }
    let ranked = first.scores.sorted { left, right in
      left.value == right.value || (left.value.isNaN && right.value.isNaN)
        ? network.precedes(left.node, right.node)
        : left.value > right.value || (right.value.isNaN && !left.value.isNaN)
    }
    var rows: [Row] = []
    for (place, item) in ranked.prefix(top ?? ranked.count).enumerated() {
      let isTied = rows.last.map { $0.score == item.value } ?? false
      let others = columns.dropFirst().map { ($0.title, $0.scores[item.node]) }
      rows.append(
        Row(
          rank: isTied ? rows[place - 1].rank : place + 1,
          entity: network.reference(to: item.node), sort: network.sort(of: item.node),
          score: item.value,
          others: others.isEmpty ? nil : Dictionary(others, uniquingKeysWith: { first, _ in first })
        )
      )
    }
    self.rows = rows
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
