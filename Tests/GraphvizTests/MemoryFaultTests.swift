import Graphviz
import Testing

/// Faults of libgvc that hang on where its objects are in memory.
@Suite struct MemoryFaultTests {
  /// fdp compares places of nodes that are gone with such as are new.
  @Test func clustersInClustersWithEdgesBetweenThem() throws {
    func graph() -> GraphDescription {
      var graph = GraphDescription(.directed)
      for node in 0..<12 { graph.addNode("\(node)") }
      graph.addCluster("a", nodes: ["0", "1"])
      for place in 0..<3 {
        var outer = Subgraph.cluster("b\(place)", nodes: [])
        outer.subgraphs = (0..<3).map { inner in
          .cluster("c\(place)\(inner)", nodes: ["\(2 + place * 3 + inner)"])
        }
        graph.subgraphs.append(outer)
      }
      for node in 1..<12 {
        graph.addEdge("\(node)", "\(node / 2)")
        graph.addEdge("0", "\(node)")
        graph.addEdge("\(node)", "\(node)")
      }
      return graph
    }
    let expected = try graph().draw(with: .fdp, as: [.svg])
    for _ in 0..<20 {
      _ = try sample().draw(with: .fdp)
      #expect(try graph().draw(with: .fdp, as: [.svg]) == expected)
    }
  }

  /// libgvc's router forgets to make room for the middle of round nodes.
  @Test(arguments: [Engine.neato, .sfdp, .nop])
  func curvesAroundRoundNodes(_ engine: Engine) {
    for count in [3, 5, 8, 13] {
      let error = error(with: engine) {
        $0.attributes.splines = .spline
        $0.attributes.overlap = .prism()
        $0.nodeDefaults.shape = .circle
        for node in 0..<count {
          $0.addNode("\(node)") {
            $0.pos = Point(x: Double(node % 6) * 90, y: Double(node / 6) * 90)
          }
        }
        for index in $0.nodes.indices.prefix(2) {
          $0.nodes[index].attributes.pos = Point(x: -90, y: Double(index) * 90)
        }
        for node in 1..<count {
          $0.addEdge("\(node)", "\(node * 7 % count)")
          $0.addEdge("\(node)", "\(node / 2)")
        }
      }
      #expect(error == nil || error?.code == .fallback, "\(count)")
    }
  }
}
