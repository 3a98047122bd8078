"""Work done in copies of this process, a few at a time, each with a limit of time and memory."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

TIMED_OUT = -1
"""The code of work that took longer than it may."""
BROKE = 99
"""The code of work that raised an error that it did not expect."""
_MORE_MEMORY = 3 << 30
"""Bytes that work may use above what this process uses already."""
_PATIENCE = 40
"""A busy machine may take this many times the processor's time."""


@dataclass
class Task(Generic[T]):
    """What one copy does."""

    about: T
    seconds: int
    """Of processor time that it may take."""
    work: Callable[[], int]
    """Does it, and returns a code from 0 to 98."""


def all_done(tasks: Iterable[Task[T]], workers: int) -> Iterator[tuple[T, int]]:
    """What each task was about, with its code, in the order in which they end."""
    waiting = iter(tasks)
    running: dict[int, tuple[Task[T], float]] = {}
    while True:
        while len(running) < workers and (task := next(waiting, None)):
            running[_started(task)] = (task, time.monotonic())
        if not running:
            return
        for pid, (task, since) in list(running.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                del running[pid]
                yield task.about, os.WEXITSTATUS(status) if os.WIFEXITED(status) else TIMED_OUT
            elif time.monotonic() - since > _PATIENCE * task.seconds:
                os.kill(pid, signal.SIGKILL)  # it waits for something that never comes
        time.sleep(0.005)


def _started(task: Task[T]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = BROKE
    try:
        _limit(resource.RLIMIT_CPU, task.seconds)
        _limit(resource.RLIMIT_DATA, _memory_used() + _MORE_MEMORY)
        code = task.work()
    except BaseException:  # noqa: BLE001 - a copy must end here, and never go on as if it were the first
        traceback.print_exc()
    os._exit(code)


def _limit(what: int, most: int) -> None:
    _, already = resource.getrlimit(what)
    least = most if already == resource.RLIM_INFINITY else min(most, already)
    resource.setrlimit(what, (least, already))


def _memory_used() -> int:
    """Bytes of address space of this process, or more than it has written to."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * resource.getpagesize()


def silent() -> None:
    """What this process prints goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
