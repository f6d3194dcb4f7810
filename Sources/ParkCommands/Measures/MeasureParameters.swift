import GraphAlgorithms
import GraphCore

/// What a measure runs with; it uses what concerns it.
struct MeasureParameters {
  var isNormalized: Bool
  var countsEnds: Bool
  /// The nodes that paths start at; `nil` means all.
  var sources: Set<NodeID>?
  /// The nodes that they end at; `nil` means all.
  var targets: Set<NodeID>?
  /// How many nodes to start from, chosen by chance; `nil` means all.
  var samples: Int?
  /// What chance begins with.
  var seed: UInt64?
  var mode: EdgeMode
  var variant: Variant
  var damping: Double
  /// Where the surfer starts; empty means anywhere.
  var personalization: [NodeID: Double]
  var sinks: Sinks
  /// What a walk loses with every edge; `nil` leaves it to the graph.
  var alpha: Double?
  var beta: Double
  var scale: Scale
  var tolerance: Double
  /// How many iterations it may take; `nil` leaves it to PageRank's damping.
  var maximumIterations: Int?

  /// Chooses what depends on the graph.
  mutating func settle(for measure: Measure, on graph: FrozenGraph) {
    guard measure == .katz, alpha == nil else { return }
    // The greatest strength bounds the greatest eigenvalue, so that the sum always converges.
    let greatest = graph.strengths().values.max() ?? 1
    alpha =
      greatest.isFinite
      ? 0.85 / max(1, greatest)
      // The sum is more than a number can hold, so that it is not added up.
      : 0.85 / (graph.outgoing.weights.max() ?? 1) / (graph.degrees().values.max() ?? 1)
  }

  /// What a measure was run with, for JSON.
  func record(
    of measure: Measure, on graph: FrozenGraph, weights: WeightMeaning, in network: any Network
  ) -> Record {
    func used<Value>(_ setting: MeasureSetting, _ value: Value?) -> Value? {
      setting.measures.contains(measure) ? value : nil
    }
    let usesWeights =
      measure.usesStrengths && weights == .strength
      || measure.usesDistances && weights == .distance
    return Record(
      directedness: graph.directedness.word,
      weights: usesWeights ? weights.rawValue : "none",
      weight: usesWeights && !(network is ParkNetwork) ? network.weightName : nil,
      normalized: used(.normalized, isNormalized), ends: used(.ends, countsEnds),
      sources: used(.sources, sources)?.sorted().map(network.reference),
      targets: used(.targets, targets)?.sorted().map(network.reference),
      samples: used(.samples, samples), seed: used(.seed, seed),
      mode: used(.mode, mode.rawValue), variant: used(.variant, variant.rawValue),
      damping: used(.damping, damping),
      personalization: personalization.isEmpty
        ? nil
        : personalization.sorted { $0.key < $1.key }
          .map { Share(entity: network.reference(to: $0.key), weight: $0.value) },
      sinks: used(.sinks, sinks.rawValue), alpha: used(.alpha, alpha), beta: used(.beta, beta),
      scale: used(.scale, scale.rawValue), tolerance: used(.tolerance, tolerance),
      maximumIterations: used(.maximumIterations, maximumIterations))
  }

  /// The parameters in JSON: those that the measure has.
  struct Record: Encodable {
    var directedness: String
    var weights: String
    /// The attribute of a file's edges that holds them.
    var weight: String?
    var normalized: Bool?
    var ends: Bool?
    var sources: [ReferenceRecord]?
    var targets: [ReferenceRecord]?
    var samples: Int?
    var seed: UInt64?
    var mode: String?
    var variant: String?
    var damping: Double?
    var personalization: [Share]?
    var sinks: String?
    var alpha: Double?
    var beta: Double?
    var scale: String?
    var tolerance: Double?
    var maximumIterations: Int?
  }

  /// Where PageRank's surfer starts, and how often.
  struct Share: Encodable {
    var entity: ReferenceRecord
    var weight: Double
  }
}
