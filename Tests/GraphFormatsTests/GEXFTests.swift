import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct GEXFTests {
  private func sample() throws -> PropertyGraph {
    var graph = PropertyGraph(.mixed)
    var kind = AttributeKey("kind", for: .node, .string, default: "park")
    kind.choices = ["park", "fund"]
    try graph.declare(kind)
    try graph.declare(AttributeKey("size", for: .node, .int))
    try graph.declare(AttributeKey("label", for: .node, .string))
    try graph.declare(AttributeKey("weight", for: .edge, .double))
    let torch = try graph.addNode("torch", ["label": "火炬 <&\"", "size": .int(3)])
    let sydney = try graph.addNode("unsw", ["kind": "fund"])
    let tie = try graph.addEdge(from: torch, to: sydney, id: "t", ["weight": 0.5])
    try graph.addEdge(from: sydney, to: torch, id: "u", directed: false)
    try graph.setParent(torch, of: sydney)
    var look = Appearance()
    look.color = Appearance.Color(red: 1, green: 2, blue: 3, alpha: 0.5)
    look.position = Appearance.Position(x: 1.5, y: -2)
    (look.width, look.height, look.shape) = (4, 4, "disc")
    try graph.setAppearance(look, of: torch)
    try graph.setTimeScale(TimeScale(format: "date", spell: Spell(start: "2000")))
    try graph.setSpells([Spell(start: "2016-04", end: "2019", isEndOpen: true)], of: tie)
    try graph.setSpells([Spell(start: "1999"), Spell(end: "2020")], of: sydney)
    try graph.setHistory(
      [TimedValue("size", .int(9), during: Spell(start: "2017", end: "2018"))], of: torch)
    return graph
  }

  @Test func whatIsReadIsWrittenAgainAsItIs() throws {
    var graph = try sample()
    // Before others in the graph and after them in the file.
    try graph.declare(AttributeKey("rank", for: .edge, .long))
    try graph.declare(AttributeKey("note", for: .node, .string))
    try graph.setValue("new", of: "note", at: try #require(graph.node(withID: "torch")))
    let once = GEXFWriter().write(graph)
    let twice = GEXFWriter().write(try GEXFReader().read(once).graph)
    #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
  }

  @Test func bytesOfASmallGraph() throws {
    #expect(
      String(decoding: GEXFWriter().write(try sample()), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" \
        version="1.2">
          <graph defaultedgetype="directed" mode="dynamic" timeformat="date" start="2000">
            <attributes class="node" mode="static">
              <attribute id="d0" title="kind" type="string">
                <default>park</default>
                <options>park|fund</options>
              </attribute>
            </attributes>
            <attributes class="node" mode="dynamic">
              <attribute id="d1" title="size" type="integer"/>
            </attributes>
            <nodes>
              <node id="torch" label="火炬 &lt;&amp;&quot;">
                <attvalues>
                  <attvalue for="d1" value="3"/>
                  <attvalue for="d1" value="9" start="2017" end="2018"/>
                </attvalues>
                <viz:color r="1" g="2" b="3" a="0.5"/>
                <viz:position x="1.5" y="-2.0" z="0.0"/>
                <viz:size value="4.0"/>
                <viz:shape value="disc"/>
              </node>
              <node id="unsw" pid="torch">
                <attvalues>
                  <attvalue for="d0" value="fund"/>
                </attvalues>
                <spells>
                  <spell start="1999"/>
                  <spell end="2020"/>
                </spells>
              </node>
            </nodes>
            <edges>
              <edge id="t" source="torch" target="unsw" weight="0.5" start="2016-04" endopen="2019"/>
              <edge id="u" source="unsw" target="torch" type="undirected"/>
            </edges>
          </graph>
        </gexf>

        """)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    for version in GEXFWriter.Version.allCases {
      var graph = try sample()
      if version == .v13, let tie = graph.edge(withID: "t") {
        try graph.setSpells([Spell(start: "2016-04", end: "2019")], of: tie)
      }
      let reading = try GEXFReader().read(GEXFWriter(version: version).write(graph))
      #expect(reading.graph == graph && reading.remarks == [])
    }
  }

  @Test(arguments: GEXFWriter.Version.allCases)
  func randomGraphsAreReadAgain(version: GEXFWriter.Version) throws {
    for seed in 0..<200 {
      let graph = try GEXFGraphs.random(seed: UInt64(seed), version)
      let losses = Set(GEXFWriter(version: version).losses(of: graph))
      #expect(losses.isSubset(of: [.graphAttributes]))
      let bytes = GEXFWriter(version: version).write(graph)
      let reading = try GEXFReader().read(bytes)
      #expect(reading.remarks == [])
      let again = reading.graph
      #expect(again.timeScale == graph.timeScale)
      #expect(again.graph.nodeCount == graph.graph.nodeCount)
      #expect(again.graph.edgeCount == graph.graph.edgeCount)
      for node in graph.graph.nodes {
        for key in graph.keys(for: .node) {
          let (one, other) = (
            graph.value(of: key.name, at: node), again.value(of: key.name, at: node)
          )
          #expect(one?.description == other?.description && one?.type == other?.type)
        }
        #expect(
          graph.graph[node] == again.graph[node] && graph.parent(of: node) == again.parent(of: node)
        )
        #expect(graph.appearance(of: node) == again.appearance(of: node))
        #expect(graph.spells(of: node) == again.spells(of: node))
        #expect(Set(graph.history(of: node)) == Set(again.history(of: node)))
      }
      for edge in graph.graph.edges {
        #expect(graph.graph.endpoints(of: edge) == again.graph.endpoints(of: edge))
        #expect(graph.graph.isDirected(edge) == again.graph.isDirected(edge))
        for key in graph.keys(for: .edge) {
          let (one, other) = (
            graph.value(of: key.name, at: edge), again.value(of: key.name, at: edge)
          )
          #expect(one?.description == other?.description && one?.type == other?.type)
        }
        #expect(graph.appearance(of: edge) == again.appearance(of: edge))
        #expect(graph.spells(of: edge) == again.spells(of: edge))
        #expect(Set(graph.history(of: edge)) == Set(again.history(of: edge)))
      }
    }
  }

  @Test func longChainsOfParentsAreRefused() throws {
    func file(_ count: Int) -> [UInt8] {
      let nodes = (0..<count).map { "<node id=\"\($0)\"\($0 == 0 ? "" : " pid=\"\($0 - 1)\"")/>" }
      return Array("<gexf><graph><nodes>\(nodes.joined())</nodes></graph></gexf>".utf8)
    }
    #expect(try GEXFReader().read(file(256)).graph.features == [.nestedGraphs])
    let error = #expect(throws: ReadingError.self) { try GEXFReader().read(file(20_000)) }
    #expect(error?.reason == .limitExceeded)
  }

  @Test func whatGEXFHasNoPlaceForIsNamed() throws {
    var graph = try sample()
    #expect(GEXFWriter().losses(of: graph) == [])
    try graph.setNote("of a node", of: try #require(graph.node(withID: "torch")))
    try graph.declare(AttributeKey("title", for: .graph, .string))
    #expect(GEXFWriter().losses(of: graph) == [.graphAttributes, .notes])
    #expect(GraphMLWriter().losses(of: graph) == [.choices, .looks, .times])
    #expect(GEXFWriter(version: .v13).losses(of: graph).last == .openTimes)
    graph = PropertyGraph(.directed)
    let node = try graph.addNode("n")
    var look = Appearance()
    (look.width, look.height, look.shape) = (1, 2, "octagon")
    try graph.setAppearance(look, of: node)
    try graph.setTimeScale(TimeScale(isMoments: true))
    #expect(GEXFWriter().losses(of: graph) == [.finerLooks, .moments])
    #expect(GEXFWriter(version: .v13).losses(of: graph) == [.finerLooks])
    #expect(!String(decoding: GEXFWriter().write(graph), as: UTF8.self).contains("octagon"))
  }
}
