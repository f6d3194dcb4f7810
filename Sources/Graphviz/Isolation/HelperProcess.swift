internal import CGraphvizShims

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A running helper: started, asked, asked again if it is ready, and gone when this is.
///
/// One thread at a time uses it: whoever made it, or took it out of a pool.
final class HelperProcess: @unchecked Sendable {
  private var helper: shim_helper
  private var hasEnded = false
  /// How many drawings it has been asked for.
  private(set) var drawings = 0
  private var errors: [UInt8] = []

  /// As much of what the helper writes to standard error as is kept.
  private static let keptErrorBytes = 16_384

  init(path: String, arguments: [String]) throws(GraphvizError) {
    var helper = shim_helper(process: 0, input: -1, output: -1, errors: -1)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    let status = shim_helper_start(path, &pointers, &helper)
    guard status == 0 else {
      throw .helper(.notStarted, "\(path): \(String(cString: strerror(status)))")
    }
    self.helper = helper
  }

  deinit {
    shut(&helper.input)
    shut(&helper.output)
    shut(&helper.errors)
    guard !hasEnded else { return }
    shim_helper_kill(&helper)
    _ = shim_helper_status_of(&helper, true)
  }

  /// Whether it could make another drawing: it runs, listens, and has nothing to say.
  var isReady: Bool {
    guard !hasEnded, helper.input >= 0, helper.output >= 0 else { return false }
    // An end can be read as well as a word.
    return shim_helper_poll(&helper, 0, false) & 2 == 0
  }

  /// The memory that it holds; 0 if the system does not tell.
  var residentBytes: Int { Int(clamping: shim_helper_resident_bytes(&helper)) }

  /// Makes a drawing in at most this time.
  ///
  /// After an error it is of no more use, and is ended when this goes.
  func result(
    of job: DrawingJob, within time: Duration
  ) throws(GraphvizError) -> Result<Drawing, GraphvizError> {
    drawings += 1
    let answer = try answer(to: HelperFrame.framed(job.bytes), within: time)
    do {
      return try HelperAnswer.result(of: answer, for: job)
    } catch {
      throw .helper(.malformedAnswer, messages: messages)
    }
  }

  private func answer(
    to request: [UInt8], within time: Duration
  ) throws(GraphvizError) -> ArraySlice<UInt8> {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: time)
    if drawings > 1 {
      // What it said about the drawing before.
      if helper.errors >= 0 { receiveErrors() }
      errors = []
    }
    var sent = 0
    var answer: [UInt8] = []
    while helper.output >= 0 {
      let left = clock.now.duration(to: deadline)
      guard left > .zero else { throw .helper(.timedOut, messages: messages) }
      let milliseconds =
        Int32(clamping: left.components.seconds) < 3_600
        ? Int32(left / .milliseconds(1)) + 1 : 3_600_000
      let ready = shim_helper_poll(&helper, milliseconds, sent < request.count)
      if ready & 1 != 0 { send(request, &sent) }
      if ready & 4 != 0 { receiveErrors() }
      if ready & 2 != 0, !receive(into: &answer) { shut(&helper.output) }
      switch HelperFrame.progress(of: answer) {
      case .complete(let range): return answer[range]
      case .malformed: throw .helper(.malformedAnswer, messages: messages)
      case .incomplete: break
      }
    }
    throw failure(after: answer, deadline, clock)
  }

  private var messages: [String] {
    String(decoding: errors, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  // MARK: Streams

  private func shut(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  private func send(_ request: [UInt8], _ sent: inout Int) {
    let count = request[sent...].withUnsafeBytes {
      shim_helper_send(helper.input, $0.baseAddress, $0.count)
    }
    if count > 0 { sent += count }
    let isLater = count < 0 && (errno == EAGAIN || errno == EINTR)
    // A helper that takes no more may still have answered.
    if count <= 0 && !isLater { shut(&helper.input) }
  }

  private func receiveErrors() {
    var received: [UInt8] = []
    if !receive(from: helper.errors, into: &received) { shut(&helper.errors) }
    errors += received.prefix(Self.keptErrorBytes - errors.count)
  }

  private func receive(into answer: inout [UInt8]) -> Bool {
    receive(from: helper.output, into: &answer)
  }

  /// Takes what is there; false when there will be no more.
  private func receive(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { bytes += UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
      return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
  }

  // MARK: Ends

  /// What became of a helper that closed its output too early.
  private func failure(
    after answer: [UInt8], _ deadline: ContinuousClock.Instant, _ clock: ContinuousClock
  ) -> GraphvizError {
    var status = shim_helper_status_of(&helper, false)
    var pause: useconds_t = 200
    while !status.has_ended {
      guard clock.now < deadline else { return .helper(.timedOut, messages: messages) }
      usleep(pause)
      pause = min(pause * 2, 20_000)
      status = shim_helper_status_of(&helper, false)
    }
    hasEnded = true
    // Its own children may still run.
    shim_helper_kill(&helper)
    if helper.errors >= 0 { receiveErrors() }
    if status.signal == SIGXCPU { return .helper(.outOfCPUTime, messages: messages) }
    if status.signal != 0 { return .helper(.signal(status.signal), messages: messages) }
    if status.exit_code > 0 { return .helper(.exit(status.exit_code), messages: messages) }
    return .helper(.malformedAnswer, messages: messages)
  }
}

extension GraphvizError {
  static func helper(
    _ failure: HelperFailure, _ detail: String? = nil, messages: [String] = []
  ) -> GraphvizError {
    let what =
      switch failure {
      case .notStarted: "the helper process could not be started"
      case .timedOut: "the layout took too long and was given up"
      case .outOfCPUTime: "the layout used too much CPU time and was given up"
      case .signal(let number):
        "libgvc ended the helper process (\(String(cString: strsignal(number))))"
      case .exit(let code): "the helper process gave up with exit code \(code)"
      case .malformedAnswer: "the helper process gave no proper answer"
      }
    var error = GraphvizError(
      .helperFailed, detail.map { "\(what): \($0)" } ?? what, messages: messages)
    error.helperFailure = failure
    return error
  }
}
