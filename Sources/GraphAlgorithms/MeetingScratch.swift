internal import Synchronization

/// The memory that a ``MeetingSearch`` works in, kept for the next one.
///
/// To clear a mark on each node would cost a search more than the rest of it; who uses the marks
/// clears those that were set. All else has no meaning between two searches, and takes no memory
/// until it is first written to.
final class MeetingScratch: Sendable {
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

  /// A mark on each node, 0 between two searches.
  nonisolated(unsafe) let marks: Buffer<UInt8>
  nonisolated(unsafe) let near: Side
  nonisolated(unsafe) let far: Side
  /// Room for each arc and one more.
  nonisolated(unsafe) let candidates: Buffer<UInt32>

  private static let idle = Mutex<[MeetingScratch]>([])
  private static let keptByteCount = 128 << 20
  private static let keptCount = 4

  private init(nodeCount: Int, arcCount: Int) {
    marks = Buffer(repeating: 0, count: nodeCount)
    near = Side(nodeCount: nodeCount, arcCount: arcCount)
    far = Side(nodeCount: nodeCount, arcCount: arcCount)
    candidates = Buffer(uninitialized: arcCount + 1)
  }

  private var byteCount: Int { 25 * marks.count + 12 * candidates.count }

  /// Takes what is kept, or new memory if none is that is large enough.
  static func take(nodeCount: Int, arcCount: Int) -> MeetingScratch {
    let kept: MeetingScratch? = idle.withLock { idle in
      let place = idle.firstIndex {
        $0.marks.count >= nodeCount && $0.candidates.count > arcCount
      }
      return place.map { idle.remove(at: $0) }
    }
    return kept ?? MeetingScratch(nodeCount: nodeCount, arcCount: arcCount)
  }

  /// Keeps the memory, if not too much is kept already; the oldest goes first.
  func giveBack() {
    Self.idle.withLock { idle in
      idle.append(self)
      while idle.count > Self.keptCount
        || idle.reduce(0, { $0 + $1.byteCount }) > Self.keptByteCount
      {
        idle.removeFirst()
      }
    }
  }
}
