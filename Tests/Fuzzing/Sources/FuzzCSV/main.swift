internal import GraphFormats
internal import RoundTrip

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as a table of nodes, a line with a form feed, and a table of edges; or, if there is
// no form feed, as a table of edges.
exit(
  fuzz(
    { (options, bytes) throws(ReadingError) in
      let reader = CSVReader(options: options)
      let parts = bytes.split(separator: 0x0C, maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2
        ? try reader.read(nodes: ByteStream(Array(parts[0])), edges: ByteStream(Array(parts[1])))
          .graph : try reader.read(bytes).graph
    },
    { graph in [CSVWriter().nodes(of: graph), CSVWriter().edges(of: graph)] },
    again: { (tables) throws(ReadingError) in
      try CSVReader().read(nodes: ByteStream(tables[0]), edges: ByteStream(tables[1])).graph
    }))
