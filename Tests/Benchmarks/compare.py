"""Runs parkgraph's algorithms and the peers' side by side and prints a table.

Runs are interleaved and the ratio of each round is taken, since machines are noisy; the table has
the medians. What takes less than 20 ms is run until 20 ms have passed, by all alike, and rows that
are soon done have more rounds. Answers are compared with igraph's; on standard error, with the
other peers' as well where they are defined alike.
"""

import argparse
import dataclasses
import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time

import numpy

import graphs
import peers

# Rounds go on for so many seconds, or up to so many rounds.
LEAST_TIME, MOST_ROUNDS = 1, 9
# Seconds; who takes longer is asked once: noise does not matter then.
LONG = 2

SUITE = [
    ("betweenness", "betweenness",
     ["affiliation", "barabasi-albert", "r-mat", "leafy", "mesh", "power", "hep-th"]),
    ("some-betweenness", "betweenness from 20 sources",
     ["barabasi-albert", "leafy", "mesh", "power"]),
    ("edge-betweenness", "edge betweenness", ["affiliation", "leafy", "power"]),
    ("weighted-betweenness", "betweenness by lengths", ["affiliation", "leafy", "power"]),
    ("closeness", "closeness", ["affiliation", "barabasi-albert", "leafy", "mesh", "power"]),
    ("weighted-closeness", "closeness by lengths", ["power", "rings"]),
    ("harmonic", "harmonic", ["affiliation", "barabasi-albert", "leafy", "mesh", "power"]),
    ("eccentricity", "eccentricity", ["affiliation", "power"]),
    ("diameter", "diameter", ["affiliation", "power"]),
    ("histogram", "histogram of distances", ["barabasi-albert"]),
    ("pagerank", "PageRank",
     ["barabasi-albert-100k", "astro-ph", "power", "r-mat+", "r-mat-16k+"]),
    ("eigenvector", "eigenvector",
     ["barabasi-albert-100k", "astro-ph", "power", "regular", "r-mat-16k+"]),
    ("katz", "Katz", ["barabasi-albert-100k", "astro-ph"]),
    ("hits", "hubs and authorities", ["r-mat-16k+"]),
    ("core", "core numbers", ["barabasi-albert-100k", "astro-ph", "as-22july06"]),
    ("components", "components", ["barabasi-albert-100k", "astro-ph", "as-22july06"]),
    ("strong-components", "strong components", ["r-mat-2k+", "r-mat-131k+"]),
    ("single-pair", "a path between one pair", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("weighted-pair", "a path by lengths",
     ["barabasi-albert-100k", "astro-ph", "power", "line+"]),
    ("several-paths", "ten paths between one pair", ["barabasi-albert", "power"]),
    ("bfs", "BFS from 20 sources", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("one-bfs", "BFS from one source", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("dijkstra", "Dijkstra from 20 sources", ["barabasi-albert-100k", "astro-ph", "power"]),
    ("tree", "tree of paths from one source", ["barabasi-albert-100k"]),
    ("weighted-tree", "tree of paths by lengths", ["barabasi-albert-100k"]),
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


@dataclasses.dataclass
class Outcome:
    """What the rounds on a number of threads have come to."""

    seconds: float
    memory: int
    best: str | None = None  # The fastest peer, its time, and that by ours.
    best_seconds: float = 0
    best_memory: int = 0
    ratio: float = 1
    # By peer: how far from us its answer is, and its time.
    apart: dict = dataclasses.field(default_factory=dict)
    theirs: dict = dataclasses.field(default_factory=dict)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--only", nargs="*", help="algorithms")
    parser.add_argument("--graphs", nargs="*", help="graphs")
    parser.add_argument("--command", action="store_true", help="beside the command instead")
    parser.add_argument("--markdown", action="store_true", help="with how the table was made")
    options = parser.parse_args()
    if options.command:
        import command  # It builds on this module.

        command.table(options.program, "../../.build/release/parkgraph", options.threads, options.rounds)
        return
    rows = [
        (algorithm, name) for algorithm, _, names in SUITE for name in names
        if (not options.only or algorithm in options.only)
        and (not options.graphs or name in options.graphs)
        and (name.rstrip("+") not in graphs.REAL or has_graph_tool())
    ]
    outcomes = {}
    with tempfile.TemporaryDirectory(prefix="parkgraph-benchmarks-") as folder:
        # Graph by graph, so that each is read once; printed in the order of the suite.
        for name in dict.fromkeys(name for _, name in rows):
            ours, rivals = programs(name, options.program, folder)
            for algorithm in [row[0] for row in rows if row[1] == name]:
                start = time.monotonic()
                results, answers = [], {}
                for threads in options.threads:
                    fewer = results[-1].theirs if results else None
                    results.append(measure(
                        algorithm, threads, ours, rivals, options.rounds, fewer, answers))
                outcomes[algorithm, name] = results
                for rival, apart in results[-1].apart.items():
                    if rival != "igraph" and apart > 1e-9:
                        print(f"{rival} is {apart:.0e} apart: {algorithm} {name}", file=sys.stderr)
                taken = time.monotonic() - start
                print(f"{algorithm} {name}: {taken:.0f} s", file=sys.stderr, flush=True)
            for program in [ours] + rivals:
                program.close()
    outcomes = {row: outcomes[row] for row in rows}
    if options.markdown:
        print(paragraph(circumstances(options.rounds, options.threads[0])) + "\n")
    ratios = [how_many(threads) for threads in options.threads]
    print(f"| algorithm | graph | parkgraph, ms | MB | best peer, ms | MB | {' | '.join(ratios)} | apart |")
    print("|---|---|--:|--:|--:|--:|" + "--:|" * len(ratios) + "--:|")
    for row, results in outcomes.items():
        print(line(*row, results))
    print("\n" + paragraph(losses(outcomes, ratios)) + "\n\n" + paragraph(differences(outcomes)))


def paragraph(text):
    return textwrap.fill(text, 116, break_long_words=False, break_on_hyphens=False)


def readable(algorithm):
    return next(title for name, title, _ in SUITE if name == algorithm)


def how_many(threads):
    return {1: "one thread", 2: "two threads"}.get(threads, f"{threads} threads")


def circumstances(rounds, threads):
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
        f"{', '.join(versions)}. Medians of {rounds} interleaved rounds, of up to {MOST_ROUNDS} where "
        f"these take less than {LEAST_TIME} s; who takes more than {LONG} s is asked once, and what "
        "takes less than 20 ms is repeated until 20 ms have passed, by all alike. Times and memory are "
        f"those on {how_many(threads)}; MB is the most memory that a program took meanwhile, its own "
        "code, the graph and, for the peers, Python included. A ratio is the time of the fastest peer "
        "on as many threads by ours, or on one if it has no threads or they make it slower; "
        "below 1 it is **bold**: there we lose. *Apart* is the greatest difference from igraph's "
        "answer, or where it has none from that of the peer named, relative to the greater of the "
        "value and 1. A + marks a directed graph.")


def measure(algorithm, threads, ours, rivals, rounds, fewer, answers):
    """Runs an algorithm in turn with the rivals.

    `fewer` has their times with fewer threads; `answers` gets those that may be compared.
    """
    if fewer is not None:
        # Who is that far behind does not become the fastest by more threads.
        limit = 2 * threads * min(fewer.values(), default=0)
        rivals = [rival for rival in rivals if fewer.get(rival.name, numpy.inf) <= limit]
    times, ratios, theirs = [], {}, {}
    for program in [ours] + rivals:
        program.forget_peak()
    start, turn = time.monotonic(), 0
    while turn < rounds or (turn < MOST_ROUNDS and time.monotonic() - start < LEAST_TIME):
        seconds, values = ours.run(algorithm, threads)
        times.append(seconds)
        for rival in rivals:
            if turn > 0 and min(theirs.get(rival.name, [numpy.inf])) > LONG:
                continue
            answer = rival.run(algorithm, threads)
            if answer is None and fewer and fewer[rival.name] <= LONG:
                # Without threads of its own it competes on one.
                answer = rival.run(algorithm, 1)
            if answer is None:
                continue
            theirs.setdefault(rival.name, []).append(answer[0])
            ratios.setdefault(rival.name, []).append(answer[0] / seconds)
            if answer[1].size > 0:
                answers[rival.name] = answer[1]
        turn += 1
    outcome = Outcome(statistics.median(times), ours.peak())
    outcome.apart = {rival: difference(values, answer) for rival, answer in answers.items()}
    outcome.theirs = {rival: statistics.median(seconds) for rival, seconds in theirs.items()}
    for rival, seconds in (fewer or {}).items():
        # Threads that have to wait for each other may make it slower, by more than noise does.
        if seconds < 0.8 * outcome.theirs.get(rival, numpy.inf):
            outcome.theirs[rival], ratios[rival] = seconds, [seconds / outcome.seconds]
    if outcome.theirs:
        outcome.best = min(outcome.theirs, key=outcome.theirs.get)
        outcome.best_seconds = outcome.theirs[outcome.best]
        outcome.best_memory = next(rival.peak() for rival in rivals if rival.name == outcome.best)
        # Rounded as it is shown, so that 1.0 is never said to be less than 1.
        outcome.ratio = round(statistics.median(ratios[outcome.best]), 2)
    return outcome


def line(algorithm, name, results):
    first = results[0]
    start = f"| {readable(algorithm)} | {name} | {milliseconds(first.seconds)} | {first.memory} |"
    if first.best is None:
        return f"{start} none | |" + " |" * len(results) + " |"
    cells = [
        f"{result.ratio:.1f}×" if result.ratio >= 1 else f"**{result.ratio:.2f}×**"
        for result in results
    ]
    return (
        f"{start} {milliseconds(first.best_seconds)} ({first.best}) | {first.best_memory} | "
        f"{' | '.join(cells)} | {distance(first.apart)} |")


def milliseconds(seconds):
    return f"{seconds * 1000:.2f}" if seconds >= 1e-4 else f"{seconds * 1000:.3f}"


def distance(apart):
    """How far we are from igraph, or else from the first peer with an answer to compare."""
    if not apart:
        return ""
    peer = next(iter(apart))  # igraph is the first to be asked.
    return shown(apart[peer]) + ("" if peer == "igraph" else f" ({peer})")


def shown(difference):
    return f"{difference:.0e}" if difference else "0"


def losses(outcomes, ratios):
    """The rows in which a peer is faster."""
    lost = []
    for (algorithm, name), results in outcomes.items():
        parts = [
            f"{result.ratio:.2f}× {result.best} on {threads}"
            for threads, result in zip(ratios, results) if result.ratio < 1
        ]
        if parts:
            lost.append(f"{readable(algorithm)} on {name} ({', '.join(parts)})")
    return f"We lose: {'; '.join(lost)}." if lost else "We lose nowhere here."


def differences(outcomes):
    """The greatest difference from igraph's answers."""
    apart = {
        row: max(result.apart["igraph"] for result in results)
        for row, results in outcomes.items() if "igraph" in results[0].apart
    }
    if not apart:
        return "igraph has no answer to compare with."
    algorithm, name = row = max(apart, key=apart.get)
    return (
        f"The greatest difference from igraph's answers is {shown(apart[row])} "
        f"({readable(algorithm)} on {name}).")


def has_graph_tool():
    try:
        import graph_tool.collection  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
