internal import GraphCore

/// The blocks of a graph taken as undirected: its greatest parts that no single node holds together.
///
/// Two blocks share a node at most, a cut node; every edge but a self-loop is in one block. Found by
/// depth-first search without recursion (Hopcroft, Tarjan 1973), in time linear in nodes and edges.
///
/// Hopcroft, Tarjan: Algorithm 447, Efficient algorithms for graph manipulation. CACM 16 (1973).
struct BlockCut {
  /// Where the members of each block begin, with the number of all at the end.
  private(set) var offsets: [UInt32] = [0]
  /// The members of each block; the first one is its top, by which the search entered it.
  private(set) var members: [UInt32] = []
  /// The block of which each node is a member but not the top; `none` for the roots of the search.
  private(set) var blocks: [UInt32]
  /// The root of the search that found each node: one for each component.
  private(set) var roots: [UInt32]
  /// The nodes, each after those that the search found below it.
  private(set) var postorder: [UInt32] = []
  /// The node from which the search came to each node; of a root, itself.
  private(set) var parents: [UInt32]

  static let none = UInt32.max

  /// How many blocks there are.
  var count: Int { offsets.count - 1 }

  /// The members of a block as positions in `members`.
  func range(of block: Int) -> Range<Int> { Int(offsets[block])..<Int(offsets[block + 1]) }

  /// Finds the blocks.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - arcs: The arcs both ways.
  ///   - execution: Who may call the run off.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  init(nodeCount: Int, arcs: Arcs, _ execution: Execution) throws(AlgorithmError) {
    let none = Self.none
    let (arcOffsets, targets) = (arcs.offsets, arcs.targets)
    var visits = [UInt32](repeating: none, count: nodeCount)
    var lowest = [UInt32](repeating: none, count: nodeCount)
    var nextArcs = arcOffsets
    var stack: [UInt32] = []
    var visited: UInt32 = 0
    // Local arrays are written without a check of whether they are shared.
    var parents = [UInt32](repeating: none, count: nodeCount)
    var roots = parents
    var blocks = parents
    var offsets: [UInt32] = [0]
    var members: [UInt32] = []
    var postorder: [UInt32] = []
    postorder.reserveCapacity(nodeCount)
    stack.reserveCapacity(nodeCount)
    for root in 0..<UInt32(nodeCount) where visits[Int(root)] == none {
      var node = root
      visits[Int(node)] = visited
      lowest[Int(node)] = visited
      visited += 1
      parents[Int(node)] = node
      roots[Int(node)] = root
      while true {
        let arc = Int(nextArcs[Int(node)])
        if arc < Int(arcOffsets[Int(node) + 1]) {
          nextArcs[Int(node)] += 1
          let head = Int(targets[arc])
          if visits[head] == none {
            visits[head] = visited
            lowest[head] = visited
            visited += 1
            parents[head] = node
            roots[head] = root
            stack.append(UInt32(head))
            node = UInt32(head)
          } else {
            // The arc back to the parent does no harm: a block ends where nothing goes beyond it.
            lowest[Int(node)] = min(lowest[Int(node)], visits[head])
          }
          continue
        }
        if postorder.count % Execution.pieceLength == 0 { try execution.checkCancellation() }
        postorder.append(node)
        if node == root { break }
        let parent = parents[Int(node)]
        lowest[Int(parent)] = min(lowest[Int(parent)], lowest[Int(node)])
        if lowest[Int(node)] >= visits[Int(parent)] {
          members.append(parent)
          while let member = stack.popLast() {
            members.append(member)
            blocks[Int(member)] = UInt32(offsets.count - 1)
            if member == node { break }
          }
          offsets.append(UInt32(members.count))
        }
        node = parent
      }
    }
    self.offsets = offsets
    self.members = members
    self.blocks = blocks
    self.parents = parents
    self.roots = roots
    self.postorder = postorder
  }
}

/// What stands behind the members of blocks, when something is counted at every node.
///
/// Every node of a component is attached to exactly one member of each of its blocks: the one by
/// which paths from it enter the block.
struct BlockLoads {
  /// For each position in `BlockCut.members`, how much is attached to that member of that block.
  private(set) var loads: [Double]
  /// The sum over all of each node's component.
  private(set) var totals: [Double]
  /// What hangs below each node in blocks of which it is the top.
  private(set) var hanging: [Double]

  init(of counts: [Double], in cut: BlockCut) {
    var below = counts
    hanging = [Double](repeating: 0, count: counts.count)
    for node in cut.postorder where cut.parents[Int(node)] != node {
      below[Int(cut.parents[Int(node)])] += below[Int(node)]
    }
    totals = cut.roots.map { below[Int($0)] }
    loads = [Double](repeating: 0, count: cut.members.count)
    for block in 0..<cut.count {
      let range = cut.range(of: block)
      // The last member is the one by which the search left the top.
      let top = Int(cut.members[range.lowerBound])
      let branch = below[Int(cut.members[range.upperBound - 1])]
      loads[range.lowerBound] = totals[top] - branch
      hanging[top] += branch
    }
    for block in 0..<cut.count {
      for position in cut.range(of: block).dropFirst() {
        let node = Int(cut.members[position])
        loads[position] = counts[node] + hanging[node]
      }
    }
  }
}
