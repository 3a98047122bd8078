"""The way from an article's text back to the file that it was made of, kept as a small table beside both.

All counts are of code points from 0. The table is CSV: `start,length,part,at,width`, a line for each run of
characters that stand in the file as they stand in the text, in the order of the text.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

HEADER = ("start", "length", "part", "at", "width")


class UnreadableWay(ValueError):  # noqa: N818 - it says what is wrong with the table
    """A table of runs that is none."""


class TextRun(NamedTuple):
    """Characters of the text that stand together in the file."""

    start: int
    """Of the first, in the text."""
    length: int
    part: str
    """Which part of the file: `page 3`, `paragraph 12`, `part 1.2`; empty: the file has one."""
    at: int
    """Of the first, in the part's own text (of a web page: in its source)."""
    width: int
    """How many characters they are there. As many as in the text; or more, for one that is written as
    `&amp;`; or 0, for an end of line that no character of the file says."""


class FileWhereabouts(NamedTuple):
    """Where a passage stands in its file, in one part."""

    part: str
    start: int
    stop: int


def runs_of(origins: Sequence[tuple[int, int]], part: str = "", first: int = 0) -> Iterator[TextRun]:
    """Runs of characters, each given by its first character in the part and how many it is there.

    `first`: where the first of them stands in the text. Neighbours are joined where both sides go on.
    """
    begins = 0
    for number in range(1, len(origins) + 1):
        if number < len(origins) and origins[number][1] == origins[begins][1] == 1:
            at = origins[begins][0]
            if origins[number][0] == at + number - begins:
                continue
        at, width = origins[begins]
        length = number - begins
        yield TextRun(first + begins, length, part, at, length if width == 1 else width)
        begins = number


def whereabouts(runs: Sequence[TextRun], start: int, stop: int) -> tuple[FileWhereabouts, ...]:
    """Where the characters from `start` up to `stop` of the text stand, a value for each part of the file.

    Ends of lines that the file does not have are left out. Empty: nothing of it stands in the file.
    """
    found: dict[str, FileWhereabouts] = {}
    first = max(bisect_right(runs, start, key=lambda run: run.start) - 1, 0)
    for run in runs[first:]:
        if run.start >= stop:
            break
        low, high = max(start, run.start), min(stop, run.start + run.length)
        if low >= high or not run.width:
            continue
        whole = run.width != run.length
        begins = run.at if whole else run.at + low - run.start
        ends = run.at + run.width if whole else run.at + high - run.start
        known = found.get(run.part, FileWhereabouts(run.part, begins, ends))
        found[run.part] = FileWhereabouts(run.part, min(known.start, begins), max(known.stop, ends))
    return tuple(found.values())


def written(runs: Iterable[TextRun]) -> bytes:
    """The runs as a table."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(HEADER)
    table.writerows(runs)
    return out.getvalue().encode()


def parsed(content: bytes) -> tuple[TextRun, ...]:
    """The runs in a table. Raises UnreadableWay where it is none."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        if not rows or tuple(rows[0]) != HEADER:
            raise UnreadableWay("The first line is not that of a table of runs.")
        found = tuple(
            TextRun(int(start), int(length), part, int(at), int(width))
            for start, length, part, at, width in rows[1:]
        )
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        if isinstance(error, UnreadableWay):
            raise
        raise UnreadableWay(f"A line cannot be read: {error}.") from error
    ends = 0
    for run in found:
        if run.start < ends or run.length < 1 or min(run.at, run.width) < 0:
            raise UnreadableWay(f"The run at {run.start} does not follow the one before.")
        ends = run.start + run.length
    return found
