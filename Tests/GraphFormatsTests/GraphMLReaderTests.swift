import Foundation
import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct GraphMLReaderTests {
  private func read(
    _ text: String, lenient: Bool = false, limits: ReadingLimits = ReadingLimits()
  ) throws(ReadingError) -> Reading {
    try GraphMLReader(options: ReadingOptions(isLenient: lenient, limits: limits))
      .read(Array(text.utf8))
  }

  private func error(_ text: String, limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
    do throws(ReadingError) {
      _ = try read(text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func theWholeOfASmallFile() throws {
    let reading = try read(
      """
      <?xml version="1.0"?>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="d0" for="node" attr.name="label" attr.type="string"><g:desc>the name</g:desc>
          <g:default>nameless</g:default></g:key>
        <g:key id="d1" for="edge" attr.name="weight" attr.type="double"/>
        <g:key id="d2" for="all" attr.name="seen" attr.type="boolean"/>
        <g:key id="d3" for="port" attr.name="side" attr.type="int"/>
        <g:graph id="parks" edgedefault="undirected">
          <g:desc>Parks &amp; more</g:desc>
          <g:data key="d2">1</g:data>
          <g:node id="a"><g:desc>first</g:desc><g:data key="d0">火炬<![CDATA[ <中心>]]></g:data>
            <g:port name="North"><g:data key="d3">3</g:data><g:port name="NE"/></g:port></g:node>
          <g:node id="b"><g:graph id="inner" edgedefault="directed">
            <g:node id="c"/><g:edge source="c" target="a" sourceport="x"/></g:graph></g:node>
          <g:edge id="e" source="a" target="b" targetport="y"><g:data key="d1"> 2.5 </g:data></g:edge>
          <g:hyperedge id="h"><g:endpoint node="a" type="in" port="North"/><g:endpoint node="b"/>
            <g:data key="d2">false</g:data></g:hyperedge>
        </g:graph>
      </g:graphml>
      """)
    let graph = reading.graph
    let a = try #require(graph.node(withID: "a"))
    let b = try #require(graph.node(withID: "b"))
    let c = try #require(graph.node(withID: "c"))
    #expect(graph.id == "parks" && graph.note == "Parks & more")
    #expect(graph.graph.directedness == .mixed && graph.value(of: "seen") == true)
    #expect(graph.value(of: "label", at: a) == "火炬 <中心>" && graph.note(of: a) == "first")
    #expect(graph.key("label", for: .node)?.defaultValue == "nameless")
    #expect(graph.key("label", for: .node)?.note == "the name")
    #expect(
      graph.ports(of: a) == [NodePort("North", values: ["side": .int(3)], ports: [NodePort("NE")])])
    #expect(graph.parent(of: c) == b && graph.subgraph(of: b) == Subgraph(id: "inner"))
    let edges = Array(graph.graph.edges)
    #expect(graph.graph.isDirected(edges[0]) && !graph.graph.isDirected(edges[1]))
    #expect(graph.ports(of: edges[0]) == EdgePorts(source: "x"))
    #expect(graph.value(of: "weight", at: edges[1]) == 2.5)
    #expect(
      graph.hyperedges == [
        Hyperedge(
          id: "h", values: ["seen": false],
          endpoints: [.init(a, port: "North", direction: .into), .init(b)])
      ])
    #expect(reading.remarks.map(\.message).contains { $0.contains("hyperedges are kept") })
    #expect(reading.remarks.count == 1)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    for seed in 0..<300 {
      let graph = try GraphMLGraphs.random(seed: UInt64(seed))
      let bytes = GraphMLWriter().write(graph)
      let reading = try GraphMLReader().read(bytes)
      let isSame = reading.graph == graph
      let isSameFile = GraphMLWriter().write(reading.graph) == bytes
      #expect(isSame && isSameFile, "seed \(seed)\n\(String(decoding: bytes, as: UTF8.self))")
      #expect(reading.remarks.allSatisfy { $0.message.hasPrefix("hyperedges are kept") })
    }
  }

  @Test func whatOtherFormatsAreTestedWithIsReadAgain() throws {
    for seed in 0..<200 {
      let graph = try HostileGraphs.graph(seed: UInt64(seed))
      let bytes = GraphMLWriter().write(graph)
      let reading = try GraphMLReader().read(bytes)
      // Edges without identifiers are given some.
      let isSame = GraphMLWriter().write(reading.graph) == bytes
      #expect(isSame, "seed \(seed)\n\(String(decoding: bytes, as: UTF8.self))")
      #expect(reading.graph.keys.map(\.type) == graph.keys.map(\.type))
    }
  }

  @Test func theBuiltInDataAreWrittenAgainAsTheyAre() throws {
    let file = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(file)/graphs/parkgraph.graphml"
    let reading = try GraphMLReader().read(ByteStream(contentsOf: path))
    var stream = try ByteStream(contentsOf: path)
    let bytes = try stream.rest(limit: 1 << 24)
    let isSame = GraphMLWriter().write(reading.graph) == bytes
    #expect(isSame && reading.remarks == [])
  }

  @Test func malformedXMLIsLocated() {
    let text =
      "<graphml>\n  <graph edgedefault='directed'>\n    <node id='a'>\n  </graph>\n</graphml>"
    let error = error(text)
    #expect(error?.reason == .syntax && error?.position?.line == 4)
    #expect(error?.message.contains("tag mismatch") == true)
  }

  @Test func faultsOfContentAreLocated() {
    let text = "<graphml><graph edgedefault='directed'>\n  <edge source='a'/></graph></graphml>"
    #expect(
      error(text)
        == ReadingError(
          .content, at: TextPosition(line: 2, column: 3),
          "an edge has no target; give it one, or read leniently: it is passed over"))
    let value = """
      <graphml><key id='k' for='node' attr.name='size' attr.type='int'/>
      <graph edgedefault='directed'><node id='a'>
       <data key='k'>big</data></node></graph></graphml>
      """
    #expect(
      "\(error(value) ?? ReadingError(.content, ""))"
        == "3:2: found “big”, expected a value of type int, which “size” has; change one of them, or "
        + "read leniently: it is left out")
  }

  @Test func entitiesAreRefusedAndNothingIsFetched() throws {
    let bomb = """
      <!DOCTYPE graphml [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>
      <graphml><graph edgedefault='directed'><node id='&b;'/></graph></graphml>
      """
    #expect(error(bomb)?.reason == .refused)
    let external = """
      <!DOCTYPE graphml SYSTEM "http://127.0.0.1:1/graphml.dtd">
      <graphml><graph edgedefault='directed'><node id='a'/></graph></graphml>
      """
    let reading = try read(external)
    #expect(reading.graph.graph.nodeCount == 1)
    #expect(
      reading.remarks.map(\.message) == [
        "the document type “http://127.0.0.1:1/graphml.dtd” is not fetched; it is ignored"
      ])
    #expect(error(external.replacing("'a'", with: "'&x;'"))?.position?.line == 2)
  }

  @Test func limitsHold() {
    var limits = ReadingLimits()
    limits.depth = 3
    let deep =
      "<graphml><graph edgedefault='directed'><node id='a'><desc/></node></graph></graphml>"
    #expect(error(deep, limits: limits)?.reason == .limitExceeded)
    limits = ReadingLimits()
    limits.valueBytes = 10
    #expect(
      error(deep.replacing("'a'", with: "'12345678901'"), limits: limits)?.reason
        == .limitExceeded)
    #expect(
      error(deep.replacing("<desc/>", with: "<desc>12345678901</desc>"), limits: limits)?.reason
        == .limitExceeded)
    limits = ReadingLimits()
    limits.bytes = 20
    #expect(error(deep, limits: limits)?.reason == .limitExceeded)
    limits = ReadingLimits()
    limits.nodes = 0
    #expect(error(deep, limits: limits)?.reason == .limitExceeded)
  }

  @Test func deepNestingUpToTheLimit() throws {
    let levels = 80
    let text =
      "<graphml><graph edgedefault='directed'>"
      + (0..<levels).map { "<node id='\($0)'><graph edgedefault='directed'>" }.joined()
      + String(repeating: "</graph></node>", count: levels) + "</graph></graphml>"
    let graph = try read(text).graph
    #expect(graph.graph.nodeCount == levels)
    #expect(try GraphMLReader().read(GraphMLWriter().write(graph)).graph == graph)
  }

  @Test func leniencyGoesOnAndListsEverySkip() throws {
    let text = """
      <graphml><key id='k' for='node' attr.name='size' attr.type='int'/>
      <graph edgedefault='directed'><node/><node id='a'><data key='k'>big</data></node>
      <node id='b'><data key='zzz'>1</data></node><edge source='a'/>
      <edge source='a' target='c'/><node id='a'><data key='k'>3</data></node></graph></graphml>
      """
    #expect(error(text) != nil)
    let reading = try read(text, lenient: true)
    #expect(reading.graph.graph.nodeCount == 3 && reading.graph.graph.edgeCount == 1)
    let a = try #require(reading.graph.node(withID: "a"))
    #expect(reading.graph.value(of: "size", at: a) == .int(3))
    #expect(reading.remarks.count == 6)
    let cut = "<graphml><graph edgedefault='directed'><node id='a'/><node id='b'"
    #expect(try read(cut, lenient: true).graph.node(withID: "a") != nil)
  }

  @Test func encodings() throws {
    let body = "<graphml><graph edgedefault='directed'><node id='é火'/></graph></graphml>"
    let utf16 = Array(("\u{FEFF}" + body).utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(("\u{FEFF}" + body).utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [utf16, big, Array(body.utf8), [0xEF, 0xBB, 0xBF] + Array(body.utf8)] {
      #expect(try GraphMLReader().read(bytes).graph.node(withID: "é火") != nil)
    }
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
      + body.replacing("火", with: "").unicodeScalars.map { UInt8($0.value) }
    #expect(try GraphMLReader().read(latin).graph.node(withID: "é") != nil)
    do throws(ReadingError) {
      _ = try GraphMLReader().read(Array("<graphml a='".utf8) + [0x41, 0xFF] + Array("'/>".utf8))
      Issue.record("bytes that are no text were read")
    } catch {
      #expect(error.reason == .encoding, "\(error)")
    }
  }

  @Test func drawingsOfYEd() throws {
    let reading = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <key for="graphml" id="d7" yfiles.type="resources"/>
        <key attr.name="url" for="node" id="d4"/>
        <graph edgedefault="directed" id="G">
          <node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode>
            <y:Realizers active="0"><y:GroupNode><y:Geometry height="40.0" width="60.0" x="10.0" y="20.0"/>
            <y:Fill color="#FF0000"/><y:NodeLabel>Group</y:NodeLabel><y:Shape type="roundrectangle"/>
            </y:GroupNode><y:GroupNode><y:Geometry height="1.0" width="1.0" x="0.0" y="0.0"/>
            <y:NodeLabel>Closed</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
            <graph edgedefault="directed" id="n0:"><node id="n0::n1"><data key="d4">x</data></node></graph></node>
          <edge id="e0" source="n0" target="n0::n1"><data key="d10"><y:PolyLineEdge>
            <y:LineStyle color="#00FF0080" type="dashed" width="2.0"/><y:EdgeLabel>tie<y:LabelModel/></y:EdgeLabel>
            </y:PolyLineEdge></data></edge>
        </graph>
        <data key="d7"><y:Resources/></data>
      </graphml>
      """)
    let graph = reading.graph
    let group = try #require(graph.node(withID: "n0"))
    let inner = try #require(graph.node(withID: "n0::n1"))
    let edge = try #require(graph.edge(withID: "e0"))
    #expect(graph.value(of: "label", at: group) == "Group" && graph.parent(of: inner) == group)
    #expect(graph.value(of: "url", at: inner) == "x" && graph.value(of: "label", at: edge) == "tie")
    var look = Appearance()
    look.color = Appearance.Color(red: 255, green: 0, blue: 0)
    look.position = Appearance.Position(x: 40, y: -40)
    (look.width, look.height, look.shape) = (60, 40, "roundrectangle")
    #expect(graph.appearance(of: group) == look)
    #expect(graph.appearance(of: edge)?.color?.green == 255)
    #expect(graph.appearance(of: edge)?.thickness == 2)
    #expect(reading.remarks.count == 1)

    let again = try GraphMLReader().read(GraphMLWriter(profile: .yed).write(graph)).graph
    #expect(again.appearance(of: try #require(again.node(withID: "n0"))) == look)
    #expect(again.value(of: "label", at: try #require(again.node(withID: "n0"))) == "Group")
  }

  @Test func aLargeFileMayBeEmptyBehindItsBeginning() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "parkgraph-sparse-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let nodes = (0..<20_000).map { "<node id=\"n\($0)\"/>\n" }.joined()
    try Data("<graphml><graph edgedefault=\"directed\">\n\(nodes)".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    let error = #expect(throws: ReadingError.self) {
      try GraphMLReader().read(ByteStream(contentsOf: file.path()))
    }
    #expect(error?.position?.line == 20_002)
  }

  @Test func whatIsNoXMLIsCalledSo() {
    for text in ["hello", "a b 1\n", "{\"nodes\": []}"] {
      let error = #expect(throws: ReadingError.self) {
        try GraphMLReader().read(Array(text.utf8))
      }
      #expect(error?.reason == .syntax && error?.message.contains("is no XML") == true)
    }
  }
}
