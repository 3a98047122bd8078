"""Dates as people write them in cells, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eastflank import dates
from eastflank.intake.tables.cells.month_names import MONTHS, SEASONS
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED

_FIRST_YEAR, _LAST_YEAR = 1945, 2100
"""Years for which a bare number may stand."""
_SERIAL_START = date(1899, 12, 30)
"""Day 0 of Excel's calendar, as Excel counts from March 1900 on."""
_SERIALS = range(16_000, 73_000)
"""Excel's days of 1943 to 2099."""
_OPEN_END = frozenset(
    [
        "present",
        "ongoing",
        "now",
        "today",
        "current",
        "continuing",
        "to date",
        "heute",
        "laufend",
        "en cours",
        "obecnie",
    ]
)
_QUARTER = {"1": (1, 3), "2": (4, 6), "3": (7, 9), "4": (10, 12)}
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T](?:[01]?\d|2[0-3]):[0-5]\d.*)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](?:[01]?\d|2[0-3]):[0-5]\d.*)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+([^\W\d]+)\.?,?[\s-]+(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d]+)\.?[\s,'’/-]+(\d{4}|\d{2})")
_QUARTERS = re.compile(r"q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*q([1-4])", re.IGNORECASE)
_OF_THE_YEAR = re.compile(r"(?<=\d{4})\s+(?:r\.|roku|г\.|года)$", re.IGNORECASE)
"""The word “year” after a date: “1 marca 2023 r.”."""
_LITHUANIAN = re.compile(r"(\d{4}) m\.? ([^\W\d]+)(?: (\d{1,2}) d\.?)?")
"""“2022 m. liepos 1 d.”."""
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—/]|to)\s*(\d{4}|\d{2})")
_DAYS = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})\s+(\D+\d{4})")
_MONTH_DOT_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|~)\s*", re.IGNORECASE)
_PART = re.compile(
    r"(?:early|mid|late|(?:the )?(?:end|beginning|start|middle) of|d[ée]but|mi|fin|anfang|mitte|ende)"
    r"(?:\s+(?:de\s+|of\s+)?|-)(?=\S)",
    re.IGNORECASE,
)
"""Words for a part of a month or a year: “fin avril 2024”."""
_UNTIL = ("by", "until", "till", "bis", "do", "jusqu'au", "jusqu’au", "jusqu'en", "jusqu’en", "iki", "до")
_FROM = ("since", "from", "as of", "seit", "ab", "depuis le", "depuis", "od", "nuo", "с")
_SINCE = re.compile(rf"({'|'.join((*_FROM, *_UNTIL))}|in)\s+", re.IGNORECASE)
_AGAINST_ITS_COLUMN = {
    "date": ("an end for a day", frozenset(_UNTIL)),
    "said": ("an end for a day", frozenset(_UNTIL)),
    "starts": ("an end for a start", frozenset(_UNTIL)),
    "ends": ("a start for an end", frozenset(_FROM)),
}
"""For each field of a day: the words before a date that say something else, and the problem then."""
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_LATEST_SHORT_YEAR = 69
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A date that a cell states."""

    edtf: str
    """Empty: the cell says that the date is unknown, or open."""
    mark: str = ""
    """A key of `words.MARKS`; empty: nothing was assumed."""
    open: bool = False
    """Whether the cell says that there is no end yet."""


UNSTATED_DAY = Day("")


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the day or the month comes first in dates such as 06/12/2016."""

    day_first: bool | None
    """None: the column does not say."""


def order_of(cells: Iterable[Cell]) -> Order:
    """Which comes first, from the dates of a column that can be read in only one way."""
    day_first = month_first = False
    for cell in cells:
        match = _NUMBERS.fullmatch(cell) if isinstance(cell, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        day_first |= first > 12 >= second  # noqa: PLR2004 - months
        month_first |= second > 12 >= first  # noqa: PLR2004
    return Order(day_first if day_first != month_first else None)


def day(cell: Cell, order: Order) -> Day | Wrong:
    """The date of a cell as EDTF; or why it is not a date."""
    match cell:
        case None:
            return UNSTATED_DAY
        case date():
            return _of_a_date(cell)
        case int():
            return _of_a_number(cell)
        case float():
            return _of_a_number(int(cell)) if cell == cell and int(cell) in _SERIALS else wrong("not a date")  # noqa: PLR0124
    text = " ".join(cell.split())
    if text.casefold() in UNSTATED:
        return UNSTATED_DAY
    if text.casefold() in _OPEN_END:
        return Day("", open=True)
    return _of_a_text(text, order)


_NOT_YET = frozenset({"tbc", "tba", "tbd", "to be confirmed", "to be announced", "to be decided"})


def is_not_yet_told(cell: Cell) -> bool:
    """Whether a cell says that its day will be told later."""
    return isinstance(cell, str) and cell.strip().casefold().strip("(). ") in _NOT_YET


def day_of(field: str, cell: Cell, order: Order) -> Day | Wrong:
    """The date of a cell in the column of `date`, `starts` or `ends`, as `day`.

    A cell whose own words say that its date is another kind of day is wrong there: “until Sep 2024” is no
    start.
    """
    found = day(cell, order)
    if isinstance(found, Wrong):
        return found
    if found.open and field == "starts":
        return wrong("not a date")
    kind, words_ = _AGAINST_ITS_COLUMN[field]
    said = _SINCE.match(" ".join(cell.split())) if isinstance(cell, str) else None
    if said and said[1].casefold() in words_:
        return wrong(kind, word=said[1])
    return found


def _of_a_date(day_: date) -> Day | Wrong:
    serial = (day_ - _SERIAL_START).days
    if _FIRST_YEAR <= serial <= _LAST_YEAR:
        return Day(str(serial), "a year in a date cell")
    if not _FIRST_YEAR <= day_.year <= _LAST_YEAR:
        return wrong("a date out of bounds", first=_FIRST_YEAR, last=_LAST_YEAR)
    return Day(day_.isoformat())


def _of_a_number(number: int) -> Day | Wrong:
    if _FIRST_YEAR <= number <= _LAST_YEAR:
        return Day(str(number))
    if number in _SERIALS:
        return Day((_SERIAL_START + timedelta(days=number)).isoformat(), "a date as a number")
    if len(str(number)) == 8 and (found := _made(number // 10000, number // 100 % 100, number % 100)):  # noqa: PLR2004
        return Day(found)
    return wrong("not a date")


def _of_a_text(text: str, order: Order) -> Day | Wrong:
    if re.fullmatch(r"\d{4,8}(?:\.0+)?", text):
        return _of_a_number(int(text.split(".", maxsplit=1)[0]))
    plain = _SINCE.sub("", text, count=1) if _SINCE.match(text) else text
    if part := _PART.match(plain):
        return _whole(plain[part.end() :], order)
    plain = _OF_THE_YEAR.sub("", plain)
    about = "~" if _ABOUT.match(plain) else ""
    plain = _ABOUT.sub("", plain, count=1) if about else plain
    if match := _NUMBERS.fullmatch(plain):
        return _of_numbers(match, order)
    found = _words(plain)
    if found is None:
        try:
            bounds = dates.bounds(plain)
        except ValueError:
            return wrong("not a date")
        if any(side and not _FIRST_YEAR <= side.year <= _LAST_YEAR for side in bounds):
            return _shown_as_1905(plain)
        return Day(plain + about if plain[-1].isdigit() and "/" not in plain else plain)
    if not found or not _FIRST_YEAR <= int(found[:4]) <= _LAST_YEAR:
        return _shown_as_1905(found) if found else wrong("not a date")
    return Day(found + about if "/" not in found else found)


def _whole(text: str, order: Order) -> Day | Wrong:
    """The month or year if a cell names a part of it; marked, because no source says how long the part is."""
    found = _of_a_text(text, order)
    if isinstance(found, Day) and _MONTH_OR_YEAR.fullmatch(found.edtf) and not found.mark:
        return replace(found, mark="a part of a time")
    return wrong("not a date")


def _shown_as_1905(edtf: str) -> Day | Wrong:
    """A date of 1905 in a text is a year in a cell that was formatted as a date and then saved as CSV."""
    try:
        return _of_a_date(date.fromisoformat(edtf))
    except ValueError:
        return wrong("a date out of bounds", first=_FIRST_YEAR, last=_LAST_YEAR)


def _of_numbers(match: re.Match[str], order: Order) -> Day | Wrong:
    first, second, year = int(match[1]), int(match[3]), _year(match[4])
    readings = {
        True: _made(year, second, first),
        False: _made(year, first, second),
    }
    possible = {found for found in readings.values() if found}
    if match[2] == "." or len(possible) == 1:
        found = readings[True] if match[2] == "." else next(iter(possible))
    elif order.day_first is not None:
        found = readings[order.day_first]
    elif possible:
        return wrong("a date in two ways", one=readings[True], other=readings[False])
    else:
        found = None
    if found is None:
        return wrong("not a date")
    if int(found[:4]) < _FIRST_YEAR:
        return _shown_as_1905(found)
    return Day(found, "a short year" if _may_begin_with_its_year(match) else "")


def _may_begin_with_its_year(match: re.Match[str]) -> bool:
    """Whether “17-06-05” may be 2017-06-05: two digits for the year, which neither day nor month excludes.

    With full stops the year always comes last.
    """
    if match[2] == "." or len(match[4]) == _YEAR_DIGITS or int(match[1]) <= 12:  # noqa: PLR2004
        return False
    return _made(_year(match[1]), int(match[3]), int(match[4])) is not None


def _words(text: str) -> str | None:
    """The EDTF of a text with months, quarters or two years; empty if it is no day; None if unknown."""
    if match := _ISO.fullmatch(text):
        return _made(int(match[1]), int(match[2]), int(match[3])) or ""
    if (match := _LITHUANIAN.fullmatch(text)) and match[2].casefold() in MONTHS:
        year, month = match[1], MONTHS[match[2].casefold()]
        return (_made(int(year), month, int(match[3])) or "") if match[3] else f"{year}-{month:02}"
    if match := _QUARTERS.fullmatch(text):
        first, last = _QUARTER[match[1] or match[4]]
        year = match[2] or match[3]
        return f"{year}-{first:02}/{year}-{last:02}"
    if (match := _DAY_MONTH.fullmatch(text)) and match[2].casefold() in MONTHS:
        return _made(_year(match[3]), MONTHS[match[2].casefold()], int(match[1])) or ""
    if (match := _MONTH_DAY.fullmatch(text)) and match[1].casefold() in MONTHS:
        return _made(int(match[3]), MONTHS[match[1].casefold()], int(match[2])) or ""
    if match := _MONTH_YEAR.fullmatch(text):
        name = match[1].casefold()
        if name in MONTHS:
            return f"{_year(match[2])}-{MONTHS[name]:02}"
        if name in SEASONS and len(match[2]) == _YEAR_DIGITS:
            return f"{match[2]}-{SEASONS[name]}"
    if (match := _MONTH_DOT_YEAR.fullmatch(text)) and 1 <= int(match[1]) <= 12:  # noqa: PLR2004
        return f"{match[2]}-{int(match[1]):02}"
    if (match := _YEARS.fullmatch(text)) and (len(match[2]) == _YEAR_DIGITS or int(match[2]) > 12):  # noqa: PLR2004
        until = match[2] if len(match[2]) == _YEAR_DIGITS else match[1][:2] + match[2]
        return f"{match[1]}/{until}" if until >= match[1] else ""
    return _span(text)


def _span(text: str) -> str | None:
    """The interval of a text such as “22–29 April 2014”; None: it is not so written."""
    if match := _DAYS.fullmatch(text):
        sides = [_words(f"{day_} {match[3]}") for day_ in (match[1], match[2])]
    elif len(parts := text.split(" to ")) == 2:  # noqa: PLR2004
        sides = [_words(part) for part in parts]
    else:
        return None
    if all(side and "/" not in side for side in sides) and str(sides[0]) <= str(sides[1]):
        return f"{sides[0]}/{sides[1]}"
    return None


def _year(text: str) -> int:
    number = int(text)
    if len(text) == _YEAR_DIGITS:
        return number
    return 2000 + number if number <= _LATEST_SHORT_YEAR else 1900 + number


def _made(year: int, month: int, day_: int) -> str | None:
    try:
        return date(year, month, day_).isoformat()
    except ValueError:
        return None
