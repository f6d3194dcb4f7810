import Testing

@testable import Graphviz

/// DOT text as a typed description.
@Suite struct DOTDescriptionTests {
  @Test func structure() throws {
    let graph = try GraphDescription(
      dot: """
        strict digraph "合作" {
          rankdir=LR; label="Title\\nof two lines"; size="7,8!"; mindist=2
          node [shape=box, style="filled,rounded", fillcolor=lightblue]
          edge [color="#ff000080"]
          a [label="北京\\nBeijing \\"quoted\\""]; b [label=<<b>x</b>>]
          z -> a:ne [label=2016, weight=2, arrowhead=vee]
          subgraph cluster_x {
            label=Inner; color=red; a
            subgraph cluster_y { b }
          }
          { rank=same; z; c }
          c [shape=circle, pos="1.5,-2!"]
        }
        """)
    var expected = GraphDescription(.directed, name: "合作", isStrict: true)
    expected.attributes.rankDir = .leftToRight
    expected.attributes.label = "Title\nof two lines"
    expected.attributes.size = Size(width: 7, height: 8)
    expected.attributes.sizeIsDesired = true
    expected.attributes.other = ["mindist": "2"]
    expected.nodeDefaults.shape = .box
    expected.nodeDefaults.style = [.filled, .rounded]
    expected.nodeDefaults.fillColor = Color(rgb: 0xADD8E6)
    expected.edgeDefaults.color = Color(rgb: 0xFF0000, alpha: 0x80)
    expected.addNode("a") { $0.label = "北京\nBeijing \"quoted\"" }
    expected.addNode("b") { $0.label = .html(.text([.bold([.text("x")])])) }
    expected.addNode("z")
    expected.addNode("c") {
      $0.shape = .circle
      $0.pos = Point(x: 1.5, y: -2)
      $0.isPinned = true
    }
    expected.addEdge("z", Endpoint("a", compass: .northEast)) {
      $0.label = "2016"
      $0.weight = 2
      $0.arrowHead = .vee
    }
    var outer = Subgraph.cluster("x", nodes: ["a"]) {
      $0.label = "Inner"
      $0.color = Color(rgb: 0xFF0000)
    }
    // As in Graphviz, what is inside of a cluster takes its attributes.
    outer.subgraphs = [
      .cluster("y", nodes: ["b"]) {
        $0.label = "Inner"
        $0.color = Color(rgb: 0xFF0000)
      }
    ]
    expected.subgraphs = [outer, .rank(.same, nodes: ["z", "c"])]
    #expect(graph == expected)
  }

  @Test func defaultsThatNotAllHaveGoToThoseThatHave() throws {
    let graph = try GraphDescription(dot: "graph { a; node [shape=box]; b; c }")
    #expect(graph.nodeDefaults.shape == nil)
    #expect(graph.nodes.map(\.attributes.shape) == [nil, .box, .box])
  }

  @Test func labels() throws {
    func label(_ raw: String, shape: String = "box", name: String = "n") throws -> Label? {
      let text = "graph G { \"\(name)\" [shape=\(shape), label=\(raw)] }"
      return try GraphDescription(dot: text).nodes.first?.attributes.label
    }
    #expect(try label(#""""#) == "")
    #expect(try label(#""a\nb""#) == "a\nb")
    #expect(try label(#""a\lb\l""#) == .text("a\nb", alignment: .left))
    #expect(try label(#""a\r""#) == .text("a", alignment: .right))
    #expect(
      try label(#""a\lb""#) == .lines([LabelLine("a", alignment: .left), LabelLine("b")]))
    #expect(try label(#""\N of \G, \\N \x""#) == #"n of G, \N x"#)
    #expect(try label(#""&lt;&eacute;&#21271;&#x4EAC;&nosuch;&amp;lt;""#) == "<é北京&nosuch;&lt;")
    #expect(try label("<a<BR/>b>") == .html(.text([.text("a"), .lineBreak(), .text("b")])))
    #expect(
      try label(#""{<p> a|{b\l|c d}}|e\|""#, shape: "record")
        == .record([
          RecordField([
            RecordField("a", port: "p"),
            RecordField([
              RecordField(lines: [LabelLine("b", alignment: .left)]), RecordField("c d"),
            ]),
          ]), RecordField("e|"),
        ]))
    #expect(try label("\"a\"", shape: "Mrecord") == "a")
    // A name is read like a label; as it is, it needs none.
    let graph = try GraphDescription(dot: #"graph { "a\nb"; "a\\b" [label="a\\\\b"]; "A&amp;B" }"#)
    #expect(graph.nodes.map(\.attributes.label) == ["a\nb", nil, "A&B"])
    let edges = try GraphDescription(
      dot: #"digraph { edge [label="\T to \H: \E", URL="https://x/\T"]; a -> b; b -> c }"#)
    #expect(edges.edges.map(\.attributes.label) == ["a to b: a->b", "b to c: b->c"])
    #expect(edges.edges.map(\.attributes.url) == ["https://x/a", "https://x/b"])
  }

  @Test func htmlLikeLabels() throws {
    let text = """
      graph { a [shape=plain, label=<
        <!-- a comment -->
        <FONT COLOR="red"><table BORDER="0" cellborder='1' COLUMNS="*" style="rounded">
          <TR><TD PORT="p" ROWSPAN="2" BGCOLOR="yellow:blue" GRADIENTANGLE="90">one</TD><VR/>
            <TD SIDES="LR" BALIGN="LEFT">two<BR/>more</TD></TR>
          <HR/>
          <TR><TD><TABLE><TR><TD></TD></TR></TABLE></TD></TR>
        </table></FONT>>] }
      """
    let red = Color(rgb: 0xFF0000)
    var table = HTMLTable(rows: []) {
      $0.border = 0
      $0.isRounded = true
    }
    table.cellBorder = 1
    table.hasColumnRules = true
    var first = HTMLCell([.font(HTMLFont(color: red), [.text("one")])]) {
      $0.port = "p"
      $0.bgColor = Color(rgb: 0xFFFF00)
      $0.bgGradientEnd = Color(rgb: 0x0000FF)
      $0.gradientAngle = 90
    }
    first.rowSpan = 2
    first.isFollowedByRule = true
    let second = HTMLCell([
      .font(HTMLFont(color: red), [.text("two"), .lineBreak(), .text("more")])
    ]) {
      $0.sides = [.left, .right]
      $0.lineAlign = .left
    }
    let inner = HTMLTable(rows: [HTMLRow([HTMLCell([])])])
    table.rows = [
      HTMLRow([first, second], isFollowedByRule: true), HTMLRow([HTMLCell(.table(inner))]),
    ]
    let graph = try GraphDescription(dot: text)
    #expect(graph.nodes[0].attributes.label == .html(.table(table)))
    #expect(throws: Never.self) { try graph.render(.svg, with: .dot) }

    for (html, code, line) in [
      ("<b>x", GraphvizError.Code.invalidDOT, 2), ("<b>x</i>", .invalidDOT, 2),
      ("<table>\n<tr><td><img src=\"x.png\"/></td></tr></table>", .unsupported, 3),
      ("<b a>x</b>", .invalidDOT, 2), ("<script>x</script>", .unsupported, 2),
      ("\n<td>x</td>", .unsupported, 3), ("</b>", .invalidDOT, 2),
      ("<font color=\"nosuch\">x</font>", .unsupported, 2),
      (
        String(repeating: "<b>", count: 100) + String(repeating: "</b>", count: 100),
        .limitExceeded, 2
      ),
    ] {
      do throws(GraphvizError) {
        _ = try GraphDescription(dot: "graph { \na [label=<\(html)>] }")
        Issue.record("read \(html)")
      } catch {
        #expect(error.code == code, "\(error)")
        #expect(error.line == line, "\(error)")
        #expect(error.subject == .node("a"))
        #expect(error.attribute == "label")
      }
    }
  }

  @Test func valuesWithoutAProperty() throws {
    let graph = try GraphDescription(
      dot: """
        digraph { a [shape=nosuch, color="red:blue", colorscheme=blues9, fontcolor=3, kind=file]
          a -> a [style="setlinewidth(2)", arrowhead=oinvdot, headport=nosuch, key=k]
          page="8,10"; splines=""; image="x.png" }
        """)
    #expect(
      graph.nodes[0].attributes.other == [
        "shape": "nosuch", "color": "red:blue", "colorscheme": "blues9", "fontcolor": "3",
        "kind": "file",
      ])
    #expect(
      graph.edges[0].attributes.other == [
        "style": "setlinewidth(2)", "arrowhead": "oinvdot", "key": "k",
      ])
    #expect(graph.edges[0].head.port == "nosuch")
    #expect(graph.attributes.other == ["page": "8,10", "image": "x.png"])
    #expect(try GraphDescription(dot: try graph.dotText()) == graph)
  }

  @Test func whatDrawingRefusesCanBeTakenOut() throws {
    let text = #"""
      digraph { page="8,10"; dpi=1e9
        a [image="a.png", shape=record, label="<p>x|y", fontname="x\"y"]
        a:q -> a:p [lhead=cluster_no, color="red:blue", style="bold,setlinewidth(3)"]
        subgraph cluster_x { rank=same; margin=-1; a } }
      """#
    var graph = try GraphDescription(dot: text)
    #expect(throws: GraphvizError.self) { try graph.render(.svg, with: .dot) }
    let refused = graph.removeRefused()
    #expect(
      refused.map(\.attribute) == [
        "dpi", "page", "fontname", "image", "margin", "lhead", "tailport",
      ])
    #expect(refused[6].description.contains("no port"))
    #expect(graph.removeRefused().isEmpty)
    #expect(graph.edges[0].head.port == "p")
    graph.subgraphs[0].attributes.rank = nil
    #expect(throws: Never.self) { try graph.render(.svg, with: .dot) }
  }

  @Test func whatComesToNothingIsNotWritten() throws {
    let graph = try GraphDescription(
      dot: #"graph { a [style=",", tooltip="\G"]; a -- a [label="\G"]; edge [xlabel=x] }"#)
    let text = try graph.dotText()
    #expect(!text.contains("style") && !text.contains("tooltip") && !text.contains(" label"))
    #expect(try GraphDescription(dot: text).dotText() == text)
    // Siblings whose names would be the same.
    let clusters = try GraphDescription(
      dot: "graph { subgraph x { cluster=true } subgraph cluster_x { } }")
    #expect(throws: GraphvizError.self) { try clusters.dotText() }
  }

  @Test func whatNotationsAllow() {
    for (name, value, isAllowed) in [
      ("color", "red:blue", true), ("color", "red;0.3:/blues9/3:#ff0000", true),
      ("color", "red;2", false), ("color", "x\" y=\"", false), ("color", "", false),
      ("color", String(repeating: "a:", count: 40) + "b", false), ("style", "bold,dashed", true),
      ("style", "setlinewidth(3)", true), ("style", "setlinewidth(1e9)", false),
      ("style", "setlinewidth(nan)", false), ("style", "wedged", false), ("style", ",", false),
      ("arrowhead", "oinvdot", true), ("arrowhead", "a b", false), ("shape", "nosuch", false),
      ("fontname", "Times", false),
    ] {
      #expect(Notation.allows(value, for: name) == isAllowed, "\(name)=\(value)")
    }
  }

  /// Whatever a property is written as, it is read as the same.
  @Test func fieldsAreTheAttributesThatHaveProperties() {
    func names<Group: DOTGroup>(_ group: Group.Type) -> Set<String> {
      Set(Group.fields.map(\.name) + Group.labels.map(\.name))
    }
    #expect(names(NodeAttributes.self) == OtherAttributes.typed[.node])
    #expect(names(EdgeAttributes.self) == OtherAttributes.typed[.edge])
    #expect(names(SubgraphAttributes.self) == OtherAttributes.typed[.subgraph])
    #expect(names(GraphAttributes.self) == OtherAttributes.typed[.graph])
  }

  @Test func colorsByName() {
    #expect(Color(name: "red") == Color(rgb: 0xFF0000))
    #expect(Color(name: "Light Steel Blue") == Color(rgb: 0xB0C4DE))
    #expect(Color(name: "antiquewhite4") == Color(rgb: 0x8B8378))
    #expect(Color(name: "gray50") == Color(rgb: 0x7F7F7F))
    #expect(Color(name: "grey90") == Color(rgb: 0xE5E5E5))
    #expect(Color(name: "gray100") == .white)
    #expect(Color(name: "gray") == Color(rgb: 0xC0C0C0))
    #expect(Color(name: "transparent") == .transparent)
    for name in ["", "red5", "red0", "gray101", "aliceblue1", "nosuch", "#ff0000", "1"] {
      #expect(Color(name: name) == nil)
    }
    #expect(Color(dot: "0.650 0.700 0.700") == Color(red: 53, green: 66, blue: 178))
    #expect(Color(dot: "0.0,1,1") == Color(rgb: 0xFF0000))
    #expect(Color(dot: "1 1 1") == Color(rgb: 0xFF0000))
    #expect(Color(dot: "9 0 .5") == Color(rgb: 0x7F7F7F))
    for text in ["", "0.5 0.5", "nan nan nan", ".1 .1 x", "/blues9/3", "red:blue"] {
      #expect(Color(dot: text) == nil)
    }
  }
}
