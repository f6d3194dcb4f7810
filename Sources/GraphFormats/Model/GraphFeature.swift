internal import GraphCore

/// What a graph may have that some formats have no place for.
public enum GraphFeature: String, Hashable, Sendable, CaseIterable {
  /// Attributes of nodes.
  case nodeAttributes = "attributes of nodes"
  /// Attributes of edges.
  case edgeAttributes = "attributes of edges"
  /// Attributes of the graph itself.
  case graphAttributes = "attributes of the graph"
  /// The default values of attributes.
  case defaults = "default values of attributes"
  /// Texts of no length, and names that have a backslash before a quote, a line's end or their own.
  case finerTexts = "empty texts, and names with a backslash before a quote or their end"
  /// The values that an attribute's value is meant to be chosen from.
  case choices = "lists of allowed values"
  /// Edges that lead one way beside edges that lead both ways.
  case mixedEdges = "directed beside undirected edges"
  /// Several edges between the same two nodes.
  case parallelEdges = "parallel edges"
  /// Identifiers of edges.
  case edgeIdentifiers = "identifiers of edges"
  /// An identifier of the graph itself.
  case graphIdentifier = "the identifier of the graph"
  /// What is said of things in words.
  case notes = "descriptions of elements"
  /// Graphs within nodes.
  case nestedGraphs = "nested graphs"
  /// Ports of nodes.
  case ports = "ports"
  /// Ties between any number of nodes.
  case hyperedges = "hyperedges"
  /// Colours, positions, sizes and shapes.
  case looks = "colours, positions, sizes and shapes"
  /// Shapes of nodes and kinds of lines beyond the common ones, and widths that are not heights.
  case finerLooks = "uncommon shapes, and heights that differ from widths"
  /// Times of nodes, edges and values.
  case times = "times of nodes, edges and values"
  /// Times whose beginning or end is not part of them.
  case openTimes = "times that leave out their own beginning or end"
  /// Times that are single moments.
  case moments = "the difference between moments and intervals"

  /// What this is a part of, so that without that it needs no mention.
  var whole: GraphFeature? {
    switch self {
    case .finerLooks: .looks
    case .finerTexts: .nodeAttributes
    case .openTimes, .moments: .times
    default: nil
    }
  }
}

extension GraphFeature: Comparable, CustomStringConvertible {
  /// What it is, in words that fit into “… can't be written”.
  public var description: String { rawValue }

  /// Whether a feature is listed before another one.
  public static func < (left: GraphFeature, right: GraphFeature) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension PropertyGraph {
  /// What the graph has that some formats have no place for, in order.
  ///
  /// - Complexity: O(number of nodes and edges)
  public var features: [GraphFeature] {
    GraphFeature.allCases.filter { has($0) }
  }

  /// Whether the graph has something that some formats have no place for.
  func has(_ feature: GraphFeature) -> Bool {
    switch feature {
    case .nodeAttributes: !slots(for: .node).isEmpty
    case .edgeAttributes: !slots(for: .edge).isEmpty
    case .graphAttributes:
      !slots(for: .graph).isEmpty || details.subgraphs.values.contains { !$0.values.isEmpty }
    case .defaults: keys.contains { $0.defaultValue != nil }
    case .finerTexts: hasFinerTexts
    case .choices: keys.contains { !$0.choices.isEmpty }
    case .mixedEdges: graph.directedness == .mixed
    case .parallelEdges: hasParallelEdges
    case .edgeIdentifiers: graph.edges.contains { graph[$0].id != nil }
    case .graphIdentifier: details.id != nil
    case .notes: hasNotes
    case .nestedGraphs: !details.parents.isEmpty || !details.subgraphs.isEmpty
    case .ports: !details.ports.isEmpty || !details.edgePorts.isEmpty
    case .hyperedges: !details.hyperedges.isEmpty
    case .looks: !details.nodeAppearances.isEmpty || !details.edgeAppearances.isEmpty
    case .finerLooks: appearances.contains { ShapeName.isUncommon($0) }
    case .times: hasTimes
    case .openTimes: spells.contains { $0.isStartOpen || $0.isEndOpen }
    case .moments: timeScale?.isMoments == true
    }
  }

  private var hasFinerTexts: Bool {
    // A backslash before a quote, the end of a line or that of the name.
    func isFiner(_ name: String) -> Bool {
      var isAfterBackslash = false
      for byte in name.utf8 {
        if isAfterBackslash, byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
        isAfterBackslash = byte == UInt8(ascii: "\\")
      }
      return isAfterBackslash
    }
    return columns.contains { $0.hasEmptyText } || graph.nodes.contains { isFiner(graph[$0].id) }
  }

  private var appearances: some Sequence<Appearance> {
    [Array(details.nodeAppearances.values), Array(details.edgeAppearances.values)].joined()
  }

  private var spells: some Sequence<Spell> {
    [
      timeScale.map { [$0.spell] } ?? [],
      details.nodeSpells.values.flatMap(\.self), details.edgeSpells.values.flatMap(\.self),
      details.nodeHistories.values.flatMap { $0.map(\.spell) },
      details.edgeHistories.values.flatMap { $0.map(\.spell) },
    ].joined()
  }

  private var hasNotes: Bool {
    details.note != nil || !details.nodeNotes.isEmpty || !details.edgeNotes.isEmpty
      || keys.contains { $0.note != nil } || details.hyperedges.contains { $0.note != nil }
      || details.subgraphs.values.contains { $0.note != nil }
  }

  private var hasTimes: Bool {
    details.timeScale != nil || !details.nodeSpells.isEmpty || !details.edgeSpells.isEmpty
      || !details.nodeHistories.isEmpty || !details.edgeHistories.isEmpty
  }

  private var hasParallelEdges: Bool {
    var seen = Set<UInt64>(minimumCapacity: graph.edgeCount)
    for edge in graph.edges {
      let ends = graph.endpoints(of: edge)
      let (low, high) =
        graph.isDirected(edge) || ends.source < ends.target
        ? (ends.source, ends.target) : (ends.target, ends.source)
      guard seen.insert(UInt64(low.rawValue) << 32 | UInt64(high.rawValue)).inserted else {
        return true
      }
    }
    return false
  }
}
