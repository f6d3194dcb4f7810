/// The names of GEXF's elements and attributes, as the parser keeps them.
struct GEXFNames {
  let gexf, graph, attributes, attribute, `default`, options, nodes, node, edges, edge: XMLName
  let attvalues, attvalue, spells, spell, slices, slice, parents, parent, meta, description: XMLName
  let color, position, size, shape, thickness: XMLName
  let id, label, pid, source, target, type, weight, kind, `for`, value, title, `class`: XMLName
  let defaultedgetype, timeformat, timerepresentation, start, end, startopen, endopen,
    timestamp, timestamps, intervals,
    timetype, timezone: XMLName
  let r, g, b, a, x, y, z, hex, uri: XMLName

  init(_ parser: XMLParser) {
    gexf = parser.name("gexf")
    graph = parser.name("graph")
    attributes = parser.name("attributes")
    attribute = parser.name("attribute")
    `default` = parser.name("default")
    options = parser.name("options")
    nodes = parser.name("nodes")
    node = parser.name("node")
    edges = parser.name("edges")
    edge = parser.name("edge")
    attvalues = parser.name("attvalues")
    attvalue = parser.name("attvalue")
    spells = parser.name("spells")
    spell = parser.name("spell")
    parents = parser.name("parents")
    parent = parser.name("parent")
    meta = parser.name("meta")
    description = parser.name("description")
    color = parser.name("color")
    position = parser.name("position")
    size = parser.name("size")
    shape = parser.name("shape")
    thickness = parser.name("thickness")
    id = parser.name("id")
    label = parser.name("label")
    pid = parser.name("pid")
    source = parser.name("source")
    target = parser.name("target")
    type = parser.name("type")
    weight = parser.name("weight")
    kind = parser.name("kind")
    `for` = parser.name("for")
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
