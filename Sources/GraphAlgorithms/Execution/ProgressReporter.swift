internal import Synchronization

/// Tells whoever watches a run on one thread how far it is, at most once for each hundredth.
struct ProgressReporter {
  private let execution: Execution
  private var last = 0.0

  init(_ execution: Execution) {
    self.execution = execution
  }

  /// Passes on which part of the work is done, unless that is hardly more than last time.
  mutating func report(_ part: Double) {
    guard let progress = execution.progress, part >= last + 0.01 || (part >= 1 && last < 1) else {
      return
    }
    last = part
    progress(part)
  }
}

/// Tells whoever watches an iteration how far it is: how many of the digits asked for are right.
struct SettlingReporter {
  private var reporter: ProgressReporter
  private let tolerance: Double
  private var first: Double?

  init(_ execution: Execution, tolerance: Double) {
    reporter = ProgressReporter(execution)
    self.tolerance = tolerance
  }

  /// Passes on how near the end an iteration is whose last step changed so much.
  mutating func report(change: Double) {
    if change <= tolerance {
      reporter.report(1)
    } else if change.isFinite {
      let first = first ?? change
      self.first = first
      // Orders of magnitude will do.
      let all = max(1, first.exponent - tolerance.exponent)
      reporter.report(min(0.99, Double(max(0, first.exponent - change.exponent)) / Double(all)))
    }
  }
}

extension Execution {
  /// The same for one of several phases, of which it is told as if it were all.
  ///
  /// - Parameter range: Which part of the work the phase is.
  /// - Returns: How to carry it out.
  func reporting(_ range: ClosedRange<Double>) -> Execution {
    guard let progress else { return self }
    var phase = self
    phase.progress = { progress(range.lowerBound + $0 * (range.upperBound - range.lowerBound)) }
    return phase
  }

  /// The same, to pass on only what is more than ever before: for work that may have to begin anew.
  var rising: Execution {
    if progress == nil { return self }
    let peak = Peak(self)
    var rising = self
    rising.progress = { part in peak.reporter.withLock { $0.report(part) } }
    return rising
  }

  private final class Peak: Sendable {
    let reporter: Mutex<ProgressReporter>

    init(_ execution: Execution) { reporter = Mutex(ProgressReporter(execution)) }
  }
}
