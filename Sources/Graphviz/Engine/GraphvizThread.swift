internal import CGraphvizShims
import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one place where libgvc runs: a thread with a large stack that takes one job at a time, in
/// the order in which they came.
///
/// libgvc keeps its state in global variables, and its searches descend as deep as the graph is.
final class GraphvizThread: Sendable {
  typealias Job = @Sendable () -> Void

  /// Reserved, not used: the system hands out pages as they are touched.
  private static let stackBytes = 256 << 20

  /// Nil if the system refused a thread.
  static let shared = GraphvizThread()

  private let jobs = Mutex<[Job]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  private init?() {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))

    let this = Unmanaged.passRetained(self)
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, &attributes, { graphvizThreadMain($0) }, this.toOpaque())
    #else
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, graphvizThreadMain, this.toOpaque())
    #endif
    guard status == 0 else {
      this.release()
      return nil
    }
  }

  /// Queues a job and returns at once.
  func async(_ job: @escaping Job) {
    jobs.withLock { $0.append(job) }
    arrivals.signal()
  }

  /// Queues a job and waits until it is done.
  func sync<Value: Sendable>(_ job: @escaping @Sendable () -> Value) -> Value? {
    let done = DispatchSemaphore(value: 0)
    let value = Mutex<Value?>(nil)
    async {
      let result = job()
      value.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    return value.withLock { $0 }
  }

  fileprivate func run() -> Never {
    shim_use_c_locale_on_this_thread()
    while true {
      arrivals.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      job?()
    }
  }
}

private func graphvizThreadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<GraphvizThread>.fromOpaque(argument).takeRetainedValue().run()
}
