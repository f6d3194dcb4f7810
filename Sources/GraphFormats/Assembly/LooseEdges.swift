/// The edges of a graph while a file is read, whose ends may be nodes that come later.
struct LooseEdges {
  /// An end of an edge: the row of a node, or the place of a name among the names that edges have
  /// for nodes that are not there yet.
  enum End {
    case row(Int)
    case name(Int)
  }

  /// An edge in 12 bytes.
  private struct Edge {
    var source: UInt32
    var target: UInt32
    var marks: UInt8
  }

  private static let sourceIsName: UInt8 = 1
  private static let targetIsName: UInt8 = 2
  private static let isDirected: UInt8 = 4
  private static let isUndirected: UInt8 = 8

  private var edges: [Edge] = []

  /// How many there are.
  var count: Int { edges.count }

  /// Adds an edge, which may say whether it leads one way.
  ///
  /// There are fewer than 2³² nodes, and as many names.
  mutating func append(_ source: End, _ target: End, directed isDirected: Bool?) {
    var edge = Edge(source: 0, target: 0, marks: 0)
    switch source {
    case .row(let row): edge.source = UInt32(truncatingIfNeeded: row)
    case .name(let place):
      edge.source = UInt32(truncatingIfNeeded: place)
      edge.marks |= Self.sourceIsName
    }
    switch target {
    case .row(let row): edge.target = UInt32(truncatingIfNeeded: row)
    case .name(let place):
      edge.target = UInt32(truncatingIfNeeded: place)
      edge.marks |= Self.targetIsName
    }
    if let isDirected { edge.marks |= isDirected ? Self.isDirected : Self.isUndirected }
    edges.append(edge)
  }

  /// Whether an end of an edge is a row.
  var hasRows: Bool {
    edges.contains { $0.marks & (Self.sourceIsName | Self.targetIsName) != 3 }
  }

  /// Where an edge starts.
  func source(of row: Int) -> End {
    edges[row].marks & Self.sourceIsName == 0
      ? .row(Int(edges[row].source)) : .name(Int(edges[row].source))
  }

  /// Where an edge ends.
  func target(of row: Int) -> End {
    edges[row].marks & Self.targetIsName == 0
      ? .row(Int(edges[row].target)) : .name(Int(edges[row].target))
  }

  /// Whether an edge leads one way, if it says so.
  func direction(of row: Int) -> Bool? {
    let marks = edges[row].marks
    return marks & Self.isDirected != 0 ? true : marks & Self.isUndirected != 0 ? false : nil
  }
}
