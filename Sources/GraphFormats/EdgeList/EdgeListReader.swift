public import GraphCore

/// Reads plain edge lists, as fast as memory takes the edges, straight into a frozen graph.
///
/// An edge is a line of two names and perhaps a weight, separated by spaces, tabs or a comma:
///
/// ```
/// # Who works with whom.
/// torch-center  unsw        1.5
/// torch-center  火炬中心     2
/// ```
///
/// ```swift
/// var reader = EdgeListReader()
/// reader.weights = .strength
/// let list = try reader.read(contentsOf: path)
/// list.graph.edgeCount  // 2
/// list.names[0]  // "torch-center"
/// ```
///
/// Where NetworkX writes attributes in place of the weight, as in `a b {'weight': 5.0}`, the weight
/// is taken from them and the others are passed over, for there is no place for them.
///
/// Empty lines are passed over, and so are comments: lines that begin with `#`, `%` or `//`, and what
/// stands behind these at the end of an edge. A line ends with a line feed, a carriage return or
/// both. The text is UTF-8, with or without a byte order mark, or UTF-16 with one. Quotes mean nothing here, so a name that
/// begins with `"` is refused: such files are CSV.
///
/// Names are any text without spaces, tabs, commas and control characters; `7` and `07` are two
/// names. Nodes whose names are integers (digits only, no leading zero) come first, in ascending
/// order, then all others in the order in which they appear. Edges are numbered by their lines.
/// Self-loops and parallel edges are kept. An opposite pair in an undirected graph is two edges.
///
/// A file is read in pieces. Besides the graph and its names, reading takes 64 MB at most, and 24
/// to 40 bytes for each name that is not an integer below 2²³: a list of edges that is longer than
/// that is not kept but read twice. A pipe cannot be read twice, so there it is kept.
public struct EdgeListReader: Sendable {
  /// What a file may have at most.
  public struct Limits: Hashable, Sendable {
    /// How many nodes; 2³² − 2 and fewer.
    public var nodes = Int(UInt32.max) - 1
    /// How many edges; 2³¹ − 1 and fewer.
    public var edges = Int(Int32.max)
    /// How many bytes a line that is not a comment has, which bounds names too.
    public var lineBytes = 1 << 20

    /// Creates limits that no file in earnest reaches.
    public init() {}
  }

  /// Whether a line is an edge from the first name to the second, or one that leads both ways.
  ///
  /// In a mixed graph a line is an edge that leads one way.
  public var directedness: Directedness

  /// What the third column means; `nil` to pass it over.
  ///
  /// If it means something, every line must have it: zero or a positive finite number.
  public var weights: WeightRole?

  /// What the weight is called where the third column holds attributes.
  public var weightName = Self.usualWeightName

  static let usualWeightName = "weight"

  /// Whether a list whose first edge has no weight is one without weights, rather than an error.
  ///
  /// It has none if there is no third column, if the attributes there have no value of
  /// ``weightName``, or if they are asked for by another name than `weight` and there are none.
  public var weightsAreOptional = false

  /// Whether columns behind the third are passed over, rather than an error.
  public var acceptsFurtherColumns = false

  /// Whether the first line that is neither empty nor a comment is passed over.
  public var hasHeader = false

  /// Whether a line of one name is a node, rather than an error.
  public var acceptsLoneNames = false

  /// Whether a line that is no edge is left out, and listed in ``EdgeList/remarks``, rather than an
  /// error.
  ///
  /// The names on it that stand before the fault are nodes all the same.
  public var isLenient = false

  /// What a file may have at most.
  public var limits = Limits()

  /// How many bytes of edges are kept rather than read twice, which tests set.
  ///
  /// The table of small integers counts among them.
  package var keptBytes = 56 << 20

  /// Creates a reader.
  ///
  /// - Complexity: O(1)
  public init(_ directedness: Directedness = .undirected, weights: WeightRole? = nil) {
    self.directedness = directedness
    self.weights = weights
  }

  /// Reads a file.
  ///
  /// - Parameter path: Where the file is.
  /// - Returns: The graph and the names of its nodes.
  /// - Throws: ``EdgeListError`` if the file cannot be read, or names the place of its first fault.
  /// - Complexity: O(length of the file + nodes), but sorting names that are large integers
  public func read(contentsOf path: String) throws(EdgeListError) -> EdgeList {
    var source = try EdgeListSource(path: path, limit: limits.lineBytes)
    return try read(&source)
  }

  /// Reads what comes in on a file descriptor, such as 0 for standard input, and leaves it open.
  ///
  /// - Parameter descriptor: A file, a pipe or a socket that is open for reading.
  /// - Returns: The graph and the names of its nodes.
  /// - Throws: ``EdgeListError`` if it cannot be read, or names the place of its first fault.
  /// - Complexity: O(length of the text + nodes), but sorting names that are large integers
  public func read(fileDescriptor descriptor: Int32) throws(EdgeListError) -> EdgeList {
    var source = EdgeListSource(descriptor: descriptor, limit: limits.lineBytes)
    return try read(&source)
  }

  /// Reads a text in memory.
  ///
  /// - Parameter bytes: The text.
  /// - Returns: The graph and the names of its nodes.
  /// - Throws: ``EdgeListError``, which names the place of the first fault.
  /// - Complexity: O(length of the text + nodes), but sorting names that are large integers
  public func read(_ bytes: [UInt8]) throws(EdgeListError) -> EdgeList {
    var source = EdgeListSource(bytes: bytes, limit: limits.lineBytes)
    return try read(&source)
  }

  private func read(_ source: inout EdgeListSource) throws(EdgeListError) -> EdgeList {
    var parser = EdgeListParser(self, keepsEverything: !source.isRewindable)
    while let piece = try source.next() { try parser.parse(piece) }
    let names = try parser.startPlacing()
    if try !parser.placeKeptEdges() {
      try source.rewind()
      while let piece = try source.next() { try parser.parse(piece) }
    }
    let remarks = parser.remarks.all
    return EdgeList(try parser.finish(), names: names, remarks: remarks)
  }
}
