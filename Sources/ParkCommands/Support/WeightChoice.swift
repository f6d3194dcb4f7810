import ArgumentParser
import GraphFormats

/// Which weights of ties a command uses.
struct WeightChoice {
  /// The attribute of edges that `--weight` names; `nil` for the usual ones.
  var attribute: String?
  /// What asks for weights, so that there have to be some: `--weighted`; `nil` where ties that have
  /// none all count alike.
  var reason: String?
  /// What does without them: `--weights none passes them over`.
  var alternative: String

  /// What `--weight` is for.
  static let help = ArgumentHelp(
    "The attribute of a graph file's edges that holds the weights. Default: weight, value or strength.",
    valueName: "attribute")

  /// What plain edges call their weights.
  var name: String { attribute ?? EdgeWeights.usualNames[0] }

  /// Weights that `--weighted` asks for as lengths.
  static func weighted(_ attribute: String?) -> WeightChoice {
    WeightChoice(
      attribute: attribute, reason: "--weighted",
      alternative: "without --weighted each edge is one hop")
  }

  /// Makes sure that a network has the weights that are asked for.
  ///
  /// - Throws: ``CommandFailure`` that names the attributes that could hold them.
  func check(_ network: any Network) throws(CommandFailure) {
    if network is ParkNetwork {
      guard attribute == nil else {
        throw CommandFailure(
          .usage,
          "--weight goes with graph files only; the ties of park data have their own weights")
      }
      return
    }
    let weights = network.weightName
    if let attribute, weights != attribute, network.edgeCount > 0 {
      throw CommandFailure(
        .usage,
        "--weight asks for '\(attribute)', which no edge \(network.place) has; "
          + Self.others(in: network))
    }
    guard let reason, network.edgeCount > 0, weights == nil else { return }
    let usual = EdgeWeights.usualNames
    let kinds =
      network is EdgeListNetwork
      ? "the third column"
      : "an attribute called \(usual.dropLast().joined(separator: ", ")) or \(usual[usual.count - 1])"
    throw CommandFailure(
      .usage,
      "\(reason) wants weights, and no edge \(network.place) has one, \(kinds); "
        + "\(Self.others(in: network)), and \(alternative)")
  }

  /// Said where weights make a difference, are not asked for, and may be called something else.
  func remark(on network: any Network) -> String? {
    guard reason == nil, network.edgeCount > 0, network.weightName == nil,
      !Self.numericNames(in: network).isEmpty
    else { return nil }
    return "Note: no edge \(network.place) has a weight, and all count alike; "
      + "\(Self.others(in: network))."
  }

  /// Which attributes of edges could be meant.
  private static func others(in network: any Network) -> String {
    let names = numericNames(in: network)
    let most = 20
    guard !names.isEmpty else { return "edges have no numeric attribute" }
    return "--weight takes one of their numeric attributes: "
      + names.prefix(most).joined(separator: ", ") + (names.count > most ? " …" : "")
  }

  private static func numericNames(in network: any Network) -> [String] {
    network.keys.filter { $0.domain == .edge && $0.type.isNumeric }.map(\.name)
  }
}
