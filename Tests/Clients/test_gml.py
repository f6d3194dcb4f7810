"""NetworkX, igraph, NetworKit and Graphviz read our GML, and we read theirs."""

import html
import json
import math
import re
import shutil
import subprocess
import warnings

import igraph
import networkit
import networkx
import pytest


@pytest.fixture(params=["full", "partnership", "affiliation"])
def exported(request, parkgraph, tmp_path):
    """One view as GraphML and as GML."""
    paths = tmp_path / "graph.graphml", tmp_path / "graph.gml"
    for path in paths:
        parkgraph("export", str(path), "--view", request.param)
    return paths


def renamed(values):
    """A display label isn't the identifier that GML's label is."""
    return {"label_" if key == "label" else key: value for key, value in values.items()}


def edges(graph):
    return sorted((a, b, sorted(v.items())) for a, b, v in graph.edges(data=True))


def both_ways(graph, found):
    """Edges of an undirected graph may come turned."""
    if graph.is_directed():
        return edges(graph) == edges(found)
    turned = [
        sorted((*sorted((a, b)), sorted(v.items())) for a, b, v in which.edges(data=True))
        for which in (graph, found)
    ]
    return turned[0] == turned[1]


def test_networkx_finds_what_graphml_has(exported):
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    found = networkx.MultiDiGraph if expected.is_directed() else networkx.MultiGraph
    found = found(networkx.read_gml(exported[1]))
    assert {node: values for node, values in found.nodes(data=True)} == {
        node: renamed(values) for node, values in expected.nodes(data=True)
    }
    assert both_ways(expected, found)


def test_igraph_finds_what_graphml_has(exported):
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    with warnings.catch_warnings():
        # It passes over the list of declarations, and leaves entities as they are.
        warnings.simplefilter("ignore")
        found = igraph.Graph.Read_GML(str(exported[1]))
    assert found.is_directed() == expected.is_directed()
    assert found.ecount() == expected.number_of_edges()
    names = [html.unescape(name) for name in found.vs["label"]]
    assert set(names) == set(expected.nodes)
    for name, vertex in zip(names, found.vs):
        for key, value in renamed(expected.nodes[name]).items():
            theirs = vertex[key]
            assert (html.unescape(theirs) if isinstance(theirs, str) else theirs) == value
    weights = [(names[e.source], names[e.target], e["weight"]) for e in found.es]
    assert sorted(w for _, _, w in weights) == sorted(
        v["weight"] for _, _, v in expected.edges(data=True)
    )


def test_networkx_finds_our_layout(parkgraph, tmp_path):
    path = tmp_path / "graph.gml"
    parkgraph("export", str(path), "--view", "partnership", "--profile", "yed")
    looks = [values["graphics"] for _, values in networkx.read_gml(path).nodes(data=True)]
    assert len({(look["x"], look["y"]) for look in looks}) == len(looks)
    assert all(look["w"] > 0 and look["h"] > 0 for look in looks)
    assert all(re.fullmatch("#[0-9A-F]{6}", look["fill"]) for look in looks)


def test_networkit_finds_the_structure(exported):
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    found = networkit.readGraph(str(exported[1]), networkit.Format.GML)
    assert found.numberOfNodes() == expected.number_of_nodes()
    assert found.isDirected() == expected.is_directed()
    # It joins parallel edges.
    pairs = {tuple(sorted(ends)) if not expected.is_directed() else ends
             for ends in expected.edges()}
    assert found.numberOfEdges() == len(pairs)


def test_graphviz_converts_it(exported, tmp_path):
    gml2gv = shutil.which("gml2gv")
    if gml2gv is None:
        pytest.skip("gml2gv of Graphviz is not installed")
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    text = subprocess.run([gml2gv, exported[1]], capture_output=True, check=True, text=True).stdout
    assert text.count(" -- ") + text.count(" -> ") == expected.number_of_edges()


def test_we_read_what_networkx_writes(parkgraph, tmp_path):
    graph = networkx.MultiDiGraph(name="牽手")
    graph.add_node("a", size=3, ratio=0.5, note='"&" <火>\n', big=2**40, inf=math.inf)
    graph.add_node("b", tags=["one"], position={"x": 1.5, "y": 2})
    graph.add_edge("a", "b", key="first", weight=1e-7)
    graph.add_edge("a", "b", key="second")
    theirs, ours = tmp_path / "theirs.gml", tmp_path / "ours.gml"
    networkx.write_gml(graph, theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.read_gml(ours)
    assert dict(found.nodes(data=True)) == {
        "a": {"size": 3, "ratio": 0.5, "note": '"&" <火>\n', "big": str(2**40), "inf": math.inf},
        "b": {"tags": "one", "position": {"x": 1.5, "y": 2}},
    }
    assert dict(found.edges) == {("a", "b", "first"): {"weight": 1e-7}, ("a", "b", "second"): {}}


def test_we_read_what_igraph_writes(parkgraph, tmp_path):
    graph = igraph.Graph(directed=True)
    graph.add_vertices(2, {"name": ["火炬", 'say "hi"'], "size": [1, 2.5]})
    graph.add_edges([(0, 1)], {"weight": [1e300]})
    theirs, ours = tmp_path / "theirs.gml", tmp_path / "ours.json"
    graph.write_gml(str(theirs))
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = json.loads(ours.read_text("utf-8"))
    assert [node["name"] for node in found["nodes"]] == ["火炬", 'say "hi"']
    assert [node["size"] for node in found["nodes"]] == [1, 2.5]
    assert [edge["weight"] for edge in found["edges"]] == [1e300]
