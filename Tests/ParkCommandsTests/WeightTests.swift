import ParkCommands
import Testing

/// What commands say of weights that they cannot use.
@Suite struct WeightTests {
  @Test func aLengthOfZeroIsNamedByTheEndsOfItsEdge() throws {
    let file = try TemporaryFile("net.edges", "a b 1\nb c 0\n")
    for measure in ["betweenness", "closeness", "harmonic", "edge-betweenness"] {
      let outcome = file("centrality", "--by", measure, "--weights", "distance")
      #expect(outcome.status == .dataError)
      #expect(
        outcome.errors
          == "Error: the length of the edge from 'b' to 'c' is 0; this measure needs lengths above "
          + "0, or --weights none, which counts every edge as one step\n")
    }
  }

  @Test func weightsThatAreTextsAreNotPassedOver() throws {
    let file = try TemporaryFile("net.csv", "source;target;Weight\na;b;1,5\nb;c;2\n")
    let outcome = file("centrality", "--by", "strength")
    #expect(outcome.status == .dataError)
    #expect(
      outcome.errors
        == "Error: 'Weight' of the edges in \(file.path) is a text, such as '1,5', where numbers "
        + "are wanted; --weights none passes them over\n")
    #expect(file("centrality", "--by", "strength", "--weights", "none").status == .success)
    // Nothing here asks for them.
    #expect(file("centrality", "--by", "betweenness").status == .success)
    #expect(file("centrality", "--by", "degree").status == .success)
    let path = file("path", "a", "c", "--weighted")
    #expect(path.status == .dataError && path.errors.hasSuffix("where numbers are wanted\n"))
  }

  @Test func weightsThatAreNoStrengthsSayWhatToDo() throws {
    let file = try TemporaryFile(
      "net.json",
      #"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "weight": -1}]}"#
    )
    #expect(
      file("centrality", "--by", "pagerank").errors
        == "Error: the weight of the edge from 'a' to 'b' is -1.0; a weight is zero or a positive "
        + "finite number; --weights none passes them over\n")
  }
}
