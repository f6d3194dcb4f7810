/// How scores that are defined only up to a factor are scaled.
public enum ScoreScale: Hashable, Sendable, CaseIterable {
  /// The greatest is 1, as in igraph.
  case maximum
  /// The squares add up to 1, as in NetworkX and NetworKit for the eigenvector.
  case euclidean
  /// They add up to 1, as in NetworkX for hubs and authorities.
  case sum

  /// Scales numbers that are not negative; all zero they stay.
  func apply(to values: [Double]) -> [Double] {
    let size =
      switch self {
      case .maximum: values.max() ?? 0
      case .euclidean: values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      case .sum: values.reduce(0, +)
      }
    return size > 0 ? values.map { $0 / size } : values
  }
}
