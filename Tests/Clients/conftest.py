"""What the client tests share: the command and the files that it writes."""

import json
import os
import subprocess

import networkx
import pytest


@pytest.fixture(scope="session")
def parkgraph():
    """Runs parkgraph and gives what it says; its failure fails the test."""
    command = os.environ["PARKGRAPH"]

    def run(*arguments):
        result = subprocess.run([command, *arguments], capture_output=True, check=True)
        return result.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="session")
def entities(parkgraph):
    """Every entity by its identifier, as parkgraph itself tells it."""
    return {entity["id"]: entity for entity in json.loads(parkgraph("list", "--format", "json"))}


@pytest.fixture(scope="session", params=["full", "partnership", "affiliation"])
def graphml(request, parkgraph, tmp_path_factory):
    """A GraphML file of each view, with the view's name."""
    path = tmp_path_factory.mktemp("graphml") / f"{request.param}.graphml"
    parkgraph("export", str(path), "--view", request.param)
    return request.param, str(path)


@pytest.fixture(params=["full", "partnership"])
def view(request, parkgraph, tmp_path):
    """Writes one view, and gives what NetworkX finds in GraphML of it."""

    def export(ending):
        path = tmp_path / f"graph.{ending}"
        parkgraph("export", f"{path}/" if ending == "tables" else str(path), "--view", request.param)
        return path

    return export, networkx.read_graphml(export("graphml"), force_multigraph=True)
