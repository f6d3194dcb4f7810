import Graphviz
import Testing

/// What libgvc does instead of what it is asked for.
@Suite struct FallbackTests {
  /// The error without a permission, after checking that the permission gives a drawing with a
  /// remark and that no other permission does.
  private func refusal(
    _ fallback: Fallbacks, with engine: Engine = .dot, _ build: (inout GraphDescription) -> Void
  ) throws -> GraphvizError? {
    var graph = GraphDescription(.directed)
    graph.addNode("a")
    graph.addNode("b")
    build(&graph)
    #expect(try !graph.draw(with: engine, as: [.svg], allowing: fallback).warnings.isEmpty)
    #expect(throws: GraphvizError.self) {
      try graph.draw(with: engine, as: [.svg], allowing: .all.subtracting(fallback))
    }
    do throws(GraphvizError) {
      _ = try graph.draw(with: engine, as: [.svg])
      return nil
    } catch {
      #expect(error.code == .fallback)
      #expect(error.fallbacks == fallback)
      #expect(error.description.contains("allow \(fallback)"))
      return error
    }
  }

  @Test func straightEdges() throws {
    let error = try refusal(.edges, with: .neato) {
      $0.nodes[0].attributes.pos = Point(x: 0, y: 0)
      $0.nodes[1].attributes.pos = Point(x: 10, y: 0)
      for node in [0, 1] { $0.nodes[node].attributes.isPinned = true }
      $0.addEdge("a", "b")
      $0.attributes.splines = .spline
    }
    #expect(error?.messages.first?.contains("falling back to straight line edges") == true)
  }

  @Test(arguments: [Splines.ortho, .curved])
  func labelsThatAreLeftOut(_ splines: Splines) throws {
    _ = try refusal(.labels) {
      $0.nodeDefaults.shape = .box
      $0.addEdge("a", "b") { $0.label = "x" }
      $0.attributes.splines = splines
    }
  }

  @Test func edgesThatDoNotEndAtTheirCluster() throws {
    _ = try refusal(.borders) {
      $0.addCluster("c", nodes: ["a", "b"])
      $0.addEdge("a", "b") { $0.lhead = "c" }
      $0.attributes.compound = true
    }
  }

  @Test func stylesThatDoNotApply() throws {
    _ = try refusal(.styles) { $0.addEdge("a", "b") { $0.style = .diagonals } }
  }

  @Test func textThatDoesNotFit() throws {
    _ = try refusal(.sizes) {
      $0.addNode("a long identifier") {
        $0.fixedSize = .fixed
        $0.width = 0.1
        $0.height = 0.1
      }
    }
  }

  @Test func searchesThatDidNotEnd() throws {
    _ = try refusal(.search, with: .neato) {
      for node in 0..<30 { $0.addNode("\(node)") }
      for node in 1..<30 { $0.addEdge("\(node)", "\(node * 7 % node)") }
      $0.attributes.mode = .kk
      $0.attributes.maxIter = 1
    }
  }

  @Test func fontsThatAreNotInstalled() throws {
    let error = try refusal(.fonts) { $0.nodeDefaults.fontName = "No Such Family" }
    #expect(error?.messages.first?.contains("\"No Such Family\" is not installed") == true)
    _ = try refusal(.fonts) {
      let font = HTMLFont(name: "NoSuchFamily-Bold", size: nil, color: nil)
      $0.nodes[0].attributes.label = .html(.text([.font(font, [.text("x")])]))
    }
    // The first family that is there is what a list asks for.
    var graph = GraphDescription()
    graph.addNode("a") { $0.fontName = "No Such Family, sans-serif" }
    #expect(try graph.draw(with: .dot).warnings.isEmpty)
  }

  @Test func everyEngineSaysNothingOfTheSample() throws {
    for engine in Engine.allCases {
      #expect(try sample(for: engine).draw(with: engine, as: Format.allCases).warnings.isEmpty)
    }
  }

  @Test func names() {
    #expect("\(Fallbacks.all.subtracting([.edges, .other]))".hasPrefix("[.labels, .borders"))
    #expect("\([] as Fallbacks)" == "[]")
  }
}
