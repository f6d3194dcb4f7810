/// Sorts edges by their ends, straight into the arcs of a frozen graph.
///
/// It takes all edges twice, in the same order: to count the arcs of each node, then to place them.
/// So edges that come from a file need never be in memory as a list. Edges come in batches, because
/// a call for each would cost more than the work.
package struct ArcSorter: Sendable {
  /// A run of edges: their ends, their weights or none, and whether each leads both ways.
  ///
  /// An edge whose source is ``ArcSorter/none`` has a number but no arc.
  package struct Batch {
    /// For each edge, the number of the node that it starts at.
    package var sources: UnsafeBufferPointer<UInt32>
    /// For each edge, the number of the node that it leads to.
    package var targets: UnsafeBufferPointer<UInt32>
    /// For each edge, its weight; empty if there are none.
    package var weights: UnsafeBufferPointer<Double>
    /// For each edge, whether it is an arc each way; empty if the directedness says so for all.
    package var leadsBothWays: UnsafeBufferPointer<Bool>

    package init(
      sources: UnsafeBufferPointer<UInt32>, targets: UnsafeBufferPointer<UInt32>,
      weights: UnsafeBufferPointer<Double> = .init(start: nil, count: 0),
      leadsBothWays: UnsafeBufferPointer<Bool> = .init(start: nil, count: 0)
    ) {
      self.sources = sources
      self.targets = targets
      self.weights = weights
      self.leadsBothWays = leadsBothWays
    }
  }

  /// The source of an edge that was left out.
  package static let none = UInt32.max

  private let directedness: Directedness
  private let weightRole: WeightRole?
  private var rows = Rows()
  private var edgeCount = 0
  private var placedCount = 0

  /// Starts with nodes that no edge was counted at.
  package init(_ directedness: Directedness, weightRole: WeightRole?, nodeCount: Int) {
    self.directedness = directedness
    self.weightRole = weightRole
    grow(toNodes: nodeCount)
  }

  /// Makes room for more nodes, before arcs are placed.
  package mutating func grow(toNodes count: Int) { rows.grow(toNodes: count) }

  /// Counts edges, whose ends there is room for.
  package mutating func count(_ batch: Batch) {
    edgeCount += batch.sources.count
    rows.count(batch, bothWays: directedness == .undirected)
  }

  /// Ends the counting.
  ///
  /// - Parameter numbers: For each node by its number so far, the number it has from now on, all of
  ///   `0 ..< numbers.count` once; `nil` to keep the numbers.
  package mutating func startPlacing(numbers: [UInt32]? = nil) {
    rows.startPlacing(numbers: numbers, isWeighted: weightRole != nil)
  }

  /// Places edges, the next ones of those that were counted.
  ///
  /// - Returns: Whether there was room; not if they are other edges than were counted.
  package mutating func place(_ batch: Batch) -> Bool {
    guard edgeCount - placedCount >= batch.sources.count,
      rows.place(batch, from: placedCount, bothWays: directedness == .undirected)
    else { return false }
    placedCount += batch.sources.count
    return true
  }

  /// Counts and places edges that are in memory.
  mutating func sort(
    sources: [UInt32], targets: [UInt32], weights: [Double], leadsBothWays: [Bool]
  ) {
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { weights in
          leadsBothWays.withUnsafeBufferPointer { leadsBothWays in
            let batch = Batch(
              sources: sources, targets: targets, weights: weights, leadsBothWays: leadsBothWays)
            count(batch)
            startPlacing()
            let isPlaced = place(batch)
            assert(isPlaced)
          }
        }
      }
    }
  }

  /// The arcs, when every edge has been placed.
  var arcs: Arcs { rows.arcs }

  /// The frozen graph, when every edge has been placed.
  package consuming func finish(
    nodeNumbering: DenseNumbering, edgeNumbering: DenseNumbering
  ) -> FrozenGraph {
    FrozenGraph(
      directedness: directedness == .undirected ? .undirected : .directed, weightRole: weightRole,
      outgoing: arcs, nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering,
      isMixed: directedness == .mixed)
  }
}

extension ArcSorter {
  /// The arcs, row by row of the matrix.
  private struct Rows: Sendable {
    /// While counting, at `v + 2` the number of arcs of node `v`; while placing, at `v + 1` where
    /// its next arc goes, which in the end is where the arcs of `v + 1` begin.
    var offsets: [UInt32] = [0, 0]
    var targets: [UInt32] = []
    var edges: [UInt32] = []
    var weights: [Double] = []

    mutating func grow(toNodes count: Int) {
      guard count + 2 > offsets.count else { return }
      offsets.append(contentsOf: repeatElement(0, count: count + 2 - offsets.count))
    }

    mutating func count(_ batch: Batch, bothWays: Bool) {
      offsets.withUnsafeMutableBufferPointer { offsets in
        for edge in 0..<batch.sources.count {
          let (source, target) = (batch.sources[edge], batch.targets[edge])
          guard source != ArcSorter.none else { continue }
          offsets[Int(source) + 2] &+= 1
          let isBoth = batch.leadsBothWays.isEmpty ? bothWays : batch.leadsBothWays[edge]
          if isBoth && source != target { offsets[Int(target) + 2] &+= 1 }
        }
      }
    }

    mutating func startPlacing(numbers: [UInt32]?, isWeighted: Bool) {
      if let numbers {
        var renumbered = [UInt32](repeating: 0, count: offsets.count)
        for (old, new) in numbers.enumerated() {
          renumbered[Int(new) + 2] = offsets[old + 2]
        }
        offsets = renumbered
      }
      for place in 1..<offsets.count {
        offsets[place] += offsets[place - 1]
      }
      let count = Int(offsets[offsets.count - 1])
      targets = [UInt32](repeating: 0, count: count)
      edges = [UInt32](repeating: 0, count: count)
      weights = [Double](repeating: 0, count: isWeighted ? count : 0)
    }

    mutating func place(_ batch: Batch, from first: Int, bothWays: Bool) -> Bool {
      let isWeighted = !weights.isEmpty
      return offsets.withUnsafeMutableBufferPointer { offsets in
        targets.withUnsafeMutableBufferPointer { targets in
          edges.withUnsafeMutableBufferPointer { edges in
            weights.withUnsafeMutableBufferPointer { weights in
              for edge in 0..<batch.sources.count {
                let (source, target) = (batch.sources[edge], batch.targets[edge])
                guard source != ArcSorter.none else { continue }
                let arc = Int(offsets[Int(source) + 1])
                guard arc < targets.count else { return false }
                offsets[Int(source) + 1] = UInt32(truncatingIfNeeded: arc &+ 1)
                targets[arc] = target
                edges[arc] = UInt32(truncatingIfNeeded: first &+ edge)
                if isWeighted { weights[arc] = batch.weights[edge] }
                let isBoth = batch.leadsBothWays.isEmpty ? bothWays : batch.leadsBothWays[edge]
                guard isBoth && source != target else { continue }
                let back = Int(offsets[Int(target) + 1])
                guard back < targets.count else { return false }
                offsets[Int(target) + 1] = UInt32(truncatingIfNeeded: back &+ 1)
                targets[back] = source
                edges[back] = UInt32(truncatingIfNeeded: first &+ edge)
                if isWeighted { weights[back] = batch.weights[edge] }
              }
              return true
            }
          }
        }
      }
    }

    var arcs: Arcs {
      Arcs(
        offsets: Array(offsets.dropLast()), targets: targets, edges: edges, weights: weights)
    }
  }
}
