"""NetworkX reads our GEXF, and we read its; ours is valid by a schema made from the specification."""

import math
import pathlib
import xml.etree.ElementTree as ElementTree

import lxml.etree
import networkx
import pytest

SCHEMAS = pathlib.Path(__file__).parent / "schemas"

# All that GEXF has, in the words of each version.
EVERYTHING = """<gexf xmlns="{ns}" xmlns:viz="{ns}/viz" version="{version}">
  <meta><description>what it is</description></meta>
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date"{scale}>
    <attributes class="node" mode="dynamic">
      <attribute id="0" title="price" type="float"><default>1.5</default></attribute>
    </attributes>
    <attributes class="edge"><attribute id="0" title="kind" type="string"><options>a|b</options></attribute></attributes>
    <nodes>
      <node id="a" label="火炬 &amp; &lt;x&gt;" {during}>
        <attvalues><attvalue for="0" value="2" {during}/><attvalue for="0" value="3"/></attvalues>
        <viz:color r="1" g="2" b="3" a="0.5"/><viz:position x="1.5" y="-2" z="1e-7"/>
        <viz:size value="4"/><viz:shape value="disc"/>
      </node>
      <node id="b" pid="a"><spells><spell {during}/><spell {during}/></spells></node>
    </nodes>
    <edges>
      <edge id="t" source="a" target="b" type="undirected" weight="2.5" label="tie">
        <attvalues><attvalue for="0" value="a"/></attvalues>
        <viz:thickness value="2"/><viz:shape value="dashed"/>
      </edge>
      <edge id="u" source="b" target="a" {during}/>
    </edges>
  </graph>
</gexf>
"""
VERSIONS = {
    "1.2": {
        "ns": "http://www.gexf.net/1.2draft", "scale": ' start="2000-01-01"',
        "during": 'startopen="2016-04-30" end="2017-01-01"',
    },
    "1.3": {
        "ns": "http://gexf.net/1.3", "scale": ' timerepresentation="timestamp"',
        "during": 'timestamp="2016-04-30T12:00:00+08:00"',
    },
}


def assert_valid(path, version):
    schema = lxml.etree.RelaxNG(file=str(SCHEMAS / f"gexf-{version}.rng"))
    schema.assertValid(lxml.etree.parse(path))


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


def test_it_is_valid_by_the_schema(exported):
    assert_valid(exported[1], "1.2")


@pytest.mark.parametrize("version, profile", [("1.2", "plain"), ("1.3", "gephi")])
def test_times_and_looks_are_valid_and_stay(version, profile, parkgraph, tmp_path):
    theirs, ours, again = (tmp_path / f"{name}.gexf" for name in ["theirs", "ours", "again"])
    theirs.write_text(EVERYTHING.format(version=version, **VERSIONS[version]), "utf-8")
    assert_valid(theirs, version)
    parkgraph("export", str(ours), "--graph", str(theirs), "--profile", profile)
    assert_valid(ours, version)
    parkgraph("export", str(again), "--graph", str(ours), "--profile", profile)
    assert again.read_bytes() == ours.read_bytes()
    # Tag by tag, all that is in their file is in ours, beside what we add.
    for element in ElementTree.parse(theirs).getroot().iter():
        tag, attributes = element.tag, dict(element.attrib)
        if tag.endswith("}attribute") or "for" in attributes:
            continue  # Identifiers of attributes are ours.
        found = [
            {name: number(value) for name, value in other.attrib.items()}
            for other in ElementTree.parse(ours).getroot().iter(tag)
        ]
        expected = {n: number(v) for n, v in attributes.items()}
        assert any(expected.items() <= other.items() for other in found), (tag, expected, found)


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


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


def test_we_read_values_of_other_types_than_networkx_declares(parkgraph, tmp_path):
    # It declares the type of the first value.
    mixed = {
        "size": [1, 2.5], "far": [1, math.inf], "code": [7, "x"], "open": [True, 2],
        "large": [1, 2**70],
    }
    graph = networkx.Graph()
    for node in range(2):
        graph.add_node(str(node), **{name: values[node] for name, values in mixed.items()})
    graph.add_edge("0", "1", weight=1, share=1)
    graph.add_edge("1", "1", weight=0.5, share=0.25)
    theirs, ours = tmp_path / "theirs.gexf", tmp_path / "ours.graphml"
    networkx.write_gexf(graph, theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.read_graphml(ours)
    expected = {
        "size": [1.0, 2.5], "far": [1.0, math.inf], "code": ["7", "x"], "open": ["true", "2"],
        "large": ["1", str(2**70)],
    }
    for name, values in expected.items():
        assert [found.nodes[node][name] for node in "01"] == values
    assert [found.edges[ends]["share"] for ends in [("0", "1"), ("1", "1")]] == [1.0, 0.25]


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
