internal import GraphCore

/// Writes graphs as plain edge lists: a line of two names, and a weight if there are weights.
///
/// Lines come in the order of the edges, so that ``EdgeListReader`` gives the edges the same
/// numbers again. A weight has as many digits as are needed to read the same number back. An edge
/// of a mixed graph that leads both ways is two lines, one each way.
///
/// A node that no edge ends at has no place in such a file: it is left out, unless
/// ``writesLoneNames`` is set. The same graph always gives the same bytes.
public struct EdgeListWriter: Sendable {
  /// What stands between the columns.
  public enum Separator: String, Hashable, Sendable, CaseIterable {
    /// A tab.
    case tab = "\t"
    /// A space.
    case space = " "
    /// A comma.
    case comma = ","
  }

  /// What stands between the columns.
  public var separator: Separator

  /// Whether a node without edges is a line of its own, after all edges.
  ///
  /// ``EdgeListReader/acceptsLoneNames`` reads it back; other programs may not.
  public var writesLoneNames = false

  /// Creates a writer.
  ///
  /// - Complexity: O(1)
  public init(separator: Separator = .tab) {
    self.separator = separator
  }

  /// Writes a graph into memory.
  ///
  /// - Parameter list: The graph and the names of its nodes.
  /// - Returns: The bytes of the file, in UTF-8.
  /// - Throws: ``EdgeListError`` if a name cannot be read back: it is empty, begins with `"` or as
  ///   a comment does, or has a space, tab, comma, control character or byte order mark in it.
  /// - Complexity: O(length of the file + nodes)
  public func write(_ list: EdgeList) throws(EdgeListError) -> [UInt8] {
    try check(list.names)
    var all: [UInt8] = []
    write(list) { (bytes: inout [UInt8]) throws(Never) in all.append(contentsOf: bytes) }
    return all
  }

  /// Writes a graph piece by piece, so that the file is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - list: The graph and the names of its nodes.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: ``EdgeListError`` before anything is written, as ``write(_:)`` does, and whatever
  ///   `sink` throws.
  /// - Complexity: O(length of the file + nodes)
  public func write(_ list: EdgeList, to sink: ([UInt8]) throws -> Void) throws {
    try check(list.names)
    try write(list) { (bytes: inout [UInt8]) throws in try sink(bytes) }
  }

  private func write<Failure: Error>(
    _ list: EdgeList, flush: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes: [UInt8] = []
    let separator = Array(separator.rawValue.utf8)
    func line(_ source: UInt32, _ target: UInt32, _ weight: Double?) throws(Failure) {
      list.names.append(Int(source), to: &bytes)
      bytes.append(contentsOf: separator)
      list.names.append(Int(target), to: &bytes)
      if let weight {
        bytes.append(contentsOf: separator)
        bytes.append(contentsOf: text(of: weight).utf8)
      }
      try endLine()
    }
    func endLine() throws(Failure) {
      bytes.append(UInt8(ascii: "\n"))
      guard bytes.count >= 1 << 16 else { return }
      try flush(&bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    let ends = EdgeEnds(list.graph)
    for edge in ends.sources.indices where ends.sources[edge] != EdgeEnds.none {
      let weight = ends.weights.isEmpty ? nil : ends.weights[edge]
      try line(ends.sources[edge], ends.targets[edge], weight)
      if ends.leadBack.contains(UInt32(edge)) {
        try line(ends.targets[edge], ends.sources[edge], weight)
      }
    }
    if writesLoneNames {
      for node in 0..<list.graph.nodeCount where ends.isLone[node] {
        list.names.append(node, to: &bytes)
        try endLine()
      }
    }
    if !bytes.isEmpty { try flush(&bytes) }
  }

  private func text(of weight: Double) -> String {
    Int(exactly: weight).map(String.init) ?? String(weight)
  }

  private func check(_ names: NodeNames) throws(EdgeListError) {
    var bytes: [UInt8] = []
    for number in names.indices {
      bytes.removeAll(keepingCapacity: true)
      names.append(number, to: &bytes)
      let isBroken = bytes.contains { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: ",") }
      let openings = ["\"", "#", "%", "//", "\u{FEFF}"]
      guard !bytes.isEmpty, !isBroken, !openings.contains(where: { bytes.starts(with: $0.utf8) })
      else {
        throw EdgeListError(
          .name,
          """
          the name \(names[number].debugDescription) cannot stand in an edge list, which has no \
          quotes; rename the node, or write another format
          """)
      }
    }
  }
}

/// The ends of each edge of a frozen graph.
private struct EdgeEnds {
  static let none = UInt32.max

  /// Where each edge starts; none if a filter left it out.
  private(set) var sources: [UInt32]
  private(set) var targets: [UInt32]
  /// The weight of each edge; empty if there are none.
  private(set) var weights: [Double]
  /// Edges of a directed graph that lead both ways.
  private(set) var leadBack: Set<UInt32> = []
  /// Whether no edge ends at each node.
  private(set) var isLone: [Bool]

  init(_ graph: FrozenGraph) {
    isLone = [Bool](repeating: true, count: graph.nodeCount)
    sources = [UInt32](repeating: Self.none, count: graph.edgeCount)
    targets = sources
    let arcs = graph.outgoing
    weights = [Double](repeating: 0, count: arcs.weights.isEmpty ? 0 : graph.edgeCount)
    for node in 0..<graph.nodeCount {
      for arc in arcs.range(of: node) {
        isLone[node] = false
        isLone[Int(arcs.targets[arc])] = false
        let edge = Int(arcs.edges[arc])
        if sources[edge] != Self.none {
          if graph.isDirected { leadBack.insert(UInt32(edge)) }
          continue
        }
        sources[edge] = UInt32(node)
        targets[edge] = arcs.targets[arc]
        if !weights.isEmpty { weights[edge] = arcs.weights[arc] }
      }
    }
  }
}
