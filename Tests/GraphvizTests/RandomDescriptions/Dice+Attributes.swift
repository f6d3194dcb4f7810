import Graphviz

extension Dice {
  private mutating func style() -> Style { Style(rawValue: number(0...1_023)) }

  mutating func change(_ node: inout NodeAttributes) {
    node.label = maybe(0.4) { $0.label() }
    node.xlabel = maybe(0.1) { $0.label() }
    node.shape = maybe(0.5) { $0.one(of: NodeShape.self) }
    if node.shape == .record || node.shape == .mRecord, chance(0.7) {
      node.label = .record(fields())
    }
    node.style = maybe(0.3) { $0.style() }
    node.fillColor = maybe(0.2) { $0.color() }
    node.fillGradientEnd = maybe(0.1) { $0.color() }
    node.gradientAngle = maybe(0.1) { $0.number(-360...360) }
    node.fontSize = maybe(0.2) { $0.chance(0.9) ? $0.number(6...30) : $0.number(1...1_000) }
    node.penWidth = maybe(0.1) { $0.smallNumber(0...1_000) }
    node.margin = maybe(0.1) {
      Size(width: $0.smallNumber(0...1_000), height: $0.smallNumber(0...1_000))
    }
    node.width = maybe(0.2) { $0.smallNumber(0...1_000) }
    node.height = maybe(0.2) { $0.smallNumber(0...1_000) }
    node.fixedSize = maybe(0.1) { $0.one(of: FixedSize.self) }
    node.peripheries = maybe(0.1) { $0.chance(0.8) ? $0.number(0...4) : $0.number(0...100) }
    node.sides = maybe(0.1) { $0.chance(0.8) ? $0.number(0...8) : $0.number(0...100) }
    node.isRegular = maybe(0.1) { $0.chance(0.5) }
    node.orientation = maybe(0.1) { $0.number(-360...360) }
    node.distortion = maybe(0.1) { $0.chance(0.8) ? $0.number(-1...1) : $0.number(-10...10) }
    node.skew = maybe(0.1) { $0.chance(0.8) ? $0.number(-1...1) : $0.number(-10...10) }
    node.labelLoc = maybe(0.1) { $0.one(of: VerticalPlace.self) }
    node.group = maybe(0.1) { $0.one(of: ["g", "h"]) }
    node.isRoot = maybe(0.1) { $0.chance(0.5) }
    node.isPinned = maybe(0.1) { _ in true }
    node.tooltip = maybe(0.1) { $0.text() }
    node.url = maybe(0.1) { $0.url() }
  }

  mutating func change(_ edge: inout EdgeAttributes, clusters: [String]) {
    edge.label = maybe(0.3) { $0.label() }
    edge.xlabel = maybe(0.1) { $0.label() }
    edge.headLabel = maybe(0.1) { $0.label() }
    edge.tailLabel = maybe(0.1) { $0.label() }
    edge.labelDistance = maybe(0.1) { $0.smallNumber(0...100) }
    edge.labelAngle = maybe(0.1) { $0.number(-360...360) }
    edge.decorate = maybe(0.1) { _ in true }
    edge.labelFloat = maybe(0.1) { _ in true }
    edge.style = maybe(0.2) { $0.style() }
    edge.dir = maybe(0.2) { $0.one(of: ArrowDirection.self) }
    edge.arrowHead = maybe(0.2) { $0.one(of: ArrowShape.self) }
    edge.arrowTail = maybe(0.2) { $0.one(of: ArrowShape.self) }
    edge.arrowSize = maybe(0.1) { $0.smallNumber(0...100) }
    edge.penWidth = maybe(0.1) { $0.smallNumber(0...1_000) }
    edge.headClip = maybe(0.1) { $0.chance(0.5) }
    edge.tailClip = maybe(0.1) { $0.chance(0.5) }
    if !clusters.isEmpty {
      edge.lhead = maybe(0.2) { $0.one(of: clusters) }
      edge.ltail = maybe(0.2) { $0.one(of: clusters) }
    }
    edge.sameHead = maybe(0.1) { $0.one(of: ["s", "t"]) }
    edge.sameTail = maybe(0.1) { $0.one(of: ["s", "t"]) }
    edge.weight = maybe(0.2) { $0.chance(0.9) ? Double($0.number(0...5)) : $0.number(0...10_000) }
    edge.minLen = maybe(0.2) { $0.chance(0.95) ? $0.number(0...4) : $0.number(0...1_000) }
    edge.constraint = maybe(0.1) { $0.chance(0.5) }
    edge.len = maybe(0.1) { $0.smallNumber(0.001...1_000) }
    if chance(0.1) {
      edge.tooltip = text()
      edge.url = url()
    }
  }

  mutating func change(_ subgraph: inout SubgraphAttributes, isCluster: Bool) {
    subgraph.label = maybe(0.4) { $0.label() }
    subgraph.labelLoc = maybe(0.2) { $0.one(of: VerticalPlace.self) }
    subgraph.labelJust = maybe(0.2) { $0.one(of: HorizontalPlace.self) }
    subgraph.style = maybe(0.3) { $0.style() }
    subgraph.fillColor = maybe(0.2) { $0.color() }
    subgraph.penWidth = maybe(0.2) { $0.smallNumber(0...1_000) }
    subgraph.peripheries = maybe(0.1) { $0.number(0...1) }
    subgraph.margin = maybe(0.2) { $0.chance(0.9) ? $0.number(0...30) : $0.number(0...72_000) }
    subgraph.k = maybe(0.1) { $0.smallNumber(0.001...1_000) }
    subgraph.pack = maybe(0.1) { $0.chance(0.9) ? $0.number(0...20) : $0.number(0...1_000) }
    subgraph.packMode = maybe(0.1) { $0.packMode() }
    subgraph.sortv = maybe(0.1) { $0.number(0...1_000_000) }
    if !isCluster { subgraph.rank = maybe(0.7) { $0.one(of: Rank.self) } }
  }

  mutating func packMode() -> PackMode {
    let arrangement = PackMode.Arrangement(
      isColumnMajor: chance(0.5), count: maybe(0.5) { $0.number(1...4) },
      usesSortValues: chance(0.5), alignsTop: chance(0.5), alignsLeft: chance(0.5))
    return one(of: [.node, .cluster, .graph, .array(), .array(arrangement)])
  }
}
