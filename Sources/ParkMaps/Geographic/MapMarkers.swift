import Foundation
import Graphviz

/// A sign on a map: one thing at its place, or several that are too close together.
struct MapMarker: Hashable, Sendable {
  /// What it stands for, by its number in the plan.
  var members: [Int]
  /// Where it really is, on the page.
  var home: Point
  /// Where it is drawn.
  var center: Point
  /// Half its width and height.
  var radius: Double

  var isCluster: Bool { members.count > 1 }

  var box: Box { Box(center: center, width: 2 * radius, height: 2 * radius) }

  /// Whether it was moved so far that a line to its place is needed.
  var isMoved: Bool { center.distance(to: home) > radius }
}

/// Keeping markers apart.
enum MapMarkers {
  /// How large a single marker is.
  static let radius = 4.5
  /// Beyond so many in one spot they become one marker.
  static let mostInSpot = 12

  /// The radius of a marker for several things.
  static func clusterRadius(_ count: Int) -> Double {
    min(16, 7.5 + Double(count).squareRoot())
  }

  /// Groups of points that hang together by steps of at most a distance.
  ///
  /// - Returns: Numbers of points, in their order, groups by their first.
  /// - Complexity: O(*n* log *n*), more where points are dense.
  static func groups(of points: [Point], within distance: Double) -> [[Int]] {
    var leaders = Array(points.indices)
    func leader(of index: Int) -> Int {
      var index = index
      while leaders[index] != index {
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
      }
      return index
    }
    eachNearPair(of: points, within: distance) { first, second in
      guard points[first].distance(to: points[second]) <= distance else { return }
      let (one, other) = (leader(of: first), leader(of: second))
      leaders[max(one, other)] = min(one, other)
    }
    var groups: [Int: [Int]] = [:]
    for index in points.indices { groups[leader(of: index), default: []].append(index) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Points that hang together, parted into groups no wider than a spot.
  static func spots(of points: [Point]) -> [[Int]] {
    var spots: [[Int]: [Int]] = [:]
    for (index, point) in points.enumerated() {
      let cell = [
        Int((point.x / spotSize).rounded(.down)), Int((point.y / spotSize).rounded(.down)),
      ]
      spots[cell, default: []].append(index)
    }
    return spots.values.sorted { $0[0] < $1[0] }
  }

  /// How wide a group may be that is drawn as one marker.
  private static let spotSize = 36.0

  /// Moves markers apart until none overlaps another, each as little as may be; those of several
  /// things hardly move.
  static func separate(_ markers: inout [MapMarker], within box: Box) {
    let reach = 2 * (markers.map(\.radius).max() ?? 0) + gap
    for round in 0..<240 {
      var isDone = true
      let moves = markers
      eachNearPair(of: moves.map(\.center), within: reach) { first, second in
        let wanted = markers[first].radius + markers[second].radius + gap
        let distance = markers[first].center.distance(to: markers[second].center)
        guard distance < wanted - 0.01 else { return }
        isDone = false
        var (x, y) = (
          markers[second].center.x - markers[first].center.x,
          markers[second].center.y - markers[first].center.y
        )
        if distance < 1e-6 {
          // In one spot: each goes its own way, by the golden angle.
          let angle = Double(second) * 2.399963
          (x, y) = (cos(angle), sin(angle))
        } else {
          (x, y) = (x / distance, y / distance)
        }
        let push = wanted - distance + 0.04
        let share = markers[second].inertia / (markers[first].inertia + markers[second].inertia)
        markers[first].move(x: -x * push * share, y: -y * push * share)
        markers[second].move(x: x * push * (1 - share), y: y * push * (1 - share))
      }
      if isDone { break }
      for index in markers.indices {
        if round < 120 {
          let marker = markers[index]
          markers[index].move(
            x: (marker.home.x - marker.center.x) * 0.04, y: (marker.home.y - marker.center.y) * 0.04
          )
        }
        let room = markers[index].radius + 1
        markers[index].center = box.padded(-room).nearest(to: markers[index].center)
      }
    }
  }

  /// Room between two markers.
  private static let gap = 1.5

  /// Calls for every pair whose points are no further apart than a distance along either axis, in
  /// an order that only the points decide.
  static func eachNearPair(
    of points: [Point], within distance: Double, _ visit: (Int, Int) -> Void
  ) {
    let order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        if points[second].x - points[first].x > distance { break }
        if abs(points[second].y - points[first].y) <= distance {
          visit(min(first, second), max(first, second))
        }
      }
    }
  }
}

extension MapMarker {
  fileprivate var inertia: Double { isCluster ? 5 : 1 }

  fileprivate mutating func move(x: Double, y: Double) {
    center = Point(x: center.x + x, y: center.y + y)
  }
}
