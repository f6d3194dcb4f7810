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
