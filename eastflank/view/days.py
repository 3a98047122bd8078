"""Days as a link writes them, and the days that can be shown."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator
from datetime import date

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""The first and the last day that can be shown."""

_ISO = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})")
_YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])")
_YEAR_LAST = re.compile(r"(?<![0-9])([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?![0-9])")
_DAY_IN_WORDS = re.compile(
    r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th|\.)? +([a-z]{3,9})\.?,? +([0-9]{4})(?![0-9])"
)
_MONTH_IN_WORDS = re.compile(r"([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})(?![0-9])")
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if number
}


def day_of(text: str) -> date | None:
    """The day that a text names in full, year first: `2016-06-14`, `2016/06/14`, `2016.06.14`, `20160614`.

    None for anything else. Month and day need two digits each: `2016-06-1` may be `2016-06-14` with its
    last digit cut off.
    """
    found = _ISO.fullmatch(text)
    return _day(*map(int, found.group(1, 3, 4))) if found else None


def days_like(text: str) -> tuple[date, ...]:
    """The days that a text in another format may mean, such as `14 June 2016` or `6/7/2016`.

    Only days that can be shown, the likeliest first, at most two; empty for none.
    """
    found = (day for day in _days_in(text.lower()) if day and FIRST_DAY <= day <= LAST_DAY)
    return tuple(itertools.islice(dict.fromkeys(found), 2))


def _days_in(text: str) -> Iterator[date | None]:
    for year, month, day in _YEAR_FIRST.findall(text):
        yield _day(int(year), int(month), int(day))
    for first, second, year in _YEAR_LAST.findall(text):
        yield _day(int(year), int(second), int(first))
        yield _day(int(year), int(first), int(second))
    for day, month, year in _DAY_IN_WORDS.findall(text):
        yield _day(int(year), _MONTHS.get(month, 0), int(day))
    for month, day, year in _MONTH_IN_WORDS.findall(text):
        yield _day(int(year), _MONTHS.get(month, 0), int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
