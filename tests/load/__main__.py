"""Thirty readers at once: `make load`, or `python -m tests.load`.

Nothing is asserted: a figure depends on the machine. The same readers also request an empty Streamlit page in
the same run, to compare the cost of the dashboard with the cost of Streamlit. At last twice as many readers look
at two servers behind nginx, where it is installed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.bench.clicks import NOTHING, OURS
from tests.browser.server import serving
from tests.frozen import FOLDER
from tests.load.reader import Answer, NoAnswerError, Reader, reading
from tests.load.server_use import NOTHING_USED, Use, use_of_all
from tests.soak.proxy import installed, proxying

Queries = Iterator[str]

_FIRST, _DAYS = date(2015, 1, 1), 4000
_NATIONS = ("CAN", "DEU", "GBR", "USA", "FRA", "POL", "DNK", "ESP", "ITA", "NLD", "BEL", "CZE")
_HOSTS = ("EST", "LVA", "LTU", "POL", "ROU", "BGR", "SVK", "HUN")
_USUAL = (
    "", "asof=2016-06-14", "asof=2022-06-28", "asof=2023-07-15", "asof=2017-08-28", "nation=CAN", "host=LTU",
    "nation=DEU&asof=2022-06-28", "host=LVA&asof=2025-06-01", "deployment=efp-lva", "deployment=efp-ltu&asof=2022-06-28",
    "since=2016-06-14&asof=2017-08-28", "status=deployed", "nation=USA&role=lead", "grade=B2",
)  # fmt: skip


@dataclass
class Heard:
    """What the readers of one run were answered."""

    answers: list[Answer] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    before: Use = NOTHING_USED
    after: Use = NOTHING_USED
    empty: float = 0
    """Bytes that the server held before the first of these readers came."""

    def line(self, name: str, sessions: int) -> str:
        """The figures in one line."""
        took = sorted(1000 * answer.took for answer in self.answers)
        late = quantiles(took, n=20, method="inclusive")[-1] if len(took) > 1 else 0
        views = len(self.answers)
        each = 1000 * (self.after.processor - self.before.processor) / max(views, 1)
        size = median(answer.size for answer in self.answers) if views else 0
        more = (self.before.memory - self.empty) / max(sessions - 1, 1) / 1e6
        return (
            f"{name:32}{views:8,}{len(self.errors):8,}{median(took) if took else 0:10,.0f} ms{late:8,.0f} ms"
            f"{each:10,.1f} ms{size / 1000:10,.1f} kB{more:10,.2f} MB{self.after.memory / 1e6:9,.0f} MB"
        )


HEAD = (
    f"{'':32}{'views':>8}{'errors':>8}{'median':>13}{'95th':>11}{'CPU a view':>13}{'sent a view':>13}"
    f"{'a session':>13}{'server':>12}"
)


def distinct_views(seed: int) -> Queries:
    """Views of which none comes twice."""
    chosen = random.Random(seed)  # noqa: S311 - which views, not a secret
    days = [_FIRST + timedelta(days=number) for number in range(_DAYS)]
    chosen.shuffle(days)
    for number in count():
        day = days[number % _DAYS]
        filters = [
            f"nation={chosen.choice(_NATIONS)}",
            f"host={chosen.choice(_HOSTS)}",
            "status=deployed",
            "",
        ]
        yield "&".join(part for part in (f"asof={day}", filters[number % 4], "&" * (number >= _DAYS)) if part)


def usual_views(seed: int) -> Queries:
    """What readers look at: a few days and nations, many times."""
    chosen = random.Random(seed)  # noqa: S311 - which views, not a secret
    while True:
        yield chosen.choice(_USUAL)


@dataclass(frozen=True)
class Asked:
    """Whom readers ask."""

    url: str
    processes: tuple[int, ...]
    """The servers' processes: one, or several behind a proxy."""


@dataclass(frozen=True)
class Pace:
    """How often readers ask."""

    every: float
    """Seconds between two views of one reader."""
    until: float
    """By the monotonic clock, when they stop."""


async def _read(reader: Reader, queries: Queries, pace: Pace, start: float, heard: Heard) -> None:
    await asyncio.sleep(start)
    due = time.monotonic()
    while due < pace.until:
        try:
            heard.answers.append(await reader.ask(next(queries)))
        except NoAnswerError as no_answer:
            heard.errors.append(str(no_answer))
        due = max(due + pace.every, time.monotonic())
        await asyncio.sleep(max(0, due - time.monotonic()))


async def run(
    asked: Asked, sessions: int, every: float, seconds: float, views: Callable[[int], Queries]
) -> Heard:
    """Let that many readers each ask for a view every so many seconds, for that long."""
    heard = Heard()
    async with AsyncExitStack() as pages:
        # A proxy chooses a server by chance, so several readers come first where each server must have had one.
        first = [
            await pages.enter_async_context(reading(asked.url)) for _ in range(8 * len(asked.processes) - 7)
        ]
        for one in first:
            await one.ask("")
        heard.empty = use_of_all(asked.processes).memory
        others = [await pages.enter_async_context(reading(asked.url)) for _ in range(sessions - len(first))]
        for one in others:
            await one.ask("")
        heard.before = use_of_all(asked.processes)
        pace = Pace(every, time.monotonic() + seconds)
        shared = views(1)
        await asyncio.gather(
            *(
                _read(one, shared, pace, number * every / sessions, heard)
                for number, one in enumerate((*first, *others))
            )
        )
        heard.after = use_of_all(asked.processes)
    return heard


def nothing(seed: int) -> Queries:
    """Another address each time; the empty page does nothing with it."""
    return (f"n={number}" for number in count(seed))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description="Many readers at once.")
    parser.add_argument("--sessions", type=int, default=30, help="readers (default 30)")
    parser.add_argument(
        "--every", type=float, default=2, help="seconds between two views of a reader (default 2)"
    )
    parser.add_argument("--seconds", type=float, default=300, help="how long each part takes (default 300)")
    chosen = parser.parse_args(arguments)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. The readers run on the same machine.")
    print(
        f"{chosen.sessions} readers, each another view every {chosen.every:g} s for {chosen.seconds:g} s\n{HEAD}"
    )
    for subject, name, views in (
        (NOTHING, "an empty page", nothing),
        (OURS, "every view distinct", distinct_views),
        (OURS, "the usual mix", usual_views),
    ):
        with (
            TemporaryDirectory() as folder,
            serving(Path(folder), script=subject.script, data=FOLDER) as server,
        ):
            asked = Asked(server.url, (server.process,))
            heard = asyncio.run(run(asked, chosen.sessions, chosen.every, chosen.seconds, views))
        _print(heard, name, chosen.sessions)
    if not installed():
        print("nginx is not installed, so two servers behind a proxy are left out: `make nginx`")
        return
    for name, views in (("every view distinct", distinct_views), ("the usual mix", usual_views)):
        with _two_servers() as asked:
            heard = asyncio.run(run(asked, 2 * chosen.sessions, chosen.every, chosen.seconds, views))
        _print(heard, f"2 servers: {name}", 2 * chosen.sessions)


@contextmanager
def _two_servers() -> Iterator[Asked]:
    """Two processes behind nginx, which shares readers out between them."""
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(TemporaryDirectory())) for _ in range(3)]
        servers = [
            stack.enter_context(serving(folder, script=OURS.script, data=FOLDER)) for folder in folders[:2]
        ]
        proxy = stack.enter_context(proxying(folders[2], servers))
        yield Asked(proxy.url, tuple(one.process for one in servers))


def _print(heard: Heard, name: str, sessions: int) -> None:
    print(heard.line(name, sessions), flush=True)
    for error in sorted(set(heard.errors)):
        print(f"  {heard.errors.count(error)} × {error}")


main()
