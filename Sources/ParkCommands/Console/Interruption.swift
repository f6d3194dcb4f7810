import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What somebody who interrupts the command does not want to find: a file that is half-written, and
/// a line of progress before the prompt.
enum Interruption {
  /// The address of the path of an unfinished file, which a signal may ask for at any time; 0 if
  /// there is none.
  private static let path = Atomic<UInt>(0)
  /// Whether a line of progress is on the terminal.
  private static let hasLine = Atomic<Bool>(false)

  /// Runs a body, and removes a file if the process is interrupted meanwhile.
  ///
  /// Only one file at a time is looked after: a command writes one after the other.
  static func removing<Result, Failure>(
    _ file: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let copy = strdup(file) else { return try body() }
    let own = UInt(bitPattern: copy)
    guard path.compareExchange(expected: 0, desired: own, ordering: .releasing).exchanged else {
      free(copy)
      return try body()
    }
    _ = watching
    defer {
      path.store(0, ordering: .releasing)
      free(copy)
    }
    return try body()
  }

  /// Says whether a line of progress is on the terminal, to be wiped if the process is interrupted.
  static func noteLine(_ isThere: Bool) {
    if isThere { _ = watching }
    hasLine.store(isThere, ordering: .releasing)
  }

  /// Watches for signals from here to the end; what was to be ignored, as with nohup, still is.
  private static let watching: Void = {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      guard let before = signal(number, cleanUp) else { continue }
      let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { _ = signal(number, SIG_IGN) }
    }
  }()

  /// Cleans up and ends the process as the signal would have.
  private static let cleanUp: @convention(c) (Int32) -> Void = { number in
    let path = path.load(ordering: .acquiring)
    if let path = UnsafePointer<CChar>(bitPattern: path) { unlink(path) }
    if hasLine.load(ordering: .acquiring) {
      let wipe = ProgressLine.wipe
      _ = write(2, wipe.utf8Start, wipe.utf8CodeUnitCount)
    }
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
