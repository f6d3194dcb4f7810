"""Runs parkgraph's algorithms and the peers' side by side and prints a table.

Runs are interleaved and the ratio of each round is taken, since machines are noisy; the table has
the medians. Answers are compared with igraph's; on standard error, with the other peers' as well
where they are defined alike.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile

import numpy

import graphs
import peers

SUITE = [
    ("betweenness", ["affiliation", "barabasi-albert", "r-mat", "leafy", "mesh", "power", "hep-th"]),
    ("edge-betweenness", ["affiliation", "leafy", "power"]),
    ("weighted-betweenness", ["affiliation", "leafy", "power"]),
    ("closeness", ["affiliation", "barabasi-albert", "leafy", "mesh", "power"]),
    ("harmonic", ["affiliation", "barabasi-albert", "leafy", "mesh", "power"]),
    ("eccentricity", ["affiliation", "power"]),
    ("diameter", ["affiliation", "power"]),
    ("pagerank", ["barabasi-albert-100k", "astro-ph", "power", "r-mat+"]),
    ("eigenvector", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("core", ["barabasi-albert-100k", "astro-ph", "as-22july06"]),
    ("components", ["barabasi-albert-100k", "astro-ph", "as-22july06"]),
    ("single-pair", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("bfs", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("dijkstra", ["barabasi-albert-100k", "astro-ph", "power"]),
]


class Ours:
    """The program `Measure`, kept running."""

    def __init__(self, program, path, directed, out):
        kind = "directed" if directed else "undirected"
        self.out = out
        self.process = subprocess.Popen(
            [program, path, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            sys.exit(f"{program} could not read {path}")

    def run(self, algorithm, threads):
        self.process.stdin.write(f"{algorithm} {threads} {self.out}\n")
        self.process.stdin.flush()
        seconds = float(self.process.stdout.readline())
        return seconds, numpy.fromfile(self.out)

    def peak(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            lines = dict(line.split(":", 1) for line in status)
        return int(lines["VmHWM"].split()[0]) // 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def difference(ours, theirs):
    """The greatest difference, relative to the greater of the value and 1."""
    ours, theirs = numpy.asarray(ours, float), numpy.asarray(theirs, float)
    if ours.shape != theirs.shape:
        return numpy.inf
    same = (ours == theirs) | (numpy.isnan(ours) & numpy.isnan(theirs))
    with numpy.errstate(invalid="ignore"):
        apart = numpy.abs(ours - theirs) / numpy.maximum(1, numpy.abs(theirs))
    apart = numpy.where(same, 0, apart)
    return float(numpy.where(numpy.isnan(apart), numpy.inf, apart).max(initial=0))


def load(name, folder):
    directed = name.endswith("+")
    count, edges = graphs.edges_of(name.rstrip("+"))
    chance = random.Random(9)
    weights = [float(chance.randint(1, 20)) for _ in edges]
    path = os.path.join(folder, name + ".txt")
    with open(path, "w") as file:
        file.write(f"{count}\n")
        file.writelines(f"{a} {b} {w}\n" for (a, b), w in zip(edges, weights))
    return count, edges, weights, directed, path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--only", nargs="*", help="algorithms")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="parkgraph-benchmarks-")
    suite = [row for row in SUITE if not options.only or row[0] in options.only]
    print("| algorithm | graph | threads | parkgraph ms | peak MB | best peer | ms | ratio | apart |")
    print("|---|---|--:|--:|--:|---|--:|--:|--:|")
    known = {}
    for algorithm, names in suite:
        for name in names:
            if name.rstrip("+") in graphs.REAL and not has_graph_tool():
                continue
            if name not in known:
                known[name] = load(name, folder)
            count, edges, weights, directed, path = known[name]
            rivals = []
            for kind in peers.ALL:
                try:
                    rivals.append(kind(count, edges, weights, directed))
                except ImportError as error:
                    print(f"without {kind.name}: {error}", file=sys.stderr)
            for threads in options.threads:
                ours = Ours(options.program, path, directed, os.path.join(folder, "out"))
                print(row(algorithm, name, threads, ours, rivals, options.rounds), flush=True)
                ours.close()


def row(algorithm, name, threads, ours, rivals, rounds):
    times, ratios, theirs, apart = [], {}, {}, 0.0
    for turn in range(rounds):
        seconds, values = ours.run(algorithm, threads)
        times.append(seconds)
        for rival in list(rivals):
            # One that takes long is asked once: noise does not matter then.
            if turn > 0 and min(theirs.get(rival.name, [0])) > 2:
                continue
            answer = ask(rival, algorithm, threads)
            if answer is None and threads > 1:
                # Without threads of its own it competes on one.
                answer = ask(rival, algorithm, 1)
            if answer is None:
                continue
            theirs.setdefault(rival.name, []).append(answer[0])
            ratios.setdefault(rival.name, []).append(answer[0] / seconds)
            if answer[1] is not None:
                away = difference(values, answer[1])
                if rival.name == "igraph":
                    apart = max(apart, away)
                elif away > 1e-9 and turn == 0:
                    print(f"{rival.name} is {away:.0e} apart: {algorithm} {name}", file=sys.stderr)
    best = min(theirs, key=lambda name: statistics.median(theirs[name]), default=None)
    ms = statistics.median(times) * 1000
    if best is None:
        return f"| {algorithm} | {name} | {threads} | {ms:.2f} | {ours.peak()} | none | | | |"
    return (
        f"| {algorithm} | {name} | {threads} | {ms:.2f} | {ours.peak()} | {best} | "
        f"{statistics.median(theirs[best]) * 1000:.2f} | {statistics.median(ratios[best]):.1f}× | "
        f"{apart:.0e} |")


def ask(rival, algorithm, threads):
    try:
        return rival.run(algorithm, threads)
    except Exception as error:
        print(f"{rival.name} has no {algorithm}: {error}", file=sys.stderr)
        return None


def has_graph_tool():
    try:
        import graph_tool.collection  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
