"""Reads a file with a peer and writes it again: peers.py PEER FORMAT FILE COPY.

Prints the seconds of each, the most memory in megabytes up to the end of each, and how many nodes
and edges there are, as the program of parkgraph does.
"""

import json
import resource
import sys
import time

peer, form, file, copy = sys.argv[1:]
baseline = 0


def peak():
    # What getrusage says may be of the process that started this one.
    try:
        with open("/proc/self/status", encoding="ascii") as lines:
            kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    except OSError:
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return (kilobytes >> 10) - baseline


def node_link_read(path):
    with open(path, encoding="utf-8") as text:
        return networkx.node_link_graph(json.load(text), edges="edges")


def node_link_write(graph, path):
    with open(path, "w", encoding="utf-8") as text:
        json.dump(networkx.node_link_data(graph, edges="edges"), text)


if peer == "igraph":
    import igraph

    readers = {
        "graphml": igraph.Graph.Read_GraphML,
        "gml": igraph.Graph.Read_GML,
        "edges": lambda path: igraph.Graph.Read_Ncol(path, weights=True, directed=True),
    }
    writers = {
        "graphml": igraph.Graph.write_graphml,
        "gml": igraph.Graph.write_gml,
        "edges": igraph.Graph.write_ncol,
    }
    size = lambda graph: (graph.vcount(), graph.ecount())
else:
    import networkx

    readers = {
        "graphml": lambda path: networkx.read_graphml(path, force_multigraph=True),
        "gexf": networkx.read_gexf,
        "gml": lambda path: networkx.read_gml(path, label=None),
        "json": node_link_read,
        "edges": lambda path: networkx.read_weighted_edgelist(
            path, create_using=networkx.MultiDiGraph
        ),
    }
    writers = {
        "graphml": networkx.write_graphml,
        "gexf": networkx.write_gexf,
        "gml": networkx.write_gml,
        "json": node_link_write,
        "edges": networkx.write_weighted_edgelist,
    }
    size = lambda graph: (graph.number_of_nodes(), graph.number_of_edges())

if form not in readers:
    sys.exit("unsupported")
baseline = peak()
start = time.perf_counter()
graph = readers[form](file)
read = time.perf_counter() - start
read_peak = peak()
start = time.perf_counter()
writers[form](graph, copy)
print(read, time.perf_counter() - start, read_peak, peak(), *size(graph))
