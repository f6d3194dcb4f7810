"""Names that Unicode takes for the same stay two, from NetworkX through each format and back."""

import networkx
import pytest

COMPOSED, DECOMPOSED = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize("form", ["graphml", "gexf", "gml", "dot", "json", "csv", "edges"])
def test_names_are_told_apart_by_their_bytes(form, parkgraph, tmp_path):
    graph = networkx.DiGraph()
    graph.add_edge(COMPOSED, DECOMPOSED)
    theirs, ours, again = tmp_path / "theirs.graphml", tmp_path / f"ours.{form}", tmp_path / "again.graphml"
    if form == "csv":
        ours = tmp_path / "tables/"
    networkx.write_graphml(graph, theirs)
    parkgraph("export", f"{ours}/" if form == "csv" else str(ours), "--graph", str(theirs))
    parkgraph("export", str(again), "--graph", str(ours))
    found = networkx.read_graphml(again)
    assert set(found.nodes) == {COMPOSED, DECOMPOSED}
    assert found.number_of_edges() == 1
