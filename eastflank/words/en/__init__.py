"""English for figures, dates, lists and statuses: the only place that turns values into prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from eastflank import dates
from eastflank.model import Row, Standing, stated

NOT_STATED = "not stated"

PROGRAMMES = {
    "eFP": "enhanced Forward Presence",
    "tFP": "tailored Forward Presence",
    "eVA": "enhanced Vigilance Activities",
    "FLF": "Forward Land Forces",
    "Atlantic Resolve": "Atlantic Resolve (United States, not under NATO command)",
    "national": "national deployments",
    "country total": "country totals",
}

KINDS = {
    "deployment": "deployments",
    "measure": "measures",
    "logistics": "logistics",
    "adversary": "adversary actions",
    "meeting": "meetings",
    "statement": "statements",
}

STANDINGS = {
    Standing.CONSIDERED: "considered or offered",
    Standing.PLANNED: "agreed or on the way",
    Standing.PRESENT: "deployed",
    Standing.GONE: "ended or withdrawn",
}

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

LOW_RELIABILITY = ("D", "E", "F")
LOW_CREDIBILITY = ("4", "5", "6")

COUNTS = {
    "whole": "the whole deployment",
    "unit": "one unit",
    "contingent": "one contingent",
    "sum": "sum of the contingents listed",
}

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


def listed(things: Iterable[str], last: str = "and") -> str:
    """The things as English lists them: “a, b and c”. Empty for none."""
    *rest, final = [*things] or [""]
    return f"{', '.join(rest)} {last} {final}" if rest else final


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def strength(low: int | None, high: int | None, hedge: str | None = None) -> str:
    """A strength in persons as a reader expects it: “about 1,100”, “800–1,000”, “up to 1,000”.

    A missing bound is never read as 0: with one bound alone the words say which side is open.
    """
    if low is None and high is None:
        return NOT_STATED
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"{hedge if hedge in ('at least', 'more than') else 'at least'} {number(low)}"
    figure = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"{hedge} {figure}" if hedge else figure


def strength_of(row: Row) -> str:
    """The strength that a row states in `troops_low`, `troops_high` and `hedge`."""
    return strength(stated(row.troops_low), stated(row.troops_high), stated(row.hedge))


def strength_on(row: Row, day: date) -> str:
    """As `strength_of`, with the year if it was stated before that of `day`, and its grade if that is low.

    “1,033 (2022)”, “about 2,200 (2022, D4)”: a figure that nobody renewed grows old unseen otherwise, and a
    weak one looks as good as any. `row` holds when it was stated in `strength_known_on`, and its grade in
    `strength_grade`.
    """
    figure = strength_of(row)
    return figure if figure == NOT_STATED else noted(figure, *strength_notes(row, day))


def strength_notes(row: Row, day: date) -> tuple[int | None, str]:
    """What `strength_on` adds to a strength: the year in which it was stated, and its grade.

    None where that is the year of `day` or later, or no strength is stated; empty where the grade is not low.
    """
    said, grade = stated(row.strength_known_on), stated(row.strength_grade) or ""
    return said.year if said and said.year < day.year else None, grade if is_low(grade) else ""


def noted(figure: str, year: int | None, grade: str) -> str:
    """A figure with what a reader must know of it: its year, unless None, and its grade, unless empty."""
    notes = [str(note) for note in (year, grade) if note]
    return f"{figure} ({', '.join(notes)})" if notes else figure


def is_low(grade: str) -> bool:
    """Whether a grade is of a source not usually reliable, or of a doubtful claim; also if unjudged."""
    return grade[:1] in LOW_RELIABILITY or grade[1:] in LOW_CREDIBILITY


def persons(figure: str) -> str:
    """A strength with what it counts: “about 1,100 persons”, “1 person”; “not stated” stays as it is."""
    if figure == NOT_STATED:
        return figure
    return f"{figure} {'person' if figure == '1' else 'persons'}"


def sort(programme: str, kind: str, *, one: bool = False) -> str:
    """What sort of deployments are added up: “eFP battlegroups”, “country totals”; or what one of them is."""
    plain = "country total" if kind == "total" else f"{programme} {kind}"
    return plain if one or kind in ("presence", "headquarters") else f"{plain}s"


def day(value: date) -> str:
    """14 June 2016."""
    return f"{value.day} {value:%B} {value.year}"


def voices(value: date, publishers: Iterable[str], claims: int) -> str:
    """Who speaks on a day: “8 July 2016: NATO and EBL News, eight claims”."""
    return f"{day(value)}: {listed(publishers)}, {counted(claims, 'claim')}"


def meeting(town: str) -> str:
    """A meeting by where it was held: “Warsaw meeting”."""
    return f"{town} meeting"


def when(text: str | None) -> str:
    """An EDTF date in words, keeping what is uncertain: “by 2017”, “about April 2017”.

    `None` gives “not stated”. Raises ValueError when the text is not EDTF.
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


def grade_meaning(reliability: str, credibility: int) -> str:
    """What an Admiralty grade says, in words."""
    return f"source {RELIABILITY[reliability]}, claim {CREDIBILITY[credibility]}"


def codes(text: object) -> tuple[str, ...]:
    """The codes in a list cell (`USA;GBR`); none for an empty cell."""
    return tuple(text.split(";")) if isinstance(text, str) and text else ()


def nations(cell: object, names: Mapping[str, str], last: str = "and") -> str:
    """The nations of a list cell, which is a set, by name; a code without a name stands for itself."""
    return listed(sorted(names.get(code, code) for code in codes(cell)), last)
