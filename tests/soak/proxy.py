"""nginx with the project's own configuration, in front of servers of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.browser.server import Server, free_port, healthy

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"
SHIPPED_SERVERS = ("127.0.0.1:8501", "127.0.0.1:8502")
SHIPPED_PORT = "listen 80;"
_PATIENCE = 30.0
"""Seconds that a busy machine may need to start it."""
_AROUND = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
    log_format process '$upstream_addr $status $request_uri';
    access_log {folder}/access.log process;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {configuration};
}}
"""
"""What a machine's own nginx.conf has around the shipped file."""


def installed() -> str | None:
    """nginx; None where it is not installed."""
    named = os.environ.get("NGINX")
    return named or shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))


def program() -> str:
    """nginx; skips the test, saying so, where it is not installed."""
    found = installed()
    if not found:
        pytest.skip("nginx is not installed: `make soak` installs it.")
    return found


def prepared(folder: Path, shipped: str) -> Path:
    """A whole configuration in `folder` that takes in the text `shipped`."""
    site, whole = folder / "eastflank.conf", folder / "nginx.conf"
    site.write_text(shipped, encoding="utf-8")
    whole.write_text(_AROUND.format(folder=folder, configuration=site), encoding="utf-8")
    return whole


class Passed(NamedTuple):
    """A request that the proxy passed on, or answered itself."""

    process: str
    """`127.0.0.1:PORT`; `-` where no process was asked, several with commas where one did not answer."""
    status: int
    address: str


def passed(folder: Path) -> list[Passed]:
    """What the proxy in `folder` has answered, in order. A websocket is among it once it is closed."""
    lines = (folder / "access.log").read_text(encoding="utf-8").splitlines()
    return [
        Passed(process, int(status), address)
        for process, status, address in (line.rsplit(" ", 2) for line in lines)
    ]


@contextmanager
def proxying(folder: Path, servers: Sequence[Server]) -> Iterator[Server]:
    """The shipped configuration before two servers, on a free port; what it prints goes into `folder`."""
    port = free_port()
    text = CONFIGURATION.read_text(encoding="utf-8")
    changes = [(SHIPPED_PORT, f"listen 127.0.0.1:{port};")]
    changes += [
        (shipped, f"127.0.0.1:{urlsplit(server.url).port}")
        for shipped, server in zip(SHIPPED_SERVERS, servers, strict=True)
    ]
    for shipped, here in changes:
        assert text.count(shipped) == 1, f"{CONFIGURATION.name} should have {shipped!r} once"
        text = text.replace(shipped, here)
    proxy = Server(f"http://localhost:{port}", folder / "nginx.log", folder / "attempts.txt")
    proxy.attempts.touch()
    with proxy.log.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [program(), "-p", str(folder), "-c", str(prepared(folder, text))],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            until = time.monotonic() + _PATIENCE
            while not healthy(port):
                assert process.poll() is None, f"nginx stopped at its start:\n{proxy.last_words()}"
                assert time.monotonic() < until, f"no answer in {_PATIENCE:.0f} s:\n{proxy.last_words()}"
            yield proxy
        finally:
            process.terminate()
            process.wait(timeout=10)
