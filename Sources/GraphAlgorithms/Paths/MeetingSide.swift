internal import GraphCore

/// One of the two searches of a ``MeetingSearch``.
///
/// A mark says only which side has reached a node, in one byte, so that the marks of many nodes
/// stay in the cache. That is enough: while the sides have not met, they are farther apart than
/// their depths together, and whatever they meet in is on the last level of both.
struct MeetingSide {
  enum Mark: UInt8 {
    case near = 1
    case far = 2
  }

  /// A node of the last level that an arc joins to the other side.
  struct Look {
    let node: Int
    let arc: Int
    /// How many arcs were looked at to find it.
    let count: Int
  }

  private let arcs: ArcPointers
  private let mark: UInt8
  private let marks: UnsafeMutablePointer<UInt8>
  /// The nodes reached, nearest first.
  private let queue: UnsafeMutablePointer<UInt32>
  /// Where the arcs of these nodes lead, in the same order, but those of the last level.
  private let heads: UnsafeMutablePointer<UInt32>
  /// Where each level begins in these two.
  private let starts: UnsafeMutablePointer<SIMD2<UInt32>>
  private let candidates: UnsafeMutablePointer<UInt32>
  /// How far the last level is from the start.
  private(set) var depth = 0
  /// How many arcs the nodes of the last level have.
  private(set) var arcCount: Int
  private var levelStart = 0
  private var levelEnd = 1
  private var headCount = 0

  init(
    _ arcs: ArcPointers, start: Int, mark: Mark, _ scratch: MeetingScratch,
    _ own: borrowing MeetingScratch.Side
  ) {
    self.arcs = arcs
    self.mark = mark.rawValue
    marks = scratch.marks.base
    candidates = scratch.candidates.base
    queue = own.queue.base
    heads = own.heads.base
    starts = own.starts.base
    arcCount = arcs.degree(of: start)
    queue[0] = UInt32(start)
    starts[0] = SIMD2(0, 0)
    marks[start] = self.mark
  }

  /// Whether this side's levels grow fast, and the next is likely to meet the other side.
  ///
  /// To look for that first then saves marking the level.
  func isLikelyToMeet(_ other: MeetingSide) -> Bool {
    arcCount > 2 * levelEnd && arcCount &* other.arcCount > arcs.targets.count
  }

  /// The first arc of the last level that joins it to the other side; `nil` if none does.
  func firstMeeting() -> Look? {
    let other = mark ^ 3
    var count = 0
    for place in levelStart..<levelEnd {
      let node = Int(queue[place])
      for arc in arcs.range(of: node) {
        count &+= 1
        if marks[Int(arcs.targets[arc])] == other {
          return Look(node: node, arc: arc, count: count)
        }
      }
    }
    return nil
  }

  /// Gives the nodes of the other side that arcs of the last level lead to the marks of both sides.
  func markMeetings() {
    let other = mark ^ 3
    for place in levelStart..<levelEnd {
      for arc in arcs.range(of: Int(queue[place])) {
        let head = Int(arcs.targets[arc])
        marks[head] |= marks[head] & other != 0 ? mark : 0
      }
    }
  }

  /// As ``firstMeeting()``, once the other side has marked meetings.
  func firstMarkedMeeting() -> Look? {
    for place in levelStart..<levelEnd where marks[Int(queue[place])] == 3 {
      let node = Int(queue[place])
      return arcs.range(of: node).first { marks[Int(arcs.targets[$0])] == mark ^ 3 }
        .map { Look(node: node, arc: $0, count: 0) }
    }
    return nil
  }

  /// Goes one level on, unless the sides meet there.
  ///
  /// - Returns: The first arc that joins the last level to the other side; `nil` if none does.
  mutating func advance() -> Look? {
    let level = UnsafeBufferPointer(start: queue + levelStart, count: levelEnd &- levelStart)
    let heads = heads + headCount
    let count = arcs.copyHeads(of: level, to: heads)
    let (marks, queue, candidates) = (marks, queue, candidates)
    // Without branches, for whether a node is new cannot be guessed. Marks are set in a loop of
    // their own: to read one just after another was written, perhaps the same, takes long.
    var candidateCount = 0
    var found: UInt8 = 0
    for place in 0..<count {
      let head = heads[place]
      let mark = marks[Int(head)]
      candidates[candidateCount] = head
      candidateCount &+= mark == 0 ? 1 : 0
      found |= mark
    }
    if found | mark != mark {
      var first = 0
      while marks[Int(heads[first])] | mark == mark { first &+= 1 }
      let (node, arc) = owner(ofHead: first, after: levelStart)
      return Look(node: node, arc: arc, count: first + 1)
    }
    var end = levelEnd
    var arcCount = 0
    for place in 0..<candidateCount {
      let node = candidates[place]
      let new = marks[Int(node)] == 0 ? 1 : 0
      marks[Int(node)] = mark
      queue[end] = node
      end &+= new
      arcCount &+= new &* arcs.degree(of: Int(node))
    }
    self.arcCount = arcCount
    depth += 1
    headCount += count
    starts[depth] = SIMD2(UInt32(levelEnd), UInt32(headCount))
    levelStart = levelEnd
    levelEnd = end
    return nil
  }

  /// The arc by which a node of the last level was found.
  func discovery(of node: Int) -> (tail: Int, arc: Int) {
    let heads = heads + Int(starts[depth &- 1][1])
    var first = 0
    while heads[first] != UInt32(node) { first &+= 1 }
    return owner(ofHead: first, after: Int(starts[depth &- 1][0]))
  }

  /// The node and the arc that a head belongs to, by its number among those of the nodes from a
  /// place on.
  private func owner(ofHead head: Int, after start: Int) -> (Int, Int) {
    var place = start
    var rest = head
    while true {
      let node = Int(queue[place])
      let degree = arcs.degree(of: node)
      if rest < degree { return (node, Int(arcs.offsets[node]) &+ rest) }
      rest &-= degree
      place &+= 1
    }
  }

  /// The first of some arcs that leads to a node with this side's mark only.
  func firstMark(along range: Range<Int>, of arcs: ArcPointers) -> Int? {
    range.first { marks[Int(arcs.targets[$0])] == mark }
  }

  /// Takes back the last level and its marks.
  mutating func dropLevel() {
    for place in levelStart..<levelEnd { marks[Int(queue[place])] = 0 }
    depth -= 1
    levelEnd = levelStart
    levelStart = Int(starts[depth][0])
  }

  func clearMarks() {
    for place in 0..<levelEnd { marks[Int(queue[place])] = 0 }
  }
}
