"""Whether the day that a person gave a table fits what the file says itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from eastflank import dates
from eastflank.intake.tables.entries import TableEntry
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import rows_of_tables as words

_FAR = timedelta(days=31)
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?[0-3]\d)?(?!\d)")


def doubts(entries: Iterable[TableEntry], name: str, day: date) -> Iterator[str]:
    """Says that the newest day of the rows, or the month in the name of the file, is long before the day."""
    told = ((dates.bounds(text).last, text) for text in {entry.date for entry in entries} if text)
    newest = max(((last, text) for last, text in told if last), default=None)
    if newest and newest[0] < day - _FAR:
        yield words.DAY_FAR.format(day=dates_in_words.day(day), newest=dates_in_words.when(newest[1]))
    named = _MONTH.search(name)
    if named and (month := date(int(named[1]), int(named[2]), 1)) < day.replace(day=1):
        yield words.DAY_IN_NAME.format(day=dates_in_words.day(day), month=dates_in_words.month(month))
