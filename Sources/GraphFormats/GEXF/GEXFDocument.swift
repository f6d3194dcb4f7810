internal import GraphCore

/// A GEXF file that is being written.
struct GEXFDocument: ~Copyable {
  let graph: PropertyGraph
  let version: GEXFWriter.Version
  var output = ByteOutput()
  /// The slots of `label` and `weight`, where they stand in attributes of GEXF's own.
  private let nodeLabel: Int?
  private let edgeLabel: Int?
  private let weight: Int?
  /// The slots of all attributes that are declared.
  private let nodeSlots: [Int]
  private let edgeSlots: [Int]
  /// What each of them is called in the file, by its slot.
  private let identifiers: [String]

  init(_ graph: PropertyGraph, _ version: GEXFWriter.Version) {
    self.graph = graph
    self.version = version
    (nodeLabel, nodeSlots) = Self.slots(of: graph, .node)
    (edgeLabel, edgeSlots) = Self.slots(of: graph, .edge)
    var identifiers = [String](repeating: "", count: graph.keys.count)
    // By the order in the file, so that a file that is read is written again as it is.
    for (number, slot) in (nodeSlots + edgeSlots).enumerated() { identifiers[slot] = "d\(number)" }
    self.identifiers = identifiers
    weight = graph.slot("weight", for: .edge).flatMap { graph.keys[$0].type == .string ? nil : $0 }
  }

  /// The slot of `label`, and those of the attributes that have to be declared, the ones that change
  /// with time last.
  private static func slots(
    of graph: PropertyGraph, _ domain: AttributeKey.Domain
  ) -> (label: Int?, declared: [Int]) {
    let timed = Set(
      domain == .node
        ? graph.details.nodeHistories.values.joined().map(\.name)
        : graph.details.edgeHistories.values.joined().map(\.name))
    let declared = graph.slots(for: domain).filter { slot in
      let key = graph.keys[slot]
      let isPlain =
        key.defaultValue == nil && key.choices.isEmpty && graph.columns[slot].hasValues
        && !timed.contains(key.name)
      let isNative =
        key.name == "label" && key.type == .string
        || domain == .edge && key.name == "weight" && key.type == .double
      return !(isPlain && isNative)
    }
    func isTimed(_ slot: Int) -> Bool { timed.contains(graph.keys[slot].name) }
    return (
      graph.slot("label", for: domain),
      declared.filter { !isTimed($0) } + declared.filter { isTimed($0) }
    )
  }

  /// Writes all that comes before the nodes.
  mutating func start() {
    output.append(
      version == .v13
        ? """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">

        """
        : """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" \
        version="1.2">

        """)
    if let note = graph.note {
      output.append("  <meta>\n    <description>")
      output.appendText(note)
      output.append("</description>\n  </meta>\n")
    }
    output.append("  <graph defaultedgetype=\"")
    output.append(graph.graph.directedness == .undirected ? "undirected\"" : "directed\"")
    let isDynamic = graph.has(.times)
    output.append(isDynamic ? " mode=\"dynamic\"" : " mode=\"static\"")
    if let scale = graph.timeScale {
      if let format = scale.format { output.appendAttribute("timeformat", format) }
      if writesMoments { output.append(" timerepresentation=\"timestamp\"") }
      times(scale.spell)
    }
    output.append(">\n")
    declarations(nodeSlots, "node", graph.details.nodeHistories.values.joined().map(\.name))
    declarations(edgeSlots, "edge", graph.details.edgeHistories.values.joined().map(\.name))
    output.append("    <nodes>\n")
  }

  /// Writes the nodes and what comes between them and the edges.
  mutating func nodes<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let core = graph.graph
    for node in core.nodes {
      let row = Int(node.rawValue)
      output.append("      <node")
      output.appendAttribute("id", core[node].id)
      native("label", nodeLabel, row)
      if let parent = graph.parent(of: node) { output.appendAttribute("pid", core[parent].id) }
      content(
        nodeSlots, row, graph.spells(of: node), graph.history(of: node),
        graph.appearance(of: node), .node)
      try output.flush(to: sink)
    }
    output.append("    </nodes>\n    <edges>\n")
  }

  /// Writes the edges.
  mutating func edges<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let core = graph.graph
    let isMixed = core.directedness == .mixed
    for (position, edge) in core.edges.enumerated() {
      let row = Int(edge.rawValue)
      let ends = core.endpoints(of: edge)
      output.append("      <edge")
      output.appendAttribute("id", core[edge].id ?? freeEdgeID(position))
      output.appendAttribute("source", core[ends.source].id)
      output.appendAttribute("target", core[ends.target].id)
      if isMixed && !core.isDirected(edge) { output.append(" type=\"undirected\"") }
      native("label", edgeLabel, row)
      native("weight", weight, row)
      content(
        edgeSlots, row, graph.spells(of: edge), graph.history(of: edge),
        graph.appearance(of: edge), .edge)
      try output.flush(to: sink)
    }
  }

  private mutating func declarations(_ slots: [Int], _ name: StaticString, _ timed: [String]) {
    let timed = Set(timed)
    for isDynamic in [false, true] {
      let part = slots.filter { timed.contains(graph.keys[$0].name) == isDynamic }
      guard !part.isEmpty else { continue }
      output.append("    <attributes class=\"")
      output.append(name)
      output.append(isDynamic ? "\" mode=\"dynamic\">\n" : "\" mode=\"static\">\n")
      for slot in part { declaration(slot) }
      output.append("    </attributes>\n")
    }
  }

  private mutating func declaration(_ slot: Int) {
    let key = graph.keys[slot]
    output.append("      <attribute")
    output.appendAttribute("id", identifiers[slot])
    output.appendAttribute("title", key.name)
    output.appendAttribute("type", key.type == .int ? "integer" : key.type.rawValue)
    guard key.defaultValue != nil || !key.choices.isEmpty else { return output.append("/>\n") }
    output.append(">\n")
    if let value = key.defaultValue {
      output.append("        <default>")
      output.append(value: value)
      output.append("</default>\n")
    }
    if !key.choices.isEmpty {
      output.append("        <options>")
      output.appendText(key.choices.joined(separator: "|"))
      output.append("</options>\n")
    }
    output.append("      </attribute>\n")
  }

  /// Writes what GEXF has an attribute of its own for.
  private mutating func native(_ name: StaticString, _ slot: Int?, _ row: Int) {
    guard let slot, graph.columns[slot].hasValue(at: row) else { return }
    output.append(" ")
    output.append(name)
    output.append("=")
    appendValue(slot, row)
  }

  /// Writes the time of an element, ends its start tag, and writes what is in it and its end.
  private mutating func content(
    _ slots: [Int], _ row: Int, _ spells: [Spell], _ history: [TimedValue], _ look: Appearance?,
    _ domain: AttributeKey.Domain
  ) {
    if spells.count == 1 { times(spells[0]) }
    let hasValues = !history.isEmpty || slots.contains { graph.columns[$0].hasValue(at: row) }
    guard hasValues || spells.count > 1 || look != nil else { return output.append("/>\n") }
    output.append(">\n")
    if hasValues {
      output.append("        <attvalues>\n")
      for slot in slots where graph.columns[slot].hasValue(at: row) {
        output.append("          <attvalue for=\"")
        output.append(plain: identifiers[slot])
        output.append("\" value=")
        appendValue(slot, row)
        output.append("/>\n")
      }
      for entry in history {
        value(graph.slot(entry.name, for: domain) ?? 0, entry.value, entry.spell)
      }
      output.append("        </attvalues>\n")
    }
    if spells.count > 1 {
      output.append("        <spells>\n")
      for spell in spells {
        output.append("          <spell")
        times(spell)
        output.append("/>\n")
      }
      output.append("        </spells>\n")
    }
    if let look { self.look(look) }
    output.append(domain == .node ? "      </node>\n" : "      </edge>\n")
  }

  /// Appends the value of a row in quotes.
  private mutating func appendValue(_ slot: Int, _ row: Int) {
    output.append("\"")
    if graph.columns[slot].type == .string {
      graph.columns[slot].withText(ofRow: row) { output.appendAttribute($0) }
    } else {
      switch graph.columns[slot].value(at: row) {
      case .int(let number)?: output.append(Int64(number))
      case .long(let number)?: output.append(number)
      case .double(let number)?: output.append(number)
      case let value?: output.append(plain: value.description)
      case nil: break
      }
    }
    output.append("\"")
  }

  private mutating func value(_ slot: Int, _ value: AttributeValue, _ spell: Spell) {
    output.append("          <attvalue")
    output.appendAttribute("for", identifiers[slot])
    output.appendAttribute("value", value.description)
    times(spell)
    output.append("/>\n")
  }

  /// GEXF 1.2 has no moments.
  private var writesMoments: Bool { version == .v13 && graph.timeScale?.isMoments == true }

  /// GEXF 1.3 has no times that leave out their ends.
  private mutating func times(_ spell: Spell) {
    if writesMoments, let moment = spell.start, spell.end == moment {
      return output.appendAttribute("timestamp", moment)
    }
    let mayBeOpen = version == .v12
    if let start = spell.start {
      output.appendAttribute(mayBeOpen && spell.isStartOpen ? "startopen" : "start", start)
    }
    if let end = spell.end {
      output.appendAttribute(mayBeOpen && spell.isEndOpen ? "endopen" : "end", end)
    }
  }

  private mutating func look(_ look: Appearance) {
    func text(_ number: Double) -> String { AttributeValue.double(number).description }
    if let color = look.color {
      output.append("        <viz:color")
      output.appendAttribute("r", String(color.red))
      output.appendAttribute("g", String(color.green))
      output.appendAttribute("b", String(color.blue))
      if color.alpha < 1 { output.appendAttribute("a", text(color.alpha)) }
      output.append("/>\n")
    }
    if let position = look.position {
      output.append("        <viz:position")
      output.appendAttribute("x", text(position.x))
      output.appendAttribute("y", text(position.y))
      output.appendAttribute("z", text(position.z))
      output.append("/>\n")
    }
    if let size = look.width ?? look.height {
      output.append("        <viz:size")
      output.appendAttribute("value", text(max(size, look.height ?? size)))
      output.append("/>\n")
    }
    if let thickness = look.thickness {
      output.append("        <viz:thickness")
      output.appendAttribute("value", text(thickness))
      output.append("/>\n")
    }
    if let shape = look.shape.flatMap(ShapeName.gexf) {
      output.append("        <viz:shape")
      output.appendAttribute("value", shape)
      output.append("/>\n")
    }
  }

  private func freeEdgeID(_ position: Int) -> String {
    var id = "e\(position)"
    while graph.edge(withID: id) != nil {
      id += "_"
    }
    return id
  }
}
