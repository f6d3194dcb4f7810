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
