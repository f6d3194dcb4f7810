internal import GraphCore

/// Collects the edges of a list in batches, and sorts them once all have been seen.
struct EdgeListSorter: ~Copyable {
  private static let capacity = 1 << 14

  static var changed: EdgeListError {
    EdgeListError(.file, "the file changed while it was read; read it again")
  }

  /// How many edges there may be.
  let limit: Int

  /// Whether the edges were all counted and come a second time.
  private(set) var isPlacing = false

  private var sorter: ArcSorter
  private let isWeighted: Bool
  private let sources: UnsafeMutablePointer<UInt32>
  private let targets: UnsafeMutablePointer<UInt32>
  private let weights: UnsafeMutablePointer<Double>
  private var filled = 0

  /// How many edges were taken before those in the batch, and a sum over them in their order.
  private var count = 0
  private var checksum: UInt64 = 0
  private var counted: (count: Int, checksum: UInt64) = (0, 0)

  /// The batches so far, or `nil` when they became too many to keep.
  private var kept: [KeptBatch]? = []
  private let keptBytes: Int
  private var numbers: [UInt32] = []

  private struct KeptBatch {
    var sources: [UInt32]
    var targets: [UInt32]
    var weights: [Double]
  }

  init(_ directedness: Directedness, weights role: WeightRole?, limit: Int, keptBytes: Int) {
    self.limit = limit
    isWeighted = role != nil
    self.keptBytes = keptBytes
    let directedness = directedness == .mixed ? .directed : directedness
    sorter = ArcSorter(directedness, weightRole: role, nodeCount: 0)
    // Numbers need no beginning: most files are small, and none would be seen.
    sources = .allocate(capacity: Self.capacity)
    targets = .allocate(capacity: Self.capacity)
    weights = .allocate(capacity: Self.capacity)
  }

  deinit {
    sources.deallocate()
    targets.deallocate()
    weights.deallocate()
  }

  /// Takes an edge.
  ///
  /// - Returns: Whether there was room.
  @inline(__always)
  mutating func append(
    _ source: UInt32, _ target: UInt32, _ weight: Double, names: borrowing EdgeListNameTable
  ) throws(EdgeListError) -> Bool {
    if filled == Self.capacity {
      try flush(nodeCount: names.count, otherBytes: names.directByteCount)
    }
    guard count &+ filled < limit else { return false }
    sources[filled] = source
    targets[filled] = target
    weights[filled] = weight
    filled &+= 1
    return true
  }

  private var batch: ArcSorter.Batch {
    ArcSorter.Batch(
      sources: UnsafeBufferPointer(start: sources, count: filled),
      targets: UnsafeBufferPointer(start: targets, count: filled),
      weights: UnsafeBufferPointer(start: weights, count: isWeighted ? filled : 0))
  }

  /// Sorts the batch.
  @inline(never)
  private mutating func flush(nodeCount: Int, otherBytes: Int = 0) throws(EdgeListError) {
    addToChecksum()
    if isPlacing {
      try place()
    } else {
      sorter.grow(toNodes: nodeCount)
      sorter.count(batch)
      if (count + filled) * (isWeighted ? 16 : 8) + otherBytes > keptBytes { kept = nil }
      let edges = KeptBatch(
        sources: Array(batch.sources), targets: Array(batch.targets), weights: Array(batch.weights))
      kept?.append(edges)
    }
    count += filled
    filled = 0
  }

  private mutating func place() throws(EdgeListError) {
    for edge in 0..<filled {
      sources[edge] = numbers[Int(sources[edge])]
      targets[edge] = numbers[Int(targets[edge])]
    }
    guard sorter.place(batch) else { throw Self.changed }
  }

  private mutating func addToChecksum() {
    var sum = checksum
    for edge in 0..<filled {
      sum = (sum ^ (UInt64(sources[edge]) << 32 | UInt64(targets[edge]))) &* 0x9E37_79B9_7F4A_7C15
      if isWeighted { sum = (sum ^ weights[edge].bitPattern) &* 0x9E37_79B9_7F4A_7C15 }
      sum ^= sum >> 32
    }
    checksum = sum
  }

  /// Ends the counting.
  ///
  /// - Parameter numbers: For each node, the number that it has from now on.
  /// - Throws: ``EdgeListError``, but not while edges are only counted.
  mutating func startPlacing(numbers: [UInt32]) throws(EdgeListError) {
    try flush(nodeCount: numbers.count)
    sorter.startPlacing(numbers: numbers)
    self.numbers = numbers
    counted = (count, checksum)
    (count, checksum) = (0, 0)
    isPlacing = true
  }

  /// Places the edges if they were all kept.
  mutating func placeKeptEdges() throws(EdgeListError) -> Bool {
    guard let kept else { return false }
    self.kept = nil
    for batch in kept {
      filled = batch.sources.count
      for edge in 0..<filled {
        sources[edge] = batch.sources[edge]
        targets[edge] = batch.targets[edge]
        if isWeighted { weights[edge] = batch.weights[edge] }
      }
      try flush(nodeCount: numbers.count)
    }
    return true
  }

  /// The graph, when every edge has been placed.
  consuming func finish() throws(EdgeListError) -> FrozenGraph {
    try flush(nodeCount: numbers.count)
    guard (count, checksum) == counted else { throw Self.changed }
    return sorter.finish(
      nodeNumbering: DenseNumbering(count: numbers.count),
      edgeNumbering: DenseNumbering(count: counted.count))
  }
}
