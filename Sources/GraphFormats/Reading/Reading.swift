/// A graph that was read from a file, and what of the file is not in it.
public struct Reading: Equatable, Sendable {
  /// The graph.
  public var graph: PropertyGraph
  /// What was skipped, changed or could not be kept, in the order of the file.
  public var remarks: [ReadingRemark]

  /// Creates a reading.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - remarks: What is not in it, in the order of the file.
  /// - Complexity: O(1)
  public init(graph: PropertyGraph, remarks: [ReadingRemark] = []) {
    self.graph = graph
    self.remarks = remarks
  }
}

/// Something in a file that is not in the graph as the file has it.
public struct ReadingRemark: Hashable, Sendable {
  /// In which file of a folder it is, if a folder is read.
  public let file: String?
  /// Where it is, if it has a place.
  public let position: TextPosition?
  /// What was found and what became of it, in a phrase that follows on the place.
  public let message: String

  /// Creates a remark.
  ///
  /// - Parameters:
  ///   - file: In which file of a folder it is.
  ///   - position: Where it is.
  ///   - message: What was found and what became of it.
  /// - Complexity: O(1)
  public init(in file: String? = nil, at position: TextPosition? = nil, _ message: String) {
    self.file = file
    self.position = position
    self.message = message
  }
}

extension ReadingRemark: CustomStringConvertible {
  /// The place and the message.
  public var description: String { TextPosition.prefix(file, position) + message }
}

/// A format that graphs are read from.
///
/// ```swift
/// let reading = try GraphMLReader().read(ByteStream(contentsOf: path))
/// ```
public protocol GraphReader: Sendable {
  /// Creates a reader.
  ///
  /// - Parameter options: How the file is read.
  init(options: ReadingOptions)

  /// Reads a graph.
  ///
  /// - Parameter stream: The file.
  /// - Returns: The graph and what of the file is not in it.
  /// - Throws: ``ReadingError`` at the first fault that can't be skipped.
  /// - Complexity: O(bytes)
  func read(_ stream: consuming ByteStream) throws(ReadingError) -> Reading
}

extension GraphReader {
  /// Reads a graph from bytes in memory.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The graph and what of the file is not in it.
  /// - Throws: ``ReadingError`` at the first fault that can't be skipped.
  /// - Complexity: O(bytes)
  public func read(_ bytes: [UInt8]) throws(ReadingError) -> Reading {
    try read(ByteStream(bytes))
  }
}
