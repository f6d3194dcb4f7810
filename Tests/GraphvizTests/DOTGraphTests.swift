import Graphviz
import Testing

@Suite struct DOTGraphTests {
  @Test func structure() throws {
    let graph = try DOTGraph(
      """
      strict digraph "合作" {
        rankdir=LR
        node [shape=box]
        a [label="北京\\nBeijing \\"quoted\\""]; b [label=<<b>x</b>>]
        z -> a:p:ne [label=2016]
        subgraph cluster_x { color=red; a b subgraph { rank=same; b } }
        a -> b
        node [shape=circle]
        c
      }
      """)
    #expect(graph.name == "合作")
    #expect(graph.isDirected && graph.isStrict)
    #expect(graph.attributes["rankdir"]?.text == "LR")
    #expect(graph.nodes.map(\.name) == ["a", "b", "z", "c"])
    #expect(graph.nodes[0].attributes["label"]?.text == #"北京\nBeijing "quoted""#)
    #expect(graph.nodes[1].attributes["label"]?.isHTML == true)
    #expect(graph.nodes[1].attributes["label"]?.text == "<b>x</b>")
    #expect(graph.nodes.map { $0.attributes["shape"]?.text } == ["box", "box", "box", "circle"])
    #expect(graph.edges.map { "\($0.tail)\($0.head)" } == ["za", "ab"])
    #expect(graph.edges[0].attributes["headport"]?.text == "p:ne")
    #expect(graph.subgraphs.map(\.name) == ["cluster_x"])
    #expect(graph.subgraphs[0].nodes == ["a", "b"])
    #expect(graph.subgraphs[0].subgraphs[0].name == nil)
    #expect(graph.subgraphs[0].subgraphs[0].attributes["rank"]?.text == "same")
  }

  @Test func errorsSayWhere() throws {
    for (text, line, token) in [
      ("digraph {\n a -> \n}", 3, "}"), ("graph {\n\n a -> b }", 3, "->"),
      ("hello", 1, "hello"), ("digraph { a [label=] }", 1, "]"),
    ] {
      do throws(GraphvizError) {
        _ = try DOTGraph(text)
        Issue.record("read \(text)")
      } catch {
        #expect(error.code == .invalidDOT)
        #expect(error.line == line, "\(error)")
        #expect(error.token == token, "\(error)")
      }
      // An error leaves no trace.
      #expect(try DOTGraph("graph { a -- b }").edges.count == 1, "after \(text)")
    }
    for text in [
      "", " \n", "digraph {", "digraph { \"a", "digraph { /* ", "graph \0 {}", "<", "}",
      "graph { a [label=<<b>x",
    ] {
      do throws(GraphvizError) {
        _ = try DOTGraph(text)
        Issue.record("read \(text)")
      } catch {
        #expect(error.code == .invalidDOT)
      }
      #expect(try DOTGraph("graph { a -- b }").edges.count == 1, "after \(text)")
    }
  }

  @Test func anErrorBeforeAStringLeavesNoTrace() throws {
    let text = #"st#rict digraph "x" { a [label[=<b>, w=aq\""] ; g"ph c } // d\n [key=g"pk] }"#
    for text in [text, text.replacing("#", with: ""), "st \"a\" { \"b\" }"] {
      #expect(throws: GraphvizError.self) { try DOTGraph(text) }
      #expect(try DOTGraph("graph { a -- b }").edges.count == 1)
    }
  }

  @Test func onlyTheFirstGraphIsRead() throws {
    for rest in ["junk", "graph { b }", "\"", "<", "/*", "}"] {
      #expect(try DOTGraph("graph { a } " + rest).nodes.map(\.name) == ["a"])
      #expect(try DOTGraph("graph { a -- b }").edges.count == 1)
    }
    let text = "# { \n// {\ngraph { /* } */ a [x=\"}\\\"\", y=<}<b>}</b>>] }"
    #expect(try DOTGraph(text).nodes[0].attributes["x"]?.text == "}\"")
  }

  @Test func nesting() throws {
    let deep = String(repeating: "{", count: 100_000)
    #expect(throws: GraphvizError.self) { try DOTGraph("graph " + deep) }
    let text = String(repeating: "{", count: 900) + String(repeating: "}", count: 900)
    #expect(try DOTGraph("graph " + text).nodes.isEmpty)
  }

  @Test func readsWhatItWrites() throws {
    var graph = GraphDescription(.directed, name: "g")
    let names = ["a b", "\"", "北京", "x\\y", "node", "-1.5", "<b>", "", "é"]
    for name in names where !name.isEmpty { graph.addNode(name) { $0.label = .text(name + "\n") } }
    for (tail, head) in zip(names, names.dropFirst()) where !tail.isEmpty && !head.isEmpty {
      graph.addEdge(tail, head)
    }
    for format in [Format.canon, .dot, .xdot] {
      let text = String(decoding: try graph.render(format, with: .dot), as: UTF8.self)
      let read = try DOTGraph(text)
      #expect(Set(read.nodes.map(\.name)) == Set(names.filter { !$0.isEmpty }))
      #expect(read.edges.count == graph.edges.count)
    }
  }
}
