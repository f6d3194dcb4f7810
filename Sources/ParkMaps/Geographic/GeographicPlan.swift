import Graphviz

/// Which kind of line a tie is drawn with.
struct MapLine: Hashable, Comparable, Sendable {
  var kind: String?
  var isDoubtful: Bool
  /// Whether something else is to be seen.
  var isFaded = false

  static func < (left: MapLine, right: MapLine) -> Bool {
    let (first, second) = (left.kind ?? "", right.kind ?? "")
    if first != second { return first < second }
    if left.isDoubtful != right.isDoubtful { return right.isDoubtful }
    return left.isFaded && !right.isFaded
  }
}

/// What a geographic map shows, worked out once: what is where, in which colour, tied to what.
struct GeographicPlan {
  let graph: MapGraph
  let options: GeographicMap.Options
  /// The places of nodes by identifier.
  let numbers: [String: Int]
  /// For each node, the numbers of its ties.
  let ties: [[Int]]
  /// The categories, those with the most nodes first.
  let categories: [MapGraph.Category]
  /// The kinds of node and of tie, the most frequent first.
  let kinds: [String]
  let edgeKinds: [String]
  /// The nodes of the path that stands out, one after the other; empty for none.
  let path: [Int]
  /// Whether there is so much that what is near each other is one, and not all have their names.
  let isCrowded: Bool

  var theme: Theme { options.theme }
  var words: MapWords { MapWords(graph.language) }

  init(_ map: GeographicMap) {
    options = map.options
    graph = map.graph.valid.clipped
    let numbers = Dictionary(
      uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.id, $0) })
    self.numbers = numbers
    isCrowded = graph.nodes.count { $0.coordinates != nil } > 500
    path = map.options.highlightedPath.compactMap { numbers[$0] }
    var ties: [[Int]] = Array(repeating: [], count: graph.nodes.count)
    for (index, edge) in graph.edges.enumerated() {
      for end in Set([edge.source, edge.target]) {
        if let number = numbers[end] { ties[number].append(index) }
      }
    }
    self.ties = ties
    categories = Ranking.of(graph.nodes.compactMap(\.category))
    kinds = Ranking.of(graph.nodes.compactMap(\.kind)) { $0 }
    edgeKinds = Ranking.of(graph.edges.compactMap(\.kind)) { $0 }
  }

  // MARK: Ties

  /// The nodes at the ends of a tie.
  func ends(of tie: Int) -> (start: Int, end: Int) {
    let edge = graph.edges[tie]
    return (numbers[edge.source] ?? 0, numbers[edge.target] ?? 0)
  }

  func line(of tie: Int) -> MapLine {
    let edge = graph.edges[tie]
    return MapLine(kind: edge.kind, isDoubtful: edge.isDoubtful, isFaded: isFaded(tie: tie))
  }

  /// Whether there is a path that stands out, and a tie isn't on it.
  private func isFaded(tie: Int) -> Bool {
    guard !path.isEmpty else { return false }
    let (start, end) = ends(of: tie)
    return !zip(path, path.dropFirst()).contains { step in
      step == (start, end) || step == (end, start)
    }
  }

  /// Whether there is a path that stands out, and a node isn't on it.
  func isFaded(_ node: Int) -> Bool {
    !path.isEmpty && !path.contains(node)
  }

  /// The shortest way between the ends of a tie; `nil` where one of them is nowhere.
  func way(of tie: Int) -> GreatCircle? {
    let (start, end) = ends(of: tie)
    guard let first = graph.nodes[start].coordinates, let second = graph.nodes[end].coordinates
    else { return nil }
    return GreatCircle(from: first, to: second)
  }

  /// The nodes that are somewhere.
  var located: [Int] { graph.nodes.indices.filter { graph.nodes[$0].coordinates != nil } }

  // MARK: Colours

  /// The colour of a node's category.
  func color(of node: Int) -> Color {
    if isFaded(node) { return theme.faded }
    guard let category = graph.nodes[node].category,
      let place = categories.firstIndex(of: category), place < theme.palette.count
    else { return theme.neutral }
    return theme.palette[place]
  }

  /// The colour of several nodes: that of their category if they have only one.
  func color(of nodes: [Int]) -> Color {
    let colors = Set(
      (nodes.contains { !isFaded($0) } ? nodes.filter { !isFaded($0) } : nodes)
        .map(color(of:)))
    return colors.count == 1 ? colors.first ?? theme.neutral : theme.neutral
  }

  /// The colour of a kind of tie.
  func color(of line: MapLine) -> Color {
    if line.isFaded { return theme.faded }
    guard let kind = line.kind, let place = edgeKinds.firstIndex(of: kind),
      place < theme.tieColors.count
    else { return theme.mutedText }
    return theme.tieColors[place]
  }

  // MARK: Names

  /// The name of a node, and below it, smaller, the second one.
  func nameLines(of node: Int) -> [MapTextLine] {
    let ink = isFaded(node) ? theme.mutedText : theme.text
    let node = graph.nodes[node]
    let mark = theme.usesMarks ? node.category?.mark.map { "\u{A0}(\($0))" } : nil
    return LabelText.lines(node.name + (mark ?? ""), width: 32).map {
      MapTextLine(text: $0, size: 11, color: ink)
    }
      + (node.secondName.map { LabelText.lines($0, width: 36) } ?? []).map {
        MapTextLine(text: $0, size: 9, color: theme.mutedText)
      }
  }

  /// The name of a category, with its mark where marks stand for colours.
  func marked(_ category: MapGraph.Category) -> String {
    guard theme.usesMarks, let mark = category.mark else { return category.name }
    return "\(mark) \(category.name)"
  }

  /// What nodes that are drawn together are called: by the town that they are in, else by their
  /// category.
  func name(of nodes: [Int]) -> String {
    for name in [\MapGraph.Node.town, \.category?.name] {
      let names = Set(nodes.map { graph.nodes[$0][keyPath: name] })
      if names.count == 1, let name = names.first ?? nil { return name }
    }
    return "\(nodes.count) \(words["places"])"
  }
}

extension MapGraph {
  /// The graph with no text longer than a map takes, and no node without a name.
  fileprivate var clipped: MapGraph {
    var result = self
    result.title = title.clipped(to: 200)
    result.source = source?.clipped(to: 200)
    for place in nodes.indices {
      let node = nodes[place]
      let name = node.name.contains { !$0.isWhitespace } ? node.name : node.id
      result.nodes[place].name = name.clipped(to: 120)
      result.nodes[place].secondName = node.secondName?.clipped(to: 120)
      result.nodes[place].tooltip = node.tooltip?.clipped(to: 2_000)
      result.nodes[place].kind = node.kind?.clipped(to: 40)
      result.nodes[place].town = node.town?.clipped(to: 60)
      if let category = node.category {
        result.nodes[place].category = Category(
          category.name.clipped(to: 60), mark: category.mark?.clipped(to: 6))
      }
    }
    for place in edges.indices {
      result.edges[place].kind = edges[place].kind?.clipped(to: 40)
      result.edges[place].tooltip = edges[place].tooltip?.clipped(to: 800)
    }
    return result
  }
}
