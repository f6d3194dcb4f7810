internal import GraphCore
internal import GraphFormats
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Reads the bytes as GraphML; what can be read can be written and read again.
func check(_ bytes: [UInt8], isLenient: Bool) {
  let options = ReadingOptions(isLenient: isLenient)
  let reading: Reading
  do throws(ReadingError) {
    reading = try GraphMLReader(options: options).read(bytes)
  } catch {
    return precondition(!error.message.isEmpty, "an error without a message")
  }
  let written = GraphMLWriter().write(reading.graph)
  do throws(ReadingError) {
    let again = try GraphMLReader().read(written)
    precondition(again.graph.graph.nodeCount == reading.graph.graph.nodeCount)
    precondition(again.graph.graph.edgeCount == reading.graph.graph.edgeCount)
    // Once it is written, it is written the same ever after.
    precondition(GraphMLWriter().write(again.graph) == written, "it changed on the way")
  } catch {
    preconditionFailure("what was written can't be read: \(error)")
  }
}

exit(
  fuzz { bytes in
    check(bytes, isLenient: false)
    check(bytes, isLenient: true)
  })
