internal import GraphCore

/// A set of sources that are searched from at once, a bit for each.
protocol SourceSet: BitwiseCopyable {
  /// How many sources it has room for.
  static var width: Int { get }
  static var empty: Self { get }
  /// Whether no bit is set.
  var isEmpty: Bool { get }
  /// How many bits are set.
  var bitCount: Int { get }
  mutating func insert(_ bit: Int)
  static func | (left: Self, right: Self) -> Self
  static func & (left: Self, right: Self) -> Self
  static prefix func ~ (set: Self) -> Self
}

extension UInt64: SourceSet {
  static var width: Int { 64 }
  static var empty: UInt64 { 0 }
  var isEmpty: Bool { self == 0 }
  var bitCount: Int { nonzeroBitCount }
  mutating func insert(_ bit: Int) { self |= 1 << UInt64(bit) }
}

extension SIMD8<UInt64>: SourceSet {
  static var width: Int { 512 }
  static var empty: SIMD8<UInt64> { SIMD8(repeating: 0) }
  mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  // Comparing the sets as such goes number by number.
  var isEmpty: Bool {
    @inline(__always) get {
      let half = lowHalf | highHalf
      let quarter = half.lowHalf | half.highHalf
      return quarter[0] | quarter[1] == 0
    }
  }

  /// How many bits are set.
  ///
  /// Counted in all eight numbers at once: the processors that a package is built for by default
  /// have no instruction for it.
  var bitCount: Int {
    @inline(__always) get {
      typealias Word = SIMD8<UInt64>
      var bits = self
      bits = bits &- ((bits &>> 1) & Word(repeating: 0x5555_5555_5555_5555))
      let pairs = Word(repeating: 0x3333_3333_3333_3333)
      bits = (bits & pairs) &+ ((bits &>> 2) & pairs)
      bits = (bits &+ (bits &>> 4)) & Word(repeating: 0x0F0F_0F0F_0F0F_0F0F)
      let half = bits.lowHalf &+ bits.highHalf
      let quarter = half.lowHalf &+ half.highHalf
      let sum = quarter[0] &+ quarter[1]
      let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum &>> 8) & 0x00FF_00FF_00FF_00FF)
      return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
    }
  }
}

/// Breadth-first search from many sources at once.
///
/// A set on each node says which sources have reached it, so that one look at an arc serves up to
/// 512 searches (Then and others 2014). Sources that lie close together have their levels at the
/// same time, so that each node is looked at on a few levels only.
///
/// Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann, Vo: The more the merrier, efficient
/// multi-source graph traversal. PVLDB 8 (2014).
struct WideSearch<Sources: SourceSet>: ~Copyable {
  private let outgoing: ArcPointers
  private let incoming: ArcPointers
  /// Whether no node has far more arcs than others.
  private let isEven: Bool
  /// The sources that have reached each node.
  private let seen: Buffer<Sources>
  /// The sources that reach each node on this level, and on the next; none between two levels.
  private var front: Buffer<Sources>
  private var next: Buffer<Sources>
  /// The nodes that some source reached on this level, and those that it may reach on the next.
  private var frontier: Buffer<UInt32>
  private var following: Buffer<UInt32>
  private let isListed: Buffer<UInt8>
  /// The nodes that not all sources have reached, as far as is known.
  private let open: Buffer<UInt32>

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers) {
    let nodeCount = outgoing.nodeCount
    self.outgoing = outgoing
    self.incoming = incoming
    let most = (0..<nodeCount).reduce(0) { max($0, incoming.degree(of: $1)) }
    isEven = most <= 16 || most * nodeCount <= 8 * incoming.targets.count
    seen = Buffer(repeating: .empty, count: nodeCount)
    front = Buffer(repeating: .empty, count: nodeCount)
    next = Buffer(repeating: .empty, count: nodeCount)
    // One place more is written to before it is known whether a node is new.
    frontier = Buffer(uninitialized: nodeCount + 1)
    following = Buffer(uninitialized: nodeCount + 1)
    isListed = Buffer(repeating: 0, count: nodeCount)
    open = Buffer(uninitialized: nodeCount)
  }

  /// Searches from as many different nodes as a set has room for.
  ///
  /// - Parameters:
  ///   - sources: Where to start; those that are not among the members have no arcs into them.
  ///   - members: The nodes that may be reached, if all others are known not to be.
  ///   - onLevel: Is told of the nodes on each level; the sources that reach a node there stand in
  ///     the last argument at the node's number.
  @inline(__always)
  mutating func run<Starts: Collection<UInt32>, Members: Collection<UInt32>>(
    sources: Starts, members: Members,
    onLevel: (
      _ level: Int, _ nodes: UnsafeBufferPointer<UInt32>, _ reached: UnsafePointer<Sources>
    ) -> Void
  ) {
    for node in members { seen[node] = .empty }
    var full = Sources.empty
    var count = 0
    for (bit, source) in sources.enumerated() {
      full.insert(bit)
      var own = Sources.empty
      own.insert(bit)
      seen[source] = own
      front[source] = own
      frontier[count] = source
      count += 1
    }
    var openCount = 0
    var openArcs = 0
    for node in members {
      open[openCount] = node
      openCount += 1
      openArcs += incoming.degree(of: Int(node))
    }
    var level = 0
    while count > 0 {
      level += 1
      var arcs = 0
      for place in 0..<count { arcs &+= outgoing.degree(of: Int(frontier[place])) }
      // Taking is the cheaper way for an arc, as it writes a node once. Sources outside of the
      // members are not taken from, so that the first level is pushed.
      let looksAtOpen = level > 1 && arcs * 2 > openArcs
      let takes = looksAtOpen || level > 1 && isEven
      let found =
        looksAtOpen
        ? listOpen(full, &openCount, &openArcs) : takes ? listHeads(count) : push(count)
      var kept = 0
      for place in 0..<found {
        let node = following[place]
        let reached = seen[node]
        let new = (takes ? sourcesBefore(node) : next[node]) & ~reached
        next[node] = new
        if new.isEmpty { continue }
        seen[node] = reached | new
        following[kept] = node
        kept &+= 1
      }
      onLevel(level, UnsafeBufferPointer(start: following.base, count: kept), next.base)
      for place in 0..<count { front[frontier[place]] = .empty }
      count = kept
      swap(&front, &next)
      swap(&frontier, &following)
    }
  }

  /// Lists the nodes that some source has not reached.
  @inline(__always)
  private func listOpen(_ full: Sources, _ openCount: inout Int, _ openArcs: inout Int) -> Int {
    var kept = 0
    openArcs = 0
    for place in 0..<openCount {
      let node = open[place]
      if (full & ~seen[node]).isEmpty { continue }
      open[kept] = node
      following[kept] = node
      kept &+= 1
      openArcs &+= incoming.degree(of: Int(node))
    }
    openCount = kept
    return kept
  }

  /// Lists the nodes that arcs lead to from the last level.
  @inline(__always)
  private func listHeads(_ count: Int) -> Int {
    var found = 0
    for place in 0..<count {
      for arc in outgoing.range(of: Int(frontier[place])) {
        let head = outgoing.targets[arc]
        following[found] = head
        found &+= isListed[head] == 0 ? 1 : 0
        isListed[head] = 1
      }
    }
    for place in 0..<found { isListed[following[place]] = 0 }
    return found
  }

  /// The sources of the nodes that arcs lead from to a node.
  @inline(__always)
  private func sourcesBefore(_ node: UInt32) -> Sources {
    var sources = Sources.empty
    for arc in incoming.range(of: Int(node)) { sources = sources | front[incoming.targets[arc]] }
    return sources
  }

  /// Hands sources on from the nodes of the last level, and lists where they go.
  @inline(__always)
  private func push(_ count: Int) -> Int {
    var found = 0
    for place in 0..<count {
      let node = frontier[place]
      let sources = front[node]
      for arc in outgoing.range(of: Int(node)) {
        let head = outgoing.targets[arc]
        next[head] = next[head] | sources
        following[found] = head
        found &+= isListed[head] == 0 ? 1 : 0
        isListed[head] = 1
      }
    }
    for place in 0..<found { isListed[following[place]] = 0 }
    return found
  }
}
