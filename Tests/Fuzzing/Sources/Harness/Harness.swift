internal import CFuzzer

// Set once, before the driver starts.
nonisolated(unsafe) private var test: ([UInt8]) -> Void = { _ in }

/// Feeds a test with inputs until the time is up or one of them breaks it.
///
/// - Parameter body: What is done with an input. Whatever it is, the test must neither crash nor
///   take long; `precondition` says what has to hold.
/// - Returns: What the process should exit with.
public func fuzz(_ body: @escaping ([UInt8]) -> Void) -> CInt {
  test = body
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  return withUnsafeMutablePointer(to: &arguments) { arguments in
    arguments.withMemoryRebound(
      to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1
    ) {
      LLVMFuzzerRunDriver(&count, $0) { start, count in
        test(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      }
    }
  }
}

/// Makes sure that what is written of a value can be read, and that a file then stays as it is.
///
/// - Parameters:
///   - value: What was read of an input.
///   - rounds: After how many rounds a file stays as it is.
///   - write: Writes a value; `nil` if it can't be written.
///   - read: Reads what was written.
public func checkRoundTrip<Value, File: Equatable, Failure: Error>(
  of value: Value, settlingAfter rounds: Int, write: (Value) -> File?,
  read: (File) throws(Failure) -> Value
) {
  guard var written = write(value) else { return }
  for round in 1...rounds {
    do throws(Failure) {
      guard let next = write(try read(written)) else { return }
      precondition(round < rounds || next == written, "it changed on the way")
      written = next
    } catch {
      preconditionFailure("what was written can't be read: \(error)")
    }
  }
}
