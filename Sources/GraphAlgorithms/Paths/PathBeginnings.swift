/// The beginnings of paths from one node, as a tree in which each is there once.
///
/// It says by which arcs paths go on from a beginning that they share, without a look at all paths.
struct PathBeginnings {
  private struct Step {
    let arc: UInt32
    let next: Int
  }

  /// For each beginning, how the paths that have it go on; first for the one without arcs.
  private var steps: [[Step]] = [[]]

  /// Adds a path.
  ///
  /// - Parameter arcs: Its arcs.
  /// - Returns: The numbers of its beginnings: first of the one without arcs, last of all of it.
  mutating func insert(_ arcs: [UInt32]) -> [Int] {
    var numbers = [0]
    numbers.reserveCapacity(arcs.count + 1)
    var number = 0
    for arc in arcs {
      if let step = steps[number].first(where: { $0.arc == arc }) {
        number = step.next
      } else {
        steps[number].append(Step(arc: arc, next: steps.count))
        number = steps.count
        steps.append([])
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The arcs by which paths go on from the beginning with a number.
  func arcs(after number: Int) -> some Collection<UInt32> { steps[number].lazy.map(\.arc) }
}
