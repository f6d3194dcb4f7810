import Graphviz

/// A connected random graph, as a description and as DOT text that says the same.
struct SampleGraph {
  let description: GraphDescription
  let text: String

  /// A random tree with half as many edges again.
  init(nodes: Int, directed: Bool) {
    var generator = Numbers(state: UInt64(nodes))
    var edges: [(tail: Int, head: Int)] = []
    for node in 1..<nodes { edges.append((generator.next(below: node), node)) }
    for _ in 0..<(nodes / 2) {
      let head = 1 + generator.next(below: nodes - 1)
      edges.append((generator.next(below: head), head))
    }

    var description = GraphDescription(directed ? .directed : .undirected, name: "sample")
    var text = (directed ? "digraph" : "graph") + " sample {\n"
    for node in 0..<nodes {
      description.addNode("n\(node)")
      text += "n\(node)\n"
    }
    for edge in edges {
      description.addEdge("n\(edge.tail)", "n\(edge.head)")
      text += "n\(edge.tail) \(directed ? "->" : "--") n\(edge.head)\n"
    }
    self.description = description
    self.text = text + "}\n"
  }
}

/// Numbers drawn by lot, the same each time.
private struct Numbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
