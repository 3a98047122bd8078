"""Converts days and periods in words to EDTF, with the article's own day as the reference."""

from __future__ import annotations

from datetime import date, timedelta

from eastflank.intake.article.days import When


def resolved(when: When, said: date | None, *, ahead: bool) -> str | None:
    """The period as EDTF, without its preposition; None if it needs the article's day and there is none.

    `ahead`: whether it is about a time after the article's day, which decides the year of “in March”.
    """
    if when.year and (when.month or when.season or not when.unit):
        return _written(when, when.year)
    if when.part and when.unit == "year" and said:
        return _written(when, said.year + (when.turn or 0))
    if said is None:
        return None
    if when.unit:
        return _reckoned(when, said)
    if when.weekday is not None:
        return _named_day(when, said, ahead=ahead).isoformat()
    if when.month or when.season:
        return _written(when, _year_of(when, said, ahead=ahead))
    return _day_of_a_month(when.day, said, ahead=ahead) if when.day else None


def _day_of_a_month(day: int, said: date, *, ahead: bool) -> str | None:
    """“By the 27th”: in the article's month, or in the nearest one before or after it."""
    months = said.year * 12 + said.month - 1
    months += (day < said.day) if ahead else -(day > said.day)
    try:
        return date(months // 12, months % 12 + 1, day).isoformat()
    except ValueError:  # no 31st in that month
        return None


def _written(when: When, year: int) -> str:
    if when.part:
        return f"{year}-{when.part[0]:02}/{year}-{when.part[1]:02}"
    if when.season:
        return f"{year}-{when.season}"
    if not when.month:
        return str(year)
    month = f"{year}-{when.month:02}"
    if not when.day:
        return month
    first = f"{month}-{when.day:02}"
    return f"{first}/{month}-{when.last_day:02}" if when.last_day else first


def _year_of(when: When, said: date, *, ahead: bool) -> int:
    if when.unit == "year":
        return said.year + (when.turn or 0)
    month = when.month or {21: 3, 22: 6, 23: 9, 24: 12}[when.season or 21]
    if when.turn == 0:
        return said.year
    if ahead or when.turn == 1:
        past = month < said.month or (month == said.month and (when.day or 31) < said.day)
        return said.year + (past if when.turn != 1 else month <= said.month)
    later = month > said.month or (month == said.month and (when.day or 1) > said.day)
    return said.year - (later if when.turn != -1 else month >= said.month)


def _named_day(when: When, said: date, *, ahead: bool) -> date:
    behind = (said.weekday() - (when.weekday or 0)) % 7
    if when.turn in (-2, 2):
        monday = said - timedelta(days=said.weekday())
        return monday + timedelta(days=(when.weekday or 0) + (7 if when.turn == 2 else -7))
    if ahead or when.turn == 1:
        return said + timedelta(days=(-behind) % 7 or (7 if when.turn == 1 else 0))
    return said - timedelta(days=behind or (7 if when.turn == -1 else 0))


def _reckoned(when: When, said: date) -> str | None:
    turn = when.turn or 0
    if when.month or when.season:
        return _written(when, said.year + turn)
    if when.unit == "day":
        return (said + timedelta(days=turn)).isoformat()
    if when.unit == "week":
        monday = said - timedelta(days=said.weekday()) + timedelta(days=7 * turn)
        return f"{monday}/{monday + timedelta(days=6)}"
    months = turn * (12 if when.unit == "year" else 1) + said.year * 12 + said.month - 1
    if not 12 <= months < 120_000:
        return None
    return f"{months // 12:04}" if when.unit == "year" else f"{months // 12:04}-{months % 12 + 1:02}"
