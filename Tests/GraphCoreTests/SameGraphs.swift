import GraphCore
import TestSupport
import Testing

extension RandomCase {
  /// A graph frozen with the numbers on its edges as strengths, or without.
  func frozen(
    _ graph: SampleGraph, as orientation: FrozenGraph.Orientation = .declared
  ) throws -> FrozenGraph {
    isWeighted
      ? try graph.frozen(as: orientation, strength: { Double($1) })
      : graph.frozen(as: orientation)
  }
}

/// Expects all that makes up a frozen graph to be the same.
func expectSame(
  _ graph: FrozenGraph, _ other: FrozenGraph, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectSame(graph.outgoing, other.outgoing, sourceLocation)
  expectSame(graph.incoming, other.incoming, sourceLocation)
  let isSame =
    graph.directedness == other.directedness && graph.weightRole == other.weightRole
    && graph.isMixed == other.isMixed && graph.nodeNumbering == other.nodeNumbering
    && graph.edgeNumbering == other.edgeNumbering
  #expect(isSame, sourceLocation: sourceLocation)
}

private func expectSame(_ arcs: Arcs, _ other: Arcs, _ sourceLocation: SourceLocation) {
  #expect(arcs.offsets == other.offsets, sourceLocation: sourceLocation)
  #expect(arcs.targets == other.targets, sourceLocation: sourceLocation)
  #expect(arcs.edges == other.edges, sourceLocation: sourceLocation)
  #expect(arcs.weights == other.weights, sourceLocation: sourceLocation)
}
