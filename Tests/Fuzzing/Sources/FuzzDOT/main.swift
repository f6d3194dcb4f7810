internal import Graphviz
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as DOT. What can be read can be written, and after one round it is written the
// same ever after. The rest is an error with a message.
exit(
  fuzz { bytes in
    do throws(GraphvizError) {
      let graph = try GraphDescription(dot: bytes)
      var drawable = graph
      drawable.removeRefused()
      checkRoundTrip(of: graph, settlingAfter: 2) {
        try? $0.dotText()
      } read: { (text) throws(GraphvizError) in
        try GraphDescription(dot: text)
      }
    } catch {
      precondition(!error.message.isEmpty, "an error without a message")
    }
  })
