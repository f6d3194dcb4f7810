internal import GraphCore

/// One of the two searches of a ``RoadMeeting``: Dijkstra's, from one end of the path.
struct RoadSide {
  /// How a node was reached.
  struct Reach: BitwiseCopyable {
    var distance: Double
    /// How many arcs the way to it has.
    var hops: UInt32
    /// The last of these.
    var arc: UInt32

    static let none = Reach(distance: .infinity, hops: .max, arc: .max)
  }

  enum Place: Int {
    case near = 0
    case far = 1
  }

  private let arcs: ArcPointers
  /// Every other one is this side's.
  private let reaches: UnsafeMutablePointer<Reach>
  /// What greater sums are taken for.
  private let ceiling: Double
  private var waiting = MinimumHeap<PathSearch.Candidate>()
  private var reached: [UInt32]
  /// How many arcs were looked at.
  private(set) var arcCount = 0

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - arcs: The arcs to follow.
  ///   - start: Where to begin.
  ///   - ceiling: What greater sums are taken for; those that are infinite lead nowhere.
  ///   - place: Which of the two sides this is.
  ///   - scratch: Memory in which this side has reached no node.
  init(_ arcs: ArcPointers, start: Int, ceiling: Double, _ place: Place, _ scratch: RoadScratch) {
    self.arcs = arcs
    self.ceiling = ceiling
    reaches = scratch.reaches.base + place.rawValue
    reached = [UInt32(start)]
    reaches[2 * start] = Reach(distance: 0, hops: 0, arc: .max)
    waiting.insert(PathSearch.Candidate(distance: 0, hops: 0, node: UInt32(start)))
  }

  /// How a node was reached.
  subscript(node: Int) -> Reach {
    @inline(__always) get { reaches[2 &* node] }
  }

  /// The nearest node that is not settled yet; `nil` if there is none.
  mutating func nearest() -> PathSearch.Candidate? {
    while let nearest = waiting.minimum {
      let reach = self[Int(nearest.node)]
      // A node waits again each time that it comes nearer; only the last time counts.
      if nearest.distance == reach.distance && nearest.hops == reach.hops { return nearest }
      _ = waiting.popMinimum()
    }
    return nil
  }

  /// Takes the nearest node away without settling it.
  mutating func skipNearest() { _ = waiting.popMinimum() }

  /// Settles the nearest node, and reaches the nodes that its arcs lead to.
  ///
  /// Of equally short ways that with the fewest arcs counts, and of these the one whose last edge
  /// is the first.
  ///
  /// - Parameter leadsOn: Whether to reach a node, at a distance.
  @inline(__always)
  mutating func settleNearest(reaching leadsOn: (Int, Double) -> Bool) {
    guard let nearest = waiting.popMinimum() else { return }
    let hops = nearest.hops + 1
    let range = arcs.range(of: Int(nearest.node))
    arcCount &+= range.count
    for arc in range {
      let head = Int(arcs.targets[arc])
      let distance = min(nearest.distance + arcs.weights[arc], ceiling)
      let known = self[head]
      if distance > known.distance || !distance.isFinite || !leadsOn(head, distance) { continue }
      if distance < known.distance || hops < known.hops {
        if known.hops == .max { reached.append(UInt32(head)) }
        waiting.insert(
          PathSearch.Candidate(distance: distance, hops: hops, node: UInt32(head)))
      } else if hops > known.hops || arcs.edges[arc] >= arcs.edges[Int(known.arc)] {
        continue
      }
      reaches[2 &* head] = Reach(distance: distance, hops: hops, arc: UInt32(arc))
    }
  }

  /// Leaves the memory as it was.
  func forgetAll() {
    for node in reached { reaches[2 &* Int(node)] = .none }
  }
}
