internal import Dispatch

/// Where a drawing is made.
public enum Isolation: Sendable, Hashable {
  /// In this process: fast, and ended by a fault of libgvc.
  case inProcess
  /// In a process of its own, started for this drawing and ended after it: for descriptions of
  /// unknown origin.
  case helper(GraphvizHelper = GraphvizHelper())
  /// In a process that makes other drawings before and after: for descriptions of unknown origin,
  /// and for programs that draw without end.
  case pool(GraphvizHelperPool)

  /// Makes a drawing there, and blocks until it is done.
  func result(of job: DrawingJob) -> Result<Drawing, GraphvizError> {
    switch self {
    case .inProcess: GraphvizThread.shared?.sync { job.result() } ?? Self.noThread
    case .helper(let helper): helper.result(of: job)
    case .pool(let pool): pool.result(of: job)
    }
  }

  /// The same without blocking a thread of the caller.
  func result(of job: DrawingJob) async -> Result<Drawing, GraphvizError> {
    switch self {
    case .inProcess:
      guard let thread = GraphvizThread.shared else { return Self.noThread }
      return await withCheckedContinuation { continuation in
        thread.async { continuation.resume(returning: job.result()) }
      }
    case .helper(let helper):
      return await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: helper.result(of: job)) }
      }
    case .pool(let pool):
      return await pool.result(of: job)
    }
  }

  private static let noThread = Result<Drawing, GraphvizError>.failure(
    GraphvizError(.outOfResources, "the system refused a thread"))
}
