"""Whether the day that a person gave a table fits what the file says itself."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from eastflank import dates
from eastflank.intake.tables.cells import month_names
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import rows_of_tables as words

_FAR = timedelta(days=31)
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])[-_.]([0-3]\d)(?!\d)")
_IN_WORDS = re.compile(r"\b([^\W\d_]{3,10})\.?[ _-]+((?:19|20)\d\d)\b")
_YEAR, _DAY_OF_MONTH, _MONTH_WORD = (
    r"(?P<year>(?:19|20)\d\d)",
    r"(?P<day>\d{1,2})",
    r"(?P<month>[^\W\d_]{3,10})",
)
_DAYS_IN_WORDS = tuple(
    map(
        re.compile,
        (
            rf"(?<!\d){_DAY_OF_MONTH}(?:\.|st|nd|rd|th)?[ _-]+{_MONTH_WORD}\.?,?[ _-]+{_YEAR}\b",
            rf"\b{_MONTH_WORD}\.?[ _-]+{_DAY_OF_MONTH}(?:st|nd|rd|th)?,?[ _-]+{_YEAR}\b",
            rf"(?<![\d.]){_DAY_OF_MONTH}\.[ ]?(?P<month>\d{{1,2}})\.[ ]?{_YEAR}(?!\d)",
        ),
    )
)
"""“26 November 2026”, “November 26, 2026”, “26.11.2026”."""
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?[0-3]\d)?(?!\d)")


def named_in(texts: Iterable[str], latest: date) -> date | None:
    """The day that a file's name or a line above its table names, no later than `latest`; None if none does.

    Of a month it is the last day, unless one of the texts names a day of this month. The texts are asked in
    their order.
    """
    found = [(first, last) for text in texts for first, last in _named(text) if first <= latest]
    if not found:
        return None
    begin, end = found[0]
    exact = (first for first, last in found if first == last and begin <= first <= end)
    return next(exact, min(end, latest))


def _named(text: str) -> Iterator[tuple[date, date]]:
    if found := _DAY.search(text):
        with suppress(ValueError):
            day = date(*map(int, found.groups()))
            yield day, day
            return
    for day in _days_in_words(text):
        yield day, day
    if found := _MONTH.search(text):
        yield _month(int(found[1]), int(found[2]))
    for word in _IN_WORDS.finditer(text):
        if month := month_names.month_of(word[1]):
            yield _month(int(word[2]), month)


def _days_in_words(text: str) -> Iterator[date]:
    for pattern in _DAYS_IN_WORDS:
        for found in pattern.finditer(text):
            said = found["month"]
            with suppress(ValueError):  # there is no such day
                yield date(
                    int(found["year"]),
                    int(said) if said.isdigit() else month_names.month_of(said) or 0,
                    int(found["day"]),
                )


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def doubts(entries: Iterable[TableEntry], name: str, day: date) -> Iterator[str]:
    """Says that the newest day of the rows, or the month in the name of the file, is long before the day."""
    told = ((dates.bounds(text).last, text) for text in {entry.date for entry in entries} if text)
    newest = max(((last, text) for last, text in told if last), default=None)
    if newest and newest[0] < day - _FAR:
        yield words.DAY_FAR.format(day=dates_in_words.day(day), newest=dates_in_words.when(newest[1]))
    named = _MONTH.search(name)
    if named and (month := date(int(named[1]), int(named[2]), 1)) < day.replace(day=1):
        yield words.DAY_IN_NAME.format(day=dates_in_words.day(day), month=dates_in_words.month(month))
