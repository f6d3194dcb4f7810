"""Times parkgraph's formats against igraph's and NetworkX's, interleaved, and compares answers."""

import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import igraph

FORMATS = ["graphml", "gexf", "gml", "json", "csv", "edges"]
PEERS = pathlib.Path(__file__).with_name("peers.py")


def sample(path, nodes, edges):
    """A random graph, written by igraph."""
    random.seed(1)
    ends = [(random.randrange(nodes), random.randrange(nodes)) for _ in range(edges)]
    graph = igraph.Graph(n=nodes, edges=ends, directed=True)
    graph.vs["label"] = [f"park {number} & friends" for number in range(nodes)]
    graph.es["weight"] = [random.random() for _ in range(edges)]
    graph.es["year"] = [random.randrange(1980, 2026) for _ in range(edges)]
    graph.write_graphml(str(path))
    with open(path.with_suffix(".edges"), "w", encoding="ascii") as file:
        for (source, target), weight in zip(ends, graph.es["weight"]):
            file.write(f"n{source}\tn{target}\t{weight!r}\n")


def same(one, other):
    """Whether igraph finds in two files the same graph."""
    one, other = (igraph.Graph.Read_GraphML(str(path)) for path in (one, other))
    return (
        one.get_edgelist() == other.get_edgelist()
        and one.vs["label"] == other.vs["label"]
        and all(one.es[key] == other.es[key] for key in ("weight", "year"))
    )


def run(command):
    """The figures that a command prints; `None` if it has no such format."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if result.returncode != 0:
        if "unsupported" in result.stderr:
            return None
        sys.exit(f"{command}: {result.stderr or result.stdout}")
    return [float(word) for word in result.stdout.split()]


def measure(commands, rounds):
    """The medians of each command's figures, taken in turn."""
    figures = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            # NetworkX takes so long that two rounds have to do.
            if name != "NetworkX" or number < 2:
                # To give back the memory of a former copy takes as long as to write a new one.
                copy = pathlib.Path(command[-1])
                if copy.is_file():
                    copy.unlink()
                row = run(command)
                if row is not None:
                    figures[name].append(row)
    return {
        name: [statistics.median(column) for column in zip(*rows)]
        for name, rows in figures.items()
        if rows
    }


def table(medians):
    """Prints a row for each program, and how many times as long the others take."""
    ours = medians["parkgraph"]
    for name, (read, write, read_peak, peak, *size) in medians.items():
        if size != ours[4:]:
            print(f"{name} finds {size} nodes and edges, parkgraph {ours[4:]}")
        line = f"{name:12}{read:10.3f}{write:10.3f}{read_peak:10.0f}{peak:10.0f}"
        if name != "parkgraph":
            line += f"{read / ours[0]:10.1f}×{write / ours[1]:9.1f}×"
        print(line, flush=True)


def head(title):
    print(f"\n{title}")
    print(
        f"{'':12}{'read s':>10}{'write s':>10}{'peak MB':>10}{'and after':>10}"
        f"{'read':>11}{'write':>10}"
    )


def main(program, rounds):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        large, small = folder / "large.graphml", folder / "small.graphml"

        def commands(form, file, names):
            copies = {name: folder / f"{name}.{form}" for name in names}
            return {
                name: [program, form, file, form, copy]
                if name == "parkgraph"
                else [sys.executable, PEERS, name, form, file, copy]
                for name, copy in copies.items()
            }

        sample(large, 100_000, 500_000)
        head("GraphML, 100,000 nodes, 500,000 edges, three attributes")
        table(measure(commands("graphml", large, ["parkgraph", "igraph"]), rounds))
        if not same(large, folder / "parkgraph.graphml"):
            sys.exit("igraph finds another graph in our copy")
        # The system takes as long as we do to keep what is written.
        head("the same, written to /dev/null")
        nowhere = {
            name: [*words[:-1], "/dev/null"]
            for name, words in commands("graphml", large, ["parkgraph", "igraph"]).items()
        }
        table(measure(nowhere, rounds))

        sample(small, 20_000, 100_000)
        for form in FORMATS:
            file = small.with_suffix(f".{form}")
            if form not in ("graphml", "edges"):
                run([program, "graphml", small, form, file])
            head(f"{form}, 20,000 nodes, 100,000 edges")
            table(measure(commands(form, file, ["parkgraph", "igraph", "NetworkX"]), rounds))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
