public import GraphCore

/// A number for each node of a graph, such as a centrality.
///
/// The nodes come in ascending order of their identifiers.
public struct NodeScores: Equatable, Sendable {
  /// The numbers, in ascending order of the nodes.
  public let values: [Double]

  private let numbering: DenseNumbering

  init(_ values: [Double], of graph: FrozenGraph) {
    self.values = values
    numbering = graph.nodeNumbering
  }

  /// The number of one node.
  ///
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(1)
  public subscript(node: NodeID) -> Double {
    guard let index = numbering.number(of: node.rawValue) else {
      preconditionFailure("The node was not in the graph.")
    }
    return values[index]
  }

  /// The nodes with their numbers, greatest first; equal ones by ascending node, NaN last.
  ///
  /// - Complexity: O(nodes × log nodes)
  public func ranked() -> [Element] { sorted { Self.precedes($0.value, $1.value) } }

  /// The first of the ranking.
  ///
  /// - Parameter count: How many nodes to give at most.
  /// - Returns: The nodes with the greatest numbers, in the order of ``ranked()``.
  /// - Complexity: O(nodes × log nodes)
  public func top(_ count: Int) -> [Element] { Array(ranked().prefix(Swift.max(0, count))) }

  // Sorting is stable, so that what this leaves undecided stays in ascending order of nodes.
  static func precedes(_ left: Double, _ right: Double) -> Bool {
    left > right || (right.isNaN && !left.isNaN)
  }
}

extension NodeScores: RandomAccessCollection {
  /// A node with its number.
  public typealias Element = (node: NodeID, value: Double)

  /// Zero.
  public var startIndex: Int { 0 }

  /// How many nodes there are.
  public var endIndex: Int { values.count }

  /// The node at a position, and its number.
  ///
  /// - Complexity: O(1)
  public subscript(position: Int) -> Element {
    (NodeID(rawValue: numbering.rawValue(at: position)), values[position])
  }
}
