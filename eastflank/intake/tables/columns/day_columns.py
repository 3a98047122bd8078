"""Columns of days: which of them is the day of the row, and which only says when something was said. Pure."""

from __future__ import annotations

import re
from collections.abc import MutableSequence, Sequence

from eastflank.intake.tables.cells import contents, statuses
from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.sheets import Cell

FIELDS = frozenset({"date", "period", "starts", "ends", "said"})
"""The fields of a column with days."""
_REPORTS = frozenset({
    "published", "date published", "publication date", "date of publication", "date of article",
    "article date", "veroffentlicht", "date de publication", "data publikacji", "дата публикации",
    "paskelbimo data", "reported", "date reported", "report date", "date of report", "reporting date",
    "year reported", "last updated",
})  # fmt: skip
"""Headings of the day on which something was reported, as they are after `columns.plain`."""
_DAYS_OR_OTHERS = frozenset({
    "left", "withdrawn", "withdrawal", "ended", "departed", "departs", "departure", "depart", "retrait",
    "wycofanie", "abzug", "abgezogen", "beendet", "zakonczenie", "koniec", "завершение", "вывод", "окончание",
    "pabaiga", "do", "iki", "до", "по", "с", "announced", "announcement", "angekundigt", "annonce",
    "ogloszono", "zapowiedziano", "paskelbta", "объявлено", "bekanntgabe", "published", "veroffentlicht",
})  # fmt: skip
"""Headings that say a day only where most cells hold one: “Withdrawn” may also be followed by “yes”."""
_STATUS_OR_OTHERS = frozenset({"situation", "busena"})
_YEAR = re.compile(r"(?<![\d.,])(?:19[4-9]|20[0-6])\d(?![\d.,]\d|\d|-?\d?[A-Za-z])")
"""A year among other words: not “Mirage 2000-5F”, nor “2000kg”."""
_YEARS = range(1990, 2061)
_LONGEST_DAY = 20
"""Letters of a date without four digits for its year, at most: “22 September ’22”."""
_SHORT_DAY = re.compile(r"\d{2}\W*$|\d{4}|\d[-/.]\d")
"""What every date has: a year at its end, or four digits, or numbers with a sign between them."""


def fits(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column are such as its heading says; `heading` is as after `columns.plain`."""
    if heading in _DAYS_OR_OTHERS:
        return contents.mostly(cells, tells_a_day, contents.HALF_OF_THEM)
    if heading in _STATUS_OR_OTHERS:
        return contents.mostly(cells, statuses.is_told, contents.HALF_OF_THEM)
    return True


def is_report(heading: str) -> bool:
    """Whether a heading says when something was reported: what is there on that day, not what is to come."""
    return heading in _REPORTS


def settle(fields: MutableSequence[str], whys: Sequence[str], headings: Sequence[str], at: int) -> str:
    """The field of one more column of days, at an index; it may change that of a column before it.

    Of “Published” and “As of” the second is the day of which the row tells, in whatever order they stand.
    """
    held = fields.index("date") if "date" in fields else None
    if held is None:
        return "date"
    if headings[at] in _REPORTS:
        return "said"
    if headings[held] in _REPORTS and whys[held] == "name":
        fields[held] = "" if "said" in fields else "said"
    return "date"


def tells_a_day(cell: Cell) -> bool:
    """Whether a cell holds a day, a month or a year, alone or among other words."""
    if isinstance(cell, bool) or cell is None:
        return False
    if isinstance(cell, (int, float)):
        return cell in _YEARS
    if not isinstance(cell, str):
        return True
    if cell.isdigit():
        return int(cell) in _YEARS
    if _YEAR.search(cell):
        return True
    if len(cell) > _LONGEST_DAY or not _SHORT_DAY.search(cell):
        return False  # most cells, and reading a day is slow
    found = day(cell, Order(day_first=True))
    return isinstance(found, Day) and bool(found.edtf)
