"""NetworkX and igraph read our GraphML, and find in it what parkgraph says."""

import xml.etree.ElementTree as ElementTree

import igraph
import networkx

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
