"""Start and end in one cell: “Jan 2022 – Dec 2023”, “since 2022”, “2022–present”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell

_FROM = re.compile(r"(?:since|from|seit|ab|von|od|depuis|nuo|с)\s+(?=.*\d)", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:until|till|to|by|bis|do|jusqu.à|iki|до|по)\s+(?=.*\d)|[-–—]\s*(?=.*\d)", re.IGNORECASE
)
_OPEN = re.compile(r"(?<=\d)\s*(?:[-–—]|\bonwards?|\bff\.?)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[–—]\s*|\s+(?:-|to|until|till|bis|do|au|iki|до|по)\s+|\s*/\s*|\s*-\s*", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITHOUT_A_DAY = re.compile(r"\d{4}(?:-\d\d)?~?")


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """From when until when, in EDTF; empty: not stated, or open."""

    starts: str = ""
    ends: str = ""
    marks: frozenset[tuple[str, str]] = frozenset()
    """What was assumed: keys of `words.MARKS`, each with the day that is meant."""


def period_of(cell: Cell, order: Order) -> StatedPeriod | Wrong:
    """The period that a cell states; or why it states none.

    A year or a month alone is the whole of it. One day alone may be a start or an end: that is wrong.
    """
    text = " ".join(cell.split()) if isinstance(cell, str) else ""
    if (match := _UNTIL.match(text)) and isinstance(until := day(text[match.end() :], order), Day):
        return wrong("not a period") if "/" in until.edtf else StatedPeriod("", until.edtf, _marks(until))
    begun = _FROM.match(text)
    rest = text[begun.end() :] if begun else text
    whole = day(rest, order) if text else day(cell, order)
    if isinstance(whole, Day):
        return (
            StatedPeriod(whole.edtf, "", _marks(whole))
            if begun and "/" not in whole.edtf
            else _of_a_whole(whole)
        )
    if match := _OPEN.search(rest):
        begins = day(rest[: match.start()], order)
        if isinstance(begins, Day) and "/" not in begins.edtf:
            return StatedPeriod(begins.edtf, "", _marks(begins))
    found = set(_halves(rest, order))
    return found.pop() if len(found) == 1 else wrong("not a period")


def _of_a_whole(whole: Day) -> StatedPeriod | Wrong:
    first, slash, last = whole.edtf.partition("/")
    if slash:
        return StatedPeriod(first, last, _marks(whole))
    if whole.edtf and not _WITHOUT_A_DAY.fullmatch(whole.edtf):
        return wrong("one day for a period")
    return StatedPeriod(whole.edtf, whole.edtf, _marks(whole))


def _marks(*days: Day) -> frozenset[tuple[str, str]]:
    return frozenset((one.mark, one.edtf) for one in days if one.mark)


def _halves(text: str, order: Order) -> Iterator[StatedPeriod]:
    """The periods that a text may mean: one for each sign that has a day on both sides."""
    for match in _BETWEEN.finditer(text):
        first, last = text[: match.start()], text[match.end() :]
        one, other = day(first, order), day(last, order)
        if isinstance(one, Wrong) and (year := _YEAR.search(last)):
            one = day(f"{first} {year[0]}", order)  # “Jan – Jun 2023”
        if isinstance(one, Wrong) or isinstance(other, Wrong) or not one.edtf or "/" in one.edtf + other.edtf:
            continue
        if other.open or one.edtf <= other.edtf:
            yield StatedPeriod(one.edtf, other.edtf, _marks(one, other))
