"""English for figures, dates, lists and statuses: the only place that turns values into prose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.words.en import figures
from eastflank.words.en.dates_in_words import between, day, month, when
from eastflank.words.en.figures import (
    dated,
    figure,
    noted,
    notes_on,
    number,
    persons,
    strength,
    summed,
    unit_kind,
    units,
)
from eastflank.words.en.lists import capitalised, countries, listed, nations, quotation, quotation_marks
from eastflank.words.en.on_a_day import (
    contingent,
    ended,
    parts_named,
    plans,
    status_on,
    strength_on,
    sum_of_parts,
)
from eastflank.words.en.terms import (
    BASES,
    COUNTS,
    CREDIBILITY,
    KEY_HEADINGS,
    KIND_OF_CLAIM,
    KINDS,
    NO_CLAIMS,
    NO_QUOTES,
    NOT_STATED,
    OF_A_LOW_GRADE,
    OFF_MAP,
    RELIABILITY,
    SECTIONS,
    STANDINGS,
    STATUSES,
    status,
)

__all__ = [
    "BASES",
    "COUNTS",
    "CREDIBILITY",
    "KEY_HEADINGS",
    "KINDS",
    "KIND_OF_CLAIM",
    "NOT_STATED",
    "NO_CLAIMS",
    "NO_QUOTES",
    "OFF_MAP",
    "OF_A_LOW_GRADE",
    "RELIABILITY",
    "SECTIONS",
    "STANDINGS",
    "STATUSES",
    "between",
    "capitalised",
    "contingent",
    "countries",
    "dated",
    "day",
    "ended",
    "figure",
    "grade_meaning",
    "listed",
    "meeting",
    "month",
    "nations",
    "noted",
    "notes_on",
    "number",
    "parts_named",
    "persons",
    "plans",
    "quotation",
    "quotation_marks",
    "status",
    "status_on",
    "strength",
    "strength_on",
    "sum_of_parts",
    "summed",
    "unit_kind",
    "units",
    "voices",
    "when",
]


def voices(value: date, publishers: Iterable[str], claims: int) -> str:
    """The speakers on a day: “8 July 2016: NATO and EBL News, eight claims”."""
    return f"{day(value)}: {listed(publishers)}, {figures.claims(claims)}"


def meeting(town: str) -> str:
    """A meeting, named by its place: “Warsaw meeting”."""
    return f"{town} meeting"


def grade_meaning(reliability: str | None, credibility: int) -> str:
    """The meaning of an Admiralty grade in words; a judged claim has no reliability."""
    if reliability is None:
        return f"a curator’s judgement, {CREDIBILITY[credibility]}"
    return f"source {RELIABILITY[reliability]}, claim {CREDIBILITY[credibility]}"
