public import GraphCore

/// A number for each edge of a graph, such as a centrality.
///
/// The edges come in ascending order of their identifiers.
public struct EdgeScores: Equatable, Sendable {
  /// The numbers, in ascending order of the edges.
  public let values: [Double]

  private let numbering: DenseNumbering

  init(_ values: [Double], of graph: FrozenGraph) {
    self.values = values
    numbering = graph.edgeNumbering
  }

  /// The number of one edge.
  ///
  /// - Precondition: The edge was in the graph.
  /// - Complexity: O(1)
  public subscript(edge: EdgeID) -> Double {
    guard let index = numbering.number(of: edge.rawValue) else {
      preconditionFailure("The edge was not in the graph.")
    }
    return values[index]
  }

  /// The edges with their numbers, greatest first; equal ones by ascending edge, NaN last.
  ///
  /// - Complexity: O(edges × log edges)
  public func ranked() -> [Element] { sorted { NodeScores.precedes($0.value, $1.value) } }

  /// The first of the ranking.
  ///
  /// - Parameter count: How many edges to give at most.
  /// - Returns: The edges with the greatest numbers, in the order of ``ranked()``.
  /// - Complexity: O(edges × log edges)
  public func top(_ count: Int) -> [Element] { Array(ranked().prefix(Swift.max(0, count))) }
}

extension EdgeScores: RandomAccessCollection {
  /// An edge with its number.
  public typealias Element = (edge: EdgeID, value: Double)

  /// Zero.
  public var startIndex: Int { 0 }

  /// How many edges there are.
  public var endIndex: Int { values.count }

  /// The edge at a position, and its number.
  ///
  /// - Complexity: O(1)
  public subscript(position: Int) -> Element {
    (EdgeID(rawValue: numbering.rawValue(at: position)), values[position])
  }
}
