internal import GraphCore

/// Turns the bytes of an edge list into edges.
///
/// It looks at each byte once; a line feed stands at the end of what it is given, so that no loop
/// has to look for the end of the buffer.
struct EdgeListParser: ~Copyable {
  let reader: EdgeListReader
  private var names: EdgeListNameTable
  private var edges: EdgeListSorter
  private let keptBytes: Int
  /// The lines that were left out.
  private(set) var remarks = RemarkList()
  /// How many lines were passed.
  private var lineCount = 0
  private var expectsHeader: Bool
  /// Whether lines have a weight that means something; settled by the first edge.
  private var readsWeights: Bool
  private var isFirstEdge = true

  init(_ reader: EdgeListReader, keepsEverything: Bool) {
    self.reader = reader
    readsWeights = reader.weights != nil
    names = EdgeListNameTable(limit: min(reader.limits.nodes, Int(UInt32.max) - 1))
    keptBytes = keepsEverything ? .max : reader.keptBytes
    edges = Self.sorter(reader, weights: reader.weights, keptBytes: keptBytes)
    expectsHeader = reader.hasHeader
  }

  private static func sorter(
    _ reader: EdgeListReader, weights: WeightRole?, keptBytes: Int
  ) -> EdgeListSorter {
    EdgeListSorter(
      reader.directedness, weights: weights, limit: min(reader.limits.edges, Int(Int32.max)),
      keptBytes: keptBytes)
  }

  /// Ends the first reading.
  ///
  /// - Returns: The names in their final order.
  mutating func startPlacing() throws(EdgeListError) -> NodeNames {
    let (names, numbers) = names.sort()
    try edges.startPlacing(numbers: numbers)
    lineCount = 0
    expectsHeader = reader.hasHeader
    return names
  }

  /// Sorts the edges if they were all kept, so that no second reading is needed.
  mutating func placeKeptEdges() throws(EdgeListError) -> Bool { try edges.placeKeptEdges() }

  /// The graph, when every edge has been placed.
  consuming func finish() throws(EdgeListError) -> FrozenGraph { try edges.finish() }

  // MARK: Lines

  /// Reads the lines of a piece.
  mutating func parse(_ piece: EdgeListSource.Piece) throws(EdgeListError) {
    guard let first = piece.bytes.baseAddress else { return }
    var next = first
    if piece.isFirst {
      next += piece.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      try checkBeginning(piece.bytes)
    }
    if piece.isTooLong {
      throw EdgeListError(
        .limit, line: lineCount + 1,
        "the line is longer than \(reader.limits.lineBytes) bytes; \(ReadingError.limitAdvice)")
    }
    let end = first + piece.bytes.count
    while next < end {
      let start = next
      Self.skipBlanks(&next)
      if Self.kind(of: next.pointee) != .lineEnd && !Self.isComment(next) {
        if expectsHeader {
          expectsHeader = false
        } else {
          if reader.isLenient {
            try edgeIfPossible(&next, lineStart: start)
          } else {
            try edge(&next, lineStart: start)
          }
        }
      }
      while next.pointee != UInt8(ascii: "\n") && next.pointee != UInt8(ascii: "\r") { next += 1 }
      next += next.pointee == UInt8(ascii: "\r") && next[1] == UInt8(ascii: "\n") ? 2 : 1
      lineCount += 1
    }
  }

  /// Refuses other formats whose lines look like edges, and some of which are not.
  private func checkBeginning(_ bytes: UnsafeBufferPointer<UInt8>) throws(EdgeListError) {
    func begins(with word: String) -> Bool {
      bytes.count >= word.utf8.count && zip(bytes, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    if begins(with: "%%MatrixMarket"), !reader.hasHeader {
      throw EdgeListError(
        .syntax, line: 1,
        """
        the file is a matrix in Matrix Market's format, where a line with its size comes before the \
        edges, expected edges only; take that line and this one out
        """)
    }
    if begins(with: "*Vertices") {
      throw EdgeListError(
        .syntax, line: 1,
        "the file is in Pajek's format, with nodes before the edges, expected edges only; "
          + "write it as GraphML or GML")
    }
  }

  /// Reads the edge of a line, or notes why there is none.
  @inline(never)
  private mutating func edgeIfPossible(
    _ next: inout UnsafePointer<UInt8>, lineStart: UnsafePointer<UInt8>
  ) throws(EdgeListError) {
    do throws(EdgeListError) {
      try edge(&next, lineStart: lineStart)
    } catch {
      guard error.kind != .limit, error.kind != .file, let line = error.line else { throw error }
      if edges.isPlacing { return }
      remarks.append(
        at: TextPosition(line: line, column: error.column ?? 1),
        "\(error.fault); \(EdgeListError.outcome)")
    }
  }

  /// Reads the edge of a line, up to where nothing more is needed.
  @inline(__always)
  private mutating func edge(
    _ next: inout UnsafePointer<UInt8>, lineStart: UnsafePointer<UInt8>
  ) throws(EdgeListError) {
    let place = Place(line: lineCount + 1, start: lineStart)
    let source = try name(&next, place)
    Self.skipSeparator(&next)
    if reader.acceptsLoneNames && Self.kind(of: next.pointee) == .lineEnd { return }
    let target = try name(&next, place)
    var weight = 1.0
    if isFirstEdge { settleWeights(next, place) }
    if readsWeights {
      Self.skipSeparator(&next)
      weight =
        Self.isAttributes(next)
        ? try weightInAttributes(&next, place) : try self.weight(&next, place)
    }
    if Self.kind(of: next.pointee) != .lineEnd { try endLine(&next, place) }
    guard try edges.append(source, target, weight, names: names) else {
      throw EdgeListError(
        .limit, line: place.line,
        "there are more than \(edges.limit) edges; "
          + (edges.limit < Int(Int32.max) ? ReadingError.limitAdvice : "split the graph"))
    }
  }

  /// Goes to the end of a line, or a comment there, behind all that is read of it.
  @inline(never)
  private func endLine(
    _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) {
    if reader.acceptsFurtherColumns {
      while Self.kind(of: next.pointee).rawValue < Kind.lineEnd.rawValue { next += 1 }
    } else {
      Self.skipSeparator(&next)
      if !readsWeights, !Self.isComment(next) {
        // Weights that nobody asked for need not make sense.
        if Self.isAttributes(next) {
          _ = try value(of: reader.weightName, &next, place)
        } else {
          while Self.kind(of: next.pointee) == .name { next += 1 }
        }
        Self.skipSeparator(&next)
      }
      if Self.isComment(next) { return }
    }
    switch Self.kind(of: next.pointee) {
    case .lineEnd: return
    case .illegal: throw place.unexpected(next, "the end of the line", advice: "take it out")
    case .name, .blank, .comma:
      throw place.unexpected(next, "no more than two names and a weight", advice: "take it out")
    }
  }

  /// Looks at what is behind the names of the first edge.
  @inline(never)
  private mutating func settleWeights(_ next: UnsafePointer<UInt8>, _ place: Place) {
    isFirstEdge = false
    guard readsWeights, reader.weightsAreOptional, !hasWeight(next, place) else { return }
    readsWeights = false
    edges = Self.sorter(reader, weights: nil, keptBytes: keptBytes)
  }

  /// Whether there is something where a weight would be.
  private func hasWeight(_ next: UnsafePointer<UInt8>, _ place: Place) -> Bool {
    var next = next
    Self.skipSeparator(&next)
    if Self.isAttributes(next) {
      do throws(EdgeListError) {
        return try value(of: reader.weightName, &next, place) != nil
      } catch {
        // The fault is found again when the weight is read.
        return true
      }
    }
    return Self.kind(of: next.pointee) != .lineEnd && !Self.isComment(next)
      && reader.weightName == EdgeListReader.usualWeightName
  }

  @inline(__always)
  private mutating func name(
    _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> UInt32 {
    let start = next
    var integer = 0
    var digit = next.pointee &- UInt8(ascii: "0")
    while digit < 10 && integer < EdgeListNameTable.directLimit {
      integer = integer &* 10 &+ Int(digit)
      next += 1
      digit = next.pointee &- UInt8(ascii: "0")
    }
    let length = next - start
    if Self.kind(of: next.pointee) != .name, length > 0, integer < EdgeListNameTable.directLimit,
      start.pointee != UInt8(ascii: "0") || length == 1
    {
      let number = names.number(ofInteger: integer)
      if number != EdgeListNameTable.none { return number }
    }
    return try text(from: start, &next, place)
  }

  @inline(never)
  private mutating func text(
    from start: UnsafePointer<UInt8>, _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> UInt32 {
    if start.pointee == UInt8(ascii: "\"") { throw place.quoted(start) }
    while Self.kind(of: next.pointee) == .name { next += 1 }
    let isIllegal = Self.kind(of: next.pointee) == .illegal
    if isIllegal { throw place.unexpected(next, "text", advice: "take it out") }
    if next == start { throw place.unexpected(next, "a name", advice: "write two in each line") }
    guard
      let number = names.number(ofText: UnsafeBufferPointer(start: start, count: next - start))
    else { throw place.notUTF8(start) }
    if number != EdgeListNameTable.none { return number }
    // Either there is no room, or this is the second reading and the name was not in the first.
    if edges.isPlacing { throw EdgeListSorter.changed }
    let most = EdgeListReader.Limits().nodes
    throw EdgeListError(
      .limit, line: place.line,
      "there are more than \(min(reader.limits.nodes, most)) names, or 4 GiB of them; "
        + (reader.limits.nodes < most ? ReadingError.limitAdvice : "split the graph"))
  }

  // MARK: Bytes

  /// What a byte does.
  enum Kind: UInt8 {
    case name, blank, comma, lineEnd, illegal
  }

  @inline(__always)
  static func kind(of byte: UInt8) -> Kind {
    // Most bytes by far are above the comma.
    if byte > UInt8(ascii: ",") { return byte == 0x7F ? .illegal : .name }
    switch byte {
    case 0x20, 0x09: return .blank
    case UInt8(ascii: ","): return .comma
    case 0x0A, 0x0D: return .lineEnd
    case ..<0x20: return .illegal
    default: return .name
    }
  }

  @inline(__always)
  static func skipBlanks(_ next: inout UnsafePointer<UInt8>) {
    while next.pointee == 0x20 || next.pointee == 0x09 { next += 1 }
  }

  /// Skips blanks with at most one comma among them.
  @inline(__always)
  private static func skipSeparator(_ next: inout UnsafePointer<UInt8>) {
    skipBlanks(&next)
    if next.pointee == UInt8(ascii: ",") {
      next += 1
      skipBlanks(&next)
    }
  }

  @inline(__always)
  private static func isComment(_ next: UnsafePointer<UInt8>) -> Bool {
    next.pointee == UInt8(ascii: "#") || next.pointee == UInt8(ascii: "%")
      || (next.pointee == UInt8(ascii: "/") && next[1] == UInt8(ascii: "/"))
  }
}
