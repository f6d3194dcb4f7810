"""Times parkgraph's GraphML against igraph's, interleaved, and compares what they read."""

import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import igraph

# igraph in a process of its own each time, so that its memory can be told, as ours.
PEER = """
import igraph, resource, sys, time
start = time.perf_counter()
graph = igraph.Graph.Read_GraphML(sys.argv[1])
read = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
start = time.perf_counter()
graph.write_graphml(sys.argv[2])
print(read, time.perf_counter() - start, peak, graph.vcount(), graph.ecount())
"""


def sample(path, nodes=100_000, edges=500_000):
    """A random graph, written by igraph."""
    random.seed(1)
    ends = [(random.randrange(nodes), random.randrange(nodes)) for _ in range(edges)]
    graph = igraph.Graph(n=nodes, edges=ends, directed=True)
    graph.vs["label"] = [f"park {number} & friends" for number in range(nodes)]
    graph.es["weight"] = [random.random() for _ in range(edges)]
    graph.es["year"] = [random.randrange(1980, 2026) for _ in range(edges)]
    graph.write_graphml(str(path))


def same(one, other):
    """Whether igraph finds in two files the same graph."""
    one, other = (igraph.Graph.Read_GraphML(str(path)) for path in (one, other))
    return (
        one.get_edgelist() == other.get_edgelist()
        and one.vs["label"] == other.vs["label"]
        and all(one.es[key] == other.es[key] for key in ("weight", "year"))
    )


def main(program, rounds):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        file = folder / "sample.graphml"
        sample(file)
        commands = {
            "parkgraph": [program, file, folder / "ours.graphml"],
            "igraph": [sys.executable, "-c", PEER, file, folder / "theirs.graphml"],
        }
        figures = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                figures[name].append([float(word) for word in output.split()])
        if not same(file, folder / "ours.graphml"):
            sys.exit("igraph finds another graph in our copy")
        print(f"{'':12}{'read s':>10}{'write s':>10}{'peak MB':>10}")
        medians = {}
        for name, rows in figures.items():
            medians[name] = [statistics.median(column) for column in zip(*rows)]
            read, write, peak = medians[name][:3]
            print(f"{name:12}{read:10.3f}{write:10.3f}{peak:10.0f}")
        ratios = [b / a for a, b in zip(medians["parkgraph"], medians["igraph"])][:2]
        print(f"{'ratio':12}{ratios[0]:9.2f}×{ratios[1]:9.2f}×")


main(sys.argv[1], int(sys.argv[2]))
