internal import CGraphvizShims
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that makes drawings, with bounds on the time and memory that one may take.
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
/// The description is checked before the helper gets it, and what the helper answers is checked,
/// too. This helper makes one drawing, and helpers of several calls run at the same time; those of
/// a ``GraphvizHelperPool`` make many, and save the time of starting.
public struct GraphvizHelper: Sendable, Hashable {
  /// The path of the program to start, one whose `main` calls ``runIfRequested()`` first; nil
  /// starts the running program again.
  public var executable: String?
  /// The whole seconds of CPU time that a drawing may take, at least 1.
  public var cpuSeconds: Int
  /// The address space that the helper may use, in bytes; nil leaves it unbounded.
  ///
  /// The stack reserved for libgvc takes a quarter of a gigabyte of it.
  public var memoryBytes: Int?
  /// How long a drawing may take by the clock.
  public var wallTime: Duration

  /// Tests start other programs in the same way.
  var arguments: [String]?

  /// A helper with these bounds for a drawing.
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

  /// Makes drawings for the program that started the process as a helper, and ends the process;
  /// returns at once if it was not started as one.
  ///
  /// A program that isolates drawings calls this first of all.
  public static func runIfRequested() {
    isHost.store(true, ordering: .relaxed)
    let arguments = CommandLine.arguments
    guard arguments.count == 5, arguments[1] == request else { return }
    serve(Array(arguments[2...]), input: STDIN_FILENO, output: STDOUT_FILENO)
  }

  private static let isHost = Atomic(false)
  private static let request = "--graphviz-helper-request"

  /// What a helper is started with.
  private func ownArguments(drawings: Int) -> [String] {
    [Self.request, max(1, cpuSeconds), max(0, memoryBytes ?? 0), drawings].map { "\($0)" }
  }

  /// Serves requests until there are no more, with the bounds that the arguments give, and ends
  /// the process.
  private static func serve(_ bounds: [String], input: Int32, output: Int32) -> Never {
    let numbers = bounds.compactMap { UInt64($0) }
    guard numbers.count == 3 else { _exit(ExitCode.badRequest) }
    let (cpu, memory, drawings) = (numbers[0], numbers[1], max(1, numbers[2]))
    // Of each drawing one second more, which may have begun.
    let (seconds, isTooMuch) = (cpu &+ 1).multipliedReportingOverflow(by: drawings)
    shim_helper_limit(isTooMuch ? UInt64(Int64.max) : seconds, memory)
    // What a library may write to standard output does not get between.
    let answers = dup(output)
    dup2(STDERR_FILENO, output)
    shim_helper_follow(answers)
    while true {
      let request = readRequest(from: input)
      if request.isEmpty { _exit(0) }
      guard case .complete(let range) = HelperFrame.progress(of: request),
        let job = try? DrawingJob(bytes: request[range])
      else { _exit(ExitCode.badRequest) }
      shim_helper_allow_cpu(cpu)
      let result = Isolation.inProcess.result(of: job)
      let answer = HelperFrame.framed(HelperAnswer.bytes(of: result, for: job))
      guard write(answer, to: answers) else { _exit(ExitCode.notWritten) }
    }
  }

  private enum ExitCode {
    static let badRequest: Int32 = 65
    static let notWritten: Int32 = 74
  }

  /// Reads to the end of a request, or as far as there is something; empty if there is none.
  private static func readRequest(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case .incomplete = HelperFrame.progress(of: bytes) {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
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

  /// Makes a drawing in a helper of its own.
  func result(of job: DrawingJob) -> Result<Drawing, GraphvizError> {
    do throws(GraphvizError) {
      return try start(drawings: 1).result(of: job, within: wallTime)
    } catch {
      return .failure(error)
    }
  }

  /// Starts a helper for so many drawings.
  func start(drawings: Int) throws(GraphvizError) -> HelperProcess {
    let path = try path()
    let name = executable ?? CommandLine.arguments.first ?? path
    return try HelperProcess(
      path: path, arguments: [name] + (arguments ?? ownArguments(drawings: drawings)))
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
