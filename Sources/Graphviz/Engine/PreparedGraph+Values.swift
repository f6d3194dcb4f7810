extension [AttributeList.Entry] {
  /// What libgvc finds under a name: the last value that was set.
  func value(_ name: String) -> String? { last { $0.name == name }?.value.text }
}

extension PreparedGraph {
  /// An edge's value of an attribute, or the default; nil if there is none or an empty one.
  func edgeValue(_ name: String, _ edge: Int) -> String? {
    let value = edges[edge].attributes.value(name) ?? edgeDefaults.value(name)
    return value?.isEmpty == false ? value : nil
  }

  func hasLabel(_ edge: Int) -> Bool { edgeValue("label", edge) != nil }

  private func minLen(_ edge: Int) -> Int { edgeValue("minlen", edge).flatMap { Int($0) } ?? 1 }

  /// No layout by dot has more ranks; labels double them.
  var mostRanks: Int {
    var sum = 0
    var longest = 0
    var hasLabels = false
    for edge in edges.indices {
      sum += minLen(edge)
      longest = max(longest, minLen(edge))
      hasLabels = hasLabels || hasLabel(edge)
    }
    return min(sum, max(0, nodes.count - 1) * longest) * (hasLabels ? 2 : 1)
  }

  /// Whether a node or label may be larger than this, in points; a guess on the safe side.
  func mayExceed(_ extent: Double) -> Bool {
    var fontSize = 14.0
    var longest = 0
    var isLarge = false
    func look(_ entries: [AttributeList.Entry]) {
      for (name, value) in entries {
        switch name {
        case "fontsize", "labelfontsize": fontSize = max(fontSize, Double(value.text) ?? 0)
        case "width", "height": isLarge = isLarge || (Double(value.text) ?? 0) * 72 > extent / 4
        case "margin":
          let largest = value.text.split(separator: ",").compactMap { Double($0) }.max() ?? 0
          isLarge = isLarge || largest * 72 > extent / 8
        case "label":
          longest = max(longest, value.text.utf8.count)
          // Tables have sizes of their own.
          isLarge = isLarge || value.isHTML && value.text.contains("<TABLE")
        default: break
        }
      }
    }
    look(nodeDefaults)
    look(edgeDefaults)
    for node in nodes {
      longest = max(longest, node.name.utf8.count)
      look(node.attributes)
    }
    for edge in edges { look(edge.attributes) }
    for subgraph in subgraphs {
      // The margin of a cluster is in points, and bounded elsewhere.
      look(subgraph.attributes.filter { $0.name != "margin" })
    }
    return isLarge || Double(longest) * fontSize * 1.5 > extent / 4
  }

  /// Whether dot may put both ends of an edge with a label on one rank.
  var mayHaveFlatLabels: Bool {
    let labelled = edges.indices.filter { hasLabel($0) }
    guard !labelled.isEmpty else { return false }
    if attributes.value("newrank") == "true" { return true }
    if subgraphs.contains(where: { $0.attributes.value("rank") != nil }) { return true }
    let clusters = innermostClusters
    return labelled.contains { edge in
      minLen(edge) == 0 || edgeValue("constraint", edge) == "false"
        || clusters[edges[edge].tail] != clusters[edges[edge].head]
    }
  }

  /// The innermost cluster of each node.
  private var innermostClusters: [Int?] {
    var depths = Array(repeating: 0, count: subgraphs.count)
    var around: [Int?] = Array(repeating: nil, count: subgraphs.count)
    var result: [Int?] = Array(repeating: nil, count: nodes.count)
    // Outer subgraphs come first.
    for (place, subgraph) in subgraphs.enumerated() {
      depths[place] = (subgraph.parent.map { depths[$0] } ?? 0) + 1
      around[place] = subgraph.isCluster ? place : subgraph.parent.flatMap { around[$0] }
      guard let cluster = around[place] else { continue }
      for node in subgraph.nodes {
        if let other = result[node], depths[other] >= depths[cluster] { continue }
        result[node] = cluster
      }
    }
    return result
  }
}
