#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a command writes, and what it knows of its surroundings.
///
/// Results go to standard output, everything else to standard error. In a test both are kept in
/// memory.
public final class Console {
  private enum Target {
    case streams
    case memory
  }

  /// The environment variables.
  public let environment: [String: String]
  /// What has been written to standard output, for a console in memory.
  public private(set) var output = ""
  /// What has been written to standard error, for a console in memory.
  public private(set) var errors = ""

  private let target: Target

  private init(_ target: Target, environment: [String: String]) {
    self.target = target
    self.environment = environment
  }

  /// The process's own streams.
  public static func standard(environment: [String: String]) -> Console {
    Console(.streams, environment: environment)
  }

  /// A console that keeps what is written.
  public static func inMemory(environment: [String: String] = [:]) -> Console {
    Console(.memory, environment: environment)
  }

  /// The data folder that the environment names; `nil` for the built-in data.
  var defaultGraph: String? {
    environment["PARKGRAPH_GRAPH"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether foreign data is drawn in a process of its own: where the process is the command's, and
  /// can start itself again.
  var isolatesForeignGraphs: Bool {
    if case .streams = target { true } else { false }
  }

  /// Whether emphasis may be shown: on a terminal, unless `NO_COLOR` is set.
  var showsEmphasis: Bool {
    guard case .streams = target, environment["NO_COLOR", default: ""].isEmpty else { return false }
    return isatty(1) == 1 && environment["TERM"] != "dumb"
  }

  /// How many columns the terminal has that results go to; `nil` where they go elsewhere.
  ///
  /// In memory, what the environment says.
  var columns: Int? {
    if case .streams = target, isatty(1) == 0 { return nil }
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    guard case .streams = target else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The line that shows how far some work is; `nil` where nobody watches a terminal.
  func progress(_ title: String) -> ProgressLine? {
    guard case .streams = target, isatty(2) == 1, environment["TERM"] != "dumb" else { return nil }
    return ProgressLine(title)
  }

  /// Writes a result.
  ///
  /// - Throws: ``CommandFailure`` when standard output takes no more. A reader that has closed its
  ///   end of a pipe is no failure.
  func write(_ text: String) throws(CommandFailure) {
    switch target {
    case .memory: output += text
    case .streams:
      var text = text
      let code = text.withUTF8 { Descriptor.writeAll($0, to: 1) }
      if code != 0, code != EPIPE {
        throw CommandFailure(
          .ioError, "can't write to standard output: \(Descriptor.describe(code))")
      }
    }
  }

  /// Writes bytes that may be no text: a picture.
  func write(bytes: [UInt8]) throws(CommandFailure) {
    switch target {
    case .memory: output += String(decoding: bytes, as: UTF8.self)
    case .streams:
      let code = bytes.withUnsafeBufferPointer { Descriptor.writeAll($0, to: 1) }
      if code != 0, code != EPIPE {
        throw CommandFailure(
          .ioError, "can't write to standard output: \(Descriptor.describe(code))")
      }
    }
  }

  /// Tells the user something that is no result.
  func tell(_ text: String) {
    switch target {
    case .memory: errors += text + "\n"
    case .streams:
      var line = text + "\n"
      // Nobody is left to be told that this failed.
      _ = line.withUTF8 { Descriptor.writeAll($0, to: 2) }
    }
  }
}
