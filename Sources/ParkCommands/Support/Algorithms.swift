import GraphAlgorithms

/// Runs an algorithm, with what can go wrong as a message.
func running<Result>(
  _ work: () throws(AlgorithmError) -> Result
) throws(CommandFailure) -> Result {
  do {
    return try work()
  } catch {
    throw CommandFailure(.dataError, "\(error)")
  }
}
