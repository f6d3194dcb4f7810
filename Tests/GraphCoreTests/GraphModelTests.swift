import GraphCore
import TestSupport
import Testing

/// The graph against a list of nodes and a list of edges that are searched from end to end.
@Suite struct GraphModelTests {
  private struct Model {
    var nodes: [(id: NodeID, value: Int)] = []
    var edges: [(id: EdgeID, source: NodeID, target: NodeID, isOneWay: Bool, value: Int)] = []
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<120)
  func randomChanges(_ directedness: Directedness, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var graph = Graph<Int, Int>(directedness)
    var model = Model()
    for step in 0..<60 {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<3:
        model.nodes.append((graph.addNode(step), step))
      case 3..<7:
        guard let source = model.nodes.randomElement(using: &generator)?.id,
          let target = model.nodes.randomElement(using: &generator)?.id
        else { continue }
        let isOneWay =
          directedness == .mixed ? Bool.random(using: &generator) : directedness == .directed
        let edge = graph.addEdge(from: source, to: target, directed: isOneWay, step)
        model.edges.append((edge, source, target, isOneWay, step))
      case 7:
        guard let edge = model.edges.randomElement(using: &generator) else { continue }
        #expect(graph.removeEdge(edge.id) == edge.value)
        model.edges.removeAll { $0.id == edge.id }
      case 8:
        guard let node = model.nodes.randomElement(using: &generator) else { continue }
        #expect(graph.removeNode(node.id) == node.value)
        model.nodes.removeAll { $0.id == node.id }
        model.edges.removeAll { $0.source == node.id || $0.target == node.id }
      default:
        guard !model.nodes.isEmpty else { continue }
        let position = Int.random(in: model.nodes.indices, using: &generator)
        graph[model.nodes[position].id] += 1000
        model.nodes[position].value += 1000
      }
      graph.checkInvariants()
    }
    expectEqual(graph, model)
  }

  private func expectEqual(_ graph: Graph<Int, Int>, _ model: Model) {
    #expect(graph.nodeCount == model.nodes.count && graph.edgeCount == model.edges.count)
    #expect(Array(graph.nodes) == model.nodes.map(\.id))
    #expect(Array(graph.edges) == model.edges.map(\.id))
    #expect(graph.edges.map { graph[$0] } == model.edges.map(\.value))
    for (id, source, target, isOneWay, _) in model.edges {
      #expect(graph.endpoints(of: id) == Endpoints(source: source, target: target))
      #expect(graph.isDirected(id) == isOneWay)
    }
    for (node, value) in model.nodes {
      let incident = model.edges.filter { $0.source == node || $0.target == node }
      #expect(graph[node] == value)
      #expect(Array(graph.incidentEdges(of: node)) == incident.map(\.id))
      #expect(
        Array(graph.edges(from: node))
          == incident.filter { !$0.isOneWay || $0.source == node }.map(\.id))
      #expect(
        Array(graph.edges(to: node))
          == incident.filter { !$0.isOneWay || $0.target == node }.map(\.id))
      let loops = incident.count { $0.source == $0.target }
      #expect(graph.degree(of: node) == incident.count + loops)
      for (other, _) in model.nodes {
        let between = incident.filter {
          ($0.source, $0.target) == (node, other) || ($0.source, $0.target) == (other, node)
        }
        #expect(graph.edges(between: node, and: other) == between.map(\.id))
        #expect(graph.neighbors(of: node).contains(other) == !between.isEmpty)
      }
    }
  }
}
