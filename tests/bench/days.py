"""What another day costs the server, with the whole page but without a browser."""

from __future__ import annotations

import functools
import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from unittest.mock import patch

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from eastflank.store import audited
from eastflank.ui import collector, folding
from tests.app.slider import move

_SCRIPT = Path(__file__).parents[2] / "eastflank" / "ui" / "script.py"
_PATIENCE = 3_600
_DAYS = (
    "2018-01-01", "2025-05-20", "2020-02-06", "2017-04-20", "2022-08-05", "2016-07-09", "2026-07-05",
    "2022-08-06", "2024-03-01", "2019-01-01", "2021-03-03",
)  # fmt: skip
"""The first one is not counted: the page compiles what it needs."""


@dataclass(frozen=True)
class DayTimes:
    """Seconds of the processor, and the most memory."""

    first: float
    """From the start of the process to the first view, with the reading of the tables."""
    another: tuple[float, ...]
    """For each day that was not shown before."""
    again: tuple[float, ...]
    """For each of these days, shown once more."""
    megabytes: float

    def line(self, name: str) -> str:
        """The figures in one line."""
        return (
            f"{name:12}{self.first:10.1f} s{1000 * median(self.another):12,.0f} ms"
            f"{1000 * max(self.another):12,.0f} ms{1000 * median(self.again):12,.0f} ms"
            f"{self.megabytes:12,.0f} MB"
        )


HEAD = f"{'claims':12}{'first view':>12}{'another day':>15}{'slowest':>15}{'again':>15}{'memory':>15}"


def day_times(folder: Path) -> DayTimes:
    """The times of the page on a folder, in this process: call it in a new one for each folder."""
    with _quiet(folder):
        app = AppTest.from_file(_SCRIPT, default_timeout=_PATIENCE)
        app.run()
        first = time.process_time()
        collector.settle()  # as the server does when it has started
        times = [(_moved(app, day), _moved(app, day)) for day in _DAYS][1:]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return DayTimes(first, tuple(new for new, _ in times), tuple(again for _, again in times), most)


def _moved(app: AppTest, day: str) -> float:
    start = time.process_time()
    move(app, day)
    took = time.process_time() - start
    if app.exception:
        raise AssertionError([error.value for error in app.exception])
    return took


@contextmanager
def _quiet(folder: Path) -> Iterator[None]:
    """The page on a folder, without what it does in the background: that would count, too."""
    once = functools.cache(manifest_scanner.scan_component_manifests)
    waiting = SimpleNamespace(time=time.time, sleep=lambda _: time.sleep(0.01))
    with (
        patch.dict(os.environ, {"EASTFLANK_DATA": str(folder)}),
        patch.object(manifest_scanner, "scan_component_manifests", once),
        patch.object(local_script_runner, "time", waiting),
        patch.object(folding, "_MOST_AHEAD", 0),
        patch.object(audited, "findings", lambda _: ()),
    ):
        yield
