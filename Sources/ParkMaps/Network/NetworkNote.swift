/// What a network map does not show, or shows otherwise.
enum NetworkNote: Hashable, Sendable {
  /// Only so many nodes are drawn: those within some steps of the focus.
  case focused(shown: Int, whole: Int, depth: Int)
  /// Nodes of the same category are drawn as one.
  case aggregated(shown: Int, whole: Int, by: String)
  /// Only the most important nodes have their names.
  case named(shown: Int, whole: Int)
  /// The words of so many ties are not drawn.
  case withoutRoom(ties: Int)

  /// The note in the language of some words.
  func text(in words: MapWords) -> String {
    switch self {
    case .focused(let shown, let whole, let depth):
      let (shown, whole) = (shown.formattedForMaps, whole.formattedForMaps)
      return words.sentence(
        "\(shown) of \(whole) nodes: those within \(depth) \(depth == 1 ? "step" : "steps") of the focus",
        "\(whole)个节点中的\(shown)个：距焦点\(depth)步以内",
        "\(whole)個節點中的\(shown)個：距焦點\(depth)步以內")
    case .aggregated(let shown, let whole, let title):
      let (shown, whole) = (shown.formattedForMaps, whole.formattedForMaps)
      return words.sentence(
        "\(whole) nodes drawn as \(shown), one for each \(title)",
        "\(whole)个节点按\(words[title])合并为\(shown)个",
        "\(whole)個節點按\(words[title])合併為\(shown)個")
    case .named(let shown, let whole):
      let (shown, whole) = (shown.formattedForMaps, whole.formattedForMaps)
      return words.sentence(
        "names of the \(shown) most important of \(whole) nodes; the others are dots",
        "\(whole)个节点中，最重要的\(shown)个注有名称，其余为圆点",
        "\(whole)個節點中，最重要的\(shown)個註有名稱，其餘為圓點")
    case .withoutRoom(let ties):
      return words.sentence(
        "the words of \(ties) \(ties == 1 ? "tie" : "ties") found no room",
        "\(ties)条联系的文字无处可放", "\(ties)條聯繫的文字無處可放")
    }
  }
}
