import Foundation
import Graphviz

/// A text that wants a place beside a marker.
struct LabelRequest: Sendable {
  /// The middle of the marker.
  var anchor: Point
  /// Other points beside which the text may stand, each a little worse than the one before.
  var others: [Point] = []
  /// How far from there the text has to stay.
  var radius: Double
  /// How large the text is, in points.
  var size: Size
  /// Greater ones choose first.
  var priority: Double
  /// How far away the text may stand, with a line that leads to it.
  var reach = 110.0
  /// How bad it is to cover a line; 0.1 is as bad as to stand a point further away.
  var caution = 1.2
}

/// A text at its place.
struct LabelPlace: Hashable, Sendable {
  var box: Box
  /// Whether lines run below the text.
  var isCrossed = false
  /// From the marker to the text, where that isn't beside it.
  var leader: [Point] = []
}

/// Finds places for labels that overlap neither each other nor markers, and cover little else.
///
/// Greedy, in the order of priority, then in rounds each label moves to the best of what the others
/// leave free, and those without a place take one that a single other label can give up. After
/// Christensen, Marks and Shieber (1995), who compare such methods.
struct LabelPlacer {
  /// Where labels may stand.
  private let area: Box
  /// What they must not cover.
  private let blocks: BoxGrid
  /// What they should not cover.
  private let courses: PointGrid
  /// Lines that they must not cover.
  private let lines: [(Point, Point)]
  private let requests: [LabelRequest]
  /// For each label, the others that may ever get in its way.
  private let neighbors: [[Int]]
  private var places: [LabelPlace?]

  private init(
    _ requests: [LabelRequest], area: Box, blocks: [Box], courses: [Point],
    lines: [(Point, Point)]
  ) {
    self.requests = requests
    self.area = area
    self.blocks = BoxGrid(blocks)
    self.courses = PointGrid(courses)
    self.lines = lines
    neighbors = Self.neighbors(requests)
    places = Array(repeating: nil, count: requests.count)
  }

  /// The places of labels; `nil` for those that find none.
  ///
  /// - Complexity: about O(*n* · candidates) in the number of labels, for labels that are spread out.
  static func place(
    _ requests: [LabelRequest], in area: Box, avoiding blocks: [Box], covering courses: [Point],
    lines: [(Point, Point)] = []
  ) -> [LabelPlace?] {
    var placer = LabelPlacer(requests, area: area, blocks: blocks, courses: courses, lines: lines)
    placer.run()
    return placer.places
  }

  private mutating func run() {
    let order = requests.indices.sorted {
      (-requests[$0].priority, $0) < (-requests[$1].priority, $1)
    }
    let candidates = requests.map(candidates)
    defer {
      for index in places.indices {
        guard let box = places[index]?.box else { continue }
        places[index]?.isCrossed = courses.count(in: box) > 0
      }
    }
    for index in order { places[index] = best(for: index, candidates[index]) }
    for _ in 0..<3 {
      for index in order {
        if places[index] == nil { makeRoom(for: index, candidates) }
        places[index] = best(for: index, candidates[index]) ?? places[index]
      }
    }
  }

  private static func neighbors(_ requests: [LabelRequest]) -> [[Int]] {
    let regions = requests.map { request in
      let reach = request.reach + request.radius
      let points = [request.anchor] + request.others
      let box = Box(around: points) ?? Box(center: request.anchor, width: 0, height: 0)
      return Box(
        center: box.center, width: box.width + 2 * (reach + request.size.width),
        height: box.height + 2 * (reach + request.size.height))
    }
    return regions.indices.map { index in
      // Those that go nowhere are in nobody's way.
      requests[index].reach < 0
        ? []
        : regions.indices.filter {
          requests[$0].reach >= 0 && $0 != index && regions[$0].meets(regions[index])
        }
    }
  }

  /// Lets one label that stands in the way move to another place.
  private mutating func makeRoom(for index: Int, _ candidates: [[Candidate]]) {
    for candidate in candidates[index] {
      var rivals: [Int] = []
      for other in neighbors[index] {
        guard let place = places[other], conflict(candidate.place, place) else { continue }
        rivals.append(other)
        if rivals.count > 1 { break }
      }
      guard rivals.count == 1, let rival = rivals.first else { continue }
      let old = places[rival]
      places[index] = candidate.place
      places[rival] = nil
      if let new = best(for: rival, candidates[rival]) {
        places[rival] = new
        return
      }
      places[index] = nil
      places[rival] = old
    }
  }

  // MARK: Candidates

  private struct Candidate {
    let place: LabelPlace
    let cost: Double
  }

  /// The places that are free of markers, each with what it costs, the cheapest first.
  private func candidates(for request: LabelRequest) -> [Candidate] {
    var result: [Candidate] = []
    for (number, anchor) in ([request.anchor] + request.others).enumerated() {
      for (distance, directions) in Self.rings where distance <= request.reach {
        for direction in directions {
          guard let place = place(request, beside: anchor, direction, distance) else { continue }
          let cost = 0.4 * Double(number) + cost(of: place, request, direction, distance)
          result.append(Candidate(place: place, cost: cost))
        }
      }
    }
    return result.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    .map(\.element)
  }

  /// Distances from the marker, with the directions that are tried there.
  private static let rings: [(distance: Double, directions: [Double])] = {
    func circle(_ count: Int) -> [Double] {
      (0..<count).map { Double($0) * 2 * .pi / Double(count) }
    }
    return [(2.5, circle(16)), (10, circle(16)), (20, circle(24)), (34, circle(24))]
      + [50, 68, 88, 110, 140, 180, 230].map { ($0, circle(32)) }
  }()

  private func place(
    _ request: LabelRequest, beside anchor: Point, _ direction: Double, _ distance: Double
  ) -> LabelPlace? {
    let (x, y) = (cos(direction), sin(direction))
    let gap = request.radius + distance
    // The side of the text that is turned to the marker: an edge's middle or a corner.
    let (leanX, leanY) = (min(1, max(-1, x * 1.6)), min(1, max(-1, y * 1.6)))
    let center = Point(
      x: anchor.x + gap * x + leanX * request.size.width / 2,
      y: anchor.y + gap * y + leanY * request.size.height / 2)
    let box = Box(center: center, width: request.size.width, height: request.size.height)
    guard area.contains(box), !blocks.meets(box.padded(0.75)) else { return nil }
    guard !lines.contains(where: { box.isCrossed(from: $0.0, to: $0.1) }) else {
      return nil
    }
    var leader: [Point] = []
    if distance > 6 {
      let end = box.nearest(to: anchor)
      let length = max(end.distance(to: anchor), 1e-9)
      let share = min(1, request.radius / length)
      leader = [
        Point(
          x: anchor.x + (end.x - anchor.x) * share,
          y: anchor.y + (end.y - anchor.y) * share), end,
      ]
      // Not through other markers; its own is where it starts.
      let path = Box(around: leader) ?? box
      let hits = blocks.boxes(near: path).filter {
        !$0.contains(anchor) && $0.isCrossed(from: leader[0], to: leader[1])
      }
      guard hits.isEmpty else { return nil }
    }
    return LabelPlace(box: box, leader: leader)
  }

  private func cost(
    of place: LabelPlace, _ request: LabelRequest, _ direction: Double, _ distance: Double
  ) -> Double {
    // East first, then west, then above and below.
    let lean = 0.6 * (1 - cos(direction)) + 0.9 * abs(sin(direction))
    let covered = Double(courses.count(in: place.box.padded(1)))
    let lead = place.leader.isEmpty ? 0 : 3 + 0.11 * distance
    return lean + lead + min(request.caution * covered, 15 * request.caution)
  }

  // MARK: Choosing

  private func best(for index: Int, _ candidates: [Candidate]) -> LabelPlace? {
    let others = neighbors[index].compactMap { places[$0] }
    return candidates.first { candidate in
      !others.contains { conflict(candidate.place, $0) }
    }?.place
  }

  private func conflict(_ first: LabelPlace, _ second: LabelPlace) -> Bool {
    if first.box.padded(1).meets(second.box) { return true }
    if first.leader.count == 2,
      second.box.isCrossed(from: first.leader[0], to: first.leader[1])
    {
      return true
    }
    if second.leader.count == 2,
      first.box.isCrossed(from: second.leader[0], to: second.leader[1])
    {
      return true
    }
    guard first.leader.count == 2, second.leader.count == 2 else { return false }
    return Self.cross(first.leader, second.leader)
  }

  /// Whether two straight lines cross.
  private static func cross(_ first: [Point], _ second: [Point]) -> Bool {
    func side(_ line: [Point], _ point: Point) -> Double {
      (line[1].x - line[0].x) * (point.y - line[0].y)
        - (line[1].y - line[0].y) * (point.x - line[0].x)
    }
    return side(first, second[0]) * side(first, second[1]) < 0
      && side(second, first[0]) * side(second, first[1]) < 0
  }
}
