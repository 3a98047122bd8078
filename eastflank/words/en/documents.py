"""English for documents about a view: their headings, and the lines of their tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import listed

DEPLOYMENTS = "Deployments"
QUOTES = "Quotes"
CITED = "Cited, not quoted"
QUOTES_AND_SOURCES = "Quotes and sources"
IN_THE_SOURCES_WORDS = "In the sources’ words"
WHERE_SOURCES_DIFFER = "Where sources differ"
NOTHING_CHANGED = "Nothing changed."
NOTHING_TO_ADD_UP = "Nothing to add up."
NO_DEPLOYMENT_FITS = "No deployment fits."
NOT_DRAWN = "Not drawn"
NOT_DRAWN_ON_THE_MAP = "Not drawn on the map"
THE_MAP = "The map"
NO_CLAIMS = "none"
"""The text in a row of changes without a claim."""


def data_version(version: str) -> str:
    """The version of the data, in a line of small print."""
    return f"Data {version}"


def and_data(asof: str, version: str) -> str:
    """The day and the version of the data, at the foot of a sheet."""
    return f"{asof}, data {version}"


def page_of_pages(page: str, pages: str) -> str:
    """The number of a page; both are fields that the program fills in."""
    return f"{page} of {pages}"


def map_and_version(credit: str, version: str, licence: str) -> str:
    """The origin of the map and the data."""
    return f"Map: {credit}. Data version {version}. {licence}"


def map_from(credit: str) -> str:
    """The origin of the map."""
    return f"Map: {credit}."


def version_of(version: str) -> str:
    """The version of the data, as a sentence."""
    return f"Data version {version}."


def this_view(address: str) -> str:
    """The address of the view."""
    return f"This view: {address}"


def handling(marking: str) -> str:
    """The handling line in a file's properties."""
    return f"Handling: {marking}"


def cited(about: str, citation: str, said: str) -> str:
    """Where a claim without a quote is in its source; `said` is who said it."""
    return f"{about}: {citation} — {said}"


def changes_since(since: date) -> str:
    """The heading over what changed."""
    return f"Changes since {day(since)}"


def what_changed_since(since: date) -> str:
    """The heading over what changed, on pages of their own."""
    return f"What changed since {day(since)}"


def claims(ids: Sequence[str]) -> str:
    """The claims of a source."""
    return f"{'Claim' if len(ids) == 1 else 'Claims'} {listed(ids)}."


def numbers_and_more(numbers: str, more: int) -> str:
    """The numbers of a row's sources, and how many more there are."""
    return f"{numbers} and {more} more" if more else numbers


def about(name: str, subject: str, spread: str) -> str:
    """What sources disagree about."""
    return f"{name}, {subject}: {spread}"


def value_of(value: str, footnote: int) -> str:
    """A value with the number of its source; 0: it is a curator's judgement, which has none."""
    return f"{value} [{footnote}]" if footnote else f"{value} (a curator’s judgement)"


def values_and_rule(said: str, rule: str) -> str:
    """What each of them says, and which of them counts."""
    return f"{said}. {rule}"


def said(speaker: str, grade: str, claim: str, footnote: int) -> str:
    """Who said a quote, and where it was published."""
    return f"{speaker} · {grade} · claim {claim} [{footnote}]"


def map_and_table_below(title: str) -> str:
    """The alternative text of the picture if its table follows."""
    return f"Map: {title}. The table below holds what it shows."


def map_and_next_slides(title: str) -> str:
    """The same if the tables are on the next slides."""
    return f"Map: {title}. The tables on the next slides hold what it shows."


def table_of_deployments(number: int) -> str:
    """The alternative text of a table."""
    return f"Table of {counted(number, 'deployment')}"


def carry_nothing_shown(number: int) -> str:
    """How many sources are not listed, since nothing that is shown comes from them."""
    return f"The view rests on {counted(number, 'further source')}, which carry nothing that is shown here."
