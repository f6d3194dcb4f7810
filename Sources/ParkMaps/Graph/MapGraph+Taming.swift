extension MapGraph {
  /// The graph without what no drawing can hold: control characters, and texts of the length of books.
  var tamed: MapGraph {
    func text(_ text: String?, _ most: Int, keepsLines: Bool = false) -> String? {
      guard let text else { return nil }
      let tamed = Self.tamed(text, most: most, keepsLines: keepsLines)
      return Self.isVisible(tamed) ? tamed : nil
    }
    var result = self
    result.title = text(title, 300) ?? ""
    result.source = text(source, 600)
    result.date = text(date, 80)
    for place in result.nodes.indices {
      var node = result.nodes[place]
      node.name = text(node.name, 200) ?? text(node.id, 200) ?? "?"
      node.secondName = text(node.secondName, 200)
      node.kind = text(node.kind, 80)
      node.category = node.category.flatMap { category in
        text(category.name, 80).map { Category($0, mark: text(category.mark, 8)) }
      }
      node.tooltip = text(node.tooltip, 3_000, keepsLines: true)
      result.nodes[place] = node
    }
    for place in result.edges.indices {
      var edge = result.edges[place]
      edge.kind = text(edge.kind, 80)
      edge.label = text(edge.label, 200, keepsLines: true)
      edge.tooltip = text(edge.tooltip, 3_000, keepsLines: true)
      edge.count = max(1, edge.count)
      result.edges[place] = edge
    }
    result.groupHeadings = groupHeadings.mapValues { heading in
      Heading(
        text(heading.name, 200) ?? "–", secondName: text(heading.secondName, 200),
        note: text(heading.note, 200))
    }
    return result
  }

  /// Whether anything of a text can be seen.
  static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The text on one line, without control characters, cut where it is too long.
  static func tamed(_ text: String, most: Int, keepsLines: Bool = false) -> String {
    var result = ""
    var count = 0
    for character in text {
      guard count < most else { return result + "…" }
      count += 1
      // A character may consist of any number of parts.
      for scalar in character.unicodeScalars.prefix(16) {
        if scalar == "\n", keepsLines {
          result.unicodeScalars.append(scalar)
        } else if scalar.value < 0x20 {
          result += " "
        } else if !(0x7F..<0xA0).contains(scalar.value), scalar.value & 0xFFFE != 0xFFFE {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
