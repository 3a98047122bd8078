"""Measures the speed that the design promises: `make bench`, or `python -m tests.bench`.

Nothing is asserted: a figure depends on the machine, so what counts are the ratios between pages that
are measured in turns, on the same machine, in the same minutes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser

from eastflank.intake.second_opinion.network import opinion_on
from tests.bench.articles import reading_speed
from tests.bench.clicks import NOTHING, OURS, USUAL, Subject, answer_times, opened
from tests.bench.core import core_times
from tests.bench.crowded import write_crowded
from tests.bench.days import HEAD, day_times
from tests.bench.enlarged import write_enlarged
from tests.bench.files import VIEW, written
from tests.bench.imported import print_imported
from tests.bench.large import large_times
from tests.bench.play import step_times
from tests.browser.server import serving
from tests.browser.visit import browsing
from tests.frozen import FOLDER

_CROWDED = (100, 1_000, 10_000)
"""How many deployments are added to the frozen record."""


@dataclass
class Times:
    """What was measured of a page, in milliseconds."""

    opening: list[float] = field(default_factory=list)
    """For each visitor of a server that has just started, the first one first."""
    clicks: list[float] = field(default_factory=list)
    """In their order: every second one takes back what the one before chose."""

    @property
    def choosing(self) -> Times:
        """The clicks that choose a status alone: a part of the data is shown."""
        return Times(self.opening, self.clicks[::2])

    @property
    def taking_back(self) -> Times:
        """The clicks that take a status back alone: all of the data is shown."""
        return Times(self.opening, self.clicks[1::2])


def page_times(
    browser: Browser, data: Path, subjects: Sequence[tuple[Subject, int]], rounds: int
) -> dict[Subject, Times]:
    """Each page's times: in every round each page gets its number of clicks, one page after the other.

    A page is open only during its turn: ten thousand markers keep a browser busy even in the background.
    Two clicks before those that count let it compile what it needs for them.
    """
    with ExitStack() as open_until_the_end:
        keep = open_until_the_end.enter_context
        found = {subject: Times() for subject, _ in subjects}
        servers = {
            subject: keep(
                serving(Path(keep(tempfile.TemporaryDirectory())), script=subject.script, data=data)
            )
            for subject, _ in subjects
        }
        for turn in range(rounds):
            for subject, clicks in subjects:
                with opened(browser, servers[subject], subject) as (page, took):
                    found[subject].opening.append(took)
                    answer_times(page, 2)
                    found[subject].clicks += answer_times(page, clicks, first=turn * clicks)
                print(".", end="", flush=True)
        print()
    return found


def print_pages(found: dict[Subject, Times]) -> None:
    """A table of the pages, and how each compares with ours."""
    print(
        f"{'':16}{'opening, 1st':>14}{'others':>14}{'click, median':>15}{'95th':>9}{'clicks':>8}{'ours is':>20}"
    )
    ours = median(found[OURS].clicks)
    for subject, times in found.items():
        typical = median(times.clicks)
        late = quantiles(times.clicks, n=20, method="inclusive")[-1]
        ratio = typical / ours
        words = (
            "" if subject == OURS else f"{ratio:.0f} × faster" if ratio > 1 else f"{1 / ratio:.2f} × as long"
        )
        first, *others = times.opening
        print(
            f"{subject.name:16}{first:11,.0f} ms{median(others):11,.0f} ms{typical:12,.0f} ms{late:6,.0f} ms"
            f"{len(times.clicks):8}{words:>20}"
        )


def print_play(browser: Browser, steps: int = 24, rounds: int = 3) -> None:
    """Steps a second in play at its fastest, which asks for eight, beside a click on a page that does nothing."""
    with ExitStack() as open_until_the_end:
        keep = open_until_the_end.enter_context
        ours, nothing = (
            keep(serving(Path(keep(tempfile.TemporaryDirectory())), script=script, data=FOLDER))
            for script in (OURS.script, NOTHING.script)
        )
        page, _ = keep(opened(browser, nothing, NOTHING))
        clicks = answer_times(page, 16)
        times = step_times(browser, ours, steps, "4×", rounds)
        clicks += answer_times(page, 16, first=16)
    for name, found in (("the first time", times[:steps]), ("again", times[steps:])):
        late = quantiles(found, n=20, method="inclusive")[-1]
        print(
            f"{name:16}{1000 * len(found) / sum(found):6.1f} steps a second{median(found):9,.0f} ms a step,"
            f" median{late:9,.0f} ms, 95th"
        )
    print(
        f"{NOTHING.name:16}{1000 / median(clicks):6.1f} clicks a second{median(clicks):8,.0f} ms a click, median"
    )


def print_crowded(folder: Path) -> None:
    """The cost of each step with many deployments."""
    print("\nThousands of deployments: each step once, in seconds of the processor")
    columns = []
    for number in _CROWDED:
        crowded = folder / f"crowded-{number}"
        write_crowded(crowded, number)
        columns.append(large_times(crowded))
    print(f"{'made-up deployments':34}" + "".join(f"{number:10,}" for number in _CROWDED))
    for step in columns[0]:
        print(f"{step:34}" + "".join(f"{column[step]:10,.2f}" for column in columns))


_DAYS = (10_000, 100_000, 1_000_000)
"""How many claims the record has on which another day is measured."""


def print_days() -> None:
    """The cost of another day, each record in a process of its own."""
    print("\nAnother day: the whole page on the server, in time of the processor")
    print(HEAD)
    for number in (0, *_DAYS):
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) if number else FOLDER
            if number:
                write_enlarged(record, number)
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as one:
                times = one.submit(day_times, record).result()
        print(times.line(f"{number:,}" if number else "as it is"), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Eastflank's speed.")
    parser.add_argument(
        "--rounds",
        type=int,
        default=4,
        choices=range(2, 100),
        metavar="N",
        help="rounds of eight clicks on each page, at least two (default 4)",
    )
    parser.add_argument(
        "--claims", type=int, default=10_000, help="claims in the enlarged table (default 10000)"
    )
    parser.add_argument(
        "--rows", type=int, default=100_000, help="rows of the table that is imported (default 100000)"
    )
    parser.add_argument(
        "--only",
        choices=["pages", "play", "enlarged", "core", "files", "articles", "crowded", "days", "imported"],
        help="measure one part",
    )
    return parser.parse_args()


def _measure(chosen: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        enlarged = Path(folder) / f"{chosen.claims}"
        write_enlarged(enlarged, chosen.claims)
        if chosen.only in (None, "pages"):
            print("\nPages, on the frozen record: from a click on a status to changed marks")
            print_pages(page_times(browser, FOLDER, [(NOTHING, 8), (OURS, 8), (USUAL, 8)], chosen.rounds))
        if chosen.only in (None, "play"):
            print("\nPlay at 4×: from one day on the map to the next")
            print_play(browser)
        if chosen.only in (None, "enlarged"):
            print(f"\nPages, on {chosen.claims:,} claims")
            found = page_times(browser, enlarged, [(NOTHING, 8), (OURS, 8), (USUAL, 4)], rounds=2)
            print("clicks that choose a status:")
            print_pages({subject: times.choosing for subject, times in found.items()})
            print("clicks that take it back, so that all claims are shown:")
            print_pages({subject: times.taking_back for subject, times in found.items()})
        if chosen.only in (None, "files"):
            print(f"\nFiles of the view {VIEW}, in milliseconds; first: in a process that has just started")
            print(f"{'format':10}{'first':>10}{'again':>10}{'bytes':>12}")
            for file in written():
                print(f"{file.format:10}{file.first:10,.0f}{file.again:10,.0f}{file.size:12,}")
        if chosen.only in (None, "crowded"):
            print_crowded(Path(folder))
        if chosen.only in (None, "core"):
            print("\nThe core, without a page: best of several, in milliseconds")
            larger = Path(folder) / "larger"
            write_enlarged(larger, 10 * chosen.claims)
            columns = [core_times(place) for place in (FOLDER, enlarged, larger)]
            print(f"{'claims':34}{'as it is':>10}{chosen.claims:10,}{10 * chosen.claims:10,}")
            for step in columns[0]:
                print(f"{step:34}" + "".join(f"{column[step]:10,.1f}" for column in columns))


def main() -> None:
    """Measure and print."""
    chosen = _arguments()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f}: on a busy machine trust the ratios, not the figures.")
    if chosen.only in (None, "articles"):
        alone, advised = reading_speed(), reading_speed(opinion_on)
        print(
            f"\nArticles are read at {alone:.0f} KB/s on one core by the rules alone, {advised:.0f} with the second opinion"
        )
    if chosen.only in (None, "imported"):
        print_imported(chosen.rows)
    if chosen.only in (None, "days"):
        print_days()
    if chosen.only in ("articles", "imported", "days"):
        return
    _measure(chosen)


if __name__ == "__main__":
    main()
