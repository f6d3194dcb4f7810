import GraphAlgorithms
import GraphCore

/// The distances of all pairs in a few numbers, and how many pairs are how far apart.
struct DistanceReport: Encodable {
  /// How many pairs of nodes are so many hops apart.
  struct Class: Encodable {
    var distance: Int
    var pairs: Int
  }

  /// How many pairs have distances from a bound up to, but not including, the next.
  struct Bin: Encodable {
    var from: Double
    var below: Double
    var pairs: Int
  }

  /// The classes or the bins.
  enum Histogram: Encodable {
    case hops([Class])
    case lengths([Bin])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .hops(let classes): try classes.encode(to: encoder)
      case .lengths(let bins): try bins.encode(to: encoder)
      }
    }
  }

  /// The distance within which a part of the connected pairs is.
  struct Quantile: Encodable {
    var part: Double
    var distance: Double
  }

  var directedness: String
  var weights: String
  var nodes: Int
  var diameter: Double
  var radius: Double
  /// Only where each node reaches another.
  var center: [ReferenceRecord]?
  /// Only where a pair is connected.
  var periphery: [ReferenceRecord]?
  /// Only where a pair is connected.
  var meanDistance: Double?
  var quantiles: [Quantile]
  var pairs: Int
  var connectedPairs: Int
  /// Only where there is a pair.
  var connectedShare: Double?
  /// Only where there is a pair, and no distance is 0.
  var efficiency: Double?
  var histogram: Histogram

  init(of graph: FrozenGraph, _ summary: DistanceSummary, in network: any Network, bins: Int) {
    directedness = graph.directedness.word
    weights = graph.weightRole == .distance ? "distance" : "none"
    nodes = graph.nodeCount
    diameter = summary.diameter
    radius = summary.radius
    func references(_ nodes: [NodeID]) -> [ReferenceRecord] {
      nodes.sorted(by: network.precedes).map(network.reference)
    }
    center = radius > 0 ? references(summary.center) : nil
    periphery = diameter > 0 ? references(summary.periphery) : nil
    meanDistance = summary.mean
    quantiles = [0.1, 0.25, 0.5, 0.75, 0.9].compactMap { part in
      summary.quantile(part).map { Quantile(part: part, distance: $0) }
    }
    pairs = summary.pairCount
    connectedPairs = summary.connectedPairCount
    connectedShare = summary.connectedShare
    efficiency = summary.efficiency
    histogram =
      graph.weightRole == .distance
      ? .lengths(
        summary.bins(atMost: bins).map {
          Bin(from: $0.distances.lowerBound, below: $0.distances.upperBound, pairs: $0.pairCount)
        })
      : .hops(
        summary.classes.map {
          Class(distance: Int($0.distances.lowerBound), pairs: $0.pairCount)
        })
  }

  var prose: String {
    func quantile(_ part: Double) -> String? {
      quantiles.first { $0.part == part }.map { Number.short($0.distance) }
    }
    let share = connectedShare.map { " (\(Number.short($0 * 100)) %)" } ?? ""
    func names(_ nodes: [ReferenceRecord]) -> String {
      let (shown, rest) = (nodes.prefix(3).map(\.label), nodes.count - 3)
      return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
    let lines: [(String, String?)] = [
      ("diameter", Number.short(diameter)), ("periphery", periphery.map(names)),
      ("radius", Number.short(radius)), ("center", center.map(names)),
      ("mean distance", meanDistance.map(Number.short)), ("median", quantile(0.5)),
      ("90 % within", quantile(0.9)),
      ("connected", "\(connectedPairs) of \(counted(pairs, "pair"))\(share)"),
      (
        "efficiency",
        efficiency.map(Number.short) ?? (pairs > 0 ? "none, some nodes are at the distance 0" : nil)
      ),
    ]
    var text = ""
    for case (let name, let value?) in lines {
      text += name + String(repeating: " ", count: 15 - name.count) + value + "\n"
    }
    let table = table
    return table.rows.isEmpty ? text : text + "\n" + table.text()
  }

  /// The numbers of pairs.
  var table: Table {
    switch histogram {
    case .hops(let classes):
      var table = Table(
        columns: [.init("distance", isNumeric: true), .init("pairs", isNumeric: true)])
      table.rows = classes.map { [String($0.distance), String($0.pairs)] }
      return table
    case .lengths(let bins):
      var table = Table(
        columns: [
          .init("from", isNumeric: true), .init("below", isNumeric: true),
          .init("pairs", isNumeric: true),
        ])
      table.rows = bins.map { [exact($0.from), exact($0.below), String($0.pairs)] }
      return table
    }
  }

  /// A bound in full: rounded, it would be another.
  private func exact(_ bound: Double) -> String {
    bound.magnitude < 1e15 && bound == bound.rounded() ? String(Int(bound)) : String(bound)
  }
}
