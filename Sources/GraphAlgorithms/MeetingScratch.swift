internal import Synchronization

/// The memory that a ``MeetingSearch`` works in, kept for the next one.
///
/// To clear a mark on each node would cost a search more than the rest of it; who uses the marks
/// clears those that were set.
final class MeetingScratch: Sendable {
  /// A mark on each node, 0 between two searches.
  nonisolated(unsafe) let marks: Buffer<UInt32>
  /// Room for each node and one more; what is in it has no meaning between two searches.
  nonisolated(unsafe) let queue: Buffer<UInt32>

  private static let idle = Mutex<[MeetingScratch]>([])
  // 8 bytes for each node: 64 MB in all.
  private static let keptNodeCount = 8 << 20
  private static let keptCount = 4

  private init(nodeCount: Int) {
    marks = Buffer(repeating: 0, count: nodeCount)
    queue = Buffer(repeating: 0, count: nodeCount + 1)
  }

  /// Takes what is kept, or new memory if none is that is large enough.
  static func take(nodeCount: Int) -> MeetingScratch {
    let kept: MeetingScratch? = idle.withLock { idle in
      guard let place = idle.firstIndex(where: { $0.marks.count >= nodeCount }) else { return nil }
      return idle.remove(at: place)
    }
    return kept ?? MeetingScratch(nodeCount: nodeCount)
  }

  /// Keeps the memory, if not too much is kept already; the oldest goes first.
  func giveBack() {
    Self.idle.withLock { idle in
      idle.append(self)
      while idle.count > Self.keptCount
        || idle.reduce(0, { $0 + $1.marks.count }) > Self.keptNodeCount
      {
        idle.removeFirst()
      }
    }
  }
}
