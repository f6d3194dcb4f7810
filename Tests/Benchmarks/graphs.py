"""The graphs of the comparison: generated ones, and real ones that come with graph-tool."""

import random


def mesh(side=60):
    nodes = [(x, y) for y in range(side) for x in range(side)]
    right = [(y * side + x, y * side + x + 1) for x, y in nodes if x + 1 < side]
    down = [(y * side + x, (y + 1) * side + x) for x, y in nodes if y + 1 < side]
    return side * side, right + down


def barabasi_albert(count, links, seed=1):
    chance = random.Random(seed)
    edges, ends = [], []
    for node in range(links, count):
        others = set()
        while len(others) < links:
            others.add(chance.choice(ends) if ends and chance.random() < 0.99 else chance.randrange(node))
        for other in sorted(others):
            edges.append((node, other))
            ends += [node, other]
    return count, edges


def r_mat(scale=13, factor=8, seed=2, directed=False):
    chance = random.Random(seed)
    edges = set()
    for _ in range(factor << scale):
        source = target = 0
        for _ in range(scale):
            draw = chance.random()
            source, target = 2 * source + (draw >= 0.76), 2 * target + (0.57 <= draw < 0.76 or draw >= 0.95)
        if source != target:
            # An edge from the lower to the higher number alone would be on no cycle.
            edges.add((source, target) if directed else tuple(sorted((source, target))))
    return 1 << scale, sorted(edges)


def leafy(count=8000, core=1500, seed=3):
    """Like partnerships: a thin core, and many that know one member of it only."""
    chance = random.Random(seed)
    edges = {(chance.randrange(node), node) for node in range(1, core) for _ in range(2)}
    edges |= {(int(chance.random() ** 2 * core), node) for node in range(core, count)}
    return count, sorted(edges)


def affiliation(count=4000, groups=1200, seed=4):
    """Members tied to all others of their groups."""
    chance = random.Random(seed)
    edges = set()
    for _ in range(groups):
        members = {int(chance.random() ** 1.5 * count) for _ in range(chance.randint(2, 12))}
        edges |= {(a, b) for a in members for b in members if a < b}
    return count, sorted(edges)


def line(count=5000):
    """One long way, on which nothing is saved by a search from both ends."""
    return count, [(node, node + 1) for node in range(count - 1)]


def rings(number=2000, size=10):
    """Many small components."""
    starts = range(0, number * size, size)
    return number * size, [
        (start + node, start + (node + 1) % size) for start in starts for node in range(size)
    ]


def regular(count=2000, degree=4, seed=5):
    """Nodes that no degree tells apart: rounds through all of them, in an order by chance."""
    chance = random.Random(seed)
    edges = set()
    while 2 * len(edges) < degree * count:
        order = list(range(count))
        chance.shuffle(order)
        way = {tuple(sorted(pair)) for pair in zip(order, order[1:] + order[:1])}
        if not way & edges:
            edges |= way
    return count, sorted(edges)


def real(name):
    """A graph of graph-tool's collection without loops, parallel edges and directions."""
    import graph_tool.collection

    graph = graph_tool.collection.data[name]
    pairs = {tuple(sorted((int(a), int(b)))) for a, b in graph.get_edges()}
    return graph.num_vertices(), sorted((a, b) for a, b in pairs if a != b)


GENERATED = {
    "mesh": mesh,
    "barabasi-albert": lambda: barabasi_albert(5000, 6),
    "barabasi-albert-100k": lambda: barabasi_albert(100_000, 5),
    "r-mat": r_mat,
    "r-mat-2k": lambda: r_mat(11, directed=True),
    "r-mat-16k": lambda: r_mat(14, directed=True),
    "r-mat-131k": lambda: r_mat(17, directed=True),
    "leafy": leafy,
    "affiliation": affiliation,
    "line": line,
    "rings": rings,
    "regular": regular,
}
REAL = {"power": "power", "astro-ph": "astro-ph", "hep-th": "hep-th", "as-22july06": "as-22july06"}


def edges_of(name):
    return GENERATED[name]() if name in GENERATED else real(REAL[name])


def write(name, path):
    """Writes a graph with whole weights from 1 to 20 as `Measure` reads it."""
    count, edges = edges_of(name)
    chance = random.Random(9)
    with open(path, "w") as file:
        file.write(f"{count}\n")
        file.writelines(f"{a} {b} {chance.randint(1, 20)}\n" for a, b in edges)


def read(path):
    """The number of nodes, the edges and their weights."""
    with open(path) as file:
        count = int(file.readline())
        rows = [line.split() for line in file]
    edges = [(int(a), int(b)) for a, b, _ in rows]
    return count, edges, [float(weight) for _, _, weight in rows]
