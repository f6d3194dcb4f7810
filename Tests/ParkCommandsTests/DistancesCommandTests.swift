import ParkCommands
import Testing

/// How far nodes are apart, by hand.
@Suite struct DistancesCommandTests {
  @Test func aPathAndAPair() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\nx y\nx y\nx x\n")
    #expect(
      file("distances").output == """
        diameter       2
        radius         1
        mean distance  1.25
        connected      4 of 10 pairs

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
  }

  @Test func directedPairsAreOrdered() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\n")
    #expect(
      file("distances", "--directed").output == """
        diameter       2
        radius         0
        mean distance  1.33333
        connected      3 of 6 pairs

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
    #expect(file("distances", "--weighted").output == "diameter       2.5\nradius         1\n")
    #expect(
      file("distances", "--weighted", "--format", "csv").output == "diameter,radius\r\n2.5,1.0\r\n")
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let file = try TemporaryFile("net.edges", "a b\n")
    #expect(file("distances", "--threads", "0").status == .usage)
    #expect(file("distances", "--source", "z").status == .usage)
    let empty = try TemporaryFile("net.edges", "")("distances")
    #expect(empty.status == .negative && empty.errors.hasPrefix("Error: there is no tie in "))
  }

  @Test func parkDataIsMeasuredInTheView() {
    let outcome = parkgraph("distances", "--source", "火炬中心", "--view", "partnership")
    #expect(outcome.status == .success && outcome.output.contains("Torch"))
  }
}
