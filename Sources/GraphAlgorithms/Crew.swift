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
/// microseconds only, so that between phases threads spin, and yield after a while. They are threads
/// of their own, since those of a pool need not all run at once, and one would wait for the others.
final class Crew {
  private let parts: [Range<Int>]
  private let board = Board()
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
    let wanted = work < Self.leastWork ? 1 : min(count, parts.count)
    for number in 1..<max(2, wanted) where number < wanted {
      let worker = Unmanaged.passRetained(Worker(board, number))
      guard let thread = launch(worker.toOpaque()) else {
        // Fewer will do.
        worker.release()
        break
      }
      threads.append(thread)
    }
    board.threads = threads.count + 1
    board.parts = parts.count
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
      board.post { body($0, parts[$0]) }
      board.work(as: 0)
      board.waitForOthers()
    }
  }

  /// Has all rows gone through, and adds up what the parts give.
  func sum(_ body: (Range<Int>) -> Double) -> Double {
    let sums = Buffer(repeating: 0.0, count: parts.count)
    let base = sums.base
    each { part, rows in base[part] = body(rows) }
    return sums.array.reduce(0, +)
  }

  private func stop() {
    if threads.isEmpty { return }
    board.post(nil)
    for thread in threads { pthread_join(thread, nil) }
  }
}

#if canImport(Darwin)
private func launch(_ context: UnsafeMutableRawPointer) -> pthread_t? {
  var thread: pthread_t?
  return pthread_create(&thread, nil, runWorker, context) == 0 ? thread : nil
}

private func runWorker(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
#else
private func launch(_ context: UnsafeMutableRawPointer) -> pthread_t? {
  var thread = pthread_t()
  return pthread_create(&thread, nil, runWorker, context) == 0 ? thread : nil
}

private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
#endif

/// Where phases are posted and reported done.
private final class Board: @unchecked Sendable {
  var threads = 1
  var parts = 0
  /// What to do with a part, by its number; `nil` to go home.
  ///
  /// It is read only after `phase` has changed.
  private var job: ((Int) -> Void)?
  private let phase = Atomic(0)
  private let doneCount = Atomic(0)

  func post(_ job: ((Int) -> Void)?) {
    self.job = job
    doneCount.store(0, ordering: .relaxed)
    phase.wrappingAdd(1, ordering: .releasing)
  }

  /// Waits for the phase after one, and says whether there is something to do.
  func waitForPhase(after last: Int) -> Bool {
    spin { phase.load(ordering: .acquiring) != last }
    return job != nil
  }

  /// Does the parts of one thread.
  func work(as number: Int) {
    guard let job else { return }
    for part in (number * parts / threads)..<((number + 1) * parts / threads) { job(part) }
  }

  func reportDone() { doneCount.wrappingAdd(1, ordering: .releasing) }

  func waitForOthers() {
    spin { doneCount.load(ordering: .acquiring) == threads - 1 }
    job = nil
  }

  private func spin(until isTrue: () -> Bool) {
    var turns = 0
    while !isTrue() {
      turns += 1
      if turns > 500 { sched_yield() }
    }
  }
}

private final class Worker: Sendable {
  private let board: Board
  private let number: Int

  init(_ board: Board, _ number: Int) {
    self.board = board
    self.number = number
  }

  func run() {
    var phase = 0
    while board.waitForPhase(after: phase) {
      board.work(as: number)
      phase += 1
      board.reportDone()
    }
  }
}
