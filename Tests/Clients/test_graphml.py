"""NetworkX, igraph, NetworKit and Graphviz read our GraphML, and we read theirs."""

import math
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import igraph
import lxml.etree
import networkit
import networkx
import pytest

SCHEMAS = pathlib.Path(__file__).parent / "schemas"

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
NODE_KEYS = {
    "label", "kind", "form", "name_en", "name_zh_hans", "name_zh_hant", "aliases", "country",
    "latitude", "longitude", "start", "end", "note", "sources",
}
EDGE_KEYS = {
    "label", "kind", "start", "end", "weight", "sources", "agreement", "role", "certainty",
}


def declared(path, domain):
    root = ElementTree.parse(path).getroot()
    keys = root.findall(f"{NAMESPACE}key")
    return {key.get("attr.name"): key for key in keys if key.get("for") == domain}


def test_every_attribute_is_declared(graphml):
    _, path = graphml
    assert set(declared(path, "node")) == NODE_KEYS
    assert set(declared(path, "edge")) == EDGE_KEYS


def test_networkx_finds_every_node(graphml, entities):
    view, path = graphml
    graph = networkx.read_graphml(path)
    assert graph.is_directed() == (view == "full")
    if view == "full":
        assert set(graph.nodes) == set(entities)
    for node, values in graph.nodes(data=True):
        entity = entities[node]
        assert values["label"] == entity["label"]
        assert values["kind"] == entity["kind"]
        assert values.get("form") == entity.get("form")
        assert values.get("country") == entity.get("country")
        assert values.get("latitude") == entity.get("latitude")
        names = [name["text"] for name in entity["names"]]
        for language, key in [("en", "name_en"), ("zh-Hans", "name_zh_hans"), ("zh-Hant", "name_zh_hant")]:
            own = [name["text"] for name in entity["names"] if name["language"] == language]
            assert (values.get(key) in own) if own else (key not in values)
        others = values.get("aliases", "")
        assert all(name in others or name in values.values() for name in names)


def test_networkx_finds_every_relation(graphml, entities):
    view, path = graphml
    graph = networkx.read_graphml(path, force_multigraph=True)
    for _, _, values in graph.edges(data=True):
        assert values["label"] and values["kind"] and values["weight"] > 0
    if view != "full":
        return
    found = sorted((a, values["label"], b) for a, b, values in graph.edges(data=True))
    expected = [
        (entity["id"], relation["relation"], relation["other"]["id"])
        for entity in entities.values()
        for relation in entity["relations"]
    ] + [
        (party["id"], "party to", entity["id"])
        for entity in entities.values()
        for party in entity.get("parties", [])
        if "id" in party
    ]
    assert found == sorted(expected)


def test_igraph_finds_the_same(graphml):
    _, path = graphml
    theirs = igraph.Graph.Read_GraphML(path)
    ours = networkx.read_graphml(path, force_multigraph=True)
    assert theirs.is_directed() == ours.is_directed()
    assert NODE_KEYS <= set(theirs.vertex_attributes())
    assert EDGE_KEYS <= set(theirs.edge_attributes())
    assert theirs.vcount() == ours.number_of_nodes()
    assert theirs.ecount() == ours.number_of_edges()
    for vertex in theirs.vs:
        values = ours.nodes[vertex["id"]]
        for key in NODE_KEYS - {"latitude", "longitude"}:
            assert (vertex[key] or None) == values.get(key)
    ends = sorted(
        (theirs.vs[edge.source]["id"], edge["label"], edge["weight"], theirs.vs[edge.target]["id"])
        for edge in theirs.es
    )
    assert ends == sorted((a, v["label"], v["weight"], b) for a, b, v in ours.edges(data=True))


def test_networkit_finds_the_structure(graphml):
    _, path = graphml
    expected = networkx.read_graphml(path, force_multigraph=True)
    found = networkit.readGraph(path, networkit.Format.GraphML)
    assert found.numberOfNodes() == expected.number_of_nodes()
    assert found.isDirected() == expected.is_directed()


def test_graphviz_converts_it(graphml):
    graphml2gv = shutil.which("graphml2gv")
    if graphml2gv is None:
        pytest.skip("graphml2gv of Graphviz is not installed")
    _, path = graphml
    expected = networkx.read_graphml(path, force_multigraph=True)
    text = subprocess.run([graphml2gv, path], capture_output=True, check=True, text=True).stdout
    # Parallel edges are one in a strict graph of Graphviz; ours are kept.
    assert text.count(" -- ") + text.count(" -> ") == expected.number_of_edges()


def test_it_is_valid_by_the_schema(graphml):
    _, path = graphml
    schema = lxml.etree.XMLSchema(file=str(SCHEMAS / "graphml.xsd"))
    schema.assertValid(lxml.etree.parse(path))


SHAPES = {
    "rectangle", "roundrectangle", "ellipse", "parallelogram", "hexagon", "triangle", "rectangle3d",
    "octagon", "diamond", "trapezoid", "trapezoid2", "star5", "star6", "star8",
}
LINES = {"line", "dashed", "dotted", "dashed_dotted"}
COLOR = re.compile("#[0-9A-F]{6}([0-9A-F]{2})?")


@pytest.mark.parametrize("view", ["full", "partnership"])
def test_it_has_what_yed_draws(view, parkgraph, tmp_path):
    """yEd itself can't be had: what it wants is known from its own files."""
    path = tmp_path / "yed.graphml"
    parkgraph("export", str(path), "--view", view, "--profile", "yed")
    root = lxml.etree.parse(path).getroot()
    g, y = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"
    graphics = {key.get("yfiles.type"): key for key in root.iter(f"{g}key") if key.get("yfiles.type")}
    assert set(graphics) == {"nodegraphics", "edgegraphics"}
    assert all(set(key.attrib) == {"for", "id", "yfiles.type"} for key in graphics.values())

    def drawing(element, kind):
        own = [data for data in element.findall(f"{g}data") if data.get("key") == graphics[kind].get("id")]
        assert len(own) == 1 and len(own[0]) == 1
        return own[0][0]

    places = set()
    for node in root.iter(f"{g}node"):
        shape = drawing(node, "nodegraphics")
        assert shape.tag == f"{y}ShapeNode"
        # In the order in which yEd writes them.
        geometry, fill, label, kind = shape
        assert [part.tag for part in shape] == [y + n for n in ["Geometry", "Fill", "NodeLabel", "Shape"]]
        numbers = [float(geometry.get(name)) for name in ["x", "y", "width", "height"]]
        assert all(map(math.isfinite, numbers)) and min(numbers[2:]) > 0
        places.add(tuple(numbers[:2]))
        assert COLOR.fullmatch(fill.get("color")) and label.text and kind.get("type") in SHAPES
    assert len(places) > 1
    for edge in root.iter(f"{g}edge"):
        line = drawing(edge, "edgegraphics")
        assert line.tag == f"{y}PolyLineEdge"
        assert [part.tag for part in line] == [y + n for n in ["LineStyle", "Arrows", "EdgeLabel"]]
        assert COLOR.fullmatch(line[0].get("color")) and line[0].get("type") in LINES
        assert float(line[0].get("width")) > 0
        assert line[1].get("target") == ("standard" if view == "full" else "none")


def test_it_has_what_gephi_draws(parkgraph, tmp_path):
    """Gephi takes these attributes for places, sizes and colours."""
    path = tmp_path / "gephi.graphml"
    parkgraph("export", str(path), "--profile", "gephi")
    lxml.etree.XMLSchema(file=str(SCHEMAS / "graphml.xsd")).assertValid(lxml.etree.parse(path))
    graph = networkx.read_graphml(path, force_multigraph=True)
    for _, values in graph.nodes(data=True):
        assert {"x", "y", "size", "r", "g", "b"} <= set(values) and values["label"]
        assert all(isinstance(values[name], int) and 0 <= values[name] <= 255 for name in "rgb")
        assert values["size"] > 0


def test_we_read_what_networkx_writes(parkgraph, tmp_path):
    graph = networkx.MultiDiGraph(name="牽手")
    graph.add_node("a", size=3, ratio=0.5, note='"&" <火>\n', big=2**40, open=False, inf=math.inf)
    graph.add_node("b & c")
    graph.add_edge("a", "b & c", key="first", weight=1e-7)
    graph.add_edge("a", "b & c", key="second")
    theirs, ours = tmp_path / "theirs.graphml", tmp_path / "ours.graphml"
    networkx.write_graphml(graph, theirs)
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = networkx.read_graphml(ours)
    assert dict(found.nodes(data=True)) == dict(graph.nodes(data=True))
    assert dict(found.edges) == dict(graph.edges) and found.is_directed()


def test_we_read_what_igraph_writes(parkgraph, tmp_path):
    graph = igraph.Graph(directed=False)
    graph.add_vertices(2, {"name": ["火炬", 'say "hi"'], "size": [1, 2.5], "open": [True, False]})
    graph.add_edges([(0, 1), (1, 1)], {"weight": [1e300, 2]})
    theirs, ours = tmp_path / "theirs.graphml", tmp_path / "ours.graphml"
    graph.write_graphml(str(theirs))
    parkgraph("export", str(ours), "--graph", str(theirs))
    found = igraph.Graph.Read_GraphML(str(ours))
    assert found.vs["name"] == graph.vs["name"] and found.vs["size"] == graph.vs["size"]
    assert found.vs["open"] == graph.vs["open"] and found.es["weight"] == graph.es["weight"]
    assert found.get_edgelist() == graph.get_edgelist() and not found.is_directed()


def test_the_same_graph_is_written_again(graphml, parkgraph, tmp_path):
    _, path = graphml
    again = tmp_path / "again.graphml"
    parkgraph("export", str(again), "--graph", path)
    assert again.read_bytes() == pathlib.Path(path).read_bytes()
