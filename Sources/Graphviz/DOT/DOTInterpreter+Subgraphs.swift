internal import ExactTexts

extension DOTInterpreter {
  private func isCluster(_ subgraph: DOTGraph.Subgraph) -> Bool {
    (subgraph.name ?? "").lowercased().startsExactly(with: "cluster")
      || subgraph.attributes["cluster"].flatMap { DOTNumber.flag($0.text) } ?? false
  }

  /// What a cluster takes from the graph in a description, too, and what Graphviz takes for it.
  private static let inherited = [
    "fontname": "Times-Roman", "fontsize": "14", "fontcolor": "black", "K": nil, "pack": nil,
    "packmode": nil,
  ]

  mutating func subgraph(_ subgraph: DOTGraph.Subgraph) throws(GraphvizError) -> Subgraph {
    let isCluster = isCluster(subgraph)
    let name = subgraph.name ?? ""
    var values = subgraph.attributes.filter { name, _ in
      subgraph.own.contains(name)
        || (isCluster && name != "rank" && name != "bb"
          && (subgraphFields[name] != nil || name == "label" || name == "href"
            || name == "colorscheme"))
    }
    if isCluster {
      values["cluster"] = nil
      for (name, usual) in Self.inherited {
        guard let outer = graph.attributes[name] else { continue }
        if values[name] == outer {
          values[name] = nil
        } else if values[name] == nil, let usual {
          values[name] = DOTGraph.Value(
            text: usual, isHTML: false, line: outer.line, column: outer.column)
        }
      }
    }
    var described = Subgraph(
      isCluster ? Subgraph.clusterID(of: name) : name, isCluster: isCluster,
      nodes: directNodes(of: subgraph))
    described.attributes = try group(values, subgraphFields, ["G": name], .subgraph(name))
    for inner in subgraph.subgraphs { described.subgraphs.append(try self.subgraph(inner)) }
    return described
  }

  private func directNodes(of subgraph: DOTGraph.Subgraph) -> [String] {
    let inner = Set(subgraph.subgraphs.flatMap(\.nodes))
    return inner.isEmpty ? subgraph.nodes : subgraph.nodes.filter { !inner.contains($0) }
  }
}
