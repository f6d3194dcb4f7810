import Graphviz

/// A small graph with everything that engines and formats deal with.
func sample(_ kind: GraphDescription.Kind = .undirected) -> GraphDescription {
  var graph = GraphDescription(kind, name: "sample")
  graph.attributes.label = "一張圖 <sample>"
  graph.nodeDefaults.shape = .box
  graph.nodeDefaults.style = [.filled, .rounded]
  graph.nodeDefaults.fillColor = Color(rgb: 0xDDEEFF)
  for id in ["a", "b", "c", "d", "e", "f"] { graph.addNode(id) }
  graph.nodes[0].attributes.label = "北京\nBeijing"
  graph.addEdge("a", "b") { $0.label = "2016" }
  graph.addEdge("b", "c")
  graph.addEdge("c", "a") { $0.style = .dashed }
  graph.addEdge("c", "d")
  graph.addEdge("d", "e")
  graph.addEdge("e", "e")
  graph.addEdge("a", "b")
  graph.addCluster("left", nodes: ["a", "b"]) { $0.label = "Left 左" }
  graph.addCluster("right", nodes: ["d", "e"]) { $0.label = "Right 右" }
  return graph
}

/// The sample with a position for every node, for the engines that need one.
func placedSample() -> GraphDescription {
  var graph = sample()
  for index in graph.nodes.indices {
    graph.nodes[index].attributes.pos = Point(
      x: Double(index % 3) * 120 + 40, y: Double(index / 3) * 100 + 30)
  }
  return graph
}

func sample(for engine: Engine) -> GraphDescription {
  engine == .nop || engine == .nop2 ? placedSample() : sample()
}
