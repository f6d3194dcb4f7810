/// The best detours that are known and not taken yet, no more than are still wanted.
struct DetourList {
  /// In descending order, so that the best is taken off the end.
  private var routes: [DetourRoute] = []

  var count: Int { routes.count }
  /// The worst.
  var last: DetourRoute? { routes.first }

  /// Takes out the best.
  mutating func popFirst() -> DetourRoute? { routes.popLast() }

  /// Adds a route, and drops the worst ones beyond so many.
  mutating func insert(_ route: DetourRoute, among wanted: Int) {
    var (low, high) = (0, routes.count)
    while low < high {
      let middle = (low + high) / 2
      if route < routes[middle] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    routes.insert(route, at: low)
    if routes.count > wanted { routes.removeFirst(routes.count - wanted) }
  }
}
