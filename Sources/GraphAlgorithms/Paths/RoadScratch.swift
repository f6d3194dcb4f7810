/// The memory that a ``RoadMeeting`` works in.
final class RoadScratch: SearchScratch {
  static let shelf = ScratchShelf<RoadScratch>()

  /// How the two sides have reached each node, side by side; not at all between two searches.
  nonisolated(unsafe) let reaches: Buffer<RoadSide.Reach>

  init(nodeCount: Int, arcCount: Int) {
    reaches = Buffer(repeating: .none, count: 2 * nodeCount)
  }

  var byteCount: Int { MemoryLayout<RoadSide.Reach>.stride * reaches.count }

  func holds(nodeCount: Int, arcCount: Int) -> Bool { reaches.count >= 2 * nodeCount }
}
