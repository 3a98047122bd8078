"""A table of deployments as an agency would keep it, of any length: `python -m tests.bench.long_table`."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HEADINGS = ("Nation", "Host", "Location", "Unit", "Troops", "Status", "Date")
DATES = 12
"""Rows of each unit: one for each first day of a quarter of three years."""
_SENT_BY = ("United States", "Germany", "Canada", "Italy", "France", "Spain", "Great Britain", "Belgium")
_PLACES = (
    ("Latvia", "Adazi"),
    ("Estonia", "Tapa"),
    ("Lithuania", "Rukla"),
    ("Poland", "Zagan"),
    ("Romania", "Cincu"),
    ("Slovakia", "Lest"),
    ("Hungary", "Tata"),
    ("Bulgaria", "Kabile"),
    ("Poland", "Skwierzyna"),
    ("Germany", "Grafenwoehr"),
    ("Norway", "Oslo"),
    ("Finland", "Helsinki"),
)
_STATUSES = ("deployed", "deployed", "agreed", "planned")
_KINDS = ("Battalion", "Company", "Battery", "Squadron")


def rows_of(number: int, seed: int = 1) -> Iterator[Sequence[str]]:
    """The heading and so many rows. The same arguments make the same rows."""
    chance = random.Random(seed)  # noqa: S311 - made-up data
    yield HEADINGS
    for at in range(number):
        unit, turn = divmod(at, DATES)
        host, place = _PLACES[unit % len(_PLACES)]
        yield (
            _SENT_BY[unit % len(_SENT_BY)],
            host,
            place,
            f"{unit + 1} {_KINDS[unit % len(_KINDS)]}",
            str(chance.randrange(50, 1500, 10)),
            _STATUSES[chance.randrange(len(_STATUSES))],
            f"{2022 + turn // 4}-{1 + 3 * (turn % 4):02}-01",
        )


def write_long(file: Path, number: int) -> None:
    """Write a CSV of so many rows."""
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows_of(number))


if __name__ == "__main__":
    _, rows, path = sys.argv
    write_long(Path(path), int(rows))
