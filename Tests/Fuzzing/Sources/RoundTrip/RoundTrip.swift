public import GraphFormats
internal import Harness

/// Feeds a reader, strict and lenient.
///
/// What it can read is written and read again, which has to give the same file; the rest has to be an
/// error with a message.
///
/// - Parameters:
///   - rounds: After how many rounds a file stays as it is; it may settle first where attributes of
///     the format's own are declared in an order of their own.
///   - read: Reads a file.
///   - write: Writes a graph, as one file or as several.
///   - again: Reads what was written.
/// - Returns: What the process should exit with.
public func fuzz<File: Equatable>(
  settlingAfter rounds: Int = 1,
  _ read: @escaping (ReadingOptions, [UInt8]) throws(ReadingError) -> PropertyGraph,
  _ write: @escaping (PropertyGraph) -> File,
  again: @escaping (File) throws(ReadingError) -> PropertyGraph
) -> CInt {
  fuzz { bytes in
    for isLenient in [false, true] {
      let graph: PropertyGraph
      do throws(ReadingError) {
        graph = try read(ReadingOptions(isLenient: isLenient), bytes)
      } catch {
        precondition(!error.message.isEmpty, "an error without a message")
        continue
      }
      checkRoundTrip(of: graph, settlingAfter: rounds, write: write, read: again)
    }
  }
}

/// Feeds the reader of a format whose graphs are one file.
///
/// - Parameters:
///   - reader: The reader.
///   - writer: The writer of the format.
///   - rounds: After how many rounds a file stays as it is.
/// - Returns: What the process should exit with.
public func fuzz<Reader: GraphReader>(
  _ reader: Reader.Type, _ writer: some GraphWriter, settlingAfter rounds: Int = 1
) -> CInt {
  fuzz(
    settlingAfter: rounds,
    { (options, bytes) throws(ReadingError) in try Reader(options: options).read(bytes).graph },
    { writer.write($0) },
    again: { (bytes) throws(ReadingError) in
      try Reader(options: ReadingOptions()).read(bytes).graph
    })
}
