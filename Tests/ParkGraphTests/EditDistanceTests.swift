import ParkGraph
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("ca", "abc", 3), ("torch", "trochs", 2), ("中关村", "中關村", 1), ("list", "lsit", 1),
  ])
  func countsByHand(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(Array(left), Array(right)) == distance)
    #expect(EditDistance.between(Array(right), Array(left)) == distance)
  }

  /// Against the definition, written as the recursion that it is.
  @Test func isTheRecursion() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let left = word(&generator)
      let right = word(&generator)
      let expected = recursion(left[...], right[...])
      #expect(EditDistance.between(left, right) == expected, "\(left) \(right)")
      for limit in 0...4 {
        let limited = EditDistance.between(left, right, limit: limit)
        #expect(expected <= limit ? limited == expected : limited > limit)
      }
    }
  }

  private func word(_ generator: inout SeededGenerator) -> [Int] {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      Int.random(in: 0...2, using: &generator)
    }
  }

  private func recursion(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) -> Int {
    guard let last = left.last else { return right.count }
    guard let other = right.last else { return left.count }
    var best = min(
      recursion(left.dropLast(), right) + 1, recursion(left, right.dropLast()) + 1,
      recursion(left.dropLast(), right.dropLast()) + (last == other ? 0 : 1))
    if left.count > 1, right.count > 1, left.dropLast().last == other, right.dropLast().last == last
    {
      best = min(best, recursion(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }

  @Test func suggestsTheNearestWordAndNoFarOne() {
    let words = ["list", "show", "search", "neighbors"]
    #expect(EditDistance.nearest(to: "lsit", among: words) == "list")
    #expect(EditDistance.nearest(to: "SHOW", among: words) == "show")
    #expect(EditDistance.nearest(to: "neighbours", among: words) == "neighbors")
    #expect(EditDistance.nearest(to: "xyz", among: words) == nil)
    #expect(EditDistance.nearest(to: "", among: words) == nil)
    #expect(EditDistance.nearest(to: "list", among: [String]()) == nil)
    // Of two that are equally near, the first.
    #expect(EditDistance.nearest(to: "bat", among: ["cat", "rat"]) == "cat")
  }
}
