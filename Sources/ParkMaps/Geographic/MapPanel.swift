import Graphviz
import ParkGraph

/// A text at its place on the page.
struct MapLabel: Sendable {
  var text: HTMLLabel
  var place: LabelPlace
  /// What a browser shows when the pointer is on it.
  var tooltip: String?
}

/// The beginning of ties that lead out of an inset, and where they lead.
struct MapStub: Sendable {
  var marker: Int
  var other: Int
  var ties: [Int]
  var line: MapLine
  var course: MapCourse
}

/// A map or an inset: a window with all that is drawn in it.
struct MapPanel: Sendable {
  var window: MapWindow
  var markers: [MapMarker]
  var arcs: [MapArc]
  var courses: [MapCourse]
  var stubs: [MapStub] = []
  /// Names and numbers.
  var labels: [MapLabel] = []
  /// What an inset is called.
  var heading: MapLabel?
  /// How long so many kilometres are, for an inset.
  var scaleBar: MapScaleBar?
  /// The nodes whose names found no place, with the numbers that stand for them.
  var numbered: [(node: Int, number: Int?)] = []
}

/// A line that shows how long a distance is.
struct MapScaleBar: Sendable {
  var start: Point
  var end: Point
  var text: MapLabel
}

extension GeographicPlan {
  /// The markers of nodes in a window.
  ///
  /// - Parameters:
  ///   - nodes: What is shown.
  ///   - window: Where.
  ///   - together: Groups of these nodes that get one marker each.
  /// - Returns: Markers that don't overlap, in the order of their first nodes.
  func markers(of nodes: [Int], in window: MapWindow, together: [[Int]] = []) -> [MapMarker] {
    let points = Dictionary(
      uniqueKeysWithValues: nodes.compactMap { node in
        graph.nodes[node].coordinates.map { (node, window.onPage($0)) }
      })
    func cluster(_ members: [Int]) -> MapMarker {
      let places = members.compactMap { points[$0] }
      let count = Double(max(places.count, 1))
      let middle = Point(
        x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
      return MapMarker(
        members: members, home: middle, center: middle,
        radius: MapMarkers.clusterRadius(members.count))
    }
    var markers = together.map(cluster)
    let gathered = Set(together.joined())
    let rest = nodes.filter { !gathered.contains($0) && points[$0] != nil }
    let places = rest.compactMap { points[$0] }
    let groups =
      isCrowded && !rest.isEmpty
      ? [Array(rest.indices)] : MapMarkers.groups(of: places, within: 1.6 * MapMarkers.radius)
    for group in groups.map({ $0.map { rest[$0] } }) {
      let spots =
        group.count > MapMarkers.mostInSpot
        ? MapMarkers.spots(of: group.compactMap { points[$0] }).map { $0.map { group[$0] } }
        : group.map { [$0] }
      markers += spots.map { spot in
        var marker = cluster(spot)
        if spot.count == 1 { marker.radius = MapMarkers.radius }
        return marker
      }
    }
    markers.sort { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
    MapMarkers.separate(&markers, within: window.box)
    return markers
  }

  /// The marker of each node that has one.
  func owners(_ markers: [MapMarker]) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    for (index, marker) in markers.enumerated() {
      for member in marker.members { owners[member] = index }
    }
    return owners
  }

  /// The arcs between markers: ties of one kind between the same two are one.
  func arcs(between markers: [MapMarker]) -> [MapArc] {
    struct Key: Hashable {
      let start: Int
      let end: Int
      let line: MapLine
    }
    let owners = owners(markers)
    var bundles: [Key: [Int]] = [:]
    for tie in graph.edges.indices {
      let (start, end) = ends(of: tie)
      guard let first = owners[start], let second = owners[end] else { continue }
      // Ties within a marker share one loop.
      let line = first == second ? MapLine(kind: nil, isDoubtful: false) : line(of: tie)
      let key = Key(start: min(first, second), end: max(first, second), line: line)
      bundles[key, default: []].append(tie)
    }
    var arcs = bundles.map { key, ties in
      let lines = Set(ties.map(line(of:)))
      return MapArc(
        start: key.start, end: key.end, ties: ties,
        line: lines.count == 1 ? lines.first ?? key.line : key.line)
    }
    .sorted { ($0.start, $0.end, $0.line) < ($1.start, $1.end, $1.line) }
    var first = 0
    while first < arcs.count {
      let last =
        arcs[first...].firstIndex { ($0.start, $0.end) != (arcs[first].start, arcs[first].end) }
        ?? arcs.count
      for index in first..<last {
        arcs[index].lane = index - first
        arcs[index].lanes = last - first
      }
      first = last
    }
    return arcs
  }

  /// The course of an arc in a window.
  func course(of arc: MapArc, _ markers: [MapMarker], in window: MapWindow) -> MapCourse {
    let (start, end) = (markers[arc.start], markers[arc.end])
    guard arc.start != arc.end else { return window.loop(at: start) }
    guard let tie = arc.ties.first else { return MapCourse(parts: []) }
    let ends = ends(of: tie)
    let (from, to) =
      start.members.contains(ends.start) ? (ends.start, ends.end) : (ends.end, ends.start)
    guard let first = graph.nodes[from].coordinates, let second = graph.nodes[to].coordinates
    else { return MapCourse(parts: []) }
    return window.course(
      along: GreatCircle(from: first, to: second), from: start, to: end, lane: arc.lane,
      of: arc.lanes)
  }

  /// The beginnings of the ties that lead from an inset's markers to other places.
  func stubs(of markers: [MapMarker], in window: MapWindow) -> [MapStub] {
    struct Key: Hashable {
      let marker: Int
      let other: Int
      let line: MapLine
    }
    let owners = owners(markers)
    var bundles: [Key: [Int]] = [:]
    for tie in graph.edges.indices {
      let (start, end) = ends(of: tie)
      switch (owners[start], owners[end]) {
      case (let marker?, nil):
        bundles[Key(marker: marker, other: end, line: line(of: tie)), default: []].append(tie)
      case (nil, let marker?):
        bundles[Key(marker: marker, other: start, line: line(of: tie)), default: []].append(tie)
      default: break
      }
    }
    return bundles.sorted {
      ($0.key.marker, $0.key.other, $0.key.line) < ($1.key.marker, $1.key.other, $1.key.line)
    }.compactMap { key, ties in
      let inside =
        ends(of: ties[0]).start == key.other ? ends(of: ties[0]).end : ends(of: ties[0]).start
      guard let first = graph.nodes[inside].coordinates,
        let second = graph.nodes[key.other].coordinates
      else { return nil }
      let course = window.stub(
        along: GreatCircle(from: first, to: second), from: markers[key.marker])
      return MapStub(
        marker: key.marker, other: key.other, ties: ties, line: key.line, course: course)
    }
  }
}
