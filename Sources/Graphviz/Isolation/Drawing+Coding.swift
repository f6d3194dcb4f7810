/// What a helper gives back.
enum HelperAnswer {
  static func bytes(of result: Result<Drawing, GraphvizError>, for job: DrawingJob) -> [UInt8] {
    var writer = ByteWriter()
    switch result {
    case .success(let drawing):
      writer.write(true)
      writer.write(drawing.layout, job.prepared)
      for format in Set(job.formats).sorted() { writer.write(drawing.files[format] ?? []) }
      writer.write(drawing.warnings) { $1.write($0) }
    case .failure(let error):
      writer.write(false)
      writer.write(error)
    }
    return writer.bytes
  }

  /// The answer to a job; names and counts are the job's whatever the helper says.
  static func result(
    of bytes: ArraySlice<UInt8>, for job: DrawingJob
  ) throws(ByteReader.Malformed) -> Result<Drawing, GraphvizError> {
    var reader = ByteReader(bytes)
    let result: Result<Drawing, GraphvizError>
    if try reader.bool() {
      let layout = try reader.layout(of: job.prepared, by: job.engine)
      var files: [Format: [UInt8]] = [:]
      for format in Set(job.formats).sorted() { files[format] = try reader.byteArray() }
      let warnings = try reader.strings()
      result = .success(Drawing(layout: layout, files: files, warnings: warnings))
    } else {
      result = .failure(try reader.error())
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    return result
  }
}

// MARK: Layouts

extension ByteWriter {
  fileprivate mutating func write(_ point: Point) {
    write(point.x)
    write(point.y)
  }

  mutating func write(_ size: Size) {
    write(size.width)
    write(size.height)
  }

  fileprivate mutating func write(_ box: Box) {
    write(box.lowerLeft)
    write(box.upperRight)
  }

  fileprivate mutating func write(_ label: LabelLayout?) {
    write(label) { label, writer in
      writer.write(label.center)
      writer.write(label.size)
    }
  }

  fileprivate mutating func write(_ layout: Layout, _ prepared: PreparedGraph) {
    write(layout.box)
    write(layout.label)
    for node in layout.nodes {
      write(node.center)
      write(node.size)
      write(node.xlabel)
    }
    for edge in layout.edges {
      write(edge.curves) { curve, writer in
        writer.write(curve.points) { $1.write($0) }
        writer.write(curve.startTip) { $1.write($0) }
        writer.write(curve.endTip) { $1.write($0) }
      }
      for label in [edge.label, edge.xlabel, edge.tailLabel, edge.headLabel] { write(label) }
    }
    // Clusters have unique identifiers, and the layout leaves out those without a box.
    var clusters = layout.clusters[...]
    for subgraph in prepared.subgraphs where subgraph.isCluster {
      let cluster = clusters.first?.id == subgraph.id ? clusters.removeFirst() : nil
      write(cluster) { cluster, writer in
        writer.write(cluster.box)
        writer.write(cluster.label)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func strings() throws(Malformed) -> [String] {
    try array { (reader) throws(Malformed) in try reader.string() }
  }

  fileprivate mutating func point() throws(Malformed) -> Point {
    Point(x: try finite(), y: try finite())
  }

  mutating func size() throws(Malformed) -> Size {
    Size(width: try finite(), height: try finite())
  }

  fileprivate mutating func box() throws(Malformed) -> Box {
    Box(lowerLeft: try point(), upperRight: try point())
  }

  fileprivate mutating func label() throws(Malformed) -> LabelLayout? {
    try optional { (reader) throws(Malformed) in
      LabelLayout(center: try reader.point(), size: try reader.size())
    }
  }

  fileprivate mutating func curve() throws(Malformed) -> BezierCurve {
    BezierCurve(
      points: try array { (reader) throws(Malformed) in try reader.point() },
      startTip: try optional { (reader) throws(Malformed) in try reader.point() },
      endTip: try optional { (reader) throws(Malformed) in try reader.point() })
  }

  fileprivate mutating func layout(
    of prepared: PreparedGraph, by engine: Engine
  ) throws(Malformed) -> Layout {
    let box = try box()
    let label = try label()
    var nodes: [NodeLayout] = []
    for node in prepared.nodes {
      nodes.append(
        NodeLayout(
          id: node.name, center: try point(), size: try size(), xlabel: try self.label()))
    }
    var edges: [EdgeLayout] = []
    for edge in prepared.edges {
      edges.append(
        EdgeLayout(
          tail: prepared.nodes[edge.tail].name, head: prepared.nodes[edge.head].name,
          curves: try array { (reader) throws(Malformed) in try reader.curve() },
          label: try self.label(), xlabel: try self.label(), tailLabel: try self.label(),
          headLabel: try self.label()))
    }
    var clusters: [ClusterLayout] = []
    for subgraph in prepared.subgraphs where subgraph.isCluster {
      let cluster = try optional { (reader) throws(Malformed) in
        ClusterLayout(id: subgraph.id, box: try reader.box(), label: try reader.label())
      }
      if let cluster { clusters.append(cluster) }
    }
    return Layout(
      engine: engine, box: box, label: label, nodes: nodes, edges: edges, clusters: clusters)
  }
}

// MARK: Errors

extension ByteWriter {
  fileprivate mutating func write(_ error: GraphvizError) {
    write(error.code.description)
    write(error.message)
    write(error.attribute) { $1.write($0) }
    write(error.messages) { $1.write($0) }
  }
}

extension ByteReader {
  fileprivate mutating func error() throws(Malformed) -> GraphvizError {
    // Everything that has a subject was found before the helper was asked.
    GraphvizError(
      GraphvizError.Code(description: try string()), try string(),
      attribute: try optional { (reader) throws(Malformed) in try reader.string() },
      messages: try strings())
  }
}
