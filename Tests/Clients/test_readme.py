"""Every command of the README's sessions prints what the README says."""

import os
import pathlib
import re
import subprocess

import pytest

README = pathlib.Path(__file__).parents[2] / "README.md"


def sessions():
    """Each command with the lines that follow it."""
    for block in re.findall(r"```console\n(.*?)```", README.read_text("utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.mark.parametrize("command, output", sessions())
def test_session(command, output):
    if "$PARKGRAPH_DOCUMENTS" in command and "PARKGRAPH_DOCUMENTS" not in os.environ:
        pytest.skip("PARKGRAPH_DOCUMENTS does not name the folder of documents")
    folder = os.path.dirname(os.environ["PARKGRAPH"])
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    result = subprocess.run(
        ["bash", "-c", command], capture_output=True, env=environment, text=True, check=False
    )
    assert result.stdout.rstrip("\n") == output.rstrip("\n")
