/// A heap that gives its least element first, in which each element stands above four others.
///
/// That is half as deep as with two, and the four lie side by side in memory.
///
/// Williams: Algorithm 232, Heapsort. CACM 7 (1964). Johnson: Priority queues with update and
/// finding minimum spanning trees. Information Processing Letters 4 (1975).
struct MinimumHeap<Element: Comparable> {
  private var elements: [Element] = []

  /// The least element; `nil` if there is none.
  var minimum: Element? { elements.first }

  /// Adds an element, in O(log n).
  mutating func insert(_ element: Element) {
    var hole = elements.count
    elements.append(element)
    elements.withUnsafeMutableBufferPointer { elements in
      while hole > 0 {
        let parent = (hole - 1) / 4
        guard element < elements[parent] else { break }
        elements[hole] = elements[parent]
        hole = parent
      }
      elements[hole] = element
    }
  }

  /// Takes out the least element, in O(log n); `nil` if there is none.
  mutating func popMinimum() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let minimum = elements.first else { return last }
    elements.withUnsafeMutableBufferPointer { elements in
      var hole = 0
      var first = 1
      while first + 3 < elements.count {
        // Without branches, for which is the least cannot be guessed.
        let left = first &+ (elements[first &+ 1] < elements[first] ? 1 : 0)
        let right = first &+ (elements[first &+ 3] < elements[first &+ 2] ? 3 : 2)
        let least = left &+ (right &- left) &* (elements[right] < elements[left] ? 1 : 0)
        guard elements[least] < last else { break }
        elements[hole] = elements[least]
        hole = least
        first = 4 &* hole &+ 1
      }
      if first < elements.count, first + 3 >= elements.count,
        let least = (first..<elements.count).min(by: { elements[$0] < elements[$1] }),
        elements[least] < last
      {
        elements[hole] = elements[least]
        hole = least
      }
      elements[hole] = last
    }
    return minimum
  }
}
