extension MapGraph {
  /// One node for each category, with the number of nodes in it, and one tie for all those between
  /// two categories.
  ///
  /// Ties within a category are counted in its node's tooltip. Nodes without a category become one
  /// node of their own.
  ///
  /// - Returns: The smaller graph; scores are the numbers of nodes.
  /// - Complexity: O((*n* + *m*) log (*n* + *m*)).
  public func aggregatedByCategory() -> MapGraph {
    let words = MapWords(language)
    var members: [Category?: [Node]] = [:]
    var homes: [String: Category?] = [:]
    for node in nodes where homes[node.id] == nil {
      members[node.category, default: []].append(node)
      homes[node.id] = .some(node.category)
    }
    let ranked = members.sorted {
      ($1.value.count, $0.key?.name ?? "~") < ($0.value.count, $1.key?.name ?? "~")
    }
    var ids: [Category?: String] = [:]
    for (place, item) in ranked.enumerated() { ids[item.key] = "category-\(place + 1)" }

    var within: [Category?: Int] = [:]
    var between: [Edge] = []
    for edge in edges {
      guard let source = homes[edge.source], let target = homes[edge.target] else { continue }
      if source == target {
        within[source, default: 0] += edge.count
      } else if let start = ids[source], let end = ids[target] {
        // Directions cancel out where whole countries are tied.
        between.append(Edge(from: start, to: end, count: edge.count, weight: edge.weight))
      }
    }

    var result = self
    result.nodes = ranked.map { category, nodes in
      let count = nodes.reduce(0) { $0 + $1.count }
      let kinds = Set(nodes.map(\.kind))
      let what = kinds.count == 1 ? kinds.first.flatMap(\.self) : nil
      let inside = within[category] ?? 0
      let name = category?.name ?? words["none"]
      return Node(
        id: ids[category] ?? name, name: name,
        secondName: words.counted(count, what ?? "node"),
        kind: what, category: category, score: Double(count),
        tooltip: "\(name)\n\(count.formattedForMaps) nodes, "
          + "\(inside.formattedForMaps) ties among them", count: count)
    }
    result.edges = between
    result = result.merged
    for place in result.edges.indices {
      let edge = result.edges[place]
      let names = [edge.source, edge.target].map { id in
        result.nodes.first { $0.id == id }?.name ?? id
      }
      result.edges[place].label = edge.count > 1 ? "×\(edge.count.formattedForMaps)" : nil
      result.edges[place].tooltip =
        "\(names[0]) – \(names[1])\n\(edge.count.formattedForMaps) "
        + (edge.count == 1 ? "tie" : "ties")
    }
    result.groupHeadings = [:]
    result.scoreTitle = "nodes"
    return result
  }
}

extension Int {
  /// With a comma between thousands.
  var formattedForMaps: String {
    let digits = String(magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return self < 0 ? "-" + result : result
  }
}
