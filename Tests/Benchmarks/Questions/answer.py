"""Answers a question from a GraphML file with NetworkX: answer.py FILE QUESTION [NAME ...].

The answer is one line of JSON, in a form that compare.py checks against parkgraph's.
"""

import json
import sys

import networkx


def find(graph, name):
    """The node that goes by a name, letter by letter: no folding of case or script."""
    keys = ("label", "name_en", "name_zh_hans", "name_zh_hant")
    for node, values in graph.nodes(data=True):
        if name in (node, *(values.get(key) for key in keys)):
            return node
        if name in values.get("aliases", "").split("; "):
            return node
    sys.exit(f"unknown: {name}")


def answer(path, question, *names):
    graph = networkx.read_graphml(path)
    undirected = graph.to_undirected()
    if question == "path":
        start, end = (find(graph, name) for name in names)
        return networkx.shortest_path_length(undirected, start, end)
    if question == "neighbors":
        return sorted(undirected.neighbors(find(graph, names[0])))
    if question == "show":
        return graph.nodes[find(graph, names[0])]["label"]
    if question == "list":
        return sorted(node for node, values in graph.nodes(data=True) if values["kind"] == names[0])
    if question == "components":
        return sorted(len(part) for part in networkx.connected_components(undirected))
    if question == "degree":
        ranking = networkx.read_graphml(path, force_multigraph=True).to_undirected().degree()
        return max(count for _, count in ranking)
    sys.exit(f"no such question: {question}")


print(json.dumps(answer(*sys.argv[1:])))
