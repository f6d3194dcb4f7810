import GraphCore
import GraphFormats
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite struct EdgeListRoundTripTests {
  @Test(arguments: RandomCase.all(60))
  func whatIsWrittenReadsBack(_ random: RandomCase) throws {
    guard random.directedness != .mixed else { return }
    var generator = SplitMix64(seed: random.seed)
    let graph = try random.frozen()
    let names = distinctNames(graph.nodeCount, &generator)
    var writer = EdgeListWriter(separator: EdgeListWriter.Separator.allCases[Int(random.seed) % 3])
    writer.writesLoneNames = true
    let bytes = try writer.write(EdgeList(graph, names: NodeNames(names)))

    var reader = EdgeListReader(random.directedness, weights: random.isWeighted ? .distance : nil)
    reader.acceptsLoneNames = true
    let back = try reader.read(bytes)
    #expect(Set(back.names) == Set(names))
    #expect(edges(of: back) == edges(of: EdgeList(graph, names: NodeNames(names))))
    // Once the names are in the order of the reader, nothing changes any more.
    #expect(try writer.write(try reader.read(try writer.write(back))) == writer.write(back))

    // However the bytes are cut, and whether or not they are read twice.
    for (limit, kept) in [(64, 0), (64, 1 << 20), (200, 0)] {
      reader.limits.lineBytes = limit
      reader.keptBytes = kept
      let cut = try reader.read(bytes)
      #expect(Array(cut.names) == Array(back.names))
      #expect(cut.graph.outgoing.targets == back.graph.outgoing.targets)
      #expect(cut.graph.outgoing.edges == back.graph.outgoing.edges)
      #expect(cut.graph.outgoing.weights == back.graph.outgoing.weights)
      #expect(cut.graph.incoming.targets == back.graph.incoming.targets)
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func randomBytesAreReadOrRefused(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("0123456789ab \t,\n\r#%/.-+e\"\0é{}':\\".utf8) + [0xFF, 0xE7]
    let length = Int.random(in: 0...400, using: &generator)
    let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
    for weights in [nil, WeightRole.distance] {
      var reader = EdgeListReader(.directed, weights: weights)
      reader.acceptsLoneNames = Bool.random(using: &generator)
      let whole = Result { try reader.read(bytes) }
      reader.limits.lineBytes = 500
      reader.keptBytes = 0
      let cut = Result { try reader.read(bytes) }
      switch (whole, cut) {
      case (.success(let whole), .success(let cut)):
        #expect(whole.graph.outgoing.targets == cut.graph.outgoing.targets)
        #expect(whole.graph.outgoing.weights == cut.graph.outgoing.weights)
        #expect(Array(whole.names) == Array(cut.names))
        #expect(Set(whole.names).count == whole.names.count)
      case (.failure(let whole), .failure(let cut)):
        #expect("\(whole)" == "\(cut)")
      default: Issue.record("read once and not the other time")
      }
    }
  }

  @Test func filesAndPipes() throws {
    // More than a batch, and names that share places in any table of them.
    let lines = (0..<40_000).map { "\($0 % 999) n\($0 % 5003) \($0)" }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var reader = EdgeListReader(.directed, weights: .strength)
    let expected = try reader.read(bytes)
    #expect(expected.graph.edgeCount == 40_000 && expected.names.count == 6002)
    #expect(expected.names[998] == "998" && expected.names[999] == "n0")

    let path = "/tmp/parkgraph-edge-list-\(getpid()).edges"
    let file = try #require(fopen(path, "w"))
    defer { unlink(path) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count && fclose(file) == 0)
    reader.keptBytes = 0
    reader.limits.lineBytes = 5000
    #expect(try isEqual(reader.read(contentsOf: path), expected))
    let descriptor = open(path, O_RDONLY)
    #expect(try isEqual(reader.read(fileDescriptor: descriptor), expected))
    close(descriptor)

    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let short = Array("1 2 3\n2 1 4\n".utf8)
    #expect(write(ends[1], short, short.count) == short.count)
    close(ends[1])
    let piped = try reader.read(fileDescriptor: ends[0])
    close(ends[0])
    #expect(piped.graph.outgoing.weights == [3, 4])
  }

  @Test func namesThatCannotBeWritten() throws {
    for name in ["", "a b", "a\tb", "a,b", "#a", "%", "//", "\"a\"", "\u{FEFF}a", "a\nb", "\u{7F}"]
    {
      let list = EdgeList(
        FrozenGraph.Builder(.directed, nodeCount: 1).build(), names: NodeNames([name]))
      let fault = #expect(throws: EdgeListError.self) { try EdgeListWriter().write(list) }
      #expect(fault?.kind == .name)
    }
  }

  @Test func writtenByHand() throws {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 4, weightRole: .distance)
    try builder.addEdge(from: 1, to: 0, weight: 2.5)
    try builder.addEdge(from: 2, to: 2, weight: 3)
    let list = EdgeList(builder.build(), names: NodeNames(count: 4))
    #expect(
      String(decoding: try EdgeListWriter().write(list), as: UTF8.self) == "0\t1\t2.5\n2\t2\t3\n")
    var writer = EdgeListWriter(separator: .comma)
    writer.writesLoneNames = true
    var pieces: [[UInt8]] = []
    try writer.write(list) { pieces.append($0) }
    #expect(pieces.map { String(decoding: $0, as: UTF8.self) } == ["0,1,2.5\n2,2,3\n3\n"])

    var mixed = Graph<Void, Void>(.mixed)
    let nodes = [mixed.addNode(()), mixed.addNode(())]
    mixed.addEdge(from: nodes[1], to: nodes[0])
    mixed.addEdge(from: nodes[1], to: nodes[0], directed: false)
    let both = EdgeList(mixed.frozen(), names: NodeNames(count: 2))
    let text = String(decoding: try EdgeListWriter(separator: .space).write(both), as: UTF8.self)
    #expect(text == "1 0\n0 1\n1 0\n")
  }

  @Test func propertyGraphs() throws {
    var parks = PropertyGraph(.directed)
    try parks.declare(AttributeKey("weight", for: .edge, .double))
    try parks.declare(AttributeKey("kind", for: .edge, .string))
    let (torch, sydney) = (try parks.addNode("torch"), try parks.addNode("unsw"))
    try parks.addEdge(from: sydney, to: torch, ["weight": 1.5, "kind": "pairing"])
    try parks.addEdge(from: torch, to: torch)
    let plain = try EdgeListWriter().write(EdgeList(parks))
    #expect(String(decoding: plain, as: UTF8.self) == "unsw\ttorch\ntorch\ttorch\n")
    let weighted = try EdgeList(parks, weightedBy: "weight", as: .distance)
    #expect(weighted.graph.outgoing.weights == [1, 1.5] && weighted.graph.weightRole == .distance)
    #expect(throws: EdgeListError.self) { try EdgeList(parks, weightedBy: "kind") }
  }

  private func isEqual(_ left: EdgeList, _ right: EdgeList) -> Bool {
    left.graph.outgoing.offsets == right.graph.outgoing.offsets
      && left.graph.outgoing.targets == right.graph.outgoing.targets
      && left.graph.outgoing.weights == right.graph.outgoing.weights
      && left.graph.incoming.edges == right.graph.incoming.edges
      && Array(left.names) == Array(right.names)
  }

  /// The lines of a list without regard to the order of two ends that mean the same.
  private func edges(of list: EdgeList) -> [String] {
    let arcs = list.graph.outgoing
    var lines: [(UInt32, String)] = []
    for node in list.names.indices {
      for arc in arcs.range(of: node) {
        var ends = [list.names[node], list.names[Int(arcs.targets[arc])]]
        if !list.graph.isDirected { ends.sort() }
        let weight = arcs.weights.isEmpty ? "" : " \(arcs.weights[arc])"
        lines.append((arcs.edges[arc], ends.joined(separator: " ") + weight))
      }
    }
    return lines.sorted { $0 < $1 }.map { "\($0.0) \($0.1)" }
  }

  private func distinctNames(_ count: Int, _ generator: inout SplitMix64) -> [String] {
    let pieces = [
      "0", "1", "7", "火炬", "é", "e\u{301}", "\"", "#", "x", "/", "\u{3000}", "😀", "8388608",
    ]
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    while names.count < count {
      let length = Int.random(in: 0...3, using: &generator)
      let rest = (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }
      let first = ["a", "0", "12", "中"].randomElement(using: &generator) ?? "a"
      let name = first + rest.joined()
      if seen.insert(Array(name.utf8)).inserted { names.append(name) }
    }
    return names
  }
}
