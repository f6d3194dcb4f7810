"""Python and NetworkX read our node-link JSON, and we read what NetworkX writes."""

import json
import math

import networkx
import pytest


@pytest.fixture(params=["full", "partnership"])
def exported(request, parkgraph, tmp_path):
    """One view as GraphML and as JSON."""
    paths = tmp_path / "graph.graphml", tmp_path / "graph.json"
    for path in paths:
        parkgraph("export", str(path), "--view", request.param)
    return paths


def test_networkx_finds_what_graphml_has(exported):
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    found = networkx.node_link_graph(json.loads(exported[1].read_text("utf-8")))
    assert found.is_directed() == expected.is_directed()
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert sorted((a, b, sorted(v.items())) for a, b, v in found.edges(data=True)) == sorted(
        (a, b, sorted(v.items())) for a, b, v in expected.edges(data=True)
    )


def test_members_are_sorted(exported):
    text = exported[1].read_text("utf-8")
    assert json.loads(text) == json.loads(text, object_pairs_hook=sorted_members)


def sorted_members(pairs):
    names = [name for name, _ in pairs]
    assert names == sorted(names)
    return dict(pairs)


@pytest.mark.parametrize("kind", [networkx.Graph, networkx.MultiDiGraph])
def test_we_read_what_networkx_writes(kind, parkgraph, tmp_path):
    graph = kind(name="牽手", year=2016)
    graph.add_node(1, size=9007199254740993, open=True, note='a "quote"\n火')
    graph.add_node((2, "b"), size=-1)
    graph.add_node("c", ratio=math.inf)
    graph.add_edge(1, (2, "b"), weight=0.5)
    graph.add_edge("c", 1, weight=2)
    theirs, ours = tmp_path / "theirs.json", tmp_path / "ours.json"
    theirs.write_text(json.dumps(networkx.node_link_data(graph)), "utf-8")
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.node_link_graph(json.loads(ours.read_text("utf-8")))
    assert found.graph == graph.graph
    assert found.is_directed() == graph.is_directed()
    names = {1: "1", (2, "b"): '[2,"b"]', "c": "c"}
    assert dict(found.nodes(data=True)) == {
        names[node]: values for node, values in graph.nodes(data=True)
    }
    assert sorted((a, b, v["weight"]) for a, b, v in found.edges(data=True)) == sorted(
        (names[a], names[b], v["weight"]) for a, b, v in graph.edges(data=True)
    ) or not graph.is_directed()
    assert sum(v["weight"] for _, _, v in found.edges(data=True)) == 2.5
