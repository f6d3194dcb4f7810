import GraphCore
import Testing

/// What ends the program, because it could only go on with a graph that is wrong.
@Suite struct RefusalTests {
  @Test func nodesThatWereRemoved() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.undirected)
      let node = graph.addNode(0)
      graph.removeNode(node)
      _ = graph.degree(of: node)
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let node = graph.addNode(0)
      graph.removeNode(node)
      _ = graph.edges(from: node)
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let (first, second) = (graph.addNode(0), graph.addNode(1))
      graph.removeNode(first)
      graph.addEdge(from: first, to: second)
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let (first, second) = (graph.addNode(0), graph.addNode(1))
      graph.removeNode(second)
      graph.addEdge(from: first, to: second)
    }
  }

  @Test func edgesThatWereRemoved() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.mixed)
      let node = graph.addNode(0)
      let edge = graph.addEdge(from: node, to: node)
      graph.removeEdge(edge)
      _ = graph.isDirected(edge)
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let node = graph.addNode(0)
      let edge = graph.addEdge(from: node, to: node)
      graph.removeEdge(edge)
      _ = graph.endpoints(of: edge)
    }
    await #expect(processExitsWith: .failure) {
      let ends = Endpoints(source: NodeID(rawValue: 0), target: NodeID(rawValue: 1))
      _ = ends.other(than: NodeID(rawValue: 2))
    }
  }

  @Test func edgesOfAnotherKindThanTheGraph() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let node = graph.addNode(0)
      graph.addEdge(from: node, to: node, directed: false)
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.undirected)
      let node = graph.addNode(0)
      graph.appendUnlinkedEdge(from: node, to: node, directed: true, ())
    }
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.mixed)
      let node = graph.addNode(0)
      graph.addEdge(from: node, to: node, directed: false)
      _ = graph.converted(to: .directed)
    }
  }

  @Test func removingWhileEdgesAreNotLinked() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph<Int, Void>(.directed)
      let node = graph.addNode(0)
      let edge = graph.addEdge(from: node, to: node)
      graph.appendUnlinkedEdge(from: node, to: node, directed: true, ())
      graph.removeEdge(edge)
    }
  }

  @Test func numbersThatNoNodeHas() async {
    await #expect(processExitsWith: .failure) {
      _ = FrozenGraph.Builder(.directed, nodeCount: 2).build().node(at: 2)
    }
    await #expect(processExitsWith: .failure) {
      var builder = FrozenGraph.Builder(.directed)
      builder.addEdge(from: 0, to: Int(UInt32.max))
    }
    await #expect(processExitsWith: .failure) {
      var builder = FrozenGraph.Builder(.directed)
      builder.addEdge(from: 0, to: -1)
    }
  }
}
