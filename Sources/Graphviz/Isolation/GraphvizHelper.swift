internal import CGraphvizShims
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that makes one drawing, with bounds on its time and memory.
///
/// libgvc has faults that no check of the description finds, and a fault ends the process that it
/// happens in. In a helper it becomes an error, as does a layout that takes too long:
///
/// ```swift
/// // main.swift, before anything else:
/// GraphvizHelper.runIfRequested()
/// …
/// let drawing = try graph.draw(with: .dot, as: [.svg], isolation: .helper())
/// ```
///
/// The description is checked before the helper is started, and what the helper answers is
/// checked, too. Helpers of several calls run at the same time.
public struct GraphvizHelper: Sendable, Hashable {
  /// The path of the program to start, one whose `main` calls ``runIfRequested()`` first; nil
  /// starts the running program again.
  public var executable: String?
  /// The seconds of CPU time that the helper may use, at least 1.
  public var cpuSeconds: Int
  /// The address space that the helper may use, in bytes; nil leaves it unbounded.
  ///
  /// The stack reserved for libgvc takes a quarter of a gigabyte of it.
  public var memoryBytes: Int?
  /// How long the helper may take by the clock.
  public var wallTime: Duration

  /// Tests start other programs in the same way.
  var arguments: [String]?

  /// A helper with these bounds.
  public init(
    executable: String? = nil, cpuSeconds: Int = 60, memoryBytes: Int? = 4 << 30,
    wallTime: Duration = .seconds(120)
  ) {
    self.executable = executable
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.wallTime = wallTime
  }

  // MARK: In the helper

  /// Makes one drawing and ends the process, if the process was started as a helper; returns at
  /// once otherwise.
  ///
  /// A program that isolates drawings calls this first of all.
  public static func runIfRequested() {
    isHost.store(true, ordering: .relaxed)
    let arguments = CommandLine.arguments
    guard arguments.count == 4, arguments[1] == request else { return }
    serve(Array(arguments[2...]), input: STDIN_FILENO, output: STDOUT_FILENO)
  }

  private static let isHost = Atomic(false)
  private static let request = "--graphviz-helper-request"

  /// What a helper is started with.
  var ownArguments: [String] {
    [Self.request, String(max(1, cpuSeconds)), String(max(0, memoryBytes ?? 0))]
  }

  /// Serves one request with the bounds that the arguments give, and ends the process.
  static func serve(_ bounds: [String], input: Int32, output: Int32) -> Never {
    guard bounds.count == 2, let cpu = UInt64(bounds[0]), let memory = UInt64(bounds[1]) else {
      _exit(ExitCode.badRequest)
    }
    shim_helper_limit(cpu, memory)
    // What a library may write to standard output does not get between.
    let answers = dup(output)
    dup2(STDERR_FILENO, output)
    guard let request = readRequest(from: input),
      case .complete(let range) = HelperFrame.progress(of: request),
      let job = try? DrawingJob(bytes: request[range])
    else { _exit(ExitCode.badRequest) }
    let result =
      GraphvizThread.shared?.sync { job.result() }
      ?? .failure(GraphvizError(.outOfResources, "the helper process got no thread"))
    let answer = HelperFrame.framed(HelperAnswer.bytes(of: result, for: job))
    _exit(write(answer, to: answers) ? 0 : ExitCode.notWritten)
  }

  private enum ExitCode {
    static let badRequest: Int32 = 65
    static let notWritten: Int32 = 74
  }

  private static func readRequest(from descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case .incomplete = HelperFrame.progress(of: bytes) {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    signal(SIGPIPE, SIG_IGN)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { send($0, to: descriptor) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
    Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  // MARK: In the host

  /// Makes a drawing in a helper.
  func result(of job: DrawingJob) -> Result<Drawing, GraphvizError> {
    do throws(GraphvizError) {
      let path = try path()
      let name = executable ?? CommandLine.arguments.first ?? path
      let process = try HelperProcess(path: path, arguments: [name] + (arguments ?? ownArguments))
      let answer = try process.answer(to: HelperFrame.framed(job.bytes), within: wallTime)
      do {
        return try HelperAnswer.result(of: answer, for: job)
      } catch {
        throw .helper(.malformedAnswer)
      }
    } catch {
      return .failure(error)
    }
  }

  private func path() throws(GraphvizError) -> String {
    if let executable { return executable }
    guard Self.isHost.load(ordering: .relaxed) else {
      // It would start the program's own work a second time.
      throw .helper(
        .notStarted, "the program does not call GraphvizHelper.runIfRequested() first")
    }
    #if canImport(Darwin)
    var count: UInt32 = 0
    _NSGetExecutablePath(nil, &count)
    var path = [CChar](repeating: 0, count: Int(count) + 1)
    _NSGetExecutablePath(&path, &count)
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
    // Right even when the file was replaced meanwhile.
    return "/proc/self/exe"
    #endif
  }
}

/// Where a drawing is made.
public enum Isolation: Sendable, Hashable {
  /// In this process: fast, and ended by a fault of libgvc.
  case inProcess
  /// In a process of its own: for descriptions of unknown origin.
  case helper(GraphvizHelper = GraphvizHelper())
}
