import GraphAlgorithms
import GraphCore

/// Runs an algorithm, with what can go wrong as a message.
///
/// - Parameters:
///   - network: What it runs on, if ties of it can be named.
///   - advice: What helps when it does not settle.
///   - lengthAdvice: What is needed where a length of 0 is of no use.
///   - work: The algorithm.
/// - Returns: What it gives.
/// - Throws: ``CommandFailure`` with what it throws in words.
func running<Result>(
  on network: (any Network)? = nil, advice: String = "",
  lengthAdvice: String =
    "this measure needs lengths above 0, or --weights none, which counts every edge as one step",
  _ work: () throws(AlgorithmError) -> Result
) throws(CommandFailure) -> Result {
  do {
    return try work()
  } catch .zeroDistance(let edge) {
    // Nobody but the library knows the numbers of edges.
    guard let network, let ends = network.endpoints(of: [edge]).first else {
      throw CommandFailure(.dataError, "\(AlgorithmError.zeroDistance(edge))")
    }
    let (source, target) = (network.reference(to: ends.source), network.reference(to: ends.target))
    throw CommandFailure(
      .dataError,
      "the length of the edge from '\(source.label)' to '\(target.label)' is 0; \(lengthAdvice)")
  } catch .notConverged(let iterations, let change) {
    throw CommandFailure(
      .dataError,
      "no result within the tolerance after \(iterations) iterations (last change \(change))"
        + (advice.isEmpty ? "" : "; \(advice)"))
  } catch {
    throw CommandFailure(.dataError, "\(error)")
  }
}
