import Graphviz

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// A program as the documentation wants it: the tests start it as a helper.
GraphvizHelper.runIfRequested()

// Started by hand it is a host, whose helpers are this program again. It draws in a helper and in a
// pool, says so, and waits until its input ends.
var graph = GraphDescription(.directed)
graph.addNode("a")
graph.addNode("b")
graph.addEdge("a", "b")
let here = try graph.draw(with: .dot, as: [.svg])
let pool = GraphvizHelperPool(GraphvizHelper(memoryBytes: nil))
for isolation in [Isolation.helper(GraphvizHelper(memoryBytes: nil)), .pool(pool)] {
  let there = try graph.draw(with: .dot, as: [.svg], isolation: isolation)
  print(there == here ? "the same" : "another drawing")
}
print(pool.residentSizes.count, "helper waits")
fflush(nil)
_ = readLine()
