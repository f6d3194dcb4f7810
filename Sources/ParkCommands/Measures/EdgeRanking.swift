import GraphAlgorithms
import GraphCore

/// Ties by their scores; equals share a rank and are in the order of the graph.
struct EdgeRanking {
  /// A tie with its rank, in JSON.
  struct Row: Encodable {
    var rank: Int
    /// The identifier that the file gives the edge, in park data that of the agreement.
    var id: String?
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
      let tie = network.tie(item.edge, from: ends.source)
      return Row(
        rank: rank, id: tie.id, from: network.reference(to: ends.source),
        to: network.reference(to: ends.target), tie: tie.label, score: item.value)
    }
  }

  /// The ranking as rows, with identifiers and all digits for CSV.
  func table(as format: OutputFormat) -> Table {
    let isForPrograms = format == .csv
    var table = Table(
      columns: [.init("rank", isNumeric: true), .init("from"), .init("to"), .init("tie")]
        + (isForPrograms ? [.init("id")] : [])
        + [.init(title, key: "score", isNumeric: true)])
    table.rows = rows.map { row in
      isForPrograms
        ? [String(row.rank), row.from.id, row.to.id, row.tie, row.id ?? "", "\(row.score)"]
        : [String(row.rank), row.from.label, row.to.label, row.tie, Number.short(row.score)]
    }
    return table
  }
}
