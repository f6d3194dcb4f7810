/// Which scalar stands for which in a folded key: base letters for those with diacritics, plain
/// forms for full-width ones, simplified Han characters for traditional ones.
///
/// The pairs are ICU's, as Foundation gives them; a test compares every one. They are written out
/// because the first use of ICU's Hant-Hans transform takes 26 ms, more than a whole command.
struct FoldingTable: Sendable {
  static let shared = FoldingTable(pairs: foldingPairs)

  private let sources: [UInt32]
  private let targets: [Unicode.Scalar]

  init(pairs: StaticString) {
    var sources: [UInt32] = []
    var targets: [Unicode.Scalar] = []
    var source: Unicode.Scalar?
    for scalar in pairs.description.unicodeScalars {
      if let first = source {
        sources.append(first.value)
        targets.append(scalar)
        source = nil
      } else {
        source = scalar
      }
    }
    self.sources = sources
    self.targets = targets
  }

  /// How many scalars fold to another one.
  var count: Int { sources.count }

  /// The scalar to put in place of another; `nil` where the lower case will do.
  ///
  /// - Complexity: O(log *n*).
  func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < sources.count && sources[low] == scalar.value ? targets[low] : nil
  }
}
