"""Run by the Python that Debian's graph-tool is for.

`with_graph_tool.py read FILE` says in JSON what graph-tool finds in a file; `write FILE` has it write
a graph of its own and says the same of that.
"""

import json
import sys

import graph_tool


def described(graph):
    """A graph as lists of values: nodes in order, edges with the places of their ends."""

    def values(maps, item):
        return {name: plain(values[item]) for name, values in maps.items()}

    return {
        "directed": graph.is_directed(),
        "graph": {name: plain(graph.gp[name]) for name in graph.gp},
        "nodes": [values(graph.vp, vertex) for vertex in graph.vertices()],
        "edges": [
            [int(edge.source()), int(edge.target()), values(graph.ep, edge)]
            for edge in graph.edges()
        ],
    }


def plain(value):
    if isinstance(value, (bool, int, float, str)):
        return value
    return [plain(part) for part in value]


def sample():
    """A graph with a property of each type that files have."""
    graph = graph_tool.Graph(directed=True)
    graph.add_vertex(3)
    graph.add_edge_list([(0, 1), (0, 1), (2, 2)])
    columns = {
        "name": ("string", ["火炬", 'say "hi" & <x>\n', "back\\slash"]),
        "size": ("int32_t", [-(2**31), 0, 2**31 - 1]),
        "big": ("int64_t", [2**53 + 1, -1, 0]),
        "ratio": ("double", [0.1, 1e300, 1 / 3]),
        "far": ("double", [float("inf"), float("-inf"), -0.5]),
        "exact": ("long double", [0.1, 2.5, 1e-5]),
        # In GML and DOT, it writes truth values as control characters.
        "open": ("bool", [True, False, True]),
        "tags": ("vector<string>", [["a, b", "c"], ["d"], ["e"]]),
    }
    for name, (kind, values) in columns.items():
        if sys.argv[2].endswith(".graphml") or name != "open":
            graph.vp[name] = graph.new_vp(kind, vals=values)
    graph.ep["weight"] = graph.new_ep("double", vals=[1e-7, 2, 1 / 3])
    graph.gp["title"] = graph.new_gp("string", "牽手")
    graph.gp["year"] = graph.new_gp("int", 2016)
    return graph


def loaded(path):
    if not path.endswith(".edges"):
        return graph_tool.load_graph(path)
    return graph_tool.load_graph_from_csv(
        path, csv_options={"delimiter": "\t"}, eprop_types=["double"], eprop_names=["weight"]
    )


if sys.argv[1] == "read":
    print(json.dumps(described(loaded(sys.argv[2]))))
else:
    graph = sample()
    graph.save(sys.argv[2])
    print(json.dumps(described(graph)))
