"""Graphviz's own programs and pydot read our DOT, and find in it what GraphML has."""

import json
import shutil
import subprocess

import networkx
import pytest


@pytest.fixture(params=["full", "partnership"])
def exported(request, parkgraph, tmp_path):
    """One view as GraphML and as DOT."""
    paths = tmp_path / "graph.graphml", tmp_path / "graph.dot"
    for path in paths:
        parkgraph("export", str(path), "--view", request.param)
    return paths


def test_dot_canonizes_it(exported, parkgraph, tmp_path):
    if shutil.which("dot") is None:
        pytest.skip("dot of Graphviz is not installed")
    canon, again = tmp_path / "canon.dot", tmp_path / "again.graphml"
    result = subprocess.run(["dot", "-Tcanon", exported[1]], capture_output=True, check=True)
    assert result.stderr == b""
    canon.write_bytes(result.stdout)
    parkgraph("export", str(again), "--graph", str(canon))
    expected, found = map(networkx.read_graphml, (exported[0], again))
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert sorted(map(str, found.edges(data=True))) == sorted(map(str, expected.edges(data=True)))


def test_graphviz_finds_nodes_within_nodes(parkgraph, tmp_path):
    if shutil.which("dot") is None:
        pytest.skip("dot of Graphviz is not installed")
    theirs, ours = tmp_path / "theirs.graphml", tmp_path / "ours.dot"
    theirs.write_text(
        """<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
        <node id="city"><graph edgedefault="directed">
          <node id="park"><graph edgedefault="directed"><node id="firm"/></graph></node><node id="river"/>
        </graph></node>
        <node id="sea"/><edge source="river" target="sea"/>
        </graph></graphml>""", "utf-8",
    )
    parkgraph("export", str(ours), "--graph", str(theirs))
    result = subprocess.run(["dot", "-Tjson", ours], capture_output=True, check=True)
    objects = json.loads(result.stdout)["objects"]
    names = {item["_gvid"]: item["name"] for item in objects}
    found = {
        item["name"]: {names[node] for node in item["nodes"]} for item in objects if "nodes" in item
    }
    assert found == {
        "cluster_city": {"city", "park", "firm", "river"}, "cluster_park": {"park", "firm"},
    }


def test_gvpr_finds_every_attribute(exported):
    if shutil.which("gvpr") is None:
        pytest.skip("gvpr of Graphviz is not installed")
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    program = r'N { printf("%s\x1f%s\x1f%s\x1e", $.name, $.label, $.kind) }'
    text = subprocess.run(
        ["gvpr", program, exported[1]], capture_output=True, check=True
    ).stdout.decode("utf-8")
    found = [part.split("\x1f") for part in text.split("\x1e")[:-1]]
    assert sorted(found) == sorted(
        [node, values["label"], values["kind"]] for node, values in expected.nodes(data=True)
    )


def test_pydot_reads_it(exported):
    pydot = pytest.importorskip("pydot")
    expected = networkx.read_graphml(exported[0], force_multigraph=True)
    (graph,) = pydot.graph_from_dot_file(str(exported[1]), encoding="utf-8")
    found = networkx.nx_pydot.from_pydot(graph)
    names = {name.strip('"'): values for name, values in found.nodes(data=True)}
    assert {node for node in expected} <= set(names)
    for node, values in expected.nodes(data=True):
        assert names[node]["label"].strip('"').replace('\\"', '"') == values["label"]
    assert found.number_of_edges() == expected.number_of_edges()
