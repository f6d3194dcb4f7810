"""Times parkgraph against answer.py, in turn, and prints the ratio of the medians a question.

compare.py PARKGRAPH [RUNS]. The answers must be the same.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

SCRIPT = pathlib.Path(__file__).with_name("answer.py")
FULL = ["--view", "full"]

# The question, its arguments for both, and the answer in parkgraph's JSON.
QUESTIONS = [
    (["path", "UNSW", "MIIT"], ["path", "UNSW", "MIIT"], lambda result: result["length"]),
    (
        ["neighbors", "Torch Center"], ["neighbors", "Torch Center"],
        lambda result: sorted(row["entity"]["id"] for row in result),
    ),
    (["show", "牽手計劃"], ["show", "牽手計劃"], lambda result: result["label"]),
    (
        ["list", "agreement"], ["list", "agreement"],
        lambda result: sorted(row["id"] for row in result),
    ),
    (
        ["components", *FULL], ["components"],
        lambda result: sorted(row["size"] for row in result),
    ),
    (["centrality", "--by", "degree", *FULL], ["degree"], lambda result: result["ranking"][0]["score"]),
]


def timed(command):
    start = time.perf_counter()
    output = subprocess.run(command, capture_output=True, check=True).stdout
    return time.perf_counter() - start, json.loads(output)


def main():
    parkgraph = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/graph.graphml"
        subprocess.run([parkgraph, "export", path], check=True, capture_output=True)
        print(f"{'question':24} {'parkgraph':>10} {'NetworkX':>10} {'ratio':>7}   medians of {runs}")
        for ours, theirs, read in QUESTIONS:
            our_times, their_times = [], []
            for run in range(runs + 1):
                our_time, result = timed([parkgraph, *ours, "--format", "json"])
                their_time, expected = timed([sys.executable, SCRIPT, path, *theirs])
                assert read(result) == expected, (ours, read(result), expected)
                if run > 0:  # The first is a warm-up.
                    our_times.append(our_time)
                    their_times.append(their_time)
            own, other = statistics.median(our_times), statistics.median(their_times)
            print(
                f"{' '.join(theirs):24} {own * 1e3:7.1f} ms {other * 1e3:7.1f} ms {other / own:6.1f}x"
            )


main()
