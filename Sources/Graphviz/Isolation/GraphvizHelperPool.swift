import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Helper processes that make many drawings each, for programs that run for long.
///
/// libgvc loses memory with every drawing and has faults; in a pool neither adds up. A helper of
/// the pool makes one drawing after the other, with the bounds of a ``GraphvizHelper`` for each. It
/// is replaced after ``drawingsPerHelper`` of them, or when it holds more than ``residentBytes``.
/// One that dies, hangs or answers nonsense is an error of that drawing alone: the next one gets
/// another helper.
///
/// ```swift
/// // main.swift, before anything else:
/// GraphvizHelper.runIfRequested()
/// …
/// let pool = GraphvizHelperPool(GraphvizHelper(wallTime: .seconds(10)))
/// let drawing = try await graph.draw(with: .dot, as: [.svg], isolation: .pool(pool))
/// ```
///
/// No process is started before the first drawing. The helpers end with the pool, and with the
/// program that holds it.
public final class GraphvizHelperPool: Sendable {
  /// The program that is started, and the bounds of each drawing.
  public let helper: GraphvizHelper
  /// How many helpers work at the same time; further drawings wait in the order of their calls.
  public let count: Int
  /// How many drawings a helper makes before it is replaced.
  public let drawingsPerHelper: Int
  /// How much memory a helper may hold between two drawings before it is replaced.
  ///
  /// This is what is resident, far less than the address space of ``GraphvizHelper/memoryBytes``.
  public let residentBytes: Int

  private struct State {
    var idle: [HelperProcess] = []
    var working = 0
    var waiting: [@Sendable () -> Void] = []
    var started = 0
  }

  private let state = Mutex(State())

  /// A pool of helpers of one kind.
  ///
  /// - Parameters:
  ///   - helper: The program to start, and the bounds of each drawing.
  ///   - count: How many helpers work at the same time, at least 1; nil takes the number of
  ///     processors.
  ///   - drawingsPerHelper: How many drawings a helper makes before it is replaced, at least 1.
  ///   - residentBytes: How much memory a helper may hold before it is replaced; some 20 megabytes
  ///     are there from the beginning.
  public init(
    _ helper: GraphvizHelper = GraphvizHelper(), count: Int? = nil, drawingsPerHelper: Int = 1_000,
    residentBytes: Int = 128 << 20
  ) {
    self.helper = helper
    self.count = max(1, count ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.drawingsPerHelper = max(1, drawingsPerHelper)
    self.residentBytes = residentBytes
  }

  /// How many helpers have been started so far.
  public var startedHelpers: Int { state.withLock(\.started) }

  /// The memory that each helper holds that waits for a drawing, in bytes; 0 where the system does
  /// not tell.
  public var residentSizes: [Int] { state.withLock { $0.idle.map(\.residentBytes) } }

  // MARK: Drawing

  /// Makes a drawing in a helper; waits for one if all are at work.
  func result(of job: DrawingJob) -> Result<Drawing, GraphvizError> {
    let turn = DispatchSemaphore(value: 0)
    whenFree { turn.signal() }
    turn.wait()
    return resultInTurn(of: job)
  }

  /// The same without blocking a thread of the caller.
  func result(of job: DrawingJob) async -> Result<Drawing, GraphvizError> {
    await withCheckedContinuation { continuation in
      whenFree {
        DispatchQueue.global().async { continuation.resume(returning: self.resultInTurn(of: job)) }
      }
    }
  }

  private func resultInTurn(of job: DrawingJob) -> Result<Drawing, GraphvizError> {
    defer { endTurn() }
    do throws(GraphvizError) {
      let process = try readyHelper()
      let result = try process.result(of: job, within: helper.wallTime)
      keep(process)
      return result
    } catch {
      // The helper goes with its last reference.
      return .failure(error)
    }
  }

  // MARK: Turns

  private func whenFree(_ work: @escaping @Sendable () -> Void) {
    let isFree = state.withLock { state in
      guard state.working < count else {
        state.waiting.append(work)
        return false
      }
      state.working += 1
      return true
    }
    if isFree { work() }
  }

  private func endTurn() {
    let next = state.withLock { state -> (@Sendable () -> Void)? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.working -= 1
      return nil
    }
    next?()
  }

  // MARK: Helpers

  private func readyHelper() throws(GraphvizError) -> HelperProcess {
    while let process = state.withLock({ $0.idle.popLast() }) {
      // It may have been ended from outside meanwhile.
      if process.isReady { return process }
    }
    let process = try helper.start(drawings: drawingsPerHelper)
    state.withLock { $0.started += 1 }
    return process
  }

  private func keep(_ process: HelperProcess) {
    guard process.drawings < drawingsPerHelper, process.residentBytes <= residentBytes else {
      return
    }
    state.withLock { $0.idle.append(process) }
  }
}

extension GraphvizHelperPool: Hashable {
  /// A pool is equal to itself only.
  public static func == (left: GraphvizHelperPool, right: GraphvizHelperPool) -> Bool {
    left === right
  }

  /// Hashes the pool's identity.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
