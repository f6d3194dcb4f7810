import GraphAlgorithms
import GraphCore
import GraphFormats
import ParkGraph

/// The nodes and ties that a command works on, wherever they come from: a view of park data, a graph
/// file, or a plain list of edges.
protocol Network {
  /// What messages call it, and what of it was taken: `in the partnership view as of 2016`, `in
  /// parks.graphml`.
  var place: String { get }
  /// What the graph calls itself.
  var title: String? { get }
  /// How many nodes there are.
  var nodeCount: Int { get }
  /// How many ties there are.
  var edgeCount: Int { get }

  /// Whether edges point one way: `directed`, `undirected`.
  var directedness: String { get }

  /// The nodes, in the order in which they are listed.
  var nodes: [NodeID] { get }

  /// The ties, in the order in which they are listed.
  var edges: [EdgeID] { get }

  /// Whether a tie leads one way only.
  func isDirected(_ edge: EdgeID) -> Bool

  /// What the weights of ties are called; `nil` where no tie has one.
  var weightName: String? { get }

  /// The attributes that are declared: of what, by which name, of which type.
  var keys: [AttributeKey] { get }

  /// The form that algorithms run on.
  ///
  /// - Throws: ``CommandFailure`` when a weight is of no use.
  func frozen(
    as orientation: FrozenGraph.Orientation, _ weights: WeightUse
  ) throws(CommandFailure) -> FrozenGraph

  /// The one node that a user means.
  ///
  /// - Throws: ``CommandFailure`` that lists the candidates of an ambiguous name, or suggests the
  ///   nearest ones of an unknown name.
  func node(named name: String) throws(CommandFailure) -> NodeID

  /// The nodes with a text somewhere in a name, each with the name that holds it.
  func search(_ text: String) -> [(node: NodeID, name: String)]

  /// A node by its identifier and name.
  func reference(to node: NodeID) -> ReferenceRecord

  /// What a node is, in a few words: `university, AU`; empty when nothing tells.
  func sort(of node: NodeID) -> String

  /// What a file says of a node, by the order of declaration.
  func attributes(of node: NodeID) -> [(name: String, value: AttributeValue)]

  /// The ties of a node, each with the node at its other end.
  func ties(of node: NodeID) -> [(edge: EdgeID, other: NodeID)]

  /// The ends of ties, in their order.
  func endpoints(of edges: [EdgeID]) -> [Endpoints]

  /// What a tie is, as seen from one of its ends.
  func tie(_ edge: EdgeID, from node: NodeID) -> TieRecord

  /// Whether a node is listed before another one that is as good.
  func precedes(_ first: NodeID, _ second: NodeID) -> Bool
}

extension Network {
  var title: String? { nil }

  /// Said when there is nothing to measure: a view holds those with ties only, a file any node.
  var emptiness: CommandFailure {
    CommandFailure(.negative, "there is no \(self is ParkNetwork ? "tie" : "node") \(place)")
  }

  var keys: [AttributeKey] { [] }

  func attributes(of node: NodeID) -> [(name: String, value: AttributeValue)] { [] }
}

/// What the weights of ties are used for.
enum WeightUse {
  /// Nothing: every tie is one step.
  case none
  /// How much a tie counts.
  case strength
  /// How long a tie is.
  case distance
  /// How long a tie is for choosing among paths of equally many hops.
  case preference
}

/// A tie for readers.
struct TieRecord {
  /// What a tie is called that nothing is said of.
  static let unnamed = "edge"

  /// Its kind: `part of`.
  var label: String
  /// What tells it from others between the same nodes, if anything does.
  var id: String?
  /// In which capacity.
  var role: String?
  /// What a reader has to know beside it: `(since 2016)`; may be empty.
  var remark = ""
  /// Lines below it: the agreement, and what proves it.
  var notes: [String] = []
  /// The years, short enough for a table.
  var years = ""
  /// When it began and ended, as in the data.
  var since = ""
  var until = ""
  /// The places that prove it, short: `world-parks-2023#9`.
  var sources: [String] = []
  /// Its agreement.
  var agreement: ReferenceRecord?
  /// How long or how strong it is, where a file says so.
  var weight: Double?
  /// What qualifies it, in park data.
  var qualifiers: Qualifiers?

  init(label: String) {
    self.label = label
  }
}

extension Directedness {
  /// As readers see it.
  var word: String {
    switch self {
    case .directed: "directed"
    case .undirected: "undirected"
    case .mixed: "mixed"
    }
  }
}
