internal import ExactTexts

/// The blocks into which circo divides a graph: parts that hang together by more than one way.
///
/// A node where two blocks meet goes to one of them, and circo does not expect what this may leave
/// of the other: several nodes without an edge between them end the process. So the division is
/// made here first, just as circo makes it (`blocktree.c` of Graphviz 2.42), depth first along the
/// edges in libcgraph's order.
struct CircoBlocks {
  private let neighbours: [[Int]]
  private var order: [Int]
  private var low: [Int]
  private var parents: [Int?]
  /// The block of each node.
  private var blocks: [Int?]
  private var blockCount = 0
  private var visited = 0
  /// Heads of the edges of the search tree that are in no block yet.
  private var pending: [Int] = []

  /// From a graph whose root, if circo is told one, comes first.
  init(nodes count: Int, edges: some Sequence<(tail: Int, head: Int)>, roots: [Int]) {
    neighbours = Self.neighbours(count, edges)
    order = Array(repeating: 0, count: count)
    low = order
    parents = Array(repeating: nil, count: count)
    blocks = parents
    for root in roots + Array(0..<count) where order[root] == 0 { search(from: root) }
  }

  private struct Ends: Hashable {
    let low: Int
    let high: Int
  }

  /// A node of a block that circo cannot draw.
  var brokenNode: Int? {
    var sizes = Array(repeating: 0, count: blockCount)
    var hasEdge = Array(repeating: false, count: blockCount)
    for (node, block) in blocks.enumerated() {
      guard let block else { continue }
      sizes[block] += 1
      if neighbours[node].contains(where: { blocks[$0] == block }) { hasEdge[block] = true }
    }
    return blocks.indices.first { node in
      blocks[node].map { sizes[$0] > 1 && !hasEdge[$0] } ?? false
    }
  }

  /// What libcgraph gives for each node of a graph without parallel edges and loops: first the heads
  /// of its own edges, then the tails of others, each in the order of the nodes.
  private static func neighbours(
    _ count: Int, _ edges: some Sequence<(tail: Int, head: Int)>
  ) -> [[Int]] {
    var heads: [[Int]] = Array(repeating: [], count: count)
    for edge in edges where edge.tail != edge.head { heads[edge.tail].append(edge.head) }
    var seen: Set<Ends> = []
    var tails: [[Int]] = Array(repeating: [], count: count)
    // circo goes through the nodes, and through the edges of each.
    for tail in heads.indices {
      heads[tail].sort()
      heads[tail].removeAll { head in
        guard seen.insert(Ends(low: min(tail, head), high: max(tail, head))).inserted else {
          return true
        }
        tails[head].append(tail)
        return false
      }
    }
    return zip(heads, tails).map { $0 + $1 }
  }

  /// Searches with a stack of its own: paths may be as long as the graph.
  private mutating func search(from root: Int) {
    var path: [(node: Int, next: Int)] = [(root, 0)]
    enter(root)
    while let (node, next) = path.last {
      guard next < neighbours[node].count else {
        path.removeLast()
        if let (parent, _) = path.last { leave(node, to: parent) }
        continue
      }
      path[path.count - 1].next += 1
      let other = neighbours[node][next]
      if order[other] == 0 {
        parents[other] = node
        pending.append(other)
        enter(other)
        path.append((other, 0))
      } else if parents[node] != other {
        low[node] = min(low[node], order[other])
      }
    }
    if blocks[root] == nil { add([root]) }
  }

  private mutating func enter(_ node: Int) {
    visited += 1
    order[node] = visited
    low[node] = visited
  }

  /// Makes a block of what was found beyond a node where the graph would fall apart.
  private mutating func leave(_ node: Int, to parent: Int) {
    low[parent] = min(low[parent], low[node])
    guard low[node] >= order[parent] else { return }
    var members: [Int] = []
    while let last = pending.popLast() {
      if blocks[last] == nil { members.append(last) }
      if last == node { break }
    }
    guard !members.isEmpty else { return }
    if blocks[parent] == nil, members.count > 1 { members.append(parent) }
    add(members)
  }

  private mutating func add(_ members: [Int]) {
    for member in members { blocks[member] = blockCount }
    blockCount += 1
  }
}

extension Preparation {
  /// circo ends the process where a block falls apart.
  func checkBlocks() throws(GraphvizError) {
    func isRoot(_ entries: [AttributeList.Entry]) -> Bool? {
      entries.value("root").map { $0 == "true" }
    }
    var roots: [Int] = []
    if let root = result.attributes.value("root"), let place = places[root] {
      roots.append(place)
    }
    let isUsuallyRoot = isRoot(result.nodeDefaults) ?? false
    roots += result.nodes.indices.filter {
      isRoot(result.nodes[$0].attributes) ?? isUsuallyRoot
    }
    let blocks = CircoBlocks(
      nodes: result.nodes.count, edges: result.edges.lazy.map { ($0.tail, $0.head) }, roots: roots)
    guard let node = blocks.brokenNode else { return }
    throw GraphvizError(
      .unsupported,
      "circo cannot draw the ring of this node, whose other nodes belong to other rings; "
        + "choose another root or engine", subject: .node(result.nodes[node].name))
  }
}
