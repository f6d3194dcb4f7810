import GraphAlgorithms
import GraphCore

/// Ties by their scores; equals share a rank and are in the order of the graph.
struct EdgeRanking {
  /// A tie with its rank, in JSON.
  struct Row: Encodable {
    var rank: Int
    var from: ReferenceRecord
    var to: ReferenceRecord
    var tie: String
    var score: Double
  }

  let rows: [Row]
  private let title: String

  init(
    _ scores: EdgeScores, named title: String, in network: any Network, top: Int?
  ) {
    self.title = title
    let places = Places(scores, by: \.value) { $0.edge < $1.edge }
    let ranked = places.items.prefix(top ?? .max)
    let ends = network.endpoints(of: ranked.map(\.edge))
    rows = zip(places.ranks, zip(ranked, ends)).map { rank, found in
      let (item, ends) = found
      return Row(
        rank: rank, from: network.reference(to: ends.source),
        to: network.reference(to: ends.target),
        tie: network.tie(item.edge, from: ends.source).label, score: item.value)
    }
  }

  /// The ranking as rows, with all digits for CSV.
  func table(as format: OutputFormat) -> Table {
    var table = Table(
      columns: [
        .init("rank", isNumeric: true), .init("from"), .init("to"), .init("tie"),
        .init(title, key: "score", isNumeric: true),
      ])
    table.rows = rows.map { row in
      [
        String(row.rank), format == .csv ? row.from.id : row.from.label,
        format == .csv ? row.to.id : row.to.label, row.tie,
        format == .csv ? "\(row.score)" : Number.short(row.score),
      ]
    }
    return table
  }
}
