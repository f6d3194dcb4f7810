import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A temporary file that does not stay behind when somebody interrupts the command.
enum UnfinishedFile {
  /// The address of the file's path, which a signal may ask for at any time; 0 if there is none.
  private static let path = Atomic<UInt>(0)

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Runs a body, and removes the file if the process is interrupted meanwhile.
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
    let watched = signals.filter { number in
      guard let before = signal(number, remove) else { return true }
      // What was to be ignored, as with nohup, still is.
      let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { _ = signal(number, SIG_IGN) }
      return !isIgnored
    }
    defer {
      for number in watched { _ = signal(number, SIG_DFL) }
      path.store(0, ordering: .releasing)
      free(copy)
    }
    return try body()
  }

  /// Removes the file and ends the process as the signal would have.
  private static let remove: @convention(c) (Int32) -> Void = { number in
    let path = path.load(ordering: .acquiring)
    if let path = UnsafePointer<CChar>(bitPattern: path) { unlink(path) }
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
