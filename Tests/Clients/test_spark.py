"""Spark GraphX finds the components and the PageRank in our tables that we find.

It takes PySpark (400 MB) and Java, so it runs only where PARKGRAPH_SPARK is set.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess

import pytest


@pytest.mark.skipif("PARKGRAPH_SPARK" not in os.environ, reason="PARKGRAPH_SPARK is not set")
@pytest.mark.parametrize("view", ["full", "partnership"])
def test_graphx_agrees(view, parkgraph, tmp_path):
    assert shutil.which("java"), "Java is missing: apt-get install default-jre-headless"
    spark = importlib.util.find_spec("pyspark")
    assert spark, "PySpark is missing: pip install pyspark==4.3.0"
    home = pathlib.Path(spark.origin).parent
    tables, result = tmp_path / "tables", tmp_path / "result"
    parkgraph("export", f"{tables}/", "--view", view)
    script = pathlib.Path(__file__).parent / "spark" / "graph.scala"
    subprocess.run(
        [
            home / "bin" / "spark-shell", "--master", "local[2]",
            "--conf", "spark.default.parallelism=2", "--conf", "spark.sql.shuffle.partitions=2",
            "-i", script,
        ],
        env={**os.environ, "SPARK_HOME": str(home), "TABLES": str(tables), "RESULT": str(result)},
        stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=300,
    )
    theirs = [
        json.loads(line)
        for path in result.glob("*.json")
        for line in path.read_text("utf-8").splitlines()
    ]
    answer = json.loads(
        parkgraph("centrality", "--by", "pagerank", "--view", view, "--format", "json")
    )
    ours = {row["entity"]["id"]: row["score"] for row in answer["ranking"]}
    assert {row["id"]: row["rank"] for row in theirs} == pytest.approx(ours, abs=1e-9)
    groups = {}
    for row in theirs:
        groups.setdefault(row["component"], set()).add(row["id"])
    components = json.loads(parkgraph("components", "--view", view, "--format", "json"))
    assert sorted(map(sorted, groups.values())) == sorted(
        sorted(node["id"] for node in component["members"]) for component in components
    )
