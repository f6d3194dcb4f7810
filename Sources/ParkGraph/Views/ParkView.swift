public import GraphCore

/// A graph of entities made from a ``ParkGraph`` for algorithms, maps and files to work on.
public struct ParkView: Sendable {
  /// Which entities become nodes and which statements become edges.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The parties of agreements, tied by them: two parties, one edge; *k* parties, a clique whose
    /// edges weigh 1/(*k* − 1), so that each party gives 1 in all (Newman 2001). Undirected.
    case partnership
    /// Agreements and their parties, both as nodes. Undirected.
    case affiliation
    /// Every entity, relation and party. Directed, as relations are.
    case full
  }

  /// Which kind of view it is.
  public let kind: Kind
  /// The nodes and edges.
  public let graph: Graph<EntityID, Tie>

  private let nodes: [EntityID: NodeID]

  init(kind: Kind, graph: Graph<EntityID, Tie>, nodes: [EntityID: NodeID]) {
    self.kind = kind
    self.graph = graph
    self.nodes = nodes
  }

  /// The node of an entity; `nil` when the view leaves it out.
  ///
  /// - Complexity: O(1).
  public func node(for id: EntityID) -> NodeID? { nodes[id] }

  /// The part of the view that conditions leave: nodes with the ties between them.
  ///
  /// Identifiers of nodes and edges stay what they are.
  ///
  /// - Parameters:
  ///   - keepsNode: Whether an entity stays.
  ///   - keepsTie: Whether a tie between entities that stay does so, too.
  /// - Returns: The smaller view.
  /// - Complexity: O(nodes + edges).
  public func filtered(
    nodes keepsNode: (EntityID) -> Bool, ties keepsTie: (Tie) -> Bool
  ) -> ParkView {
    var graph = graph
    var nodes = nodes
    for node in self.graph.nodes where !keepsNode(self.graph[node]) {
      nodes[self.graph[node]] = nil
      graph.removeNode(node)
    }
    for edge in graph.edges where !keepsTie(graph[edge]) { graph.removeEdge(edge) }
    return ParkView(kind: kind, graph: graph, nodes: nodes)
  }
}

/// What an edge of a view stands for.
public struct Tie: Hashable, Sendable {
  /// The three sorts of tie.
  public enum Kind: Hashable, Sendable {
    /// A relation, from its subject to its object.
    case relation(Relation.Kind)
    /// From a party to an agreement.
    case party
    /// Between two parties of an agreement.
    case partnership(Agreement.Form)
  }

  /// Which sort it is.
  public var kind: Kind
  /// The agreement, for a party and a partnership.
  public var agreement: EntityID?
  /// In which capacity.
  public var role: String?
  /// How strong it is: 1, or less for one of many parties.
  public var weight: Double
  /// When it holds, what proves it, how certainly, and its rank.
  public var qualifiers: Qualifiers

  /// Its kind in a word or two, as files and tables show it: `part of`, `party to`, `pairing`.
  public var label: String {
    switch kind {
    case .relation(let kind): kind.rawValue
    case .party: "party to"
    case .partnership(let form): form.rawValue
    }
  }
}
