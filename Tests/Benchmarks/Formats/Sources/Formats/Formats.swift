import GraphCore
import GraphFormats

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a GraphML file and writes it again: `Formats FILE COPY` prints the seconds of each.
@main
enum Formats {
  static func main() throws {
    let files = CommandLine.arguments.dropFirst()
    guard let from = files.first, let to = files.last, files.count == 2 else {
      print("usage: Formats FILE COPY")
      exit(64)
    }
    let clock = ContinuousClock()
    var reading: Reading?
    let read = try clock.measure {
      reading = try GraphMLReader().read(ByteStream(contentsOf: from))
    }
    let readPeak = peak()
    guard let graph = reading?.graph, let file = fopen(to, "wb") else { exit(74) }
    let write = clock.measure {
      GraphMLWriter().write(graph) { piece in fwrite(piece, 1, piece.count, file) }
      fclose(file)
    }
    print(
      "\(seconds(read)) \(seconds(write)) \(readPeak) \(graph.graph.nodeCount) \(graph.graph.edgeCount)"
    )
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The most memory that was ever used, in megabytes.
  private static func peak() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
    getrusage(__rusage_who_t(0), &usage)
    return usage.ru_maxrss >> 10
    #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss >> 20
    #endif
  }
}
