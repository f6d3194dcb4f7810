import GraphAlgorithms
import GraphCore
import Testing

@Suite struct AlgorithmErrorTests {
  @Test(
    arguments: [
      (
        .zeroDistance(EdgeID(rawValue: 7)),
        "Edge e7 has length 0; this measure needs distances greater than 0."
      ),
      (.tooManyPaths, "Between two nodes there are more shortest paths than a number can hold."),
      (
        .notConverged(iterations: 12, change: 0.5),
        "No result within the tolerance after 12 iterations (last change 0.5)."
      ),
      (.invalidDamping(1.5), "The damping factor is 1.5; it has to be at least 0 and less than 1."),
      (
        .invalidAttenuation(-2),
        "Katz centrality with -2.0: alpha has to be 0 or more, beta more than 0, both finite."
      ),
      (
        .attenuationTooGreat(0.5),
        "With alpha 0.5 the values of Katz centrality grow beyond every number; alpha has to be "
          + "below 1/λ, where λ is the greatest eigenvalue of the strengths."
      ),
      (.invalidTolerance(0), "The tolerance is 0.0; it has to be a positive number."),
      (.unknownNode(NodeID(rawValue: 3)), "Node n3 is not in the graph."),
      (
        .invalidShare(NodeID(rawValue: 3), -1),
        "The personalisation gives node n3 the share -1.0; it has to be zero or more."
      ),
      (.noShares, "The shares of the personalisation have to add up to a positive finite number."),
      (.cancelled, "The run was cancelled."),
    ] as [(AlgorithmError, String)])
  func aSentenceSaysWhatIsWrong(_ error: AlgorithmError, _ sentence: String) {
    #expect(error.description == sentence)
  }
}
