import ParkGraph

/// The world's land at a scale of about 1:110,000,000, without borders and without Antarctica.
enum Land {
  /// The border of a piece of land, or of a lake.
  struct Ring: Sendable {
    /// The corners in tenths of a degree, east and north; the last is the first.
    let points: [(east: Int, north: Int)]
    /// Whether water is inside.
    let isLake: Bool
  }

  /// All rings, unpacked at the first use; a lake may come before the land around it.
  static let rings: [Ring] = LandData.packed.withUTF8Buffer { unpacked(from: $0) } ?? []

  private static let base = 91

  /// The rings that a packed text holds; `nil` when it isn't one.
  static func unpacked(from text: UnsafeBufferPointer<UInt8>) -> [Ring]? {
    var place = 0
    func digit() -> Int? {
      guard place < text.count else { return nil }
      let byte = text[place]
      place += 1
      guard (35...126).contains(byte), byte != 92 else { return nil }
      return Int(byte) - (byte > 92 ? 36 : 35)
    }
    func number() -> Int? {
      guard let high = digit(), let low = digit() else { return nil }
      return high * base + low
    }
    var rings: [Ring] = []
    while place < text.count {
      guard let count = number(), let east = number(), let north = number() else { return nil }
      var points = [(east: east - 1800, north: north - 900)]
      for _ in 1..<max(count, 1) {
        guard let x = digit(), let y = digit(), let last = points.last else { return nil }
        points.append((last.east + x - base / 2, last.north + y - base / 2))
      }
      rings.append(Ring(points: points, isLake: area(of: points) < 0))
    }
    return rings
  }

  /// Twice the signed area, positive when the ring runs anticlockwise.
  private static func area(of points: [(east: Int, north: Int)]) -> Int {
    zip(points, points.dropFirst()).reduce(0) {
      $0 + $1.0.east * $1.1.north - $1.1.east * $1.0.north
    }
  }

  /// Whether a place is on land, as well as the scale tells.
  ///
  /// - Complexity: O(number of corners).
  static func contains(_ place: Coordinates) -> Bool {
    isLand(place.longitude, among: shores(at: place.latitude))
  }

  /// The longitudes at which a parallel meets a shore, from west to east.
  ///
  /// - Complexity: O(number of corners).
  static func shores(at latitude: Double) -> [Double] {
    let y = latitude * 10
    var shores: [Double] = []
    for ring in rings {
      guard var last = ring.points.first else { continue }
      for point in ring.points {
        if (Double(last.north) > y) != (Double(point.north) > y) {
          let share = (y - Double(last.north)) / Double(point.north - last.north)
          shores.append((Double(last.east) + share * Double(point.east - last.east)) / 10)
        }
        last = point
      }
    }
    return shores.sorted()
  }

  /// Whether a longitude is on land, on a parallel with these shores.
  static func isLand(_ longitude: Double, among shores: [Double]) -> Bool {
    // Every second stretch between shores is land.
    shores.count { $0 > longitude } % 2 == 1
  }
}
