import ParkGraph

extension Tie {
  /// The words for the tie as seen from its target.
  var inverseLabel: String {
    switch kind {
    case .relation(let kind): kind.inverse
    case .party: "has party"
    case .partnership: label
    }
  }
}
