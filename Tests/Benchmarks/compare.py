"""Runs parkgraph's algorithms and the peers' side by side and prints a table.

Runs are interleaved and the ratio of each round is taken, since machines are noisy; the table has
the medians. What takes less than 20 ms is run until 20 ms have passed, by all alike. Answers are compared with igraph's; on standard error, with the other peers' as well
where they are defined alike.
"""

import argparse
import datetime
import os
import statistics
import subprocess
import sys
import tempfile

import numpy

import graphs
import peers

SUITE = [
    ("betweenness", ["affiliation", "barabasi-albert", "r-mat", "leafy", "mesh", "power", "hep-th"]),
    ("some-betweenness", ["barabasi-albert", "leafy", "mesh", "power"]),
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
    ("weighted-pair", ["barabasi-albert-100k", "astro-ph", "power", "line+"]),
    ("bfs", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("one-bfs", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("dijkstra", ["barabasi-albert-100k", "astro-ph", "power"]),
]


class Program:
    """`Measure`, or `peers.py` with one of the peers, kept running on one graph."""

    def __init__(self, name, command, out):
        self.name, self.out = name, out
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.is_ready = self.process.stdout.readline().strip() == "ready"

    def run(self, algorithm, threads):
        """The seconds and the values; `None` if it has no such algorithm."""
        self.process.stdin.write(f"{algorithm} {threads} {self.out}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline().strip()
        return None if line in ("", "none") else (float(line), numpy.fromfile(self.out))

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w") as file:
            file.write("5")

    def peak(self):
        """The most memory since `forget_peak`, in MB, what the program itself takes included."""
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


def programs(name, program, folder):
    """Ours and the peers, started on a graph."""
    path = os.path.join(folder, name + ".txt")
    graphs.write(name.rstrip("+"), path)
    kind = "directed" if name.endswith("+") else "undirected"
    out = os.path.join(folder, "out")
    ours = Program("parkgraph", [program, path, kind], out)
    if not ours.is_ready:
        sys.exit(f"{program} could not read {path}")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.py")
    rivals = [
        Program(peer, [sys.executable, "-W", "ignore", script, peer, path, kind], out)
        for peer in peers.ALL
    ]
    return ours, [rival for rival in rivals if rival.is_ready]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--only", nargs="*", help="algorithms")
    parser.add_argument("--graphs", nargs="*", help="graphs")
    parser.add_argument("--command", action="store_true", help="beside the command instead")
    parser.add_argument("--markdown", action="store_true", help="with a line about the machine")
    options = parser.parse_args()
    if options.command:
        import command  # It builds on this module.

        command.table(options.program, "../../.build/release/parkgraph", options.threads, options.rounds)
        return
    rows = [
        (algorithm, name) for algorithm, names in SUITE for name in names
        if (not options.only or algorithm in options.only)
        and (not options.graphs or name in options.graphs)
        and (name.rstrip("+") not in graphs.REAL or has_graph_tool())
    ]
    if options.markdown:
        print(circumstances() + "\n")
    print("| algorithm | graph | threads | parkgraph ms | MB | best peer | ms | MB | ratio | apart |")
    print("|---|---|--:|--:|--:|---|--:|--:|--:|--:|")
    lines = {}
    with tempfile.TemporaryDirectory(prefix="parkgraph-benchmarks-") as folder:
        # Graph by graph, so that each is read once; printed in the order of the suite.
        for name in dict.fromkeys(name for _, name in rows):
            ours, rivals = programs(name, options.program, folder)
            for algorithm in [row[0] for row in rows if row[1] == name]:
                lines[algorithm, name] = [
                    line(algorithm, name, threads, ours, rivals, options.rounds)
                    for threads in options.threads
                ]
            for program in [ours] + rivals:
                program.close()
    for row in rows:
        print("\n".join(lines[row]), flush=True)


def circumstances():
    """When, on what and against which versions the table was made."""
    with open("/proc/cpuinfo") as file:
        models = [row.split(":", 1)[1].strip() for row in file if row.startswith("model name")]
    versions = []
    for peer, module in [
        ("igraph", "igraph"), ("NetworKit", "networkit"), ("rustworkx", "rustworkx"),
        ("graph-tool", "graph_tool"),
    ]:
        try:
            version = __import__(module).__version__.split(" ")[0]
            versions.append(f"{peer} {version}")
        except ImportError:
            versions.append(f"without {peer}")
    return (
        f"{datetime.date.today()}, {len(models)} × {models[0] if models else 'unknown'}; "
        f"{', '.join(versions)}. Medians of interleaved runs; MB is the most memory that a program "
        "took meanwhile, its own code, the graph and, for the peers, Python included; *apart* is the "
        "greatest difference from igraph's answer, relative to the greater of it and 1. A ratio "
        "below 1 is **bold**: there we lose. Peers without threads compete on one.")


def line(algorithm, name, threads, ours, rivals, rounds):
    times, ratios, theirs, apart = [], {}, {}, None
    for program in [ours] + rivals:
        program.forget_peak()
    for turn in range(rounds):
        seconds, values = ours.run(algorithm, threads)
        times.append(seconds)
        for rival in rivals:
            # One that takes long is asked once: noise does not matter then.
            if turn > 0 and min(theirs.get(rival.name, [9])) > 2:
                continue
            answer = rival.run(algorithm, threads)
            if answer is None and threads > 1:
                # Without threads of its own it competes on one.
                answer = rival.run(algorithm, 1)
            if answer is None:
                continue
            theirs.setdefault(rival.name, []).append(answer[0])
            ratios.setdefault(rival.name, []).append(answer[0] / seconds)
            if turn == 0 and answer[1].size > 0:
                away = difference(values, answer[1])
                if rival.name == "igraph":
                    apart = away
                elif away > 1e-9:
                    print(f"{rival.name} is {away:.0e} apart: {algorithm} {name}", file=sys.stderr)
    best = min(theirs, key=lambda rival: statistics.median(theirs[rival]), default=None)
    ms = statistics.median(times) * 1000
    start = f"| {algorithm} | {name} | {threads} | {ms:.2f} | {ours.peak()} |"
    if best is None:
        return f"{start} none | | | | |"
    ratio = statistics.median(ratios[best])
    memory = next(rival.peak() for rival in rivals if rival.name == best)
    shown = f"{ratio:.1f}×" if ratio >= 1 else f"**{ratio:.2f}×**"
    return (
        f"{start} {best} | {statistics.median(theirs[best]) * 1000:.2f} | {memory} | {shown} | "
        f"{'' if apart is None else f'{apart:.0e}'} |")


def has_graph_tool():
    try:
        import graph_tool.collection  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
