#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How long each phase of a command took, and how much memory all of it.
struct Timings {
  private let clock = ContinuousClock()
  private var seconds: [String: Double] = [:]

  /// Does some work and adds the time that it takes to a phase.
  mutating func measure<Result, Failure: Error>(
    _ phase: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = clock.now
    defer {
      let (whole, attoseconds) = (clock.now - start).components
      seconds[phase, default: 0] += Double(whole) + Double(attoseconds) * 1e-18
    }
    return try work()
  }

  /// One line of JSON: seconds a phase and the peak of memory in bytes.
  func line() -> String {
    var usage = rusage()
    #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
    getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
    let bytes = Int(usage.ru_maxrss)
    #else
    let bytes = Int(usage.ru_maxrss) * 1024
    #endif
    var parts = seconds.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(rounded($0.value))" }
    parts.append("\"peak_memory_bytes\":\(bytes)")
    return "{\(parts.joined(separator: ","))}"
  }

  /// To the microsecond.
  private func rounded(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }
}
