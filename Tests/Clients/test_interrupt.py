"""Files of a command that is interrupted appear whole or not at all, and leave nothing behind."""

import os
import signal
import subprocess

import pytest


def interrupted(number, source, folder):
    """Sends a signal once the file is being written; the status, or `None` if it came too late."""
    command = [os.environ["PARKGRAPH"], "export", str(folder / "out.graphml"), "--graph", str(source)]
    process = subprocess.Popen(
        command, stderr=subprocess.DEVNULL, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
    while process.poll() is None and not os.listdir(folder):
        pass
    process.send_signal(number)
    status = process.wait()
    return None if status == 0 else status


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_stays_behind(number, tmp_path):
    source = tmp_path / "ring.edges"
    source.write_text("".join(f"n{n} n{n + 1} {n}\n" for n in range(200_000)))
    folder = tmp_path / "out"
    folder.mkdir()
    for _ in range(10):
        status = interrupted(number, source, folder)
        if status is not None:
            break
        os.remove(folder / "out.graphml")
    assert status == -number
    assert os.listdir(folder) == []
