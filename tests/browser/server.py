"""The dashboard as a user runs it, on a free port, unable to reach any other machine."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.frozen import FOLDER

ROOT = Path(__file__).parents[2]
GUARD = Path(__file__).parent / "guard"
PATIENCE = 60.0
"""Seconds that a busy machine may need to start the server."""


@dataclass(frozen=True)
class Server:
    """A running dashboard."""

    url: str
    """`http://localhost:PORT`, no slash at the end."""
    log: Path
    """What it prints."""
    attempts: Path
    """One line for each attempt to reach another machine."""
    process: int = 0
    """Its number, once it runs."""

    def last_words(self) -> str:
        """The end of what it printed."""
        return self.log.read_text(encoding="utf-8")[-5000:]

    def tried_to_leave(self) -> list[str]:
        """What it tried to reach on other machines."""
        return self.attempts.read_text(encoding="utf-8").splitlines()


@contextmanager
def serving(
    folder: Path,
    *,
    script: str = "dashboard.py",
    starter: str = "streamlit",
    data: Path = FOLDER,
    port: int | None = None,
    **environment: str,
) -> Iterator[Server]:
    """Start `script` by the module `starter` and stop it at the end; its log goes into `folder`.

    It shows the tables in the folder `data`, on `port` or a free one. At the end the server must
    not have tried to leave the machine.
    """
    port = port or free_port()
    server = Server(f"http://localhost:{port}", folder / "server.log", folder / "attempts.txt")
    places = {"EASTFLANK_DATA": str(data), "EASTFLANK_DATASETS": str(folder / "datasets")}
    with server.log.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [
                sys.executable, "-m", starter, "run", script,
                f"--server.port={port}",
                "--server.fileWatcherType=none",  # an edit while the tests run must not change the page
            ],
            cwd=ROOT,
            env=_environment(server) | places | environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait_until_healthy(process, port, server.log)
            assert server.attempts.exists(), "the server started without its guard"
            yield replace(server, process=process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    assert server.tried_to_leave() == []


def _environment(server: Server) -> dict[str, str]:
    """This process's environment, without proxies and the choices of the person who runs the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("STREAMLIT_", "EASTFLANK_")) and not name.lower().endswith("_proxy")
    }
    return kept | {"PYTHONPATH": str(GUARD), "EASTFLANK_TEST_ATTEMPTS": str(server.attempts)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not healthy(port):
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            pass  # still running, as it should
        else:
            raise AssertionError(f"the server stopped at its start:\n{log.read_text(encoding='utf-8')}")
        assert time.monotonic() < until, f"no answer in {PATIENCE:.0f} s:\n{log.read_text(encoding='utf-8')}"


def healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (ConnectionError, TimeoutError):
        return False
    finally:
        connection.close()
