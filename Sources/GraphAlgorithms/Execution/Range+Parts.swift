extension Execution {
  /// How many nodes a search looks at between two questions whether to stop: some milliseconds.
  static var pieceLength: Int { 1 << 14 }
}

extension Range<Int> {
  /// The range in parts, from first to last, between which a run may be called off.
  ///
  /// - Parameter size: How long a part is.
  /// - Returns: The parts, the last of which may be shorter; none if the range is empty.
  func parts(of size: Int = Execution.pieceLength) -> [Range] {
    stride(from: lowerBound, to: upperBound, by: size).map {
      $0..<Swift.min($0 + size, upperBound)
    }
  }
}
