internal import GraphDOT
internal import GraphFormats
internal import Graphviz
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as DOT, as a drawing and as a property graph, strictly and leniently. What can be
// read can be written, and after one round it is written the same ever after. The rest is an error
// with a message.
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
    for isLenient in [false, true] {
      do throws(ReadingError) {
        let reader = DOTReader(options: ReadingOptions(isLenient: isLenient))
        checkRoundTrip(of: try reader.read(bytes).graph, settlingAfter: 2) {
          DOTWriter().write($0)
        } read: { (text) throws(ReadingError) in
          try DOTReader().read(text).graph
        }
      } catch {
        precondition(!error.message.isEmpty, "an error without a message")
      }
    }
  })
