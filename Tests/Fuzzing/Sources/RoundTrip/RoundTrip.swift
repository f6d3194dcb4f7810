public import GraphFormats
internal import Harness

/// Feeds the reader of a format, strict and lenient.
///
/// What it can read is written and read again, which has to give the same file; the rest has to be an
/// error with a message.
///
/// - Parameters:
///   - reader: The reader.
///   - writer: The writer of the format.
///   - rounds: After how many rounds a file stays as it is; it may settle first where attributes of
///     the format's own are declared in an order of their own.
/// - Returns: What the process should exit with.
public func fuzz<Reader: GraphReader>(
  _ reader: Reader.Type, _ writer: some GraphWriter, settlingAfter rounds: Int = 1
) -> CInt {
  fuzz { bytes in
    for isLenient in [false, true] {
      do throws(ReadingError) {
        let graph = try Reader(options: ReadingOptions(isLenient: isLenient)).read(bytes).graph
        check(graph, reader, writer, rounds)
      } catch {
        precondition(!error.message.isEmpty, "an error without a message")
      }
    }
  }
}

private func check<Reader: GraphReader>(
  _ graph: PropertyGraph, _ reader: Reader.Type, _ writer: some GraphWriter, _ rounds: Int
) {
  var written = writer.write(graph)
  do throws(ReadingError) {
    for round in 1...rounds {
      let again = try Reader(options: ReadingOptions()).read(written).graph
      let next = writer.write(again)
      precondition(round < rounds || next == written, "it changed on the way")
      written = next
    }
  } catch {
    preconditionFailure("what was written can't be read: \(error)")
  }
}
