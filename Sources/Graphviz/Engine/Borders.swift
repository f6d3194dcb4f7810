/// The borders of nodes in one direction.
///
/// The router of orthogonal edges compares coordinates exactly in one place and within 1e-7 in
/// another; it ends the process when the two disagree.
struct Borders {
  private static let tolerance = 1e-6

  /// Whether two borders are so close that they are the same in one place and not in the other.
  let hasNearMiss: Bool

  /// From centres and extents.
  init(_ nodes: [(center: Double, extent: Double)]) {
    var borders: [Border] = []
    for node in nodes {
      for half in [-node.extent / 2, node.extent / 2] {
        let at = node.center + half
        borders.append(Border(at: at, center: node.center, extent: node.extent))
      }
    }
    borders.sort { $0.at < $1.at }
    hasNearMiss = zip(borders, borders.dropFirst()).contains { left, right in
      right.at - left.at <= Self.tolerance && !left.isSurelyInLine(with: right)
    }
  }

  private struct Border {
    let at: Double
    let center: Double
    let extent: Double

    /// Computed from the same numbers, or without rounding: the same wherever it is computed.
    func isSurelyInLine(with other: Border) -> Bool {
      if center == other.center && extent == other.extent { return true }
      return at == other.at && isExact && other.isExact
    }

    private var isExact: Bool {
      (center * 8).rounded() == center * 8 && (extent * 8).rounded() == extent * 8
    }
  }

  /// Whether two nodes touch.
  static func overlap(_ nodes: [NodeLayout]) -> Bool {
    let boxes = nodes.map(\.box).sorted { $0.lowerLeft.x < $1.lowerLeft.x }
    for (place, box) in boxes.enumerated() {
      for other in boxes[(place + 1)...] {
        guard other.lowerLeft.x <= box.upperRight.x + tolerance else { break }
        if other.lowerLeft.y <= box.upperRight.y + tolerance,
          box.lowerLeft.y <= other.upperRight.y + tolerance
        {
          return true
        }
      }
    }
    return false
  }
}
