import Foundation
import Graphviz
import ParkGraph

/// The Equal Earth projection: equal-area, with straight parallels and a look close to Robinson's.
///
/// B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection. International Journal of
/// Geographical Information Science 33 (2019), 454–465; of the sphere of radius 1.
struct EqualEarth: Hashable, Sendable {
  /// The longitude in the middle of the map, in degrees.
  let centralMeridian: Double

  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796
  private static let m = 3.0.squareRoot() / 2

  /// The ordinate of the north pole.
  static let top = EqualEarth(centralMeridian: 0).project(latitude: 90, offset: 0).y
  /// The abscissa of the eastern edge, at the equator.
  static let right = EqualEarth(centralMeridian: 0).project(latitude: 0, offset: 180).x

  /// Degrees east of the central meridian, −180 ..< 180.
  func offset(of longitude: Double) -> Double {
    Self.wrapped(longitude - centralMeridian)
  }

  /// The same angle within −180 ..< 180.
  static func wrapped(_ angle: Double) -> Double {
    let turn = (angle + 180).truncatingRemainder(dividingBy: 360)
    return (turn < 0 ? turn + 360 : turn) - 180
  }

  /// A place on the map.
  func project(_ place: Coordinates) -> Point {
    project(latitude: place.latitude, offset: offset(of: place.longitude))
  }

  /// A place on the map, whose longitude is in degrees east of the central meridian; 180 and −180
  /// are the two edges.
  func project(latitude: Double, offset: Double) -> Point {
    let t = asin(Self.m * sin(latitude * .pi / 180))
    let t2 = t * t
    let t6 = t2 * t2 * t2
    let slope = Self.slope(t2, t6)
    return Point(
      x: offset * .pi / 180 * cos(t) / (Self.m * slope),
      y: t * (Self.a1 + Self.a2 * t2 + t6 * (Self.a3 + Self.a4 * t2)))
  }

  private static func slope(_ t2: Double, _ t6: Double) -> Double {
    a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
  }

  /// Where a point of the map lies on the Earth; `nil` outside the map.
  func unproject(_ point: Point) -> Coordinates? {
    guard point.x.isFinite, abs(point.y) <= Self.top + 1e-9 else { return nil }
    // Newton's method; the curve is steep and smooth everywhere.
    var t = point.y / Self.a1
    for _ in 0..<12 {
      let t2 = t * t
      let t6 = t2 * t2 * t2
      let error = t * (Self.a1 + Self.a2 * t2 + t6 * (Self.a3 + Self.a4 * t2)) - point.y
      t -= error / Self.slope(t2, t6)
      if abs(error) < 1e-13 { break }
    }
    let t2 = t * t
    let slope = Self.slope(t2, t2 * t2 * t2)
    let latitude = asin(min(1, max(-1, sin(t) / Self.m))) * 180 / .pi
    let offset = point.x * Self.m * slope / cos(t) * 180 / .pi
    guard abs(offset) <= 180 + 1e-9 else { return nil }
    return Coordinates(
      latitude: latitude, longitude: Self.wrapped(centralMeridian + min(180, max(-180, offset))))
  }
}
