internal import Dispatch
internal import Synchronization

/// How a long run is to be carried out: on how many threads, watched by whom.
///
/// The same graph on the same number of threads gives the same bits every time; on another number
/// of threads, sums are added in another order and differ in their last digits.
public struct Execution: Sendable {
  /// How many threads may work at once, 1 and up.
  public var threads: Int

  /// Is told from time to time which part of the work is done, from 0 to 1.
  ///
  /// It is called on the thread that happens to work, never on two at once.
  public var progress: (@Sendable (Double) -> Void)?

  /// Is asked from time to time whether to stop.
  ///
  /// If so, the run throws ``AlgorithmError/cancelled``.
  ///
  /// It may be called on several threads at once.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Creates the settings.
  ///
  /// - Parameters:
  ///   - threads: How many threads may work at once; less than 1 counts as 1.
  ///   - progress: Is told which part of the work is done, from 0 to 1.
  ///   - isCancelled: Is asked whether to stop.
  /// - Complexity: O(1)
  public init(
    threads: Int = 1, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.threads = max(1, threads)
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// One thread, and nobody who watches.
  public static var sequential: Execution { Execution() }
}

extension Execution {
  /// Throws `AlgorithmError.cancelled` if the run was called off.
  func checkCancellation() throws(AlgorithmError) {
    if isCancelled?() == true { throw .cancelled }
  }

  /// Works through jobs that do not touch each other's memory.
  ///
  /// Thread k of t takes the jobs k, k + t, k + 2t …, in that order: which thread does what depends
  /// on the numbers alone.
  ///
  /// - Parameters:
  ///   - jobs: How many jobs there are.
  ///   - work: Does one job; it is given the number of the thread as well.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func run(
    jobs: Int, _ work: @Sendable (_ thread: Int, _ job: Int) -> Void
  ) throws(AlgorithmError) {
    try run(jobs: jobs) { thread, job, _ in work(thread, job) }
  }

  /// Works through jobs of which one alone may take long.
  ///
  /// - Parameters:
  ///   - jobs: How many jobs there are.
  ///   - work: Does one job; it is given the number of the thread as well, and what to ask from time
  ///     to time. If it is told to stop, nobody will read what it or any other has done.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func run(
    jobs: Int, _ work: @Sendable (_ thread: Int, _ job: Int, _ shouldStop: () -> Bool) -> Void
  ) throws(AlgorithmError) {
    let threads = max(1, min(self.threads, jobs))
    let watch = Watch(self, jobs: jobs)
    @Sendable func takeJobs(on thread: Int) {
      for job in stride(from: thread, to: jobs, by: threads) {
        if watch.shouldStop() { return }
        work(thread, job, watch.shouldStop)
        watch.didFinishJob()
      }
    }
    if threads == 1 {
      takeJobs(on: 0)
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { takeJobs(on: $0) }
    }
    if watch.wasStopped { throw .cancelled }
  }

  /// Counts jobs and passes the count on.
  private final class Watch: Sendable {
    private let execution: Execution
    private let jobs: Int
    private let finished = Mutex(0)
    private let stopped = Atomic(false)

    init(_ execution: Execution, jobs: Int) {
      self.execution = execution
      self.jobs = jobs
    }

    var wasStopped: Bool { stopped.load(ordering: .relaxed) }

    func shouldStop() -> Bool {
      if wasStopped { return true }
      guard execution.isCancelled?() == true else { return false }
      stopped.store(true, ordering: .relaxed)
      return true
    }

    func didFinishJob() {
      guard let progress = execution.progress else { return }
      finished.withLock { count in
        count += 1
        // A hundred reports are enough for anybody.
        if count * 100 / jobs > (count - 1) * 100 / jobs { progress(Double(count) / Double(jobs)) }
      }
    }
  }
}
