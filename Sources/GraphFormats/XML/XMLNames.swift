/// The names of elements and attributes of GraphML and GEXF, as the parser keeps them.
struct XMLNames {
  // Of both.
  let graph, node, edge, `default`, id, `for`, source, target, type: XMLName
  // Of GraphML.
  let graphml, key, hyperedge, endpoint, port, data, desc, locator, attrName, attrType,
    yfilesType, edgedefault, directed, sourceport, targetport, name: XMLName
  // Of GEXF.
  let gexf, attributes, attribute, options, nodes, edges, attvalues, attvalue, spells, spell,
    parents, parent, meta, creator, description, color, position, size, shape, thickness, label,
    pid, weight, kind, value, title, `class`, defaultedgetype, timeformat, timerepresentation,
    start, end, startopen, endopen, timestamp, timestamps, intervals, timetype, timezone, slices,
    slice,
    r, g, b, a, x, y, z, hex, uri: XMLName

  init(_ parser: XMLParser) {
    graph = parser.name("graph")
    node = parser.name("node")
    edge = parser.name("edge")
    `default` = parser.name("default")
    id = parser.name("id")
    `for` = parser.name("for")
    source = parser.name("source")
    target = parser.name("target")
    type = parser.name("type")
    graphml = parser.name("graphml")
    key = parser.name("key")
    hyperedge = parser.name("hyperedge")
    endpoint = parser.name("endpoint")
    port = parser.name("port")
    data = parser.name("data")
    desc = parser.name("desc")
    locator = parser.name("locator")
    attrName = parser.name("attr.name")
    attrType = parser.name("attr.type")
    yfilesType = parser.name("yfiles.type")
    edgedefault = parser.name("edgedefault")
    directed = parser.name("directed")
    sourceport = parser.name("sourceport")
    targetport = parser.name("targetport")
    name = parser.name("name")
    gexf = parser.name("gexf")
    attributes = parser.name("attributes")
    attribute = parser.name("attribute")
    options = parser.name("options")
    nodes = parser.name("nodes")
    edges = parser.name("edges")
    attvalues = parser.name("attvalues")
    attvalue = parser.name("attvalue")
    spells = parser.name("spells")
    spell = parser.name("spell")
    parents = parser.name("parents")
    parent = parser.name("parent")
    meta = parser.name("meta")
    creator = parser.name("creator")
    description = parser.name("description")
    color = parser.name("color")
    position = parser.name("position")
    size = parser.name("size")
    shape = parser.name("shape")
    thickness = parser.name("thickness")
    label = parser.name("label")
    pid = parser.name("pid")
    weight = parser.name("weight")
    kind = parser.name("kind")
    value = parser.name("value")
    title = parser.name("title")
    `class` = parser.name("class")
    defaultedgetype = parser.name("defaultedgetype")
    timeformat = parser.name("timeformat")
    timerepresentation = parser.name("timerepresentation")
    start = parser.name("start")
    end = parser.name("end")
    startopen = parser.name("startopen")
    endopen = parser.name("endopen")
    timestamp = parser.name("timestamp")
    timestamps = parser.name("timestamps")
    intervals = parser.name("intervals")
    timetype = parser.name("timetype")
    timezone = parser.name("timezone")
    slices = parser.name("slices")
    slice = parser.name("slice")
    r = parser.name("r")
    g = parser.name("g")
    b = parser.name("b")
    a = parser.name("a")
    x = parser.name("x")
    y = parser.name("y")
    z = parser.name("z")
    hex = parser.name("hex")
    uri = parser.name("uri")
  }
}
