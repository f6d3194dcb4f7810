internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Threads that go through the rows of a matrix together, phase by phase.
///
/// Rows are in parts that depend on the matrix alone, and what is summed over them is added up part
/// by part: whatever the number of threads, the result has the same bits. A phase may take a few
/// microseconds only, so that between phases threads spin, and yield after a while. Each takes the
/// next parts that nobody has taken, so that none waits for one that the system does not let run.
final class Crew {
  private let parts: [Range<Int>]
  private let board: Board
  private var threads: [pthread_t] = []

  /// How many rows and entries it takes for threads to be started: some 100 µs of work.
  private static let leastWork = 100_000
  private static let mostParts = 64

  /// Works with threads on the rows of a matrix, and ends them.
  ///
  /// - Parameters:
  ///   - execution: How many threads there may be, this one included.
  ///   - offsets: Where the entries of each row begin, with the number of all at the end.
  ///   - body: The work.
  /// - Returns: What the work gives.
  /// - Throws: What the work throws.
  static func with<Result>(
    _ execution: Execution, offsets: borrowing Buffer<UInt32>,
    _ body: (Crew) throws(AlgorithmError) -> Result
  ) throws(AlgorithmError) -> Result {
    let crew = Crew(offsets, count: execution.threads)
    defer { crew.stop() }
    return try body(crew)
  }

  private init(_ offsets: borrowing Buffer<UInt32>, count: Int) {
    let rows = max(0, offsets.count - 1)
    let work = rows + Int(offsets.count > 0 ? offsets[rows] : 0)
    let step = work / Self.mostParts + 1
    var parts: [Range<Int>] = []
    var begin = 0
    for row in 0..<rows where row + 1 + Int(offsets[row + 1]) >= step * (parts.count + 1) {
      parts.append(begin..<(row + 1))
      begin = row + 1
    }
    if begin < rows { parts.append(begin..<rows) }
    self.parts = parts
    board = Board(partCount: parts.count)
    let wanted = work < Self.leastWork ? 1 : min(count, parts.count)
    for _ in 1..<max(1, wanted) {
      let worker = Unmanaged.passRetained(board)
      guard let thread = launch(worker.toOpaque()) else {
        // Fewer will do.
        worker.release()
        break
      }
      threads.append(thread)
    }
  }

  /// Has all rows gone through, part by part.
  func each(_ body: (_ part: Int, _ rows: Range<Int>) -> Void) {
    if threads.isEmpty {
      for (part, rows) in parts.enumerated() { body(part, rows) }
      return
    }
    let (parts, board) = (parts, board)
    // Nobody holds it when this returns.
    withoutActuallyEscaping(body) { body in
      board.finish { body($0, parts[$0]) }
    }
  }

  /// Has all rows gone through, and adds up what the parts give.
  func sum(_ body: (Range<Int>) -> Double) -> Double {
    let sums = Buffer(repeating: 0.0, count: parts.count)
    let base = sums.base
    each { part, rows in base[part] = body(rows) }
    return sums.array.reduce(0, +)
  }

  /// Has all rows gone through, and finds the greatest of what the parts give; 0 if there are none.
  func greatest(_ body: (Range<Int>) -> Double) -> Double {
    let greatest = Buffer(repeating: 0.0, count: parts.count)
    let base = greatest.base
    each { part, rows in base[part] = body(rows) }
    return greatest.array.max() ?? 0
  }

  private func stop() {
    if threads.isEmpty { return }
    board.close()
    for thread in threads { pthread_join(thread, nil) }
  }
}

#if canImport(Darwin)
private func launch(_ context: UnsafeMutableRawPointer) -> pthread_t? {
  var thread: pthread_t?
  return pthread_create(&thread, nil, runWorker, context) == 0 ? thread : nil
}

private func runWorker(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<Board>.fromOpaque(context).takeRetainedValue().work()
  return nil
}
#else
private func launch(_ context: UnsafeMutableRawPointer) -> pthread_t? {
  var thread = pthread_t()
  return pthread_create(&thread, nil, runWorker, context) == 0 ? thread : nil
}

private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Board>.fromOpaque(context).takeRetainedValue().work() }
  return nil
}
#endif

/// Where the parts of a phase are taken from.
private final class Board: @unchecked Sendable {
  private let partCount: Int
  /// How many parts are taken at a time.
  private let share: Int
  /// What to do with a part, by its number.
  ///
  /// Who has taken a part may read it: it is not replaced before that part is done.
  private var job: ((Int) -> Void)?
  /// The number of the phase, and in the lower half the first part that nobody has taken.
  private let next: Atomic<UInt64>
  private let doneCount = Atomic(0)
  private let isClosed = Atomic(false)

  init(partCount: Int) {
    self.partCount = partCount
    share = max(1, partCount / 16)
    // There is nothing to take before the first phase.
    next = Atomic(UInt64(partCount))
  }

  /// Has all parts done, by this thread and those that work.
  func finish(_ job: @escaping (Int) -> Void) {
    self.job = job
    doneCount.store(0, ordering: .relaxed)
    let phase = next.load(ordering: .relaxed) >> 32 &+ 1
    next.store(phase << 32, ordering: .releasing)
    while takeParts() {}
    spin { doneCount.load(ordering: .acquiring) == partCount }
    self.job = nil
  }

  /// Works on whatever phase comes, until there are no more.
  func work() {
    while !isClosed.load(ordering: .relaxed) {
      if !takeParts() { spin { hasParts || isClosed.load(ordering: .relaxed) } }
    }
  }

  /// Lets those that work go home.
  func close() { isClosed.store(true, ordering: .relaxed) }

  private var hasParts: Bool {
    Int(truncatingIfNeeded: next.load(ordering: .relaxed) & 0xFFFF_FFFF) < partCount
  }

  /// Does a few parts, if there are any left.
  private func takeParts() -> Bool {
    let before = next.load(ordering: .relaxed)
    let first = Int(truncatingIfNeeded: before & 0xFFFF_FFFF)
    guard first < partCount else { return false }
    let end = min(partCount, first + share)
    let (isTaken, _) = next.weakCompareExchange(
      expected: before, desired: before &+ UInt64(end - first), ordering: .acquiring)
    guard isTaken else { return true }
    work(on: first..<end)
    doneCount.wrappingAdd(end - first, ordering: .releasing)
    return true
  }

  /// Not a part of the caller, so that nobody holds the job any more when its parts are reported done.
  @inline(never)
  private func work(on parts: Range<Int>) {
    guard let job else { return }
    for part in parts { job(part) }
  }

  private func spin(until isTrue: () -> Bool) {
    var turns = 0
    while !isTrue() {
      turns += 1
      if turns > 500 { sched_yield() }
    }
  }
}
