"""NetworkX reads our GEXF, and we read its; both are valid by the schema."""

import math
import xml.etree.ElementTree as ElementTree

import networkx
import pytest


@pytest.fixture(params=["full", "partnership", "affiliation"])
def exported(request, parkgraph, tmp_path):
    """One view as GraphML and as GEXF."""
    paths = tmp_path / "graph.graphml", tmp_path / "graph.gexf"
    for path in paths:
        parkgraph("export", str(path), "--view", request.param)
    return paths


def test_networkx_finds_what_graphml_has(exported):
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    found = networkx.read_gexf(exported[1])
    assert found.is_directed() == expected.is_directed()
    assert set(found.nodes) == set(expected.nodes)
    for node, values in expected.nodes(data=True):
        assert {key: found.nodes[node].get(key) for key in values} == values
    def listed(graph):
        return sorted(
            (*(ends if graph.is_directed() else sorted(ends)), v["label"], v["weight"], v["kind"])
            for *ends, v in graph.edges(data=True)
        )

    assert listed(found) == listed(expected)


def test_identifiers_of_edges_are_unique(exported):
    root = ElementTree.parse(exported[1]).getroot()
    ids = [edge.get("id") for edge in root.iter("{http://www.gexf.net/1.2draft}edge")]
    assert ids and len(set(ids)) == len(ids)


@pytest.mark.parametrize("version", ["1.1draft", "1.2draft"])
def test_we_read_what_networkx_writes(version, parkgraph, tmp_path):
    graph = networkx.DiGraph(mode="static")
    graph.add_node("a", label="火炬 & <x>", size=3, ratio=0.5, open=True, far=math.inf)
    graph.add_node("b", label="b", viz={"color": {"r": 1, "g": 2, "b": 3, "a": 0.5}})
    graph.add_edge("a", "b", weight=1e-7, since=2016)
    theirs, ours = tmp_path / "theirs.gexf", tmp_path / "ours.graphml"
    networkx.write_gexf(graph, theirs, version=version)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.read_graphml(ours)
    assert dict(found.nodes["a"]) == {
        "label": "火炬 & <x>", "size": 3, "ratio": 0.5, "open": True, "far": math.inf,
    }
    assert found.edges["a", "b"]["weight"] == 1e-7 and found.edges["a", "b"]["since"] == 2016


def test_times_and_looks_survive(parkgraph, tmp_path):
    graph = networkx.Graph(mode="dynamic")
    graph.add_node("a", label="a", start="2016", end="2020", viz={"position": {"x": 1.5, "y": -2.0, "z": 0.0}})
    graph.add_node("b", label="b", price=[(1, "2016", "2017"), (2, "2017", "2018")])
    graph.add_edge("a", "b")
    theirs, ours = tmp_path / "theirs.gexf", tmp_path / "ours.gexf"
    networkx.write_gexf(graph, theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.read_gexf(ours)
    assert (found.nodes["a"]["start"], found.nodes["a"]["end"]) == ("2016", "2020")
    assert found.nodes["a"]["viz"]["position"] == {"x": 1.5, "y": -2.0, "z": 0.0}
    assert found.nodes["b"]["price"] == [(1, "2016", "2017"), (2, "2017", "2018")]
