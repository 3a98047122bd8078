"""Days and uncertain dates in words."""

from __future__ import annotations

from datetime import date

from eastflank import dates
from eastflank.words.en.terms import NOT_STATED


def short_day(value: date, shown: date) -> str:
    """A day without its year if that is the year shown, otherwise its month: “8 July”, “July 2016”."""
    return f"{value.day} {value:%B}" if value.year == shown.year else f"{value:%B} {value.year}"


def month(value: date) -> str:
    """March 2022."""
    return f"{value:%B} {value.year}"


def day(value: date) -> str:
    """14 June 2016."""
    return f"{value.day} {value:%B} {value.year}"


def between(first: date, last: date) -> str:
    """A day that may be any from `first` to `last`, as exactly as that: “3 May 2024”, “May 2024”, “2024”."""
    return when(dates.text_of(first, last))


def on_or_in(first: date, last: date) -> str:
    """The same after a verb: “on 3 May 2024”, “in May 2024”, “between 3 May 2024 and 9 June 2024”."""
    if first == last:
        return f"on {day(first)}"
    begins, slash, ends = dates.text_of(first, last).partition("/")
    return f"between {when(begins)} and {when(ends)}" if slash else f"in {when(begins)}"


def month_of(first: date, last: date) -> str:
    """The month, or, where that is not known, the years: “March 2022”, “2022”, “2022–2023”."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def when(text: str | None) -> str:
    """An EDTF date in words, keeping what is uncertain: “by 2017”, “about April 2017”.

    `None` gives “not stated”. Raises NoDate if the text is not EDTF; `no_date` has the message for a reader.
    """
    if not text:
        return NOT_STATED
    start, slash, end = text.partition("/")
    return _interval(start, end) if slash else _single(start)


def _interval(start: str, end: str) -> str:
    first, last = dates.bounds(f"{start}/{end}")
    if first is None and last is None:
        return NOT_STATED
    if start == end:
        return _single(start)
    if first is None:
        return f"by {_single(end)}"
    if last is None:
        return f"from {_single(start)}"
    if len(start) == len(end) == len("2016-07-08") and start[:7] == end[:7]:
        return f"{first.day}–{day(last)}"
    return f"{_single(start)} to {_single(end)}"


def _single(text: str) -> str:
    plain = text.rstrip("~?%")
    mark = text[len(plain) :]
    about = "about " if mark in ("~", "%") else ""
    return f"{about}{_unmarked(plain.replace('-XX', ''))}{' (uncertain)' if mark in ('?', '%') else ''}"


_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def _unmarked(text: str) -> str:
    first, last = dates.bounds(text)
    year, _, within = text.partition("-")
    if first is None or last is None:
        return text
    if "X" in year:
        return f"{first.year}–{last.year}"
    if within in _SEASONS:
        return f"{_SEASONS[within]} {first.year}"
    if not within:
        return str(first.year)
    return day(first) if first == last else f"{first:%B} {first.year}"


def no_date(text: str, *, backwards: bool) -> str:
    """Says that a text is no date; `backwards`: it is an interval that ends before it begins."""
    if backwards:
        return f"“{text}” ends before it begins: swap its sides."
    return (
        f"“{text}” is not a date: it must be a day, a month, a year or a span, such as 2022-03-14, 2022-03, 2022 or "
        "2022-03/2022-06."
    )
