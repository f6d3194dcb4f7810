internal import Synchronization

/// Memory that a search works in, as clean after it as before.
protocol SearchScratch: AnyObject, Sendable {
  init(nodeCount: Int, arcCount: Int)

  /// Whether there is room for a graph of that size.
  func holds(nodeCount: Int, arcCount: Int) -> Bool

  var byteCount: Int { get }
}

/// The memory of searches, kept from one for the next: to make it anew and to clear it would cost
/// a short search more than the rest.
final class ScratchShelf<Scratch: SearchScratch>: Sendable {
  private let idle = Mutex<[Scratch]>([])
  private let mostBytes = 128 << 20
  private let mostCount = 4

  /// Takes what is kept, or new memory if none is that is large enough.
  func take(nodeCount: Int, arcCount: Int) -> Scratch {
    let kept: Scratch? = idle.withLock { idle in
      let place = idle.firstIndex { $0.holds(nodeCount: nodeCount, arcCount: arcCount) }
      return place.map { idle.remove(at: $0) }
    }
    return kept ?? Scratch(nodeCount: nodeCount, arcCount: arcCount)
  }

  /// Keeps the memory, if not too much is kept already; the oldest goes first.
  func giveBack(_ scratch: Scratch) {
    idle.withLock { idle in
      idle.append(scratch)
      while idle.count > mostCount || idle.reduce(0, { $0 + $1.byteCount }) > mostBytes {
        idle.removeFirst()
      }
    }
  }
}
