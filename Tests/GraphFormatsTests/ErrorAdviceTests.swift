import GraphFormats
import Testing

/// Every fault of a file says where it is, what it is and what to do.
@Suite struct ErrorAdviceTests {
  private static let graphML = [
    "<graphml><graph edgedefault='directed'><node id='a'></graph></graphml>",
    "<graphml><graph><node>&x;</node></graph></graphml>",
    "<graphml><graph><node/></graph></graphml>",
    "<graphml><graph><node id='a' id='b'/></graph></graphml>",
    "<graphml><graph><node id='a&#1;'/></graph></graphml>", "hello", "<gexf/>", "<graphml/>",
    "<!DOCTYPE g [<!ENTITY x 'y'>]><graphml/>", "<graphml><graph edgedefault='up'/></graphml>",
    "<graphml><graph><edge source='a'/></graph></graphml>", "<graphml><key for='x'/></graphml>",
    "<graphml><graph><edge source='a' target='b' directed='x'/></graph></graphml>",
    "<graphml><graph><edge source='a' target='b'/></graph></graphml>",
    "<graphml><graph><node id='a'/><node id='a'/></graph></graphml>",
    "<graphml><graph><node id='a'><data key='k'/></node></graph></graphml>",
    "<graphml><graph><node id='a'><port/></node></graph></graphml>",
    "<graphml><graph><hyperedge><endpoint/></hyperedge></graph></graphml>",
    "<graphml><b/></graphml>",
    "<?xml version='1.0' encoding='nope'?><graphml/>", String(repeating: "<graphml>", count: 300),
    "<graphml><key id='k' for='node' attr.name='k' attr.type='int'><default>x</default></key></graphml>",
  ]
  private static let gexf = [
    "<gexf/>", "<graphml/>", "<gexf><graph><nodes><node/></nodes></graph></gexf>",
    "<gexf><graph defaultedgetype='x'/></gexf>", "<gexf><graph><attributes/></graph></gexf>",
    "<gexf><graph><attributes class='node'><attribute/></attributes></graph></gexf>",
    "<gexf><graph><nodes><node id='a' pid='b'/></nodes></graph></gexf>",
    "<gexf><graph><nodes><node id='a' pid='a'/></nodes></graph></gexf>", "<gexf><b/></gexf>",
    "<gexf><graph><nodes><node id='a'><attvalue for='0'/></node></nodes></graph></gexf>",
  ]
  private static let gml = [
    "graph [", "graph [ node [ id 1 label \"x ] ]", "graph [ node [ id 1x ] ]", "graph [ node 5 ]",
    "graph [ node [ id 1 ] node [ id 1 ] ]", "graph [ node [ id ] ]", "<xml/>", "graph [ a 1 ] ]",
    "graph [ edge [ source 1 target 3 ] ]", "graph [ node [ ] ]", "graph [ edge [ source 1 ] ]",
    "graph [ node [ id 1 x\0 3 ] ]", "graph [ node [ id 1 c red ] ]", "graph [ directed \"x\" ]",
    "graph [ node [ id 1 c \"&#1;\" ] ]", "graph [ ] graph [ ]", "graph [ a \"\n\"b\" ]",
    "graph" + String(repeating: " [ a", count: 600),
  ]
  private static let json = [
    "", "[1]", "{\"nodes\": [{}, ]}", "{\"nodes\": [{\"id\": tru}]}", "{\"nodes\" []}",
    "{nodes: []}",
    "{\"nodes\": [{\"id\": \"\\q\"}]}", "{\"nodes\": [{\"id\": \"\\u1\"}]}",
    "{\"nodes\": [\"\n\"]}",
    "{\"nodes\": [{\"id\": \"\\ud800\"}]}", "{\"nodes\": [null]}", "{\"links\": [{\"source\": 1}]}",
    "{\"nodes\": [], \"links\": [{\"source\": 1, \"target\": 2}]}", "{\"children\": []}", "\"x\"",
    "{\"nodes\": [], \"nodes\": []}", "{\"nodes\": [{\"a\": 1, \"a\": 2}]}", "{\"nodes\": []} x",
    "{\"nodes\": ['a']}", "{\"attributes\": [{}], \"nodes\": []}", "{\"nodes\": [\"\\u0001\"]}",
    "{\"nodes\": [\"x", "{\"graphs\": [{\"nodes\": []}, {}]}", String(repeating: "[", count: 600),
  ]
  private static let csv = [
    "a,b\n1,2\n", "source,target\na\n", "source,target\n\"a,b\n", "source,target\na\"b,c\n",
    "source,target\n\"a\"b,c\n", ":START_ID,:END_ID,w:int\na,b,x\n", "source,target,x,x\na,b,1,2\n",
    "source,target\n,b\n", "source,target,type\na,b,Directed\na,c,up\n",
    "source,target\na\u{1},b\n",
    ":START_ID,:END_ID,directed:boolean\na,b,x\n", "source,target\na,b,c\n",
  ]

  private func check(
    _ text: String, _ read: ([UInt8]) throws(ReadingError) -> Reading,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = #expect(throws: ReadingError.self, sourceLocation: sourceLocation) {
      _ = try read(Array(text.utf8))
    }
    let found = try #require(error)
    #expect(found.position != nil, sourceLocation: sourceLocation)
    let parts = found.message.split(separator: "; ")
    #expect(parts.count == 2, "\(found)", sourceLocation: sourceLocation)
  }

  @Test(arguments: graphML) func ofGraphML(_ text: String) throws {
    try check(text) { (bytes) throws(ReadingError) in try GraphMLReader().read(bytes) }
  }

  @Test(arguments: gexf) func ofGEXF(_ text: String) throws {
    try check(text) { (bytes) throws(ReadingError) in try GEXFReader().read(bytes) }
  }

  @Test(arguments: gml) func ofGML(_ text: String) throws {
    try check(text) { (bytes) throws(ReadingError) in try GMLReader().read(bytes) }
  }

  @Test(arguments: json) func ofJSON(_ text: String) throws {
    try check(text) { (bytes) throws(ReadingError) in try JSONReader().read(bytes) }
  }

  @Test(arguments: csv) func ofCSV(_ text: String) throws {
    try check(text) { (bytes) throws(ReadingError) in try CSVReader().read(bytes) }
  }

  /// What concerns the whole file has no place in it.
  @Test func ofWholeFiles() {
    func message(_ read: () throws(ReadingError) -> Reading) -> String? {
      do throws(ReadingError) { _ = try read() } catch {
        #expect(error.position == nil)
        return error.message
      }
      return nil
    }
    #expect(
      message { () throws(ReadingError) in try GraphMLReader().read([]) }
        == "the file is empty, expected XML; check whether it was written to its end")
    #expect(
      message { () throws(ReadingError) in try GMLReader().read([]) }
        == "the file holds no graph, expected “graph [”; check that it is GML and whole")
    #expect(
      message { () throws(ReadingError) in try CSVReader().read([]) }
        == "the file is empty, expected a header in its first line; write one, such as "
        + "“source,target”")
    #expect(
      message { () throws(ReadingError) in
        try GMLReader().read(ByteStream(contentsOf: "/nowhere/at/all.gml"))
      } == "can't be opened: no such file or directory; check the path")
    #expect(
      message { () throws(ReadingError) in try GMLReader().read(ByteStream(contentsOf: "/")) }
        == "can't be read: is a directory; name a file in it")
  }
}
