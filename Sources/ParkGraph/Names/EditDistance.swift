/// How many edits turn one text into another, for "did you mean".
package enum EditDistance {
  /// The restricted Damerau–Levenshtein distance (Damerau 1964).
  ///
  /// Insertions, deletions, replacements, and swaps of neighbours count one each. Above the limit, the
  /// result is some number above it.
  ///
  /// - Complexity: O(*n* *m*) time, O(*m*) space.
  package static func between<Element: Equatable>(
    _ left: [Element], _ right: [Element], limit: Int = .max
  ) -> Int {
    if abs(left.count - right.count) > limit { return abs(left.count - right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  /// The nearest of some words, for an option or key that is unknown; `nil` when none is near.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    let characters = Array(word.lowercased())
    var best: (distance: Int, word: String)?
    for candidate in words {
      let distance = between(characters, Array(candidate.lowercased()), limit: limit)
      if distance <= limit, distance < characters.count, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.word
  }
}
