"""Numbers, strengths and what they count, in words."""

from __future__ import annotations

from datetime import date

from eastflank.grades import is_weak
from eastflank.model import Figure, Hedged, Kind
from eastflank.words.en.terms import NOT_STATED

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(value: int) -> str:
    """`value` with commas between thousands: 4,000."""
    return f"{value:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`count` things in words up to twelve: “four deployments”, “1,200 claims”, “one claim”."""
    figure = _SMALL[count] if 0 <= count < len(_SMALL) else number(count)
    return f"{figure} {noun if count == 1 else plural or noun + 's'}"


def claims(number: int) -> str:
    """So many claims: “four claims”."""
    return counted(number, "claim")


def strength(low: int | None, high: int | None, hedge: str | None = None) -> str:
    """A strength in persons as a reader expects it: “about 1,100”, “800–1,000”, “up to 1,000”.

    A missing bound never means 0: with only one bound the words say which side is open.
    """
    if low is None and high is None:
        return NOT_STATED
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        open_side = {"more than": "more than", "about": "at least about"}.get(hedge or "", "at least")
        return f"{open_side} {number(low)}"
    figure = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"{hedge} {figure}" if hedge else figure


def summed(low: int | None, high: int | None, hedge: str | None, ceiling: int) -> str:
    """A sum in words: “about 1,200 and up to 300 more”.

    `ceiling` persons of it are only a ceiling, and are included in `high`.
    """
    if low is None or not ceiling:
        return strength(low, high, hedge)
    stated = strength(low, None if high is None else high - ceiling, hedge)
    return f"{stated} and up to {number(ceiling)} more"


def figure(value: Hedged | None) -> str:
    """A figure of persons in words; “not stated” for none."""
    return NOT_STATED if value is None else strength(value.low, value.high, value.hedge)


def dated(value: Figure | None, day: date) -> str:
    """A figure with its year, if that is before `day`'s, and its grade if that is low.

    “1,033 (2022)”, “about 2,200 (2022, D4)”: otherwise readers would not see that a figure is old or weak.
    """
    return NOT_STATED if value is None else noted(figure(value), *notes_on(value, day))


def notes_on(value: Figure | None, day: date) -> tuple[int | None, str]:
    """The notes on a figure: its year and its grade.

    The year is None if it is the year of `day` or later, or if there is no figure; the grade is empty if it
    is not low.
    """
    if value is None:
        return None, ""
    year = value.told_first.year
    return year if year < day.year else None, value.grade if is_weak(value.grade) else ""


def noted(text: str, year: int | None, grade: str) -> str:
    """A figure with its notes: its year, unless None, and its grade, unless empty."""
    notes = [str(note) for note in (year, grade) if note]
    return f"{text} ({', '.join(notes)})" if notes else text


def units(kind: Kind, number: int) -> str:
    """So many units of a kind in words: “eight battlegroups”, “one national deployment”."""
    return counted(number, kind.one, kind.several)


def unit_kind(kind: Kind, number: int) -> str:
    """The name of a kind for so many units: “battlegroups”."""
    return kind.one if number == 1 else kind.several


def persons(figure: str) -> str:
    """A strength with what it counts: “about 1,100 persons”, “1 person”; “not stated” stays as it is."""
    if figure == NOT_STATED:
        return figure
    return f"{figure} {'person' if figure == '1' else 'persons'}"
