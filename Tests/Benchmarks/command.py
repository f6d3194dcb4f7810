"""Whether the command loses time that the library does not: the same algorithm on the same graph,
asked of `Measure` and of `parkgraph centrality --graph FILE.edges --threads N --timings` in turn.

The command's time is the phase `algorithm` of its timings, and all of its phases together stand
beside it. The values that the two find are compared node by node. The command runs once, on memory
that it touches for the first time, which shows where an algorithm takes a few milliseconds.
"""

import json
import os
import statistics
import subprocess
import tempfile

import compare
import graphs

# Algorithms that the two ask alike.
ROWS = [
    ("betweenness", "barabasi-albert"), ("betweenness", "leafy"), ("betweenness", "power"),
    ("harmonic", "barabasi-albert"), ("harmonic", "power"), ("core", "barabasi-albert-100k"),
]


def ask(command, path, algorithm, threads):
    """The milliseconds of the algorithm and of everything, and the values by node."""
    done = subprocess.run(
        [command, "centrality", "--graph", path, "--by", algorithm, "--threads", str(threads),
         "--format", "json", "--timings"],
        capture_output=True, text=True, check=True)
    timings = json.loads(done.stderr.splitlines()[-1])
    whole = sum(value for name, value in timings.items() if name != "peak_memory_bytes")
    scores = {int(row["entity"]["id"]): row["score"] for row in json.loads(done.stdout)["ranking"]}
    return timings["algorithm"] * 1000, whole * 1000, scores


def table(program, command, threads, rounds):
    print("| algorithm | graph | threads | library, ms | command, ms | ratio | all phases, ms | apart |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="parkgraph-benchmarks-") as folder:
        for name in dict.fromkeys(name for _, name in ROWS):
            if name in graphs.REAL and not compare.has_graph_tool():
                continue
            path = os.path.join(folder, name + ".txt")
            graphs.write(name, path)
            plain = os.path.join(folder, name + ".edges")
            with open(path) as numbered, open(plain, "w") as edges:
                next(numbered)
                # Without the weights, which the command would take for strengths.
                edges.writelines(" ".join(line.split()[:2]) + "\n" for line in numbered)
            ours = compare.Program("parkgraph", [program, path, "undirected"], path + ".out")
            for algorithm in [row[0] for row in ROWS if row[1] == name]:
                for count in threads:
                    print(row(ours, command, plain, algorithm, name, count, rounds), flush=True)
            ours.close()


def row(ours, command, path, algorithm, name, threads, rounds):
    library, inside, whole, ratios = [], [], [], []
    for _ in range(rounds):
        seconds, values = ours.run(algorithm, threads)
        milliseconds, everything, scores = ask(command, path, algorithm, threads)
        # A list of edges has no nodes without any.
        apart = compare.difference([scores.get(node, 0) for node in range(len(values))], values)
        library.append(seconds * 1000)
        inside.append(milliseconds)
        whole.append(everything)
        ratios.append(milliseconds / library[-1])
    return (
        f"| {algorithm} | {name} | {threads} | {statistics.median(library):.2f} | "
        f"{statistics.median(inside):.2f} | {statistics.median(ratios):.2f} | "
        f"{statistics.median(whole):.2f} | {apart:.0e} |")
