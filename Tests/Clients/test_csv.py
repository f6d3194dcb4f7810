"""DuckDB, pandas and Python read our tables; their headers are those of neo4j-admin."""

import csv
import json
import re

import duckdb
import networkx
import pytest


@pytest.fixture(params=["full", "partnership"])
def folder(request, parkgraph, tmp_path):
    """One view as GraphML and as tables."""
    parkgraph("export", str(tmp_path / "graph.graphml"), "--view", request.param)
    parkgraph("export", str(tmp_path / "tables") + "/", "--view", request.param)
    return tmp_path / "graph.graphml", tmp_path / "tables"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


# The grammar of headers, from the operations manual of Neo4j on `database import`: `name:type`, where
# types are these, or arrays of them, and what identifies nodes may name a space in parentheses.
TYPES = (
    "int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime"
    "|datetime|duration"
)
PROPERTY = re.compile(rf"[^:{{}}]+:({TYPES})(\[\])?")
NODES = re.compile(r"[^:{}]*:(ID(\([^()]+\))?|LABEL|IGNORE)")
EDGES = re.compile(r"[^:{}]*:(START_ID(\([^()]+\))?|END_ID(\([^()]+\))?|TYPE|IGNORE)")


def test_headers_are_those_of_neo4j_admin(folder):
    _, tables = folder
    nodes, edges = rows(tables / "nodes.csv"), rows(tables / "edges.csv")
    for header in nodes[0]:
        assert PROPERTY.fullmatch(header) or NODES.fullmatch(header)
    for header in edges[0]:
        assert PROPERTY.fullmatch(header) or EDGES.fullmatch(header)
    roles = [header.rpartition(":")[2] for header in nodes[0]]
    assert roles.count("ID") == 1 and roles.count("LABEL") <= 1
    roles = [header.rpartition(":")[2] for header in edges[0]]
    assert [roles.count(role) for role in ("START_ID", "END_ID", "TYPE")] == [1, 1, 1]
    # Each node has an identifier of its own, each relationship its ends and a type.
    ids = {row[0] for row in nodes[1:]}
    assert len(ids) == len(nodes) - 1
    kind = roles.index("TYPE")
    assert all(row[0] in ids and row[1] in ids and row[kind] for row in edges[1:])
    assert all(len(row) == len(nodes[0]) for row in nodes)
    assert all(len(row) == len(edges[0]) for row in edges)


def test_duckdb_finds_what_graphml_has(folder):
    graphml, tables = folder
    expected = networkx.read_graphml(graphml, force_multigraph=True)
    relation = duckdb.sql(f"SELECT * FROM read_csv('{tables}/nodes.csv', header = true)")
    types = dict(zip(relation.columns, map(str, relation.types)))
    kinds = {"double": {"DOUBLE", "BIGINT"}, "long": {"BIGINT"}, "int": {"BIGINT"}}
    found = relation.fetchall()
    for header, name in types.items():
        column = relation.columns.index(header)
        if any(row[column] is not None for row in found):
            declared = header.rpartition(":")[2]
            assert name in kinds.get(declared, {name})
    assert types["latitude:double"] == "DOUBLE"
    assert len(found) == expected.number_of_nodes()
    for row in found:
        values = dict(zip(relation.columns, row))
        node = expected.nodes[values["id:ID"]]
        for header, value in values.items():
            key = header.rpartition(":")[0]
            if key != "id":
                # DuckDB finds dates by itself.
                assert str(value or None) == str(node.get(key) or None)
    edges = duckdb.sql(
        f"SELECT count(*), sum(\"weight:double\") FROM read_csv('{tables}/edges.csv', header = true)"
    ).fetchall()[0]
    assert edges[0] == expected.number_of_edges()
    assert edges[1] == pytest.approx(sum(w for *_, w in expected.edges(data="weight")))


def test_we_read_our_tables(folder, parkgraph, tmp_path):
    graphml, tables = folder
    again = tmp_path / "again.graphml"
    parkgraph("export", str(again), "--graph", str(tables))
    expected = networkx.read_graphml(graphml, force_multigraph=True)
    found = networkx.read_graphml(again, force_multigraph=True)
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert sorted(map(str, found.edges(data=True))) == sorted(map(str, expected.edges(data=True)))


def test_we_read_what_gephi_writes(parkgraph, tmp_path):
    (tmp_path / "nodes.csv").write_text("\ufeffId;Label;Size\r\nn0;火炬;1,5\r\nn1;;2\r\n", "utf-8")
    (tmp_path / "edges.csv").write_text(
        "Source;Target;Type;Id;Label;Weight\r\nn0;n1;Directed;0;;2.0\r\nn1;n1;Directed;1;;1.0\r\n",
        "utf-8",
    )
    out = tmp_path / "out.json"
    parkgraph("export", str(out), "--graph", str(tmp_path))
    found = json.loads(out.read_text("utf-8"))
    assert found["directed"] is True
    assert found["nodes"] == [
        {"Label": "火炬", "Size": "1,5", "id": "n0"}, {"Size": "2", "id": "n1"}
    ]
    assert [edge["Weight"] for edge in found["edges"]] == [2.0, 1.0]
    assert [edge["key"] for edge in found["edges"]] == ["0", "1"]
