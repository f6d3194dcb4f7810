import GraphCore
import TestSupport

/// Slow, plain answers to compare with: arrays of nodes against nodes, cubic loops.
struct Oracle {
  let nodes: [NodeID]
  /// Arcs between positions in `nodes`, of an undirected edge one each way, also of a self-loop
  /// unless it is in a mixed graph.
  let arcs: [(from: Int, to: Int, length: Double, edge: EdgeID)]
  let isDirected: Bool

  init(_ random: RandomCase) {
    let graph = random.graph
    let nodes = Array(graph.nodes)
    isDirected = graph.directedness != .undirected
    arcs = graph.edges.flatMap { edge in
      let ends = graph.endpoints(of: edge)
      let source = nodes.firstIndex(of: ends.source) ?? -1
      let target = nodes.firstIndex(of: ends.target) ?? -1
      let length = random.isWeighted ? Double(graph[edge]) : 1
      let there = (source, target, length, edge)
      let isOneWay = graph.isDirected(edge) || (graph.directedness == .mixed && ends.isSelfLoop)
      return isOneWay ? [there] : [there, (target, source, length, edge)]
    }
    self.nodes = nodes
  }

  private init(nodes: [NodeID], arcs: [(Int, Int, Double, EdgeID)]) {
    self.nodes = nodes
    self.arcs = arcs
    isDirected = false
  }

  /// The same for the graph with its edges taken both ways, a self-loop too.
  var ignoringDirection: Oracle {
    var seen: Set<EdgeID> = []
    return Oracle(
      nodes: nodes,
      arcs: arcs.filter { seen.insert($0.edge).inserted }.flatMap { arc in
        [(arc.from, arc.to, arc.length, arc.edge), (arc.to, arc.from, arc.length, arc.edge)]
      })
  }

  /// How strong all arcs from one node to another are together, row by row of where they start.
  var strengths: [[Double]] {
    var rows = nodes.map { _ in nodes.map { _ in 0.0 } }
    for arc in arcs { rows[arc.from][arc.to] += arc.length }
    return rows
  }

  /// Floyd and Warshall's distances.
  func distances() -> [[Double]] {
    var distances = nodes.indices.map { row in
      nodes.indices.map { $0 == row ? 0 : Double.infinity }
    }
    for arc in arcs {
      distances[arc.from][arc.to] = min(distances[arc.from][arc.to], arc.length)
    }
    for middle in nodes.indices {
      for from in nodes.indices {
        for to in nodes.indices {
          let detour = distances[from][middle] + distances[middle][to]
          distances[from][to] = min(distances[from][to], detour)
        }
      }
    }
    return distances
  }

  /// Bellman and Ford's distances from one node.
  func distances(from source: Int) -> [Double] {
    var distances = nodes.indices.map { $0 == source ? 0 : Double.infinity }
    for _ in nodes.indices {
      for arc in arcs {
        distances[arc.to] = min(distances[arc.to], distances[arc.from] + arc.length)
      }
    }
    return distances
  }

  /// Every shortest path from one node to another, each as its arcs, by walking all of them.
  func shortestPaths(from source: Int, to target: Int, _ distances: [[Double]]) -> [[Int]] {
    guard source != target else { return [[]] }
    var paths: [[Int]] = []
    for (number, arc) in arcs.enumerated() where arc.from == source && arc.to != source {
      guard arc.length + distances[arc.to][target] == distances[source][target],
        distances[source][target].isFinite
      else { continue }
      for rest in shortestPaths(from: arc.to, to: target, distances) {
        paths.append([number] + rest)
      }
    }
    return paths
  }

  /// The pairs that shortest paths are counted between.
  var pairs: [(Int, Int)] {
    nodes.indices.flatMap { first in
      nodes.indices.filter { isDirected ? $0 != first : $0 > first }.map { (first, $0) }
    }
  }
}

/// Whether two numbers are the same but for rounding.
func isClose(_ left: Double, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
  left == right || (left.isNaN && right.isNaN)
    || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}

/// Whether two lists of numbers are the same but for rounding.
func areClose(_ left: [Double], _ right: [Double], _ tolerance: Double = 1e-9) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { isClose($0, $1, tolerance) }
}
