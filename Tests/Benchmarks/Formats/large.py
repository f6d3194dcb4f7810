"""Writes GraphML of any size: large.py FILE GIGABYTES.

A label for each node, a weight and a year for each of five times as many edges; the edges have
identifiers, and those of the nodes count on or, with a third word, are made of random digits.
"""

import random
import sys

path, size = sys.argv[1], float(sys.argv[2]) * 1e9
is_random = len(sys.argv) > 3
random.seed(1)
# Some bytes for a node and its five edges.
nodes = int(size / 845)
ids = [f"n{random.getrandbits(60)}" if is_random else f"n{number}" for number in range(nodes)]
with open(path, "w", encoding="ascii") as file:
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        '  <key id="d0" for="node" attr.name="label" attr.type="string"/>\n'
        '  <key id="d1" for="edge" attr.name="weight" attr.type="double"/>\n'
        '  <key id="d2" for="edge" attr.name="year" attr.type="int"/>\n'
        '  <graph edgedefault="directed">\n'
    )
    for number, name in enumerate(ids):
        file.write(
            f'    <node id="{name}">\n'
            f'      <data key="d0">park {number} &amp; friends</data>\n'
            "    </node>\n"
        )
    for number in range(5 * nodes):
        source, target = ids[int(random.random() * nodes)], ids[int(random.random() * nodes)]
        file.write(
            f'    <edge id="e{number}" source="{source}" target="{target}">\n'
            f'      <data key="d1">{random.random()!r}</data>\n'
            f'      <data key="d2">{1980 + number % 46}</data>\n'
            "    </edge>\n"
        )
    file.write("  </graph>\n</graphml>\n")
