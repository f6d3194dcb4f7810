"""graph-tool reads our GraphML, GML, DOT and edge lists, and we read what it writes."""

import html
import json
import pathlib
import subprocess

import pytest

from comparison import compare

# The Python that Debian's python3-graph-tool is for, not that of this environment.
PYTHON = "/usr/bin/python3"
SCRIPT = pathlib.Path(__file__).parent / "peers" / "with_graph_tool.py"


@pytest.fixture(scope="session")
def graph_tool():
    """Has graph-tool read or write a file, and gives what is in it."""
    if subprocess.run([PYTHON, "-c", "import graph_tool"], capture_output=True).returncode != 0:
        pytest.skip("graph-tool is not installed")

    def run(verb, path):
        result = subprocess.run([PYTHON, SCRIPT, verb, path], capture_output=True, check=True)
        return json.loads(result.stdout)

    return run


def test_it_finds_everything_in_graphml(graph_tool, view):
    export, expected = view
    found = graph_tool("read", export("graphml"))
    compare(found, expected, "_graphml_vertex_id", lambda value: value)


def test_it_finds_everything_in_gml(graph_tool, view):
    export, expected = view
    found = graph_tool("read", export("gml"))

    # It leaves entities as they are, and takes underscores in keys for NULs.
    def value(value):
        return html.unescape(value) if isinstance(value, str) else value

    def key(name):
        return ("label_" if name == "label" and name in labels else name).replace("_", "\0")

    labels = {"label"}
    for node in found["nodes"]:
        node["id"] = node.pop("label")
    for _, _, values in found["edges"]:
        values["label\0"] = values["label"]
    compare(found, expected, "id", value, key)


def test_it_finds_every_plain_edge(graph_tool, view):
    export, expected = view
    found = graph_tool("read", export("edges"))
    names = [node["name"] for node in found["nodes"]]
    assert sorted(sorted((names[a], names[b])) + [v["weight"]] for a, b, v in found["edges"]) == sorted(
        sorted((a, b)) + [weight] for a, b, weight in expected.edges(data="weight")
    )


def test_it_finds_everything_in_dot(graph_tool, view):
    export, expected = view
    found = graph_tool("read", export("dot"))

    # All values are texts, with DOT's escapes in them.
    def value(value):
        return value.replace("\\n", "\n").replace("\\\\", "\\") if isinstance(value, str) else str(value)

    compare(found, expected, "vertex_name", value)


@pytest.mark.parametrize("ending", ["graphml", "gml", "dot"])
def test_we_read_what_it_writes(ending, graph_tool, parkgraph, tmp_path):
    theirs, ours = tmp_path / f"theirs.{ending}", tmp_path / "ours.json"
    expected = graph_tool("write", theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = json.loads(ours.read_text("utf-8"))
    assert found["directed"] == expected["directed"]
    if ending != "dot":  # where it leaves out what is of the graph
        assert found["graph"] == expected["graph"]

    # Vectors are texts in its files, and numbers in GML and DOT have six digits.
    def value(value):
        if isinstance(value, list):
            return ", ".join(part.replace(",", ",\\") for part in value)
        return value if isinstance(value, str) else pytest.approx(value, rel=1e-5)

    nodes = {node["id"]: node for node in found["nodes"]}
    assert len(nodes) == len(expected["nodes"])
    prefix = "n" if ending == "graphml" else ""
    for place, node in enumerate(expected["nodes"]):
        exact = ending == "graphml"
        for name, expectation in node.items():
            theirs = nodes[f"{prefix}{place}"][name]
            if exact and not isinstance(expectation, list):
                assert theirs == expectation
            else:
                assert float(theirs) == expectation if name == "far" else theirs == value(expectation)
    edges = [
        (int(e["source"].removeprefix("n")), int(e["target"].removeprefix("n")), e["weight"])
        for e in found["edges"]
    ]
    assert edges == [(a, b, value(v["weight"])) for a, b, v in expected["edges"]]
