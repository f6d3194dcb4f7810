import Graphviz
import ParkGraph

extension MapWindow {
  /// The Earth's mean radius, in kilometres.
  private static let earthRadius = 6371.0

  /// How large an inset has to be for names of these sizes.
  static func insetSize(for labels: [Size]) -> Size {
    let area = labels.reduce(0) { $0 + ($1.width + 16) * ($1.height + 10) } * 2.7
    // The widest name has room on either side.
    let widest = labels.map(\.width).max() ?? 0
    let width = min(max((area * 1.45).squareRoot(), 2 * widest + 90, 240), 640)
    return Size(width: width.rounded(), height: (width / 1.45).rounded())
  }

  /// An inset at a place on the page that shows places as large as leaves room for names.
  static func inset(around places: [Coordinates], in box: Box) -> MapWindow {
    let middle = places.map(Direction.init)
    let direction = Direction(
      x: middle.reduce(0) { $0 + $1.x }, y: middle.reduce(0) { $0 + $1.y },
      z: middle.reduce(1e-12) { $0 + $1.z })
    let projection = EqualEarth(centralMeridian: direction.longitude)
    let around =
      Box(around: places.map(projection.project))
      ?? Box(center: Point(x: 0, y: 0), width: 0, height: 0)
    // Two kilometres at least.
    let scale = min(
      0.52 * box.width / max(around.width, 0.0003), 0.56 * box.height / max(around.height, 0.0003))
    return MapWindow(
      projection: projection,
      part: Box(center: around.center, width: box.width / scale, height: box.height / scale),
      box: box)
  }

  /// A round distance that is about a fifth of the width, how long it is on the page, and its name.
  var scaleBar: (length: Double, text: String) {
    let kilometres = part.width * Self.earthRadius
    let wanted = kilometres / 5
    var step = 0.001
    while step * 10 <= wanted { step *= 10 }
    let round = [5.0, 2, 1].map { $0 * step }.first { $0 <= wanted } ?? step
    let text = round >= 1 ? "\(Int(round)) km" : "\(Int((round * 1000).rounded())) m"
    return (round / kilometres * box.width, text)
  }

  /// Whether there is land at points of a grid over the window, row by row from below.
  func land(every step: Double) -> [[Bool]] {
    stride(from: box.lowerLeft.y + step / 2, to: box.upperRight.y, by: step).map { y in
      // Parallels are straight lines.
      let middle = onPage(Point(x: 0, y: 0)).x
      guard let latitude = place(at: Point(x: middle, y: y))?.latitude else { return [] }
      let shores = Land.shores(at: latitude)
      return stride(from: box.lowerLeft.x + step / 2, to: box.upperRight.x, by: step).map { x in
        place(at: Point(x: x, y: y)).map { Land.isLand($0.longitude, among: shores) } ?? false
      }
    }
  }

  /// The place on the Earth at a point of the page; `nil` outside the map.
  func place(at point: Point) -> Coordinates? {
    projection.unproject(
      Point(
        x: part.lowerLeft.x + (point.x - box.lowerLeft.x) / scale,
        y: part.lowerLeft.y + (point.y - box.lowerLeft.y) / scale))
  }
}

extension GeographicPlan {
  /// Markers nearer than this leave no room for their names.
  private static let density = 18.0
  private static let mostInsets = 3

  /// Groups of nodes that stand so close together on the map that an inset shows them better: the
  /// largest ones, each of four at least that are not all in one spot.
  func denseGroups(_ nodes: [Int], in window: MapWindow) -> [[Int]] {
    guard !isCrowded else { return [] }
    let points = nodes.compactMap { graph.nodes[$0].coordinates.map(window.onPage) }
    let groups = MapMarkers.groups(of: points, within: Self.density).filter { group in
      guard group.count >= 4, group.count < max(8, nodes.count),
        let around = Box(around: group.map { points[$0] })
      else { return false }
      let spread = max(around.width, around.height) / window.scale
      return spread > 0.0002 && max(around.width, around.height) < 0.12 * window.box.width
    }
    let largest = groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(Self.mostInsets)
    return largest.map { $0.map { nodes[$0] } }
  }
}
