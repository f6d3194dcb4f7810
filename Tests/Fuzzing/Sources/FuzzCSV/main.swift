internal import GraphFormats
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as a table of nodes, a line with a form feed, and a table of edges, strictly and
// leniently.
//
// What can be read is written and read again, which has to give the same; the rest has to be an
// error with a message.
exit(
  fuzz { bytes in
    for isLenient in [false, true] {
      do throws(ReadingError) {
        let reader = CSVReader(options: ReadingOptions(isLenient: isLenient))
        let parts = bytes.split(separator: 0x0C, maxSplits: 1, omittingEmptySubsequences: false)
        let graph =
          parts.count == 2
          ? try reader.read(nodes: ByteStream(Array(parts[0])), edges: ByteStream(Array(parts[1])))
            .graph : try reader.read(bytes).graph
        let writer = CSVWriter()
        let (nodes, edges) = (writer.nodes(of: graph), writer.edges(of: graph))
        do throws(ReadingError) {
          let again = try CSVReader().read(nodes: ByteStream(nodes), edges: ByteStream(edges)).graph
          precondition(
            writer.nodes(of: again) == nodes && writer.edges(of: again) == edges,
            "changed on the way")
        } catch {
          preconditionFailure("what was written can't be read: \(error)")
        }
      } catch {
        precondition(!error.message.isEmpty)
      }
    }
  })
