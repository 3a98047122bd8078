"""The network is really closed: the other tests rely on this if they find no request."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.guard.closed_network import LeftTheMachineError
from tests.browser.server import GUARD
from tests.conftest import ATTEMPTS

ELSEWHERE = [
    ("socket.connect", None, ("192.0.2.1", 80)),
    ("socket.connect", None, ("2001:db8::1", 80, 0, 0)),
    ("socket.sendto", None, ("192.0.2.1", 53)),
    ("socket.getaddrinfo", "example.invalid", 443, 0, 0, 0),
    ("socket.getaddrinfo", b"example.invalid", 443, 0, 0, 0),
    ("socket.gethostbyname", "example.invalid"),
]
HERE = [
    ("socket.connect", None, ("127.0.0.1", 8501)),
    ("socket.connect", None, ("::1", 8501, 0, 0)),
    ("socket.connect", None, "/run/a.sock"),
    ("socket.getaddrinfo", "localhost", 8501, 0, 0, 0),
    ("socket.getaddrinfo", None, 8501, 0, 0, 0),
    ("socket.sendmsg", None, None),
]
# The events are raised by hand: were the guard broken, still nothing would leave this machine.


@pytest.mark.parametrize("event", ELSEWHERE, ids=str)
def test_an_attempt_to_leave_is_refused_and_kept(event: tuple[str, ...]) -> None:
    with pytest.raises(LeftTheMachineError):
        sys.audit(*event)
    assert len(ATTEMPTS) == 1
    assert ATTEMPTS[0].startswith(event[0])
    ATTEMPTS.clear()


@pytest.mark.parametrize("event", HERE, ids=str)
def test_this_machine_may_talk_to_itself(event: tuple[str, ...]) -> None:
    sys.audit(*event)
    assert ATTEMPTS == []


def test_a_server_writes_its_attempts_down_even_when_it_swallows_the_refusal(tmp_path: Path) -> None:
    attempts = tmp_path / "attempts.txt"
    program = """
import contextlib, sys
with contextlib.suppress(OSError):
    sys.audit("socket.connect", None, ("192.0.2.1", 80))
"""
    subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(GUARD), "EASTFLANK_TEST_ATTEMPTS": str(attempts)},
        check=True,
    )
    assert attempts.read_text(encoding="utf-8") == "socket.connect ('192.0.2.1', 80)\n"
