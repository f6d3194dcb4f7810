/// The names of GraphML's elements and attributes, as the parser keeps them.
struct GraphMLNames {
  let graphml, key, graph, node, edge, hyperedge, endpoint, port, data, desc, locator,
    `default`: XMLName
  let id, `for`, attrName, attrType, yfilesType, edgedefault, directed, source, target, sourceport,
    targetport, name, type: XMLName

  init(_ parser: XMLParser) {
    graphml = parser.name("graphml")
    key = parser.name("key")
    graph = parser.name("graph")
    node = parser.name("node")
    edge = parser.name("edge")
    hyperedge = parser.name("hyperedge")
    endpoint = parser.name("endpoint")
    port = parser.name("port")
    data = parser.name("data")
    desc = parser.name("desc")
    locator = parser.name("locator")
    `default` = parser.name("default")
    id = parser.name("id")
    `for` = parser.name("for")
    attrName = parser.name("attr.name")
    attrType = parser.name("attr.type")
    yfilesType = parser.name("yfiles.type")
    edgedefault = parser.name("edgedefault")
    directed = parser.name("directed")
    source = parser.name("source")
    target = parser.name("target")
    sourceport = parser.name("sourceport")
    targetport = parser.name("targetport")
    name = parser.name("name")
    type = parser.name("type")
  }
}
