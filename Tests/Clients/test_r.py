"""R, with igraph, reads our GraphML, GML, tables and edge lists, and we read what it writes."""

import html
import json
import math
import os
import pathlib
import shutil
import subprocess

import pytest

from comparison import compare

SCRIPT = pathlib.Path(__file__).parent / "peers" / "with_igraph.R"


@pytest.fixture(scope="session")
def r():
    """Has R read or write a file, and gives what is in it."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed")

    def run(*arguments):
        result = subprocess.run(
            [program, "--vanilla", SCRIPT, *arguments], capture_output=True, check=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        return json.loads(result.stdout.decode("utf-8"))

    return run


def plain(value):
    """NaN, which is how igraph marks what is missing, as nothing; entities as it leaves them."""
    if isinstance(value, str):
        return html.unescape(value)
    return 0 if isinstance(value, float) and math.isnan(value) else value


def without_nan(found):
    for values in found["nodes"] + [values for _, _, values in found["edges"]]:
        for name, value in values.items():
            values[name] = plain(value)
    return found


def test_it_finds_everything_in_graphml(r, view):
    export, expected = view
    compare(without_nan(r("read", export("graphml"))), expected, "id", plain)


def test_it_finds_everything_in_gml(r, view):
    export, expected = view
    found = without_nan(r("read", export("gml")))
    for node in found["nodes"]:
        node["id"], node["label"] = node["label"], node["label_"]
    compare(found, expected, "id", plain)


def test_it_finds_everything_in_tables(r, view):
    export, expected = view
    found = r("read", export("tables"), "directed" if expected.is_directed() else "undirected")
    keys = {name for *_, values in expected.nodes(data=True) for name in values}
    keys |= {name for *_, values in expected.edges(data=True) for name in values}
    for values in found["nodes"] + [values for _, _, values in found["edges"]]:
        # Headers carry types.
        for header in [header for header in values if ":" in header]:
            values[header.rpartition(":")[0]] = values.pop(header)
        values.update({key: "" for key in keys - values.keys()})
    compare(found, expected, "name", plain)


def test_it_finds_every_plain_edge(r, view):
    export, expected = view
    found = r("read", export("edges"), "directed" if expected.is_directed() else "undirected")
    names = [node["name"] for node in found["nodes"]]
    assert sorted(sorted((names[a], names[b])) + [v["weight"]] for a, b, v in found["edges"]) == sorted(
        sorted((a, b)) + [weight] for a, b, weight in expected.edges(data="weight")
    )


# It writes texts with quotes to GML as they are, which nothing reads.
@pytest.mark.parametrize("ending", ["graphml", "gml", "dot"])
def test_we_read_what_it_writes(ending, r, parkgraph, tmp_path):
    theirs, ours = tmp_path / f"theirs.{ending}", tmp_path / "ours.json"
    expected = r("write", theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = json.loads(ours.read_text("utf-8"))
    assert found["directed"] == expected["directed"] and found["graph"] == expected["graph"]
    prefix = "n" if ending == "graphml" else ""
    nodes = {node.pop("id"): node for node in found["nodes"]}
    assert len(nodes) == len(expected["nodes"])
    for place, node in enumerate(expected["nodes"]):
        for name, value in nodes[f"{prefix}{place}"].items():
            assert value == node[name]
    assert [
        (f"{prefix}{a}", f"{prefix}{b}", values) for a, b, values in expected["edges"]
    ] == [(edge.pop("source"), edge.pop("target"), edge) for edge in found["edges"]]


def test_we_read_its_edge_lists(r, parkgraph, tmp_path):
    theirs, ours = tmp_path / "theirs.ncol", tmp_path / "ours.json"
    expected = r("write", theirs)
    parkgraph("export", str(ours), "--graph", str(theirs), "--from", "edges", "--directed")
    found = json.loads(ours.read_text("utf-8"))
    names = [node["name"] for node in expected["nodes"]]
    assert sorted((e["source"], e["target"], e["weight"]) for e in found["edges"]) == sorted(
        (names[a], names[b], values["weight"]) for a, b, values in expected["edges"]
    )
