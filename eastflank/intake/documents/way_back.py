"""Maps positions in an article's text to positions in its original file: a small table beside both.

All counts are of code points from 0. The table is CSV: `start,length,part,at,width`, one line for each run of
characters that is the same in the file and in the text, in the order of the text.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

HEADER = ("start", "length", "part", "at", "width")


class UnreadableWay(ValueError):  # noqa: N818 - it says what is wrong with the table
    """A file that is not a valid table of runs."""


class TextRun(NamedTuple):
    """Characters of the text that are next to each other in the file."""

    start: int
    """Position of the first character in the text."""
    length: int
    part: str
    """Which part of the file: `page 3`, `paragraph 12`, `part 1.2`; empty: the file has only one part."""
    at: int
    """Position of the first character in the part's own text (for a web page: in its source)."""
    width: int
    """How many characters they are in the file. As many as in the text; more for a character written as
    `&amp;`; 0 for an end of line that is not in the file."""


class FileWhereabouts(NamedTuple):
    """The position of a passage in one part of its file."""

    part: str
    start: int
    stop: int


def runs_of(origins: Sequence[tuple[int, int]], part: str = "", first: int = 0) -> Iterator[TextRun]:
    """Joins characters to runs; each is given by its position in the part and its length there.

    `first` is the position of the first one in the text. Neighbours are joined if they are adjacent on both
    sides.
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
    """The positions in the file of the text from `start` up to `stop`, one value for each part of the file.

    Ends of lines that the file does not have are left out. Empty if nothing of it is in the file.
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
    """The runs in a table. Raises UnreadableWay if it is not valid."""
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
