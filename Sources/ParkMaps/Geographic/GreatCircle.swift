import Foundation
import ParkGraph

/// A direction from the centre of the Earth, of length 1.
struct Direction: Hashable, Sendable {
  let x: Double
  let y: Double
  let z: Double

  init(x: Double, y: Double, z: Double) {
    let length = (x * x + y * y + z * z).squareRoot()
    self.x = x / length
    self.y = y / length
    self.z = z / length
  }

  init(_ place: Coordinates) {
    let latitude = place.latitude * .pi / 180
    let longitude = place.longitude * .pi / 180
    self.init(
      x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  /// Degrees north.
  var latitude: Double { atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi }
  /// Degrees east, −180 … 180; 0 at the poles.
  var longitude: Double { x == 0 && y == 0 ? 0 : atan2(y, x) * 180 / .pi }

  /// The angle between two directions, in radians.
  func angle(to other: Direction) -> Double {
    let cross = (
      y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x
    )
    let sine = (cross.0 * cross.0 + cross.1 * cross.1 + cross.2 * cross.2).squareRoot()
    return atan2(sine, x * other.x + y * other.y + z * other.z)
  }
}

/// The shortest way between two places on the sphere.
struct GreatCircle: Hashable, Sendable {
  let start: Direction
  let end: Direction
  /// The length, in radians.
  let angle: Double
  /// Between places opposite each other every way is shortest: the one over this point is taken.
  private let middle: Direction?

  init(from start: Coordinates, to end: Coordinates) {
    self.start = Direction(start)
    self.end = Direction(end)
    angle = self.start.angle(to: self.end)
    middle = angle > .pi - 1e-6 ? Self.middle(from: self.start) : nil
  }

  /// Over the north pole, or over the prime meridian between the poles.
  private static func middle(from start: Direction) -> Direction {
    if abs(start.z) > 1 - 1e-9 { return Direction(x: 1, y: 0, z: 0) }
    return Direction(x: -start.x * start.z, y: -start.y * start.z, z: 1 - start.z * start.z)
  }

  /// The place at a share of the way, 0 … 1.
  func place(at share: Double) -> Direction {
    if let middle {
      return share < 0.5
        ? Self.between(start, middle, .pi / 2, at: share * 2)
        : Self.between(middle, end, .pi / 2, at: share * 2 - 1)
    }
    return Self.between(start, end, angle, at: share)
  }

  private static func between(
    _ start: Direction, _ end: Direction, _ angle: Double, at share: Double
  ) -> Direction {
    guard angle > 1e-9 else { return share < 0.5 ? start : end }
    let first = sin((1 - share) * angle) / sin(angle)
    let second = sin(share * angle) / sin(angle)
    return Direction(
      x: first * start.x + second * end.x, y: first * start.y + second * end.y,
      z: first * start.z + second * end.z)
  }

  /// A place of the way on a map: degrees north, and degrees east of the map's middle.
  struct Stop: Hashable, Sendable {
    var latitude: Double
    /// −180 … 180; both are the edge.
    var offset: Double
    /// The share of the way, 0 … 1.
    var share: Double
  }

  /// The way as chains of places on a map with this longitude in the middle, cut where it passes
  /// the map's edge: the first chain then ends on one edge at the latitude at which the next starts
  /// on the other.
  ///
  /// - Parameters:
  ///   - centralMeridian: The longitude in the middle of the map, in degrees.
  ///   - step: The most that lies between two places, in radians.
  /// - Returns: One chain, or two or three; each of two places at least.
  /// - Complexity: O(length / step).
  func chains(centralMeridian: Double, step: Double = 0.06) -> [[Stop]] {
    // An even number, so that the middle of the way between opposite places is among them.
    let count = max(2, 2 * Int((angle / step / 2).rounded(.up)))
    var chains: [[Stop]] = [[]]
    for index in 0...count {
      let stop = stop(at: Double(index) / Double(count), centralMeridian)
      if let last = chains[chains.count - 1].last, abs(stop.offset - last.offset) > 180 {
        let (before, after) = cut(between: last, stop, centralMeridian)
        chains[chains.count - 1].append(before)
        chains.append([after])
      }
      chains[chains.count - 1].append(stop)
    }
    return chains.filter { $0.count > 1 }
  }

  private func stop(at share: Double, _ centralMeridian: Double) -> Stop {
    let place = place(at: share)
    return Stop(
      latitude: place.latitude, offset: EqualEarth.wrapped(place.longitude - centralMeridian),
      share: share)
  }

  /// The two ends at the map's edge, found by halving.
  private func cut(
    between first: Stop, _ second: Stop, _ centralMeridian: Double
  ) -> (before: Stop, after: Stop) {
    var (low, high) = (first, second)
    for _ in 0..<40 {
      let middle = stop(at: (low.share + high.share) / 2, centralMeridian)
      if abs(middle.offset - low.offset) > 180 { high = middle } else { low = middle }
    }
    let edge = first.offset > 0 ? 180.0 : -180.0
    return (
      Stop(latitude: low.latitude, offset: edge, share: low.share),
      Stop(latitude: low.latitude, offset: -edge, share: low.share)
    )
  }
}
