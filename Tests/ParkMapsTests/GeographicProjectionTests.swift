import Foundation
import Graphviz
import ParkGraph
import Testing

@testable import ParkMaps

@Suite struct GeographicProjectionTests {
  // MARK: Equal Earth

  /// The published extent (EPSG 8857), in metres, on the sphere with the Earth's area.
  @Test func theExtentIsThePublishedOne() {
    let radius = 6_371_007.1809
    let earth = EqualEarth(centralMeridian: 0)
    #expect(abs(EqualEarth.right * radius - 17_243_959.06) < 0.01)
    #expect(abs(EqualEarth.top * radius - 8_392_927.60) < 0.01)
    let corner = earth.project(latitude: -90, offset: -180)
    #expect(abs(corner.x * radius + 10_216_474.79) < 0.01)
    #expect(abs(corner.y * radius + 8_392_927.60) < 0.01)
  }

  /// As PROJ gives them, for `+proj=eqearth +R=1`.
  @Test(arguments: [
    (0.0, 0.0, 0.0, 0.0, 0.0), (0, 39.904, 116.407, 1.5523154750, 0.7729396288),
    (0, -33.869, 151.209, 2.0871001315, -0.6646874416),
    (0, 37.77, -122.42, -1.6537153397, 0.7352189636),
    (0, 66.2, -179.5, -1.9071971813, 1.1660459000), (0, 90, 25, 0.2227206456, 1.3173627592),
    (150, 0, 0, -2.2555249864, 0), (150, 39.904, 116.407, -0.4479707728, 0.7729396288),
    (150, 37.77, -122.42, 1.1830778423, 0.7352189636),
    (150, -15.79, -47.88, 2.3937060789, -0.3177484575),
    (150, 66.2, -179.5, 0.3240641450, 1.1660459000),
    (150, -59.5, 10, -1.5938108663, -1.0815443273),
  ])
  func otherProgramsGiveTheSame(
    center: Double, latitude: Double, longitude: Double, x: Double, y: Double
  ) throws {
    let earth = EqualEarth(centralMeridian: center)
    let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
    let point = earth.project(place)
    #expect(abs(point.x - x) < 1e-9 && abs(point.y - y) < 1e-9)
    let back = try #require(earth.unproject(point))
    #expect(abs(back.latitude - latitude) < 1e-6)
    #expect(abs(latitude) == 90 || abs(EqualEarth.wrapped(back.longitude - longitude)) < 1e-6)
  }

  /// The area of a small quadrangle on the map is that on the sphere, wherever it is.
  @Test func areasAreKept() {
    let earth = EqualEarth(centralMeridian: 30)
    let size = 0.01
    for latitude in stride(from: -89.0, through: 88, by: 7) {
      for offset in stride(from: -170.0, through: 170, by: 34) {
        let corners = [(0, 0), (0, size), (size, size), (size, 0)].map {
          earth.project(latitude: latitude + $0.0, offset: offset + $0.1)
        }
        let area =
          zip(corners, corners[1...] + [corners[0]]).reduce(0) {
            $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
          } / 2
        let radians = size * .pi / 180
        let sphere =
          radians * (sin((latitude + size) * .pi / 180) - sin(latitude * .pi / 180))
        #expect(abs(area / sphere - 1) < 1e-4, "\(latitude), \(offset)")
      }
    }
  }

  @Test func outsideTheMapIsNowhere() {
    let earth = EqualEarth(centralMeridian: 150)
    #expect(earth.unproject(Point(x: 0, y: 1.4)) == nil)
    #expect(earth.unproject(Point(x: 2.7, y: 1)) == nil)
    #expect(earth.unproject(Point(x: .nan, y: 0)) == nil)
    #expect(earth.unproject(Point(x: 2.7, y: 0)) != nil)
  }

  @Test(arguments: [
    (0, 0), (180, -180), (-180, -180), (190, -170), (-190, 170), (720, 0), (359, -1),
  ])
  func anglesAreWrapped(angle: Double, wrapped: Double) {
    #expect(EqualEarth.wrapped(angle) == wrapped)
  }

  // MARK: Great circles

  /// As PROJ's geodesics give them on the sphere, at a third of the way.
  @Test(arguments: [
    ((116.407, 39.904), (-122.42, 37.77), 1.491679437, (152.1628889, 56.3701609)),
    ((178.0, -18.0), (-176.6, 51.9), 1.222757054, (179.4091357, 5.3115104)),
    ((151.2, -33.9), (-47.88, -15.79), 2.218109379, (-164.0382082, -67.8314588)),
  ])
  func waysAreTheShortest(
    from: (Double, Double), to: (Double, Double), length: Double, third: (Double, Double)
  ) throws {
    let way = GreatCircle(
      from: try #require(Coordinates(latitude: from.1, longitude: from.0)),
      to: try #require(Coordinates(latitude: to.1, longitude: to.0)))
    #expect(abs(way.angle - length) < 1e-8)
    let place = way.place(at: 1.0 / 3)
    #expect(abs(place.longitude - third.0) < 1e-6 && abs(place.latitude - third.1) < 1e-6)
  }

  /// Beijing to San Francisco crosses the Pacific: at its edge on a map of Europe, whole on one of
  /// the Pacific.
  @Test func waysAreCutAtTheMapsEdge() throws {
    let way = GreatCircle(
      from: try #require(Coordinates(latitude: 39.904, longitude: 116.407)),
      to: try #require(Coordinates(latitude: 37.77, longitude: -122.42)))
    #expect(way.chains(centralMeridian: 150).count == 1)
    let chains = way.chains(centralMeridian: 10)
    #expect(chains.count == 2)
    let (before, after) = (try #require(chains[0].last), try #require(chains[1].first))
    #expect(before.offset == 180 && after.offset == -180)
    #expect(before.latitude == after.latitude)
    for chain in chains {
      for (first, second) in zip(chain, chain.dropFirst()) {
        #expect(abs(first.offset - second.offset) < 90)
      }
    }
  }

  @Test func hardWaysHaveAMiddle() throws {
    func place(_ latitude: Double, _ longitude: Double) throws -> Coordinates {
      try #require(Coordinates(latitude: latitude, longitude: longitude))
    }
    let poles = GreatCircle(from: try place(90, 0), to: try place(-90, 0))
    #expect(abs(poles.place(at: 0.5).latitude) < 1e-9)
    let opposite = GreatCircle(from: try place(40, 116), to: try place(-40, -64))
    #expect(abs(opposite.angle - .pi) < 1e-6)
    #expect(opposite.place(at: 0.5).latitude > 49)
    let same = GreatCircle(from: try place(40, 116), to: try place(40, 116))
    #expect(same.angle < 1e-12 && abs(same.place(at: 0.3).latitude - 40) < 1e-9)
    for way in [poles, opposite, same] {
      for center in stride(from: -180.0, through: 180, by: 30) {
        for stop in way.chains(centralMeridian: center).joined() {
          #expect(stop.latitude.isFinite && (-180...180).contains(stop.offset))
        }
      }
    }
  }

  // MARK: Land

  @Test(arguments: [
    ("Beijing", 39.9, 116.4, true), ("Sydney's west", -33.7, 150.5, true),
    ("Berlin", 52.5, 13.4, true),
    ("Brasília", -15.8, -47.9, true), ("Chukotka", 66.5, -178, true),
    ("Chukotka, west", 67, 178, true),
    ("Madagascar", -20, 46.5, true), ("Honshu", 36.3, 138.2, true), ("Lesotho", -29.6, 28.3, true),
    ("the mid-Pacific", 0, -150, false), ("the mid-Atlantic", 30, -40, false),
    ("the Caspian Sea", 41.5, 51, false), ("the Indian Ocean", -30, 80, false),
    ("the Tasman Sea", -38, 160, false), ("the North Pole", 89, 0, false),
  ])
  func landIsLand(name: String, latitude: Double, longitude: Double, isLand: Bool) throws {
    let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
    #expect(Land.contains(place) == isLand, "\(name)")
  }

  @Test func theLandIsWhole() {
    #expect(Land.rings.count == 111)
    #expect(Land.rings.reduce(0) { $0 + $1.points.count } == 4171)
    #expect(Land.rings.filter(\.isLake).count == 1)
    for ring in Land.rings {
      #expect(ring.points.count > 3)
      #expect(ring.points.first?.east == ring.points.last?.east)
      #expect(ring.points.first?.north == ring.points.last?.north)
      #expect(ring.points.allSatisfy { abs($0.east) <= 1800 && (-600...850).contains($0.north) })
    }
    // On the map areas are true: without Antarctica, land is 26.5 % of the globe.
    let earth = EqualEarth(centralMeridian: 0)
    let area = Land.rings.reduce(0.0) { sum, ring in
      let points = ring.points.map {
        earth.project(latitude: Double($0.north) / 10, offset: Double($0.east) / 10)
      }
      return sum
        + zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
    }
    #expect((0.25...0.275).contains(area / (4 * .pi)), "\(area / (4 * .pi))")
  }

  @Test(arguments: ["#", "##", "#$##", "#$\u{22}\u{22}", "~~~~~~", "#%######\\#", "é"])
  func brokenLandIsRefused(text: String) {
    var text = text
    #expect(text.withUTF8 { Land.unpacked(from: $0) } == nil)
  }

  @Test func landIsCutCleanlyAtAnyEdge() throws {
    for center in stride(from: -180.0, to: 180, by: 30) {
      let window = MapWindow.fitting([], ways: [], width: 900, centralMeridian: center)
      #expect(window.isWholeWidth)
      for polygon in window.land().land {
        for point in polygon {
          #expect(window.box.contains(point, tolerance: 0.01))
          let place = Point(
            x: window.part.lowerLeft.x + (point.x - window.box.lowerLeft.x) / window.scale,
            y: window.part.lowerLeft.y + (point.y - window.box.lowerLeft.y) / window.scale)
          #expect(abs(place.x) < EqualEarth.right + 1e-3)
        }
        // No polygon runs across the map from one edge to the other.
        let width = try #require(Box(around: polygon)).width
        #expect(width < 0.62 * window.box.width, "\(center)")
      }
    }
  }

  // MARK: Clipping

  private let square = Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: 10, y: 10))

  @Test func polygonsAreCutByHand() {
    let triangle = [Point(x: 5, y: 5), Point(x: 15, y: 5), Point(x: 5, y: 15)]
    let cut = Clipping.polygon(triangle, to: square)
    #expect(
      Set(cut) == [Point(x: 5, y: 5), Point(x: 10, y: 5), Point(x: 10, y: 10), Point(x: 5, y: 10)])
    #expect(Clipping.polygon(triangle.map { Point(x: $0.x + 20, y: $0.y) }, to: square) == [])
    let inside = triangle.map { Point(x: $0.x / 2, y: $0.y / 2) }
    #expect(Clipping.polygon(inside, to: square) == inside)
    #expect(Clipping.polygon([], to: square) == [])
  }

  @Test func linesAreCutByHand() {
    let line = [
      Point(x: -5, y: 5), Point(x: 5, y: 5), Point(x: 15, y: 5), Point(x: 15, y: 8),
      Point(x: 5, y: 8),
    ]
    #expect(
      Clipping.line(line, to: square) == [
        [Point(x: 0, y: 5), Point(x: 5, y: 5), Point(x: 10, y: 5)],
        [Point(x: 10, y: 8), Point(x: 5, y: 8)],
      ])
    #expect(Clipping.line([Point(x: -5, y: 20), Point(x: 20, y: 20)], to: square) == [])
  }
}
