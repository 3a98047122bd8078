"""Uncertain dates: EDTF strings and the days they may mean."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Bounds(NamedTuple):
    """The earliest and the latest day a date may mean. None: open or unknown on that side."""

    first: date | None
    last: date | None


class DaysTold(NamedTuple):
    """The earliest and the latest day that something describes; both are known."""

    first: date
    last: date


UNKNOWN = Bounds(None, None)


class NoDate(ValueError):  # noqa: N818 - it says what a text is not
    """A text that is no date in EDTF, or an interval that ends before it begins."""

    def __init__(self, text: str, *, backwards: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.backwards = backwards
        """Whether both sides are dates, but in the wrong order."""


_SINGLE = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-9]{2})[?~%]?"
    r"|(?P<any_year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)[?~%]?"
    r"|(?P<in_year>[0-9]{4})-(?P<span>2[1-4](?!-)|0[1-9]|1[0-2]|XX)(?:-XX)?[?~%]?"
)
_SPANS: Mapping[str, tuple[int, int]] = {
    "XX": (1, 12),
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 2),
}
"""First and last month of a value in the place of the month: an unknown month, or a northern season."""


@functools.cache
def bounds(text: str) -> Bounds:
    """The days that an EDTF level 0-1 string allows (Library of Congress, EDTF of 2019).

    `2016-07` may be any day of July 2016, and `2016-07~` too: "about" does not widen it. `2022-XX` is any
    day of 2022; `2017-21` to `2017-24` are the northern spring to winter, each of three whole months.
    `2016-06/2017` runs from the first day of June 2016 to the last of 2017; a side that is empty or `..`
    is open or unknown, and is None.

    Raises NoDate with the text if it is not such a date, or if an interval ends before it begins. Also
    refused, because their bounds would be misleading: times of day, years outside 1-9999, sets, and dates
    with a gap inside (`2016-XX-01`, `XXXX-05`).
    """
    # The edtf package is used only in tests, to compare: it takes 12 ms a date, which is seconds at load, and
    # it gives an unknown end ten years.
    start, slash, end = text.partition("/")
    if text == "/":
        raise NoDate(text)
    if not slash:
        return _single(text, text)
    first = None if start in ("", "..") else _single(start, text).first
    last = None if end in ("", "..") else _single(end, text).last
    if first and last and first > last:
        raise NoDate(text, backwards=True)
    return Bounds(first, last)


def text_of(first: date, last: date) -> str:
    """The shortest EDTF text for the days from `first` to `last`: “2024-05-03”, “2024-05”, “2023/2024”."""
    if first == last:
        return first.isoformat()
    size = len("2024-05-03")
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        size = len("2024") if (first.month, last.month) == (1, 12) else len("2024-05")
    begins, ends = first.isoformat()[:size], last.isoformat()[:size]
    return begins if begins == ends else f"{begins}/{ends}"


def _single(part: str, text: str) -> Bounds:
    match = _SINGLE.fullmatch(part)
    if not match:
        raise NoDate(text)
    try:
        if match["day"]:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            return Bounds(day, day)
        if year := match["any_year"]:
            return Bounds(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))
        return _months(int(match["in_year"]), match["span"])
    except ValueError as error:  # no such day in that month, or a year without a calendar
        raise NoDate(text) from error


def _months(year: int, span: str) -> Bounds:
    start, end = _SPANS[span] if span in _SPANS else (int(span), int(span))
    last_year = year + (end < start)
    return Bounds(date(year, start, 1), date(last_year, end, calendar.monthrange(last_year, end)[1]))
