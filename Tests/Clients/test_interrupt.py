"""A command that is interrupted leaves neither half-written files nor a line of progress behind."""

import os
import pty
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


def test_the_line_of_progress_is_wiped(tmp_path):
    source = tmp_path / "mesh.edges"
    side = 300
    source.write_text("".join(
        f"{side * y + x} {side * y + x + 1}\n{side * y + x} {side * y + x + side}\n"
        for y in range(side) for x in range(side - 1)))
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [os.environ["PARKGRAPH"], "centrality", "--by", "betweenness", "--graph", str(source)],
        stdout=subprocess.DEVNULL, stderr=end, env={**os.environ, "TERM": "xterm"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    os.close(end)
    shown = b""
    while b"%" not in shown:
        shown += os.read(terminal, 1000)
    process.send_signal(signal.SIGINT)
    try:
        while piece := os.read(terminal, 1000):
            shown += piece
    except OSError:
        pass  # The other end is closed.
    os.close(terminal)
    assert process.wait() == -signal.SIGINT
    assert shown.startswith(b"\rbetweenness ")
    assert shown.endswith(b"\r\x1b[K")
