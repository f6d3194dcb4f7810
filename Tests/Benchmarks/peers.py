"""How the peers compute what `Measure` computes, on the same graph, in the same units.

`peers.py NAME FILE directed|undirected` answers on standard input as `Measure` does, but for
`none` where the peer has no such algorithm.

Each function gives the values in the order and by the definition of parkgraph, so that they can be
compared; what has to be converted is converted outside the time measured.
"""

import ctypes
import statistics
import sys
import time

import numpy

import graphs

# Seconds; what takes less is run again, as in `Measure`.
LEAST_TIME = 0.02


def pairs(count):
    return [(n * 7919 % count, (n * 104_729 + 13) % count) for n in range(1000)]


def sources(count):
    return [a for a, _ in pairs(count)[:20]]


def attenuation(edges):
    """For Katz's centrality: it converges on any graph."""
    return 0.85 / numpy.bincount(numpy.ravel(edges)).max()


def relative(values):
    """With the greatest equal to 1, as we have them."""
    return numpy.abs(values) / numpy.abs(values).max()


def by_key(result):
    return numpy.array([result[key] for key in sorted(result)], dtype=float)


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


class Igraph:
    name = "igraph"

    def __init__(self, count, edges, weights, directed):
        import igraph

        self.count = count
        self.graph = igraph.Graph(n=count, edges=edges, directed=directed)
        self.graph.es["w"] = self.weights = weights
        # Its PageRank takes all the cores there are, and has no function to say how many.
        with open("/proc/self/maps") as maps:
            libraries = {line.split()[-1] for line in maps if "libgomp" in line}
        self.openmp = [ctypes.CDLL(library) for library in libraries]

    def run(self, algorithm, threads):
        graph, out = self.graph, "out"
        work = {
            "betweenness": lambda: graph.betweenness(),
            "some-betweenness": lambda: graph.betweenness(sources=sorted(set(sources(self.count)))),
            "edge-betweenness": lambda: graph.edge_betweenness(),
            "weighted-betweenness": lambda: graph.betweenness(weights="w"),
            "closeness": lambda: graph.closeness(mode=out),
            "weighted-closeness": lambda: graph.closeness(mode=out, weights="w"),
            "harmonic": lambda: graph.harmonic_centrality(mode=out),
            "eccentricity": lambda: graph.eccentricity(mode=out),
            "diameter": lambda: graph.diameter(),
            "histogram": lambda: graph.path_length_hist(),
            "pagerank": lambda: graph.pagerank(),
            "eigenvector": lambda: graph.eigenvector_centrality(),
            # The other scores come of these by one product, and are thrown away.
            "hits": lambda: graph.hub_score(),
            "core": lambda: graph.coreness(),
            "components": lambda: graph.connected_components(mode="weak"),
            "strong-components": lambda: graph.connected_components(mode="strong"),
            "single-pair": lambda: [
                graph.get_shortest_path(a, b, output="epath") for a, b in pairs(self.count)
            ],
            "weighted-pair": lambda: [
                graph.get_shortest_path(a, b, weights="w", output="epath")
                for a, b in pairs(self.count)[:50]
            ],
            "several-paths": lambda: [
                graph.get_k_shortest_paths(a, b, k=10, output="epath")
                for a, b in pairs(self.count)[:10]
            ],
            "tree": lambda: graph.get_shortest_paths(sources(self.count)[0], output="epath"),
            "weighted-tree": lambda: graph.get_shortest_paths(
                sources(self.count)[0], weights="w", output="epath"),
            "bfs": lambda: graph.distances(source=sources(self.count), mode=out),
            "one-bfs": lambda: graph.distances(source=sources(self.count)[:1], mode=out),
            "dijkstra": lambda: graph.distances(source=sources(self.count), weights="w", mode=out),
        }.get(algorithm)
        if work is None or (threads > 1 and algorithm != "pagerank"):
            return None  # It has no threads for the others.
        for library in self.openmp:
            library.omp_set_num_threads(threads)
        seconds, result = timed(work)
        if algorithm == "components":
            result = [len(result), max(result.sizes())]
        elif algorithm == "strong-components":
            result = sorted(result.sizes(), reverse=True)
        elif algorithm == "diameter":
            result = [result]
        elif algorithm == "histogram":
            result = [0] + [number for _, _, number in result.bins()]
        elif algorithm == "hits":
            result += graph.authority_score()
        elif algorithm == "several-paths":
            result = [len(path) for paths in result for path in paths]
        elif algorithm.endswith("tree"):
            lengths = [1] * len(self.weights) if algorithm == "tree" else self.weights
            result = [sum(lengths[edge] for edge in path) if path else numpy.inf for path in result]
            result[sources(self.count)[0]] = 0
        elif algorithm == "single-pair":
            result = [
                len(p) if p or a == b else -1 for p, (a, b) in zip(result, pairs(self.count))
            ]
        elif algorithm == "weighted-pair":
            result = [
                sum(self.weights[edge] for edge in p) if p or a == b else -1
                for p, (a, b) in zip(result, pairs(self.count))
            ]
        elif algorithm in ("bfs", "one-bfs", "dijkstra"):
            result = numpy.ravel(result)
        return seconds, result


class Networkit:
    name = "NetworKit"

    def __init__(self, count, edges, weights, directed):
        import networkit

        self.kit, self.directed = networkit, directed
        self.plain = networkit.Graph(count, weighted=False, directed=directed)
        self.weighted = networkit.Graph(count, weighted=True, directed=directed)
        for (a, b), weight in zip(edges, weights):
            self.plain.addEdge(a, b)
            self.weighted.addEdge(a, b, weight)
        self.plain.indexEdges()

    def length_of_path(self, source, target, is_weighted):
        """How long the path is, which is asked for as of the others."""
        if source == target:
            return 0
        kind = self.kit.distance
        search = (
            kind.BidirectionalDijkstra(self.weighted, source, target) if is_weighted
            else kind.BidirectionalBFS(self.plain, source, target))
        search.run()
        search.getPath()
        return search.getDistance()

    def run(self, algorithm, threads):
        kit, graph = self.kit, self.plain
        kit.setNumberOfThreads(threads)
        centrality = kit.centrality
        count = graph.numberOfNodes()
        if algorithm in ("bfs", "one-bfs", "dijkstra", "single-pair", "weighted-pair"):
            starts = sources(count)[:1] if algorithm == "one-bfs" else sources(count)

            def search():
                if algorithm == "single-pair":
                    return [self.length_of_path(a, b, False) for a, b in pairs(count)]
                if algorithm == "weighted-pair":
                    return [self.length_of_path(a, b, True) for a, b in pairs(count)[:50]]
                kind = kit.distance.Dijkstra if algorithm == "dijkstra" else kit.distance.BFS
                on = self.weighted if algorithm == "dijkstra" else graph
                return [kind(on, a, False).run().getDistances() for a in starts]

            seconds, result = timed(search)
            result = numpy.ravel(result).astype(float)
            result[result > 1e18] = -1 if algorithm.endswith("-pair") else numpy.inf
            return seconds, result
        if algorithm.endswith("tree"):
            kind = kit.distance.BFS if algorithm == "tree" else kit.distance.Dijkstra
            search = kind(graph if algorithm == "tree" else self.weighted, sources(count)[0], True)
            seconds, _ = timed(search.run)
            return seconds, search.getDistances()
        make = {
            "betweenness": lambda: centrality.Betweenness(graph),
            "edge-betweenness": lambda: centrality.Betweenness(graph, computeEdgeCentrality=True),
            "weighted-betweenness": lambda: centrality.Betweenness(self.weighted),
            "weighted-closeness": lambda: centrality.Closeness(
                self.weighted, True, centrality.ClosenessVariant.GENERALIZED),
            "harmonic": lambda: centrality.HarmonicCloseness(graph, normalized=True),
            "pagerank": lambda: centrality.PageRank(graph, tol=1e-11),
            "eigenvector": lambda: centrality.EigenvectorCentrality(graph, tol=1e-11),
            "core": lambda: centrality.CoreDecomposition(graph),
            "components": lambda: kit.components.ParallelConnectedComponents(graph)
            if threads > 1 else kit.components.ConnectedComponents(graph),
            "strong-components": lambda: kit.components.StronglyConnectedComponents(graph),
            "histogram": lambda: kit.distance.NeighborhoodFunction(graph),
            "diameter": lambda: kit.distance.Diameter(graph, algo=1),
        }.get(algorithm)
        if make is None or (self.directed and algorithm in ("components", "core", "diameter", "histogram")):
            return None
        measure = make()
        seconds, _ = timed(measure.run)
        # Its edge values come in an order of their own: they are timed, not compared.
        if algorithm == "edge-betweenness":
            return seconds, None
        if algorithm == "components":
            return seconds, [measure.numberOfComponents(), max(measure.getComponentSizes().values())]
        if algorithm == "strong-components":
            return seconds, sorted(measure.getComponentSizes().values(), reverse=True)
        if algorithm == "diameter":
            return seconds, [measure.getDiameter()[0]]
        if algorithm == "histogram":
            # Pairs up to a distance, each counted from both of its ends.
            return seconds, numpy.diff([0, 0] + measure.getNeighborhoodFunction()) / 2
        values = numpy.array(measure.scores())
        if algorithm.endswith("betweenness") and not self.directed:
            values = values / 2
        if algorithm == "pagerank":
            values = None  # Dangling nodes differ by definition.
        if algorithm == "eigenvector":
            values = relative(values)
        if algorithm == "weighted-closeness":
            values = self.per_component(values)
        return seconds, values

    def per_component(self, values):
        """Without what lowers the closeness of those who reach few."""
        components = self.kit.components.ConnectedComponents(self.plain)
        components.run()
        sizes = components.getComponentSizes()
        reached = [sizes[components.componentOfNode(node)] - 1 for node in range(len(values))]
        with numpy.errstate(invalid="ignore"):
            return values * (len(values) - 1) / numpy.array(reached)


class Rustworkx:
    name = "rustworkx"

    def __init__(self, count, edges, weights, directed):
        import rustworkx

        self.kit = rustworkx
        self.graph = rustworkx.PyDiGraph() if directed else rustworkx.PyGraph()
        self.graph.add_nodes_from(range(count))
        self.graph.add_edges_from([(a, b, w) for (a, b), w in zip(edges, weights)])
        self.directed, self.count = directed, count
        self.attenuation = attenuation(edges)

    def run(self, algorithm, threads):
        import os

        os.environ["RAYON_NUM_THREADS"] = str(threads)
        kit, graph = self.kit, self.graph
        high = 10**9  # Nodes from which it works in parallel: threads are not set once it runs.
        if threads > 1:
            return None
        work = {
            "betweenness": lambda: kit.betweenness_centrality(
                graph, normalized=False, parallel_threshold=high),
            "edge-betweenness": lambda: kit.edge_betweenness_centrality(
                graph, normalized=False, parallel_threshold=high),
            "closeness": lambda: kit.closeness_centrality(
                graph, wf_improved=False, parallel_threshold=high),
            # It takes strengths, and their inverse for the length.
            "weighted-closeness": lambda: kit.newman_weighted_closeness_centrality(
                graph, weight_fn=lambda length: 1 / length, wf_improved=False,
                parallel_threshold=high),
            "core": lambda: kit.core_number(graph),
            "eigenvector": lambda: kit.eigenvector_centrality(graph, tol=1e-9, max_iter=10_000),
            "katz": lambda: kit.katz_centrality(
                graph, alpha=self.attenuation, beta=1.0, tol=1e-11, max_iter=10_000),
            "hits": lambda: kit.hits(graph, tol=1e-11, max_iter=10_000),
            "strong-components": lambda: kit.strongly_connected_components(graph),
            "tree": lambda: kit.dijkstra_shortest_paths(graph, sources(self.count)[0]),
            "weighted-tree": lambda: kit.dijkstra_shortest_paths(
                graph, sources(self.count)[0], weight_fn=float),
            "components": lambda: (
                kit.weakly_connected_components if self.directed else kit.connected_components
            )(graph),
        }.get(algorithm)
        if work is None or (self.directed and algorithm == "closeness"):
            return None
        try:
            seconds, result = timed(work)
        except Exception:
            return None  # Its eigenvector does not always converge.
        if algorithm == "components":
            return seconds, [len(result), max(map(len, result))]
        if algorithm == "strong-components":
            return seconds, sorted(map(len, result), reverse=True)
        if algorithm.endswith("tree"):
            return seconds, None  # Paths without lengths.
        if algorithm == "hits":
            return seconds, numpy.concatenate([relative(by_key(scores)) for scores in result])
        values = by_key(result)
        if algorithm == "katz":
            values = relative(values)
        if algorithm == "eigenvector":
            values = None  # To its own, coarser tolerance.
        if algorithm == "closeness":
            values = None  # Isolated nodes differ by definition.
        return seconds, values


class GraphTool:
    name = "graph-tool"

    def __init__(self, count, edges, weights, directed):
        import graph_tool
        import graph_tool.centrality
        import graph_tool.stats
        import graph_tool.topology

        self.kit = graph_tool
        self.graph = graph_tool.Graph(directed=directed)
        self.graph.add_vertex(count)
        self.graph.add_edge_list(edges)
        self.weights = self.graph.new_edge_property("double", vals=weights)
        self.count = count
        self.attenuation = attenuation(edges)

    def run(self, algorithm, threads):
        kit, graph = self.kit, self.graph
        kit.openmp_set_num_threads(threads)
        centrality, topology = kit.centrality, kit.topology

        def distances(weights=None, starts=sources(self.count)):
            return [topology.shortest_distance(graph, source=a, weights=weights) for a in starts]

        def tree(weights=None):
            return topology.shortest_distance(
                graph, source=sources(self.count)[0], weights=weights, pred_map=True)

        work = {
            "betweenness": lambda: centrality.betweenness(graph, norm=False),
            "edge-betweenness": lambda: centrality.betweenness(graph, norm=False),
            "weighted-betweenness": lambda: centrality.betweenness(
                graph, weight=self.weights, norm=False),
            "closeness": lambda: centrality.closeness(graph),
            "weighted-closeness": lambda: centrality.closeness(graph, weight=self.weights),
            "harmonic": lambda: centrality.closeness(graph, harmonic=True),
            "histogram": lambda: kit.stats.distance_histogram(graph, float_count=False),
            "pagerank": lambda: centrality.pagerank(graph, epsilon=1e-11),
            "eigenvector": lambda: centrality.eigenvector(graph, epsilon=1e-11),
            "katz": lambda: centrality.katz(graph, alpha=self.attenuation, epsilon=1e-11),
            "hits": lambda: centrality.hits(graph, epsilon=1e-11),
            "core": lambda: topology.kcore_decomposition(graph),
            "components": lambda: topology.label_components(graph, directed=False),
            "strong-components": lambda: topology.label_components(graph, directed=True),
            "tree": tree,
            "weighted-tree": lambda: tree(self.weights),
            "bfs": distances,
            "one-bfs": lambda: distances(starts=sources(self.count)[:1]),
            "dijkstra": lambda: distances(self.weights),
        }.get(algorithm)
        if work is None:
            return None
        seconds, result = timed(work)
        if algorithm in ("betweenness", "weighted-betweenness"):
            return seconds, result[0].a
        if algorithm == "edge-betweenness":
            return seconds, result[1].a
        if algorithm == "components":
            return seconds, [len(result[1]), max(result[1])]
        if algorithm == "strong-components":
            return seconds, sorted(result[1], reverse=True)
        if algorithm == "histogram":
            return seconds, result[0] / 2  # Each pair is counted from both of its ends.
        if algorithm == "hits":
            _, authorities, hubs = result
            return seconds, numpy.concatenate([relative(hubs.a), relative(authorities.a)])
        if algorithm.endswith("tree"):
            return seconds, result[0].a
        if algorithm == "katz":
            return seconds, relative(result.a)
        if algorithm in ("closeness", "weighted-closeness", "core"):
            return seconds, result.a
        return seconds, None  # Distances and other scales are compared with igraph's.


ALL = {kind.name: kind for kind in [Igraph, Networkit, Rustworkx, GraphTool]}


def main():
    name, path, kind = sys.argv[1:]
    try:
        peer = ALL[name](*graphs.read(path), kind == "directed")
    except ImportError as error:
        sys.exit(f"without {name}: {error}")
    print("ready", flush=True)
    for line in sys.stdin:
        algorithm, threads, out = line.split()
        times = []
        try:
            while sum(times) < LEAST_TIME:
                answer = peer.run(algorithm, int(threads))
                if answer is None:
                    break
                seconds, values = answer
                times.append(seconds)
        except Exception as error:
            print(f"{name} has no {algorithm}: {error}", file=sys.stderr)
            times = []
        if not times:
            print("none", flush=True)
            continue
        numpy.asarray([] if values is None else values, float).tofile(out)
        print(statistics.median_high(times), flush=True)


if __name__ == "__main__":
    main()
