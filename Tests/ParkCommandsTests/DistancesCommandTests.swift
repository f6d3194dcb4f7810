import ParkCommands
import Testing

/// How far nodes are apart, by hand.
@Suite struct DistancesCommandTests {
  @Test func aPathAndAPair() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\nx y\nx y\nx x\n")
    #expect(
      file("distances").output == """
        diameter       2
        periphery      a, c
        radius         1
        center         b, x, y
        mean distance  1.25
        median         1
        90 % within    2
        connected      4 of 10 pairs (40 %)
        efficiency     0.35

        distance  pairs
               1      3
               2      1

        """)
    #expect(file("distances", "--format", "csv").output == "distance,pairs\r\n1,3\r\n2,1\r\n")
    let output = file("distances", "--format", "json", "--threads", "2").output
    #expect(hasSortedKeys(output))
    let answer = try #require(try json(output) as? [String: Any])
    #expect(answer["diameter"] as? Double == 2 && answer["radius"] as? Double == 1)
    #expect(answer["connectedPairs"] as? Int == 4 && answer["pairs"] as? Int == 10)
    #expect(answer["directedness"] as? String == "undirected")
    let center = try #require(answer["center"] as? [[String: Any]])
    #expect(center.map { $0["id"] as? String } == ["b", "x", "y"])
    #expect(answer["meanDistance"] as? Double == 1.25 && answer["efficiency"] as? Double == 0.35)
    #expect(answer["connectedShare"] as? Double == 0.4)
    let quantiles = try #require(answer["quantiles"] as? [[String: Double]])
    #expect(quantiles.map { $0["part"] } == [0.1, 0.25, 0.5, 0.75, 0.9])
    #expect(quantiles.map { $0["distance"] } == [1, 1, 1, 1, 2])
    let histogram = try #require(answer["histogram"] as? [[String: Int]])
    #expect(histogram == [["distance": 1, "pairs": 3], ["distance": 2, "pairs": 1]])
  }

  @Test func directedPairsAreOrdered() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\n")
    #expect(
      file("distances", "--directed").output == """
        diameter       2
        periphery      a
        radius         0
        mean distance  1.33333
        median         1
        90 % within    2
        connected      3 of 6 pairs (50 %)
        efficiency     0.416667

        distance  pairs
               1      2
               2      1

        """)
  }

  @Test func fromSomeNodes() throws {
    let file = try TemporaryFile("net.edges", "a b 2\nb c 0.5\na c 9\nx y 1\n")
    #expect(
      file("distances", "--source", "A", "--source", "x", "--weighted", "--format", "csv").output
        == "from,to,distance\r\na,a,0.0\r\na,b,2.0\r\na,c,2.5\r\nx,x,0.0\r\nx,y,1.0\r\n")
    #expect(
      file("distances", "--source", "c").output == """
        from  to  distance
        c     c          0
        c     a          1
        c     b          1

        """)
  }

  @Test func lengthsAreCountedInBins() throws {
    // a – b – c by 2 and 0.5, and x – y by 1: distances 0.5, 1, 2, 2.5.
    let file = try TemporaryFile("net.edges", "a b 2\nb c 0.5\na c 9\nx y 1\n")
    #expect(
      file("distances", "--weighted", "--bins", "6", "--threads", "2").output == """
        diameter       2.5
        periphery      a, c
        radius         1
        center         x, y
        mean distance  1.5
        median         1
        90 % within    2.5
        connected      4 of 10 pairs (40 %)
        efficiency     0.39

        from  below  pairs
           0    0.5      0
         0.5      1      1
           1    1.5      1
         1.5      2      0
           2    2.5      1
         2.5      3      1

        """)
    #expect(
      file("distances", "--weighted", "--bins", "3", "--format", "csv").output
        == "from,below,pairs\r\n0,1,1\r\n1,2,1\r\n2,3,2\r\n")
    let output = file("distances", "--weighted", "--bins", "2", "--format", "json").output
    #expect(hasSortedKeys(output))
    let answer = try #require(try json(output) as? [String: Any])
    #expect(answer["meanDistance"] as? Double == 1.5 && answer["efficiency"] as? Double == 0.39)
    #expect(
      answer["histogram"] as? [[String: Double]]
        == [["from": 0, "below": 2, "pairs": 2], ["from": 2, "below": 4, "pairs": 2]])
  }

  @Test func whatHasNoDistanceHasNone() throws {
    let loops = try TemporaryFile("net.edges", "a a 3\nb b 1\n")
    for options in [[], ["--weighted"]] {
      let answer = parkgraph(["distances", "--graph", loops.path] + options)
      #expect(
        answer.output == """
          diameter       0
          radius         0
          connected      0 of 1 pair (0 %)
          efficiency     0

          """)
    }
    let alone = try TemporaryFile("net.edges", "a a 3\n")
    #expect(
      alone("distances").output
        == "diameter       0\nradius         0\nconnected      0 of 0 pairs\n")
    // Nodes at the distance 0 have no efficiency.
    let zero = try TemporaryFile("net.edges", "a b 0\nb c 1\n")
    let output = zero("distances", "--weighted").output
    #expect(output.contains("mean distance  0.666667\n"))
    #expect(output.contains("efficiency     none, some nodes are at the distance 0\n"))
    #expect(!zero("distances", "--weighted", "--format", "json").output.contains("efficiency"))
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let file = try TemporaryFile("net.edges", "a b\n")
    #expect(file("distances", "--threads", "0").status == .usage)
    #expect(file("distances", "--bins", "4").status == .usage)
    #expect(file("distances", "--weighted", "--source", "a", "--bins", "4").status == .usage)
    #expect(file("distances", "--weighted", "--bins", "1025").status == .usage)
    #expect(file("distances", "--source", "z").status == .usage)
    let empty = try TemporaryFile("net.edges", "")("distances")
    #expect(empty.status == .negative && empty.errors.hasPrefix("Error: there is no node in "))
  }

  @Test func parkDataIsMeasuredInTheView() {
    let outcome = parkgraph("distances", "--source", "火炬中心", "--view", "partnership")
    #expect(outcome.status == .success && outcome.output.contains("Torch"))
  }
}
