/// A path as its arcs, among those that are being ranked.
struct DetourRoute {
  let arcs: [UInt32]
  /// The edges of the arcs, which settle ties.
  let edges: [UInt32]
  let length: Double
  /// Where it left the path that it is a detour of.
  let deviation: Int
}

extension DetourRoute: Comparable {
  static func == (left: DetourRoute, right: DetourRoute) -> Bool { left.arcs == right.arcs }

  static func < (left: DetourRoute, right: DetourRoute) -> Bool {
    if left.length != right.length { return left.length < right.length }
    if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
    return left.edges.lexicographicallyPrecedes(right.edges)
  }
}
