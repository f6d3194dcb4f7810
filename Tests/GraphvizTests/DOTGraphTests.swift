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

  @Test func errorsSayWhatWasExpected() {
    for (text, message) in [
      ("", "line 1, column 1: the text is empty"),
      ("strict {", "line 1, column 8: found '{', expected graph or digraph"),
      (
        "graph {\n a -> b }",
        "line 2, column 4: found '->' in an undirected graph, whose edges are written --"
      ),
      (
        "digraph { a -- b }",
        "line 1, column 13: found '--' in a directed graph, whose edges are written ->"
      ),
      ("graph {\n{ 北京 [label=] } }", "line 2, column 13: found ']', expected the value of label"),
      ("graph { a", "line 1, column 10: found the end of the text, expected } for the { of line 1"),
      (
        "graph { a [x=\"1\n2] }",
        "line 1, column 14: the string that begins here is not closed with \""
      ),
      ("graph { a [x y] }", "line 1, column 14: found 'y', expected = after x"),
      (
        "graph { ; }",
        "line 1, column 9: found ';', expected a node, an edge, a subgraph, an attribute or }"
      ),
    ] {
      do throws(GraphvizError) {
        _ = try DOTGraph(text)
        Issue.record("read \(text)")
      } catch {
        #expect(error.description == message)
      }
    }
  }

  @Test func encodings() throws {
    let text = "graph { a [label=\"Zürich 北京\"] }"
    let bytes = Array(text.utf8)
    let expected = try DOTGraph(text)
    #expect(try DOTGraph(bytes: bytes) == expected)
    #expect(try DOTGraph(bytes: [0xEF, 0xBB, 0xBF] + bytes) == expected)
    let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try DOTGraph(bytes: [0xFF, 0xFE] + little) == expected)
    #expect(try DOTGraph(bytes: [0xFE, 0xFF] + big) == expected)
    #expect(try DOTGraph(bytes: little) == expected)
    #expect(try DOTGraph(bytes: big) == expected)
    #expect(throws: GraphvizError.self) { try DOTGraph(bytes: [0xFF, 0xFE] + little + [0x20]) }
    #expect(throws: GraphvizError.self) { try DOTGraph(bytes: [0xFF, 0xFE, 0x00, 0xD8]) }

    func label(_ bytes: [UInt8]) throws -> String? {
      try DOTGraph(bytes: bytes).nodes.first?.attributes["label"]?.text
    }
    let umlaut: [UInt8] = Array("graph { a [label=\"Z".utf8) + [0xFC] + Array("rich\"]".utf8)
    for charset in ["latin1", "Latin-1", "ISO-8859-1", "l1", "iso-ir-100"] {
      #expect(try label(umlaut + Array("charset=\"\(charset)\" }".utf8)) == "Zürich")
    }
    #expect(try label(umlaut + [UInt8(ascii: "}")]) == "Zürich")
    // Two bytes that are one character of UTF-8 are two of Latin-1.
    #expect(try label(Array("graph { charset=latin1 a [label=ü] }".utf8)) == "Ã¼")
    #expect(try label(Array("graph { a [label=ü] b [label=x".utf8) + [0xFC, 0x5D, 0x7D]) == "ü")
    for bytes in [[0xC3], [0xE4, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0xFF]] {
      let name = bytes.map { String(Unicode.Scalar(UInt8($0))) }.joined()
      let file = Array("graph { \"".utf8) + bytes.map(UInt8.init) + Array("\" }".utf8)
      #expect(try DOTGraph(bytes: file).nodes.map(\.name) == [name])
    }
    do throws(GraphvizError) {
      _ = try DOTGraph(bytes: umlaut + Array("\ncharset=\"big-5\" }".utf8))
      Issue.record("read Big5")
    } catch {
      #expect(error.code == .unsupported)
      #expect(error.line == 2)
    }
    #expect(try DOTGraph(bytes: Array("graph { charset=big5 a }".utf8)).nodes.count == 1)
  }

  /// Short texts that ask for more than any memory holds, and long lines.
  @Test func shortTextsThatAskForMuch() throws {
    func code(_ text: String) -> GraphvizError.Code? {
      do throws(GraphvizError) {
        _ = try GraphDescription(dot: text)
        return nil
      } catch {
        return error.code
      }
    }
    let many = (0..<4_000).map { "n\($0)" }.joined(separator: " ")
    #expect(code("digraph { {\(many)} -> {\(many)} }") == .limitExceeded)
    #expect(code("strict graph { subgraph s {\(many)} -- subgraph s {} }") == .limitExceeded)
    let attributes = (0..<4_000).map { "a\($0)=1" }.joined(separator: " ")
    let list = many.replacing(" ", with: ",")
    #expect(code("graph { \(list) [\(attributes)] }") == .limitExceeded)
    #expect(code("graph { node [\(attributes)] }") == .limitExceeded)
    let name = String(repeating: "n", count: 20_000)
    let escapes = String(repeating: "\\N", count: 10_000)
    #expect(code("graph { \(name) [label=\"\(escapes)\"] }") == .limitExceeded)
    #expect(code("graph { \(name) [tooltip=\"\(escapes)\"] }") == .limitExceeded)
    // In one line, a column is counted for each token.
    #expect(
      try DOTGraph("graph { " + String(repeating: "a;", count: 50_000) + "}").nodes.count == 1)
  }

  @Test func nesting() throws {
    let deep = String(repeating: "{", count: 100_000)
    #expect(throws: GraphvizError.self) { try DOTGraph("graph " + deep) }
    let text = String(repeating: "{", count: 250) + String(repeating: "}", count: 250)
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
