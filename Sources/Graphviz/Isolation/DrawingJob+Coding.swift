extension DrawingJob {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(engine.rawValue)
    writer.write(formats.map(\.rawValue)) { $1.write($0) }
    writer.write(Int(seed))
    writer.write(attributes.pad) { $1.write($0) }
    writer.write(attributes.dpi) { $1.write($0) }
    writer.write(attributes.size) { $1.write($0) }
    writer.write(attributes.sizeIsDesired ?? false)
    writer.write(prepared)
    return writer.bytes
  }

  init(bytes: ArraySlice<UInt8>) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    guard let engine = Engine(rawValue: try reader.string()) else { throw ByteReader.Malformed() }
    self.engine = engine
    formats = try reader.array { (reader) throws(ByteReader.Malformed) in
      guard let format = Format(rawValue: try reader.string()) else {
        throw ByteReader.Malformed()
      }
      return format
    }
    guard let seed = UInt32(exactly: try reader.int()) else { throw ByteReader.Malformed() }
    self.seed = seed
    // Only what the size of a bitmap depends on: the rest is prepared.
    var attributes = GraphAttributes()
    attributes.pad = try reader.optional { (reader) throws(ByteReader.Malformed) in
      try reader.finite()
    }
    attributes.dpi = try reader.optional { (reader) throws(ByteReader.Malformed) in
      try reader.finite()
    }
    attributes.size = try reader.optional { (reader) throws(ByteReader.Malformed) in
      try reader.size()
    }
    attributes.sizeIsDesired = try reader.bool()
    self.attributes = attributes
    prepared = try reader.preparedGraph()
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ entries: [AttributeList.Entry]) {
    write(entries) { entry, writer in
      writer.write(entry.name)
      writer.write(entry.value.text)
      writer.write(entry.value.isHTML)
    }
  }

  fileprivate mutating func write(_ graph: PreparedGraph) {
    write(graph.name)
    write(graph.isDirected)
    write(graph.isStrict)
    write(graph.attributes)
    write(graph.nodeDefaults)
    write(graph.edgeDefaults)
    write(graph.nodes) { node, writer in
      writer.write(node.name)
      writer.write(node.attributes)
    }
    write(graph.edges) { edge, writer in
      writer.write(edge.tail)
      writer.write(edge.head)
      writer.write(edge.attributes)
    }
    write(graph.subgraphs) { subgraph, writer in
      writer.write(subgraph.name) { $1.write($0) }
      writer.write(subgraph.id)
      writer.write(subgraph.isCluster)
      writer.write(subgraph.parent) { $1.write($0) }
      writer.write(subgraph.attributes)
      writer.write(subgraph.nodes) { $1.write($0) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func entries() throws(Malformed) -> [AttributeList.Entry] {
    try array { (reader) throws(Malformed) in
      let name = try reader.string()
      let text = try reader.string()
      return (name, AttributeText(text: text, isHTML: try reader.bool()))
    }
  }

  fileprivate mutating func preparedGraph() throws(Malformed) -> PreparedGraph {
    var graph = PreparedGraph(
      name: try string(), isDirected: try bool(), isStrict: try bool())
    graph.attributes = try entries()
    graph.nodeDefaults = try entries()
    graph.edgeDefaults = try entries()
    graph.nodes = try array { (reader) throws(Malformed) in
      PreparedGraph.Object(name: try reader.string(), attributes: try reader.entries())
    }
    let count = graph.nodes.count
    graph.edges = try array { (reader) throws(Malformed) in
      PreparedGraph.Edge(
        tail: try reader.index(below: count), head: try reader.index(below: count),
        attributes: try reader.entries())
    }
    var place = 0
    graph.subgraphs = try array { (reader) throws(Malformed) in
      defer { place += 1 }
      return PreparedGraph.Subgraph(
        name: try reader.optional { (reader) throws(Malformed) in try reader.string() },
        id: try reader.string(), isCluster: try reader.bool(),
        parent: try reader.optional { (reader) throws(Malformed) in
          try reader.index(below: place)
        }, attributes: try reader.entries(),
        nodes: try reader.array { (reader) throws(Malformed) in
          try reader.index(below: count)
        })
    }
    return graph
  }
}
