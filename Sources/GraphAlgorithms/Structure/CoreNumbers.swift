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
    return outgoing.withPointers { outgoing in
      incoming.withPointers { incoming in
        // An edge that is counted at its source is lost to it when its target goes.
        let removal =
          switch direction {
          case .outgoing: [incoming]
          case .incoming: [outgoing]
          case .either: isDirected ? [outgoing, incoming] : [outgoing]
          }
        let degrees = Buffer(repeating: UInt32(0), count: nodeCount)
        for arcs in removal { addDegrees(degrees, losing: arcs) }
        peel(degrees, removal)
        return NodeScores(degrees.array.map(Double.init), of: self)
      }
    }
  }

  /// Counts at each node the arcs that lead to it, but for self-loops.
  private func addDegrees(_ degrees: borrowing Buffer<UInt32>, losing arcs: ArcPointers) {
    let degrees = degrees.base
    if isDirected {
      for node in 0..<nodeCount {
        for arc in arcs.range(of: node) {
          let target = Int(arcs.targets[arc])
          degrees[target] &+= target == node ? 0 : 1
        }
      }
      return
    }
    for node in 0..<nodeCount { degrees[node] = UInt32(arcs.degree(of: node)) }
    // Each edge is two arcs, a self-loop one.
    if arcs.targets.count == 2 * edgeCount { return }
    for node in 0..<nodeCount {
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) == node { degrees[node] &-= 1 }
    }
  }

  /// Takes nodes away by ascending degree; each keeps the degree at which it went.
  private func peel(_ degrees: borrowing Buffer<UInt32>, _ removal: [ArcPointers]) {
    // One place more is written to before it is known whether a node goes.
    let stack = Buffer<UInt32>(uninitialized: nodeCount + 1)
    // Nodes still there. A node is looked at once for each core it is in: no more often than it
    // has edges, so that no queue by degrees is needed.
    let rest = Buffer<UInt32>(uninitialized: nodeCount)
    for node in 0..<nodeCount { rest[node] = UInt32(node) }
    let (degrees, goes, stays) = (degrees.base, stack.base, rest.base)
    var restCount = nodeCount
    var level: UInt32 = 0
    while restCount > 0 {
      var (kept, height) = (0, 0)
      var least = UInt32.max
      // Without branches, here and below, for what becomes of a node cannot be guessed.
      for place in 0..<restCount {
        let node = stays[place]
        let degree = degrees[Int(node)]
        stays[kept] = node
        kept &+= degree > level ? 1 : 0
        goes[height] = node
        height &+= degree == level ? 1 : 0
        least = degree > level ? min(least, degree) : least
      }
      // Those below the level went before; those on it go now, and take others with them.
      restCount = kept
      if height == 0 {
        level = least
        continue
      }
      while height > 0 {
        height &-= 1
        let node = Int(goes[height])
        for arcs in removal {
          for arc in arcs.range(of: node) {
            let head = arcs.targets[arc]
            let degree = degrees[Int(head)]
            degrees[Int(head)] = degree > level ? degree &- 1 : degree
            goes[height] = head
            height &+= degree == level &+ 1 ? 1 : 0
          }
        }
      }
      level += 1
    }
  }
}
