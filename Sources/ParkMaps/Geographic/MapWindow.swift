import Foundation
import Graphviz
import ParkGraph

/// A part of the projected Earth and the rectangle of the page in which it is drawn.
struct MapWindow: Sendable {
  let projection: EqualEarth
  /// The part of the Earth, in units of the projection.
  let part: Box
  /// The rectangle of the page, in points; as wide and high as the part.
  let box: Box

  /// Points of the page for one unit of the projection.
  var scale: Double { box.width / part.width }

  /// Where a point of the projection is on the page.
  func onPage(_ point: Point) -> Point {
    Point(
      x: box.lowerLeft.x + (point.x - part.lowerLeft.x) * scale,
      y: box.lowerLeft.y + (point.y - part.lowerLeft.y) * scale)
  }

  /// Where a place is on the page.
  func onPage(_ place: Coordinates) -> Point { onPage(projection.project(place)) }

  /// Where a place of a great circle is on the page.
  func onPage(_ stop: GreatCircle.Stop) -> Point {
    onPage(projection.project(latitude: stop.latitude, offset: stop.offset))
  }

  /// Whether the window shows all there is from the western to the eastern edge.
  var isWholeWidth: Bool { part.width >= 2 * EqualEarth.right - 1e-9 }

  /// The same part at another place of the page.
  func moved(to box: Box) -> MapWindow {
    MapWindow(projection: projection, part: part, box: box)
  }

  // MARK: Choosing

  /// The southern end where nothing demands more: Antarctica is not drawn.
  private static let south = -60.0
  /// The least height, in radians: below it the coasts are too coarse to tell where one is.
  private static let leastHeight = 0.42
  private static let aspects = 1.7...2.1

  /// The window that shows places and the ways between them, with some room around.
  ///
  /// - Parameters:
  ///   - places: What has to be seen.
  ///   - ways: What has to be seen too.
  ///   - width: The width of the window on the page, in points.
  ///   - centralMeridian: The longitude in the middle; `nil` for the one that suits the data.
  /// - Returns: The window, its lower left corner at the origin.
  static func fitting(
    _ places: [Coordinates], ways: [GreatCircle], width: Double, centralMeridian: Double? = nil
  ) -> MapWindow {
    let center = centralMeridian ?? Self.centralMeridian(for: places, ways: ways)
    let projection = EqualEarth(centralMeridian: center)
    var points = places.map(projection.project)
    for way in ways {
      for stop in way.chains(centralMeridian: center).joined() {
        points.append(projection.project(latitude: stop.latitude, offset: stop.offset))
      }
    }
    let part = part(around: points, in: projection)
    let height = width * part.height / part.width
    return MapWindow(
      projection: projection, part: part,
      box: Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: width, y: height)))
  }

  private static func part(around points: [Point], in projection: EqualEarth) -> Box {
    let lowest = min(
      points.map(\.y).min() ?? -.infinity, projection.project(latitude: south, offset: 0).y)
    let world = Box(
      lowerLeft: Point(
        x: -EqualEarth.right, y: max(lowest * 1.02, -EqualEarth.top)),
      upperRight: Point(x: EqualEarth.right, y: EqualEarth.top))
    guard var box = Box(around: points) else { return world }
    let margin = max(0.08 * max(box.width, box.height), 0.04)
    box = box.padded(margin)
    if box.height < leastHeight { box = box.resized(height: leastHeight) }
    // More room where the shape would be too long or too high for a page.
    if box.width > box.height * aspects.upperBound {
      box = box.resized(height: box.width / aspects.upperBound)
    } else if box.width < box.height * aspects.lowerBound {
      box = box.resized(width: box.height * aspects.lowerBound)
    }
    if box.width > 0.86 * world.width { box = box.resized(width: world.width) }
    return box.shifted(into: world)
  }

  /// The longitude for the middle of the map: few ways are cut at the edge, and all lies together.
  private static func centralMeridian(
    for places: [Coordinates], ways: [GreatCircle]
  ) -> Double {
    guard !places.isEmpty else { return 10 }
    // Only longitudes count here, so the ways may be coarse.
    let chains = ways.map { way -> [Double] in
      let count = max(2, Int((way.angle / 0.2).rounded(.up)))
      return (0...count).map { way.place(at: Double($0) / Double(count)).longitude }
    }
    let singles = places.map { [$0.longitude] }
    var best = (cost: Double.infinity, center: 0.0)
    for step in -35...36 {
      let center = Double(step * 5)
      var cuts = 0.0
      var (west, east) = (180.0, -180.0)
      for chain in chains + singles {
        var last: Double?
        for longitude in chain {
          let offset = EqualEarth.wrapped(longitude - center)
          if let last, abs(offset - last) > 180 { cuts += 1 }
          last = offset
          west = min(west, offset)
          east = max(east, offset)
        }
      }
      let lean = abs(west + east) / 2
      let cost =
        400 * cuts / Double(max(ways.count, 1)) + (east - west) + 0.5 * lean + 0.001 * abs(center)
      if cost < best.cost { best = (cost, center) }
    }
    return best.center
  }

  // MARK: What is seen

  /// The land in the window: polygons on the page, lakes apart.
  func land() -> (land: [[Point]], lakes: [[Point]]) {
    var land: [[Point]] = []
    var lakes: [[Point]] = []
    for ring in Land.rings {
      for piece in pieces(of: ring) {
        let polygon = thinned(Clipping.polygon(piece.map(onPage), to: box))
        guard polygon.count > 2 else { continue }
        if ring.isLake { lakes.append(polygon) } else { land.append(polygon) }
      }
    }
    return (land, lakes)
  }

  /// The outline of the Earth, as far as it is seen.
  func globe() -> [Point] {
    let latitudes = stride(from: -90.0, through: 90, by: 2)
    let east = latitudes.map { projection.project(latitude: $0, offset: 180) }
    let west = latitudes.reversed().map { projection.project(latitude: $0, offset: -180) }
    return thinned(Clipping.polygon((east + west).map(onPage), to: box))
  }

  /// A ring in units of the projection, cut at the map's edge.
  private func pieces(of ring: Land.Ring) -> [[Point]] {
    // Degrees east of the middle, without a jump; beyond ±180 it is the other side of the map.
    let flat = ring.points.map {
      Point(x: Double($0.east) / 10 - projection.centralMeridian, y: Double($0.north) / 10)
    }
    var pieces: [[Point]] = []
    for turn in [-360.0, 0, 360] {
      let moved = flat.map { Point(x: $0.x + turn, y: $0.y) }
      let inside = Clipping.polygon(
        Clipping.polygon(moved, toRightOf: -180), toLeftOf: 180)
      guard inside.count > 2 else { continue }
      pieces.append(
        Self.densified(inside).map { projection.project(latitude: $0.y, offset: $0.x) })
    }
    return pieces
  }

  /// More points where two are far apart: straight in degrees is not straight on the map.
  private static func densified(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for (place, point) in points.enumerated() {
      let next = points[(place + 1) % points.count]
      result.append(point)
      let count = Int(max(abs(next.x - point.x), abs(next.y - point.y)) / 2)
      for step in 1..<max(count, 1) {
        let share = Double(step) / Double(count)
        result.append(
          Point(
            x: point.x + share * (next.x - point.x), y: point.y + share * (next.y - point.y)))
      }
    }
    return result
  }

  /// Without points that nobody would see, rounded to hundredths of a point.
  private func thinned(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points {
      if let last = result.last, abs(last.x - point.x) < 0.6, abs(last.y - point.y) < 0.6 {
        continue
      }
      result.append(point.rounded)
    }
    return result
  }
}
