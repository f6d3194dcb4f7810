import GraphCore
import GraphFormats

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a graph in one format and writes it in another one: `Formats FORMAT FILE FORMAT COPY`.
///
/// Prints the seconds of each, the most memory in megabytes up to the end of each, and how many
/// nodes and edges there are. Without the second half it only reads, and the second amount of memory
/// is what is in use with the graph alone.
@main
enum Formats {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 2 || words.count == 4 else {
      print("usage: Formats FORMAT FILE [FORMAT COPY]")
      exit(64)
    }
    let clock = ContinuousClock()
    if words[0] == "edges" { return try edgeList(words, clock) }
    var reading: Reading?
    let read = try clock.measure { reading = try Self.read(words[0], words[1]) }
    let readPeak = peak()
    guard let graph = reading?.graph else { return }
    var write: Duration?
    if words.count == 4 {
      write = try clock.measure { try save(graph, words[2], to: words[3]) }
    }
    report(read, readPeak, write, graph.graph.nodeCount, graph.graph.edgeCount)
  }

  private static func read(_ format: String, _ file: String) throws -> Reading {
    switch format {
    case "graphml": try GraphMLReader().read(ByteStream(contentsOf: file))
    case "gexf": try GEXFReader().read(ByteStream(contentsOf: file))
    case "gml": try GMLReader().read(ByteStream(contentsOf: file))
    case "json": try JSONReader().read(ByteStream(contentsOf: file))
    case "csv": try CSVReader().read(folder: file)
    default: try unknown(format)
    }
  }

  private static func save(_ graph: PropertyGraph, _ format: String, to file: String) throws {
    if format == "csv" {
      mkdir(file, 0o755)
      try put("\(file)/\(CSVWriter.nodesFile)") { (sink) throws(WritingError) in
        try CSVWriter().writeNodes(of: graph, to: sink)
      }
      return try put("\(file)/\(CSVWriter.edgesFile)") { (sink) throws(WritingError) in
        try CSVWriter().writeEdges(of: graph, to: sink)
      }
    }
    let writer: any GraphWriter =
      switch format {
      case "graphml": GraphMLWriter()
      case "gexf": GEXFWriter()
      case "gml": GMLWriter()
      case "json": JSONWriter()
      default: try unknown(format)
      }
    try put(file) { (sink) throws(WritingError) in try writer.write(graph, to: sink) }
  }

  /// A plain edge list with a weight a line.
  private static func edgeList(_ words: [String], _ clock: ContinuousClock) throws {
    var list: EdgeList?
    let read = try clock.measure {
      list = try EdgeListReader(.directed, weights: .strength).read(contentsOf: words[1])
    }
    let readPeak = peak()
    guard let list else { return }
    var write: Duration?
    if words.count == 4 {
      write = try clock.measure {
        var file = try ByteSink(creating: words[3])
        try EdgeListWriter().write(list) { piece in try file.write(piece) }
        try file.finish()
      }
    }
    report(read, readPeak, write, list.graph.nodeCount, list.graph.edgeCount)
  }

  private static func put(
    _ path: String,
    _ body: (_ sink: ([UInt8]) throws(WritingError) -> Void) throws(WritingError) -> Void
  ) throws {
    var file = try ByteSink(creating: path)
    try body { (piece) throws(WritingError) in try file.write(piece) }
    try file.finish()
  }

  private static func unknown<Result>(_ format: String) throws -> Result {
    print("“\(format)” is none of graphml, gexf, gml, json, csv, edges")
    exit(64)
  }

  private static func report(
    _ read: Duration, _ readPeak: Int, _ write: Duration?, _ nodes: Int, _ edges: Int
  ) {
    let second = write == nil ? resident() : peak()
    print("\(seconds(read)) \(write.map(seconds) ?? 0) \(readPeak) \(second) \(nodes) \(edges)")
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The memory that is in use, in megabytes, where the system tells.
  private static func resident() -> Int { status("VmRSS:") ?? 0 }

  /// The most memory that was ever used, in megabytes.
  private static func peak() -> Int {
    // What `getrusage` says may be of the process that started this one.
    if let peak = status("VmHWM:") { return peak }
    var usage = rusage()
    #if canImport(Darwin)
    getrusage(RUSAGE_SELF, &usage)
    #endif
    return Int(usage.ru_maxrss) >> 20
  }

  /// A line of what Linux says of this process, from kilobytes to megabytes.
  private static func status(_ name: String) -> Int? {
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
    let words = lines.first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" } ?? []
    return words.count > 1 ? Int(words[1]).map { $0 >> 10 } : nil
  }
}
