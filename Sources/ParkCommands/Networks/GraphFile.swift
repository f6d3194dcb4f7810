import GraphCore
import GraphDOT
import GraphFormats

/// A graph file that `--graph` names.
struct GraphFile {
  let path: String
  let format: GraphFormat

  /// Finds out what is at a path; `nil` for a folder that is to hold YAML.
  ///
  /// - Throws: ``CommandFailure`` when nothing tells the format.
  init?(_ path: String, from format: GraphFormat?) throws(CommandFailure) {
    self.path = path
    if let format {
      self.format = format
    } else if path == "-" {
      throw CommandFailure(
        .usage,
        "--graph - reads standard input; say its format with --from \(GraphFormat.allCases.map(\.rawValue).joined(separator: "|"))"
      )
    } else if FileKind.of(path) == .folder {
      let names = [CSVWriter.nodesFile, CSVWriter.edgesFile]
      guard names.contains(where: { FileKind.of("\(path)/\($0)") == .file }) else { return nil }
      self.format = .csv
    } else {
      let ending = FileEnding.of(path)
      if ["gz", "bz2", "xz", "zst", "zip"].contains(ending) {
        throw CommandFailure(.usage, "'\(path)' is compressed; unpack it first")
      }
      if let format = GraphFormat(ending: ending) {
        self.format = format
      } else if FileKind.of(path) == .file, ending != "yaml", ending != "yml" {
        throw CommandFailure(
          .usage,
          "the ending of '\(path)' doesn't tell its format; use one of \(GraphFormat.endings()), or --from"
        )
      } else {
        return nil
      }
    }
  }

  /// What messages call it.
  var name: String { path == "-" ? "standard input" : path }

  /// Reads it, and tells what of it is not in the graph.
  ///
  /// - Throws: ``CommandFailure`` with the place of the first fault.
  func read(
    _ console: Console, _ options: ReadingOptions, isDirected: Bool?, weight: String?
  ) throws(CommandFailure) -> LoadedGraph {
    do throws(ReadingError) {
      switch format {
      case .edges:
        let list = try edgeList(isDirected: isDirected == true, weight: weight, options)
        tell(list.remarks, console)
        return .edges(list, name: name, weight: weight)
      case .graphml: return try properties(GraphMLReader(options: options), console)
      case .gexf: return try properties(GEXFReader(options: options), console)
      case .gml: return try properties(GMLReader(options: options), console)
      case .dot: return try properties(DOTReader(options: options), console)
      case .json: return try properties(JSONReader(options: options), console)
      case .csv where FileKind.of(path) == .folder:
        return properties(try CSVReader(options: options).read(folder: path), console)
      case .csv: return try properties(CSVReader(options: options), console)
      }
    } catch {
      let place = place(error.file, error.position)
      throw CommandFailure(
        error.reason == .unreadable ? .noInput : .dataError, place + Self.named(error.message))
    }
  }

  /// A message of a reader, with the options by which a command does what it advises.
  private static func named(_ message: String) -> String {
    let options = [
      (ReadingError.limitAdvice, "--trusted"), ("read leniently", "--lenient"),
      ("name the format that it has", "--from"),
    ]
    return options.reduce(message) { message, option in
      message.replacing(option.0, with: "\(option.0) (\(option.1))")
    }
  }

  private func properties(
    _ reader: some GraphReader, _ console: Console
  ) throws(ReadingError) -> LoadedGraph {
    properties(try reader.read(stream()), console)
  }

  private func properties(_ reading: Reading, _ console: Console) -> LoadedGraph {
    tell(reading.remarks, console)
    return .file(reading.graph, name: name, format: format)
  }

  /// Reads plain edges; a third column is the weight, or has it by a name, where it is wanted.
  private func edgeList(
    isDirected: Bool, weight: String?, _ options: ReadingOptions
  ) throws(ReadingError) -> EdgeList {
    var reader = EdgeListReader(
      isDirected ? .directed : .undirected, weights: weight == nil ? nil : .strength)
    if let weight { reader.weightName = weight }
    reader.weightsAreOptional = true
    reader.isLenient = options.isLenient
    // Room for a line is made beforehand.
    if options.limits == .trusted { reader.limits.lineBytes = 1 << 26 }
    do throws(EdgeListError) {
      return try path == "-" ? reader.read(fileDescriptor: 0) : reader.read(contentsOf: path)
    } catch {
      let position = error.line.map { TextPosition(line: $0, column: error.column ?? 1) }
      throw ReadingError(error.kind == .file ? .unreadable : .content, at: position, error.message)
    }
  }

  private func stream() throws(ReadingError) -> ByteStream {
    path == "-"
      ? ByteStream(descriptor: 0, name: "standard input") : try ByteStream(contentsOf: path)
  }

  /// What comes before a message: the path, the file in it if it is a folder, and the place.
  private func place(_ file: String?, _ position: TextPosition?) -> String {
    let path = file.map { name.hasSuffix("/") ? name + $0 : "\(name)/\($0)" } ?? name
    return position.map { "\(path):\($0): " } ?? "\(path): "
  }

  /// Says what was skipped or changed; the first ones, when there are many.
  private func tell(_ remarks: [ReadingRemark], _ console: Console) {
    let most = 20
    for remark in remarks.prefix(most) {
      console.tell(place(remark.file, remark.position) + "warning: " + remark.message)
    }
    if remarks.count > most {
      console.tell("\(name): \(remarks.count - most) more warnings of this kind")
    }
  }
}
