import Foundation
import Graphviz

/// What ties two markers in one way: one agreement or several.
struct MapArc: Hashable, Sendable {
  /// The markers, by their number in the panel; one twice for ties within it.
  var start: Int
  var end: Int
  /// The ties, by their number in the plan.
  var ties: [Int]
  /// Which kind of line it is.
  var line: MapLine
  /// Its place among the arcs between the same markers, and how many there are.
  var lane = 0
  var lanes = 1

  var width: Double { min(1.4 + 0.7 * Double(ties.count - 1), 5) }
}

/// The course of an arc on the page.
struct MapCourse: Hashable, Sendable {
  /// Points of each part, close together.
  var parts: [[Point]]

  /// As Graphviz takes it: smooth curves through the points, after Catmull and Rom (1974).
  var curves: [BezierCurve] {
    parts.filter { $0.count > 1 }.map { points in
      var result = [points[0].rounded]
      for index in 0..<(points.count - 1) {
        let before = points[max(index - 1, 0)]
        let (start, end) = (points[index], points[index + 1])
        let after = points[min(index + 2, points.count - 1)]
        result += [
          Point(x: start.x + (end.x - before.x) / 6, y: start.y + (end.y - before.y) / 6).rounded,
          Point(x: end.x - (after.x - start.x) / 6, y: end.y - (after.y - start.y) / 6).rounded,
          end.rounded,
        ]
      }
      return BezierCurve(points: result)
    }
  }

  /// Points at shares of its last part, from later ones to earlier ones.
  func backwards(from start: Double, to end: Double, count: Int) -> [Point] {
    guard let part = parts.last, part.count > 1 else { return [] }
    return (0..<count).map { step in
      let share = start + (end - start) * Double(step) / Double(max(count - 1, 1))
      let place = share * Double(part.count - 1)
      let index = min(Int(place), part.count - 2)
      let rest = place - Double(index)
      let (first, second) = (part[index], part[index + 1])
      return Point(
        x: first.x + rest * (second.x - first.x), y: first.y + rest * (second.y - first.y))
    }
  }

  /// Points along it, no further apart than a distance.
  func samples(every distance: Double) -> [Point] {
    parts.flatMap { part -> [Point] in
      var result = Array(part.prefix(1))
      for (first, second) in zip(part, part.dropFirst()) {
        let count = max(1, Int((first.distance(to: second) / distance).rounded(.up)))
        for step in 1...count {
          let share = Double(step) / Double(count)
          result.append(
            Point(
              x: first.x + share * (second.x - first.x), y: first.y + share * (second.y - first.y)))
        }
      }
      return result
    }
  }
}

extension MapWindow {
  /// How far apart arcs between the same markers run, in the middle.
  private static let laneWidth = 9.0
  /// Arcs shorter than this are bent, so that they show beside the markers.
  private static let shortLength = 60.0

  /// The course of an arc between two different markers along a great circle.
  ///
  /// The ends follow the markers where these were moved; several arcs between the same two run side
  /// by side.
  func course(
    along way: GreatCircle, from start: MapMarker, to end: MapMarker, lane: Int, of lanes: Int
  ) -> MapCourse {
    let first = onPage(chainEnd: way.start)
    let last = onPage(chainEnd: way.end)
    let (startMove, endMove) = (
      Point(x: start.center.x - first.x, y: start.center.y - first.y),
      Point(x: end.center.x - last.x, y: end.center.y - last.y)
    )
    let length = start.center.distance(to: end.center)
    let bend = max(0, Self.shortLength - length) * 0.22
    let bow = bend + (Double(lane) - Double(lanes - 1) / 2) * Self.laneWidth
    let chains = way.chains(
      centralMeridian: projection.centralMeridian, step: min(0.06, max(way.angle / 8, 1e-6)))
    let parts = chains.map { chain in
      let plain = chain.map(onPage)
      return zip(chain.indices, chain).map { index, stop -> Point in
        let share = stop.share
        let (near, far) = ((1 - share) * (1 - share) * (1 - share), share * share * share)
        let ahead = plain[min(index + 1, plain.count - 1)]
        let behind = plain[max(index - 1, 0)]
        let step = max(ahead.distance(to: behind), 1e-9)
        // Very near places have no direction of their own on the page.
        let isTiny = length < 1e-6 || first.distance(to: last) < 8
        let normal =
          isTiny
          ? Point(
            x: -(end.center.y - start.center.y) / max(length, 1e-9),
            y: (end.center.x - start.center.x) / max(length, 1e-9))
          : Point(x: -(ahead.y - behind.y) / step, y: (ahead.x - behind.x) / step)
        let base =
          isTiny
          ? Point(
            x: start.center.x + share * (end.center.x - start.center.x),
            y: start.center.y + share * (end.center.y - start.center.y))
          : Point(
            x: plain[index].x + near * startMove.x + far * endMove.x,
            y: plain[index].y + near * startMove.y + far * endMove.y)
        let rise = bow * sin(.pi * share)
        return Point(x: base.x + rise * normal.x, y: base.y + rise * normal.y)
      }
    }
    return MapCourse(parts: parts.flatMap { Clipping.line($0, to: box) })
  }

  private func onPage(chainEnd direction: Direction) -> Point {
    onPage(
      projection.project(
        latitude: direction.latitude, offset: projection.offset(of: direction.longitude)))
  }

  /// A loop at a marker, for ties within it.
  func loop(at marker: MapMarker) -> MapCourse {
    let radius = marker.radius + 4
    let center = Point(x: marker.center.x, y: marker.center.y + marker.radius * 0.6 + radius * 0.6)
    let points = (0...16).map { step -> Point in
      let angle = Double(step) / 16 * 2 * .pi - .pi / 2
      return Point(x: center.x + radius * 0.8 * cos(angle), y: center.y + radius * sin(angle))
    }
    return MapCourse(parts: [points])
  }

  /// The beginning of a way that leaves the window, as far as its border.
  func stub(along way: GreatCircle, from marker: MapMarker) -> MapCourse {
    let diagonal = (part.width * part.width + part.height * part.height).squareRoot()
    let step = min(diagonal / 24, way.angle)
    guard step > 0 else { return MapCourse(parts: []) }
    var points: [Point] = []
    let home = onPage(chainEnd: way.start)
    for index in 0...48 {
      let share = min(1, Double(index) * step / way.angle)
      let point = onPage(chainEnd: way.place(at: share))
      let fade = max(0, 1 - Double(index) / 12)
      points.append(
        Point(
          x: point.x + fade * (marker.center.x - home.x),
          y: point.y + fade * (marker.center.y - home.y)))
      if !box.contains(point) { break }
    }
    return MapCourse(parts: Array(Clipping.line(points, to: box).prefix(1)))
  }
}
