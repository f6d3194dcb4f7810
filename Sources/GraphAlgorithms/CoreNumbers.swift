public import GraphCore

extension FrozenGraph {
  /// How deep in the graph each node is: its core number (Seidman 1983).
  ///
  /// The k-core is what remains when nodes with fewer than k edges are taken away again and again;
  /// the core number of a node is the greatest k whose core it is in. In a triangle with a pendant
  /// node, the triangle has 2 and the pendant node 1.
  ///
  /// Parallel edges count each; self-loops do not count. A node without edges has 0. With both
  /// directions counted, an opposite pair of directed edges counts twice, an edge of a mixed graph
  /// that leads both ways once.
  ///
  /// Seidman: Network structure and minimum degree. Social Networks 5 (1983).
  /// Batagelj, Zaveršnik: An O(m) algorithm for cores decomposition of networks (2003).
  ///
  /// - Parameter direction: Whether edges from a node, to it, or both are counted.
  /// - Returns: The core number of every node.
  /// - Complexity: O(nodes + edges)
  public func coreNumbers(_ direction: Direction = .either) -> NodeScores {
    // So that an edge that leads both ways counts once.
    if isMixed && direction == .either { return undirected.coreNumbers() }
    // An edge that is counted at its source is lost to it when its target goes.
    let removal: [Arcs]
    switch direction {
    case .outgoing: removal = [incoming]
    case .incoming: removal = [outgoing]
    case .either: removal = isDirected ? [outgoing, incoming] : [outgoing]
    }
    let degrees = Buffer(repeating: UInt32(0), count: nodeCount)
    for arcs in removal {
      let offsets = Buffer(arcs.offsets)
      let targets = Buffer(arcs.targets)
      if isDirected {
        for arc in 0..<targets.count { degrees[targets[arc]] += 1 }
      } else {
        for node in 0..<nodeCount { degrees[node] = offsets[node + 1] - offsets[node] }
      }
      for node in 0..<UInt32(nodeCount) {
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) where targets[arc] == node {
          degrees[node] -= 1
        }
      }
    }
    peel(degrees, removal)
    return NodeScores(degrees.array.map(Double.init), of: self)
  }

  /// Takes nodes away by ascending degree; each keeps the degree at which it went.
  private func peel(_ degrees: borrowing Buffer<UInt32>, _ removal: [Arcs]) {
    let stack = Buffer(repeating: UInt32(0), count: nodeCount)
    // Nodes still there. A node is looked at once for each core it is in: no more often than it
    // has edges, so that no queue by degrees is needed.
    let rest = Buffer((0..<UInt32(nodeCount)).map { $0 })
    var restCount = nodeCount
    var level: UInt32 = 0
    let graphs = removal.map { ArcBox($0) }
    while restCount > 0 {
      var (kept, height) = (0, 0)
      var least = UInt32.max
      for place in 0..<restCount {
        let node = rest[place]
        let degree = degrees[node]
        if degree > level {
          rest[kept] = node
          kept += 1
          least = min(least, degree)
        } else if degree == level {
          stack[height] = node
          height += 1
        }
      }
      // Those below the level went before; those on it go now, and take others with them.
      restCount = kept
      if height == 0 {
        level = least
        if kept == 0 { break }
        continue
      }
      while height > 0 {
        height -= 1
        let node = stack[height]
        for graph in graphs {
          for arc in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
            let head = graph.targets[arc]
            let degree = degrees[head]
            if degree <= level { continue }
            degrees[head] = degree - 1
            if degree - 1 == level {
              stack[height] = head
              height += 1
            }
          }
        }
      }
      level += 1
    }
  }
}

/// Arcs at a fixed place in memory.
final class ArcBox: Sendable {
  nonisolated(unsafe) let offsets: Buffer<UInt32>
  nonisolated(unsafe) let targets: Buffer<UInt32>

  init(_ arcs: Arcs) {
    offsets = Buffer(arcs.offsets)
    targets = Buffer(arcs.targets)
  }
}
