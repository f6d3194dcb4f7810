"""NetworkX computes the same numbers from the exported graph."""

import json

import networkx
import pytest


@pytest.mark.parametrize("view", ["partnership", "affiliation", "full"])
@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness", "harmonic", "pagerank"])
def test_centrality(parkgraph, tmp_path, view, measure):
    path = tmp_path / "graph.graphml"
    parkgraph("export", str(path), "--view", view)
    multigraph = networkx.Graph if measure in ("closeness", "harmonic") else networkx.MultiGraph
    graph = multigraph(networkx.read_graphml(path, force_multigraph=True).to_undirected())
    answer = json.loads(
        parkgraph("centrality", "--by", measure, "--view", view, "--format", "json")
    )
    ours = {row["entity"]["id"]: row["score"] for row in answer["ranking"]}
    if measure == "degree":
        theirs = dict(graph.degree())
    elif measure == "closeness":
        theirs = networkx.closeness_centrality(graph)
    elif measure == "harmonic":
        others = graph.number_of_nodes() - 1
        theirs = {
            node: value / others for node, value in networkx.harmonic_centrality(graph).items()
        }
    elif measure == "pagerank":
        theirs = networkx.pagerank(graph, tol=1e-14, max_iter=10_000)
    else:
        if any(graph.number_of_edges(a, b) > 1 for a, b in graph.edges()):
            pytest.skip("NetworkX does not count parallel edges as paths of their own")
        theirs = networkx.betweenness_centrality(networkx.Graph(graph), normalized=False)
    assert ours == pytest.approx(theirs, abs=1e-9)
