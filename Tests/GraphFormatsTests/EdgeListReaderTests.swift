import GraphCore
import GraphFormats
import Testing

@Suite struct EdgeListReaderTests {
  @Test func exampleOfTheDocumentation() throws {
    let text = """
      # Who works with whom.
      torch-center  unsw        1.5
      torch-center  火炬中心     2
      """
    var reader = EdgeListReader()
    reader.weights = .strength
    let list = try reader.read(Array(text.utf8))
    #expect(list.graph.edgeCount == 2 && list.graph.weightRole == .strength)
    #expect(Array(list.names) == ["torch-center", "unsw", "火炬中心"])
    #expect(list.graph.outgoing.weights == [1.5, 2, 1.5, 2])
    #expect(list.node(named: "火炬中心") == NodeID(rawValue: 2))
    #expect(list.name(of: NodeID(rawValue: 1)) == "unsw")
    #expect(list.node(named: "nobody") == nil && list.name(of: NodeID(rawValue: 3)) == nil)
  }

  @Test func separatorsCommentsAndEnds() throws {
    let lines = [
      "a b", "  a\tb  ", "a,b", "a ,\t b", "a b 7 # 2020-01-01", "a,b,", "# a c", "% a c", "//a c",
      "", "   ", "\t# a c", "a b",
    ]
    for end in ["\n", "\r\n", "\r"] {
      for last in ["", end] {
        for mark in ["", "\u{FEFF}"] {
          let list = try read(mark + lines.joined(separator: end) + last)
          #expect(Array(list.names) == ["a", "b"] && list.graph.edgeCount == 7)
        }
      }
    }
    #expect(try read("a b\rb c\nc d\r\nd e\n\re f").graph.edgeCount == 5)
  }

  @Test func integersComeFirstAndAscend() throws {
    let list = try read("b 10\n9 a\n10 9\n07 0\n4294967296 9999999\n99999999999999999999 8388608")
    #expect(
      Array(list.names) == [
        "0", "9", "10", "8388608", "9999999", "4294967296", "99999999999999999999", "b", "a", "07",
      ])
    for (number, name) in list.names.enumerated() { #expect(list.names.number(of: name) == number) }
    #expect(list.names.number(of: "7") == nil && list.names.number(of: "+9") == nil)
    #expect(list.graph.outgoing.targets[list.graph.outgoing.range(of: 1)] == [8, 2])
  }

  @Test func numbersTakeNoMemory() throws {
    #expect(try read("2 1\n0 1").names.storedByteCount == 0)
    let fromOne = try read("3 1\n2 1").names
    #expect(fromOne.storedByteCount == 0 && Array(fromOne) == ["1", "2", "3"])
    #expect(fromOne.number(of: "3") == 2 && fromOne.number(of: "0") == nil)
    #expect(try read("5 1\n2 1").names.storedByteCount == 12)
    #expect(try read("ab 1").names.storedByteCount == 6)
  }

  @Test func selfLoopsAndParallelEdges() throws {
    let list = try read("1 1\n1 2\n2 1\n1 2")
    #expect(list.graph.edgeCount == 4)
    #expect(list.graph.outgoing.targets == [0, 1, 1, 1, 0, 0, 0])
    let directed = try EdgeListReader(.directed).read(Array("1 1\n1 2\n2 1\n1 2".utf8))
    #expect(directed.graph.outgoing.targets == [0, 1, 1, 0])
    #expect(directed.graph.incoming.edges == [0, 2, 1, 3])
    #expect(try EdgeListReader(.mixed).read(Array("1 2".utf8)).graph.isDirected)
  }

  @Test func headerAndLoneNames() throws {
    var reader = EdgeListReader(.directed, weights: .distance)
    reader.hasHeader = true
    let list = try reader.read(Array("# c\n\nsource,target,weight\na,b,2\n".utf8))
    #expect(Array(list.names) == ["a", "b"] && list.graph.outgoing.weights == [2])
    reader.hasHeader = false
    reader.acceptsLoneNames = true
    let lone = try reader.read(Array("x\na b 1\n7 \n".utf8))
    #expect(Array(lone.names) == ["7", "x", "a", "b"] && lone.graph.edgeCount == 1)
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", "# only\n# words", "   "])
  func nothing(_ text: String) throws {
    let list = try read(text)
    #expect(list.names.isEmpty && list.graph.nodeCount == 0 && list.graph.edgeCount == 0)
    #expect(list.names.number(of: "0") == nil)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("3", 3), ("+2.5", 2.5), ("1e3", 1000), ("1E-3", 0.001), (".5", 0.5),
      ("5.", 5), ("0.1", 0.1), ("123456789012345", 123_456_789_012_345),
      ("0.30000000000000004", 0.30000000000000004),
      ("12345678901234567890", 12_345_678_901_234_567_168),
      ("1e308", 1e308), ("4.9e-324", .leastNonzeroMagnitude), ("1e-400", 0),
      ("000000000000000000001", 1),
      ("0.000000000000001", 1e-15),
    ] as [(String, Double)])
  func weights(_ text: String, _ value: Double) throws {
    let list = try EdgeListReader(weights: .distance).read(Array("a b \(text)".utf8))
    #expect(list.graph.outgoing.weights == [value, value])
    #expect(list.graph.outgoing.weights.allSatisfy { $0.sign == .plus })
  }

  @Test(arguments: [1, 2, 4_095, 4_096, 4_097, 9_000])
  func integersAreInOrderHoweverManyThereAre(count: Int) throws {
    // Far from one another, the greatest first.
    let integers = (0..<count).map { $0 * 900 + 3 }
    let text = integers.reversed().map { "\($0) \($0)" }.joined(separator: "\n")
    let list = try EdgeListReader(.directed).read(Array(text.utf8))
    #expect(Array(list.names) == integers.map(String.init))
    #expect(list.graph.outgoing.targets == (0..<count).map { UInt32($0) })
  }

  @Test(
    arguments: [
      (
        "a b 1\nc d\n", 2, 4,
        "found the end of the line, expected a weight, which is a number; give every line one"
      ),
      ("a b x", 1, 5, "found “x”, expected a weight, which is a number; give every line one"),
      ("a b 0x10", 1, 5, "found “0x10”, expected a weight, which is a number; give every line one"),
      (
        "a b 1.5.2", 1, 5,
        "found “1.5.2”, expected a weight, which is a number; give every line one"
      ),
      ("a b 1 # 5", 0, 0, ""),
      (
        "a b 1,5", 1, 7, "found “5”, expected no more than two names and a weight; take it out"
      ),
      (
        "a b 1 c d", 1, 7, "found “c”, expected no more than two names and a weight; take it out"
      ),
      (
        "a b 1,,", 1, 7, "found a comma, expected no more than two names and a weight; take it out"
      ),
      (
        "a b # 1", 1, 5, "found “#”, expected a weight, which is a number; give every line one"
      ),
      (
        "a b -1", 1, 5,
        "found the weight “-1”, expected zero or a positive finite number; correct it"
      ),
      (
        "a b NaN", 1, 5,
        "found the weight “NaN”, expected zero or a positive finite number; correct it"
      ),
      (
        "a b 1e999", 1, 5,
        "found the weight “1e999”, expected zero or a positive finite number; correct it"
      ),
      (
        "a b -inf", 1, 5,
        "found the weight “-inf”, expected zero or a positive finite number; correct it"
      ),
      ("a\n", 1, 2, "found the end of the line, expected a name; write two in each line"),
      ("火炬 ,,b 1", 1, 5, "found a comma, expected a name; write two in each line"),
      (",b 1", 1, 1, "found a comma, expected a name; write two in each line"),
      ("a b\0 1", 1, 4, "found the control character 0, expected text; take it out"),
      ("a \u{1B}[0m 1", 1, 3, "found the control character 27, expected text; take it out"),
      (
        "a b 1 \u{7F}", 1, 7,
        "found the control character 127, expected the end of the line; take it out"
      ),
      (
        "1 2\0", 1, 4,
        "found the control character 0, expected a weight, which is a number; give every line one"
      ),
      (
        "\"a\" b 1", 1, 1,
        "found “\"a\"”, expected a name without quotes; take them away, or read the file as CSV"
      ),
    ] as [(String, Int, Int, String)])
  func faults(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let reader = EdgeListReader(weights: .strength)
    guard line > 0 else {
      #expect(throws: Never.self) { try reader.read(Array(text.utf8)) }
      return
    }
    let fault = #expect(throws: EdgeListError.self) { try reader.read(Array(text.utf8)) }
    #expect(
      fault?.description
        == "line \(line), column \(column): \(message), or read leniently: the line is left out")
  }

  @Test func encodings() {
    // Half of a unit, and half of a surrogate pair.
    for bytes in [[0xFF, 0xFE, 97], [0xFE, 0xFF, 0xD8, 0x34, 0, 97] as [UInt8]] {
      let half = #expect(throws: EdgeListError.self) { try EdgeListReader().read(bytes) }
      #expect(half?.description == "the UTF-16 text has half of a surrogate pair; save it as UTF-8")
    }
    let latin = Array("a b\nx caf".utf8) + [0xE9] + Array(" 1\n".utf8)
    let fault = #expect(throws: EdgeListError.self) { try EdgeListReader().read(latin) }
    #expect(fault?.kind == .encoding && fault?.line == 2 && fault?.column == 3)
    // Half of a character, a surrogate, an overlong form.
    for bytes in [[0xE7, 0x81], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]] {
      #expect(throws: EdgeListError.self) { try EdgeListReader().read([97, 32] + bytes) }
    }
  }

  @Test func formatsWhoseLinesLookLikeEdges() throws {
    let matrix = Array("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 1\n1 2\n".utf8)
    let fault = #expect(throws: EdgeListError.self) { try EdgeListReader().read(matrix) }
    #expect(fault?.kind == .syntax && fault?.line == 1)
    var reader = EdgeListReader()
    reader.hasHeader = true
    #expect(try reader.read(matrix).graph.edgeCount == 1)
    #expect(throws: EdgeListError.self) {
      try EdgeListReader().read(Array("*vertices 2\n1 a\n2 b\n*Edges\n1 2\n".utf8))
    }
    // Comments of the kind are none of either.
    #expect(try EdgeListReader().read(Array("% matrix\n1 2\n".utf8)).graph.edgeCount == 1)
  }

  @Test func limits() throws {
    var reader = EdgeListReader()
    reader.limits.nodes = 3
    #expect(throws: Never.self) { try reader.read(Array("1 2\n2 c".utf8)) }
    let names = #expect(throws: EdgeListError.self) { try reader.read(Array("1 2\n3 c\n".utf8)) }
    #expect(names?.kind == .limit && names?.line == 2)
    reader.limits.edges = 1
    let edges = #expect(throws: EdgeListError.self) { try reader.read(Array("1 2\n#\n1 2".utf8)) }
    #expect(
      edges?.description
        == "line 3: there are more than 1 edges; raise the limit if the file can be trusted")
    reader.limits.lineBytes = 100
    let long = "1 2\n" + String(repeating: "x", count: 101)
    let line = #expect(throws: EdgeListError.self) { try reader.read(Array(long.utf8)) }
    #expect(line?.kind == .limit && line?.line == 2)
  }

  @Test func oneLineOfTenMegabytes() throws {
    let rest = String(repeating: "x ", count: 5 << 20)
    let fault = #expect(throws: EdgeListError.self) { try read("a b " + rest) }
    #expect(fault?.kind == .limit && fault?.line == 1)
    // A comment may be as long as it likes.
    #expect(try read("a b\n# \(rest)\nb c\r\n  //").graph.edgeCount == 2)
    var reader = EdgeListReader()
    reader.acceptsFurtherColumns = true
    let patient = reader
    reader.limits.lineBytes = 4000
    let most = rest.prefix(3900)
    for long in [
      "a b \(most)", "#\(most)\nb c", "a b\r//\(most)\r", "//\(most)\(most)\ra b\r\nb c",
    ] {
      let expected = try patient.read(Array(long.utf8)).graph.edgeCount
      #expect(try reader.read(Array(long.utf8)).graph.edgeCount == expected)
    }
  }

  @Test func furtherColumnsArePassedOverOnRequest() throws {
    var reader = EdgeListReader(weights: .strength)
    reader.acceptsFurtherColumns = true
    let list = try reader.read(Array("a b 2 2020-01-01 x\na c {'weight': 3} 2021\n".utf8))
    #expect(list.graph.edgeCount == 2 && list.graph.outgoing.weights == [2, 3, 2, 3])
    #expect(throws: EdgeListError.self) { try read("New York Boston 3") }
  }

  @Test(
    arguments: [
      ("{'weight': 5}", 5), ("{'weight': 5.5, 'since': 2016}", 5.5), ("{\"weight\":1e3}", 1000),
      ("{ 'note': \"it's, {so}\", 'a': [1, {'weight': 7}], 'weight' : 2 } ", 2),
      ("{'it\\'s': (1, 2), weight: .5} # so", 0.5), ("{'weight': 1, 'weight': 3}", 3),
    ] as [(String, Double)])
  func attributesInPlaceOfTheWeight(_ text: String, _ value: Double) throws {
    for separator in [" ", "\t", ","] {
      let line = "a\(separator)b\(separator)\(text)\n"
      let bytes = Array((line + "b\(separator)c\(separator)\(text)").utf8)
      let list = try EdgeListReader(weights: .distance).read(bytes)
      #expect(list.graph.outgoing.weights == [value, value, value, value])
      // Where no weights are wanted, they are passed over whole.
      #expect(try EdgeListReader().read(bytes).graph.edgeCount == 2)
    }
  }

  @Test func attributesWithoutAWeight() throws {
    var reader = EdgeListReader(weights: .strength)
    let bytes = Array("a b {}\nb c {'km': 2, 'weight': 1}\n".utf8)
    let fault = #expect(throws: EdgeListError.self) { try reader.read(bytes) }
    #expect(
      fault?.description
        == "line 1, column 5: found attributes without 'weight', expected a weight, which is a "
        + "number; give every line one, or read leniently: the line is left out")
    reader.weightsAreOptional = true
    #expect(try reader.read(bytes).graph.weightRole == nil)
    reader.weightName = "km"
    let named = try reader.read(Array("a b {'km': 2, 'weight': 1}\n".utf8))
    #expect(named.graph.outgoing.weights == [2, 2])
    // A number alone is called weight and nothing else.
    #expect(try reader.read(Array("a b 1\n".utf8)).graph.weightRole == nil)
  }

  @Test(
    arguments: [
      ("{'weight': x}", 16, "found “x”, expected a weight, which is a number"),
      ("{'weight': '5'}", 16, "found “'5'”, expected a weight, which is a number"),
      ("{'weight': -5}", 16, "found the weight “-5”, expected zero or a positive finite number"),
      ("{'weight': }", 16, "found “}”, expected a weight, which is a number"),
      ("{'weight': 5", 17, "found the end of the line, expected a brace that ends the attributes"),
      ("{'weight", 13, "found the end of the line, expected a colon behind the name of an"),
      ("{'weight'}", 14, "found “}”, expected a colon behind the name of an attribute"),
      ("{'weight': 5} 6", 19, "found “6”, expected no more than two names and a weight"),
      ("{'a': (}", 13, "found the end of the line, expected a brace"),
      ("{'a\u{1}': 1}", 8, "found the control character 1, expected text"),
    ] as [(String, Int, String)])
  func faultsOfAttributes(_ text: String, _ column: Int, _ message: String) throws {
    for optional in [false, true] {
      var reader = EdgeListReader(weights: .strength)
      reader.weightsAreOptional = optional
      let fault = #expect(throws: EdgeListError.self) { try reader.read(Array("a b \(text)".utf8)) }
      #expect(fault?.line == 1 && fault?.column == column, "\(String(describing: fault))")
      #expect(fault?.message.hasPrefix(message) == true, "\(String(describing: fault))")
    }
  }

  @Test func filesThatCannotBeRead() {
    let fault = #expect(throws: EdgeListError.self) {
      try EdgeListReader().read(contentsOf: "/nowhere/at/all.edges")
    }
    #expect(
      fault?.description == "can't be opened: no such file or directory; check the path")
    let folder = #expect(throws: EdgeListError.self) { try EdgeListReader().read(contentsOf: "/") }
    #expect(folder?.kind == .file)
    #expect(throws: EdgeListError.self) { try EdgeListReader().read(fileDescriptor: -5) }
  }

  private func read(_ text: String) throws -> EdgeList {
    try EdgeListReader().read(Array(text.utf8))
  }

  @Test(arguments: [false, true]) func utf16(_ isBigEndian: Bool) throws {
    let text = String(
      (0..<40_000).map { "𝄞\($0 % 7) 火炬中心 \($0)\n" }.joined())
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    var reader = EdgeListReader(weights: .strength)
    // Small enough for the file to be read twice, and lines to be read in parts.
    reader.keptBytes = 0
    reader.limits.lineBytes = 64
    let (wide, narrow) = (try reader.read(bytes), try reader.read(Array(text.utf8)))
    #expect(Array(wide.names) == Array(narrow.names))
    #expect(wide.graph.outgoing.targets == narrow.graph.outgoing.targets)
    #expect(wide.graph.outgoing.weights == narrow.graph.outgoing.weights)
    #expect(wide.names[0] == "𝄞0" && wide.graph.edgeCount == 40_000)
  }

  @Test(arguments: [0, 1 << 20]) func lenientReadingLeavesLinesOut(_ keptBytes: Int) throws {
    var reader = EdgeListReader(weights: .strength)
    reader.isLenient = true
    reader.keptBytes = keptBytes
    let lines: [[UInt8]] = [
      "a b 1", "a", "a c x", "\"a\" b 1", "b c -1", "d,,e 1", "a b 2", "a \u{1}b 1",
    ].map { Array($0.utf8) }
    let more: [[UInt8]] = [[97, 32, 0xFF, 32, 49], Array("b a 3".utf8)]
    let list = try reader.read(Array((lines + more).joined(separator: [10])))
    #expect(list.graph.edgeCount == 3)
    #expect(list.graph.outgoing.weights.reduce(0, +) == 12)
    #expect(Array(list.names) == ["a", "b", "c", "d"])
    #expect(
      list.remarks.map(\.description) == [
        "2:2: found the end of the line, expected a name; the line is left out",
        "3:5: found “x”, expected a weight, which is a number; the line is left out",
        "4:1: found “\"a\"”, expected a name without quotes; the line is left out",
        """
        5:5: found the weight “-1”, expected zero or a positive finite number; the line is left out
        """,
        "6:3: found a comma, expected a name; the line is left out",
        "8:3: found the control character 1, expected text; the line is left out",
        "9:3: found the name “\u{FFFD}”, which is not UTF-8; the line is left out",
      ])
    reader.limits.edges = 1
    #expect(throws: EdgeListError.self) { try reader.read(Array("a b 1\nb\na b 1".utf8)) }
  }

  @Test func noMoreRemarksThanAreWorthReading() throws {
    var reader = EdgeListReader()
    reader.isLenient = true
    let list = try reader.read(Array(String(repeating: "a\n", count: 1_005).utf8))
    #expect(list.remarks.count == 1_001)
    #expect(list.remarks.last?.description == "5 more remarks are not listed")
  }
}
