/// The memory that a ``MeetingSearch`` works in.
///
/// Who uses the marks clears those that were set. All else has no meaning between two searches, and
/// takes no memory until it is first written to.
final class MeetingScratch: SearchScratch {
  /// What one side writes to.
  struct Side: ~Copyable {
    /// Room for each node and one more.
    let queue: Buffer<UInt32>
    /// Room for where each arc leads, and eight more as `ArcPointers.copyHeads(of:to:)` asks.
    let heads: Buffer<UInt32>
    let starts: Buffer<SIMD2<UInt32>>

    fileprivate init(nodeCount: Int, arcCount: Int) {
      queue = Buffer(uninitialized: nodeCount + 1)
      heads = Buffer(uninitialized: arcCount + 8)
      starts = Buffer(uninitialized: nodeCount + 1)
    }
  }

  static let shelf = ScratchShelf<MeetingScratch>()

  /// A mark on each node, 0 between two searches.
  nonisolated(unsafe) let marks: Buffer<UInt8>
  nonisolated(unsafe) let near: Side
  nonisolated(unsafe) let far: Side
  /// Room for each arc and one more.
  nonisolated(unsafe) let candidates: Buffer<UInt32>

  init(nodeCount: Int, arcCount: Int) {
    marks = Buffer(repeating: 0, count: nodeCount)
    near = Side(nodeCount: nodeCount, arcCount: arcCount)
    far = Side(nodeCount: nodeCount, arcCount: arcCount)
    candidates = Buffer(uninitialized: arcCount + 1)
  }

  var byteCount: Int { 25 * marks.count + 12 * candidates.count }

  func holds(nodeCount: Int, arcCount: Int) -> Bool {
    marks.count >= nodeCount && candidates.count > arcCount
  }
}
