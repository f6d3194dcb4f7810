import GraphCore
import Testing

@Suite struct GraphTests {
  @Test func exampleOfTheDocumentation() {
    var graph = Graph<String, Int>(.undirected)
    let torch = graph.addNode("Torch Center")
    let sydney = graph.addNode("UNSW")
    let agreement = graph.addEdge(from: torch, to: sydney, 2016)
    graph[sydney] = "University of New South Wales"
    #expect(graph.neighbors(of: torch) == [sydney])
    #expect(graph[agreement] == 2016)
    #expect(graph[sydney] == "University of New South Wales")
  }

  @Test func exampleOfTheOverview() {
    var graph = Graph<String, Int>(.directed)
    let torch = graph.addNode("Torch Center")
    let sydney = graph.addNode("UNSW")
    graph.addEdge(from: torch, to: sydney, 2016)
    graph.addEdge(from: torch, to: torch, 2020)
    #expect(graph.degree(of: torch) == 3)
    #expect(graph.successors(of: torch) == [sydney, torch])
  }

  @Test func emptyGraph() {
    let graph = Graph<String, Void>(.directed)
    #expect(graph.isEmpty && graph.isDirected)
    #expect(Array(graph.nodes).isEmpty && Array(graph.edges).isEmpty)
    #expect(!graph.contains(NodeID(rawValue: 0)) && !graph.contains(EdgeID(rawValue: 0)))
    graph.checkInvariants()
  }

  @Test func selfLoopsAndParallelEdgesAreKept() {
    for directedness in Directedness.allCases {
      var graph = Graph<String, String>(directedness)
      let first = graph.addNode("first")
      let second = graph.addNode("second")
      let one = graph.addEdge(from: first, to: second, "one")
      let loop = graph.addEdge(from: first, to: first, "loop")
      let two = graph.addEdge(from: second, to: first, "two")
      #expect(graph.edgeCount == 3)
      #expect(graph.degree(of: first) == 4 && graph.degree(of: second) == 2)
      #expect(Array(graph.incidentEdges(of: first)) == [one, loop, two])
      #expect(graph.edges(between: first, and: second) == [one, two])
      #expect(graph.edges(between: second, and: first) == [one, two])
      #expect(graph.edges(between: first, and: first) == [loop])
      #expect(graph.edges(between: second, and: second).isEmpty)
      #expect(graph.neighbors(of: first) == [second, first])
      #expect(graph.endpoints(of: loop).isSelfLoop)
      #expect(graph.endpoints(of: two) == Endpoints(source: second, target: first))
    }
  }

  @Test func directionOfEdges() {
    var directed = Graph<Int, Void>(.directed)
    let a = directed.addNode(0)
    let b = directed.addNode(1)
    let there = directed.addEdge(from: a, to: b)
    let back = directed.addEdge(from: b, to: a)
    let loop = directed.addEdge(from: a, to: a)
    #expect(Array(directed.edges(from: a)) == [there, loop])
    #expect(Array(directed.edges(to: a)) == [back, loop])
    #expect(directed.successors(of: a) == [b, a])
    #expect(directed.predecessors(of: b) == [a])

    var undirected = Graph<Int, Void>(.undirected)
    let c = undirected.addNode(0)
    let d = undirected.addNode(1)
    let edge = undirected.addEdge(from: c, to: d)
    #expect(Array(undirected.edges(from: d)) == [edge])
    #expect(Array(undirected.edges(to: c)) == [edge])
    #expect(undirected.successors(of: d) == [c])
  }

  @Test func identifiersAreNotReused() {
    var graph = Graph<String, Void>(.undirected)
    let first = graph.addNode("first")
    let second = graph.addNode("second")
    let edge = graph.addEdge(from: first, to: second)
    #expect(graph.removeNode(second) == "second")
    #expect(!graph.contains(second) && !graph.contains(edge))
    #expect(graph.edgeCount == 0)
    let third = graph.addNode("third")
    #expect(third != second)
    #expect(Array(graph.nodes) == [first, third])
    #expect(graph.nodes.count == 2 && graph.edges.count == 0)
    #expect(graph.addEdge(from: third, to: first) != edge)
    graph.checkInvariants()
  }

  @Test func copiesAreIndependent() {
    var graph = Graph<[Int], Void>(.directed)
    let node = graph.addNode([1])
    var copy = graph
    copy[node].append(2)
    copy.addEdge(from: node, to: node)
    #expect(graph[node] == [1] && graph.edgeCount == 0)
    #expect(copy[node] == [1, 2] && copy.edgeCount == 1)
  }

  @Test func equality() {
    func path() -> Graph<String, Int> {
      var graph = Graph<String, Int>(.undirected)
      let first = graph.addNode("first")
      graph.addEdge(from: first, to: graph.addNode("second"), 1)
      return graph
    }
    var other = path()
    #expect(other == path())
    other[EdgeID(rawValue: 0)] = 2
    #expect(other != path())
  }

  @Test func descriptions() {
    #expect("\(NodeID(rawValue: 3)) \(EdgeID(rawValue: 4))" == "n3 e4")
    #expect(NodeID(rawValue: 1) < NodeID(rawValue: 2))
  }
}
