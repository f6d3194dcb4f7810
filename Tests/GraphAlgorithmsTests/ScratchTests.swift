import Testing

@testable import GraphAlgorithms

/// The memory that searches for one path keep for the next.
@Suite struct ScratchTests {
  private final class Scratch: SearchScratch {
    let nodeCount: Int
    let byteCount: Int

    init(nodeCount: Int, arcCount: Int) {
      self.nodeCount = nodeCount
      byteCount = arcCount
    }

    func holds(nodeCount: Int, arcCount: Int) -> Bool { nodeCount <= self.nodeCount }
  }

  @Test func thereIsRoomForGraphsNoLarger() {
    let meeting = MeetingScratch(nodeCount: 3, arcCount: 4)
    #expect(meeting.holds(nodeCount: 3, arcCount: 4) && meeting.holds(nodeCount: 0, arcCount: 0))
    #expect(!meeting.holds(nodeCount: 4, arcCount: 4) && !meeting.holds(nodeCount: 3, arcCount: 5))
    let road = RoadScratch(nodeCount: 3, arcCount: 4)
    #expect(road.holds(nodeCount: 3, arcCount: 99) && !road.holds(nodeCount: 4, arcCount: 0))
  }

  @Test func whatIsLargeEnoughIsUsedAgain() {
    let shelf = ScratchShelf<Scratch>()
    let first = shelf.take(nodeCount: 5, arcCount: 1)
    shelf.giveBack(first)
    #expect(shelf.take(nodeCount: 6, arcCount: 1) !== first)
    #expect(shelf.take(nodeCount: 5, arcCount: 1) === first)
    #expect(shelf.take(nodeCount: 5, arcCount: 1) !== first)
  }

  @Test func theOldestGoesWhereTooMuchIsKept() {
    let shelf = ScratchShelf<Scratch>()
    for size in 1...5 { shelf.giveBack(Scratch(nodeCount: size, arcCount: 1)) }
    // What comes after those that were kept is new.
    func taken(_ count: Int) -> [Int] {
      (0..<count).map { _ in shelf.take(nodeCount: 0, arcCount: 0).nodeCount }
    }
    #expect(taken(5) == [2, 3, 4, 5, 0])
    for size in 6...7 { shelf.giveBack(Scratch(nodeCount: size, arcCount: 100 << 20)) }
    #expect(taken(2) == [7, 0])
  }
}
