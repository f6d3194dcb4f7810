/// A line on a terminal that says how far long work is: `betweenness 42 %`.
///
/// It appears once a run has lasted a while, and is gone when the work is done or interrupted.
struct ProgressLine: Sendable {
  /// What takes the line away.
  static let wipe: StaticString = "\r\u{1B}[K"

  private let title: String
  private let start = ContinuousClock.now

  init(_ title: String) {
    self.title = title
  }

  /// Shows which part of the work is done, from 0 to 1.
  @Sendable func show(_ part: Double) {
    guard ContinuousClock.now - start > .milliseconds(500) else { return }
    Self.write("\r\(title) \(Int(part * 100)) % ")
  }

  /// Shows at once what is being done, for work that is known to be long.
  func show(stage: String) { Self.write("\(Self.wipe)\(stage) …") }

  /// Takes the line away, however short the run was.
  func clear() {
    Self.write("\(Self.wipe)")
    Interruption.noteLine(false)
  }

  /// Takes the line away.
  func finish() {
    guard ContinuousClock.now - start > .milliseconds(500) else { return }
    clear()
  }

  private static func write(_ text: String) {
    Interruption.noteLine(true)
    var text = text
    // A terminal that takes no more has nobody in front of it.
    _ = text.withUTF8 { Descriptor.writeAll($0, to: 2) }
  }
}
