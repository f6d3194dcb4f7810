"""How what other programs find in our files is compared with what GraphML says."""


def compare(found, expected, identifier, value, key=lambda name: name):
    """Compares node by node, edge by edge and value by value; graph-tool has no missing values."""
    assert found["directed"] == expected.is_directed()
    assert len(found["nodes"]) == expected.number_of_nodes()
    names = [node[identifier] for node in found["nodes"]]
    assert set(names) == set(expected.nodes)

    def same(theirs, ours):
        for name in {name for _, values in ours for name in values}:
            for (_, one), (_, other) in zip(theirs, ours):
                if name in other:
                    assert value(one[key(name)]) == value(other[name])
                else:
                    assert one[key(name)] in ("", 0)

    nodes = dict(zip(names, found["nodes"]))
    same([(name, nodes[name]) for name in expected], expected.nodes(data=True))

    def ends(a, b):
        return (a, b) if expected.is_directed() else tuple(sorted((a, b)))

    order = lambda edge: (edge[0], value(edge[1]["weight"]), edge[1]["label"], edge[1]["kind"])
    same(
        sorted(((ends(names[a], names[b]), v) for a, b, v in found["edges"]), key=order),
        sorted(((ends(a, b), v) for a, b, v in expected.edges(data=True)), key=order),
    )
