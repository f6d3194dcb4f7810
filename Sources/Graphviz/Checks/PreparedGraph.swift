/// A description turned into names and values, every one of them checked: what libgvc gets to see
/// and nothing else.
///
/// Places are indices.
struct PreparedGraph: Sendable {
  struct Object: Sendable {
    var name: String
    var attributes: [(name: String, value: AttributeText)]
  }

  struct Edge: Sendable {
    var tail: Int
    var head: Int
    var attributes: [(name: String, value: AttributeText)]
  }

  struct Subgraph: Sendable {
    /// Nil for a group without a name.
    var name: String?
    /// The identifier in the description.
    var id: String
    var isCluster: Bool
    /// The subgraph around this one, which comes earlier; nil for the graph.
    var parent: Int?
    var attributes: [(name: String, value: AttributeText)]
    var nodes: [Int]
  }

  var name: String
  var isDirected: Bool
  var isStrict: Bool
  var attributes: [(name: String, value: AttributeText)] = []
  var nodeDefaults: [(name: String, value: AttributeText)] = []
  var edgeDefaults: [(name: String, value: AttributeText)] = []
  var nodes: [Object] = []
  var edges: [Edge] = []
  /// Outer before inner.
  var subgraphs: [Subgraph] = []

  /// A cluster is a subgraph whose name says so.
  static func clusterName(_ id: String) -> String {
    id.hasPrefix("cluster") ? id : "cluster_" + id
  }
}
