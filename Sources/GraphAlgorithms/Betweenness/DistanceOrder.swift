/// Puts nodes in the order of their distances.
///
/// They are spread over as many slots as there are nodes, by distance, and then sorted within a
/// slot: in time linear in their number unless nearly all distances are nearly the same.
final class DistanceOrder {
  private let nodes: Buffer<UInt32>
  private let slots: Buffer<UInt32>
  private let starts: Buffer<UInt32>

  init(nodeCount: Int) {
    nodes = Buffer(repeating: 0, count: nodeCount)
    slots = Buffer(repeating: 0, count: nodeCount)
    starts = Buffer(repeating: 0, count: nodeCount + 1)
  }

  /// Sorts nodes.
  ///
  /// - Parameters:
  ///   - unsorted: The nodes.
  ///   - distances: The distance of each node, finite for these.
  /// - Returns: The nodes, nearest first; good until the next call.
  func sorted(
    _ unsorted: UnsafeBufferPointer<UInt32>, by distances: UnsafeMutablePointer<Double>
  ) -> UnsafeBufferPointer<UInt32> {
    let (nodes, slots, starts) = (nodes.base, slots.base, starts.base)
    let count = unsorted.count
    var farthest = 0.0
    for node in unsorted { farthest = max(farthest, distances[Int(node)]) }
    let scale = farthest > 0 ? Double(count - 1) / farthest : 0
    starts.update(repeating: 0, count: count + 1)
    for place in 0..<count {
      let slot = Int(distances[Int(unsorted[place])] * scale)
      slots[place] = UInt32(truncatingIfNeeded: slot)
      starts[slot &+ 1] &+= 1
    }
    for slot in 0..<count { starts[slot &+ 1] &+= starts[slot] }
    for place in 0..<count {
      let slot = Int(slots[place])
      nodes[Int(starts[slot])] = unsorted[place]
      starts[slot] &+= 1
    }
    // Now each start is the end of its slot.
    var begin = 0
    for slot in 0..<count {
      let end = Int(starts[slot])
      if end > begin &+ 1 {
        sort(UnsafeMutableBufferPointer(start: nodes + begin, count: end - begin), distances)
      }
      begin = end
    }
    return UnsafeBufferPointer(start: nodes, count: count)
  }

  private func sort(
    _ nodes: UnsafeMutableBufferPointer<UInt32>, _ distances: UnsafeMutablePointer<Double>
  ) {
    // Whole lengths leave many equal in a slot, which insertion passes over.
    if nodes.count > 64 && nodes.contains(where: { distances[Int($0)] != distances[Int(nodes[0])] })
    {
      var nodes = nodes
      nodes.sort { distances[Int($0)] < distances[Int($1)] }
      return
    }
    for end in 1..<nodes.count {
      let node = nodes[end]
      let distance = distances[Int(node)]
      var place = end
      while place > 0, distances[Int(nodes[place &- 1])] > distance {
        nodes[place] = nodes[place &- 1]
        place &-= 1
      }
      nodes[place] = node
    }
  }
}
