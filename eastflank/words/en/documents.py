"""English for documents that a view is written into: their headings, and the lines of their tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import listed

DEPLOYMENTS = "Deployments"
QUOTES = "Quotes"
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
"""What stands in a row of changes that no claim made."""


def data_version(version: str) -> str:
    """The version of the data, in a line of small print."""
    return f"Data {version}"


def and_data(asof: str, version: str) -> str:
    """The day and the version of the data, at the foot of a sheet."""
    return f"{asof}, data {version}"


def page_of_pages(page: str, pages: str) -> str:
    """The number of a page; both are signs that the program fills in."""
    return f"{page} of {pages}"


def map_and_version(credit: str, version: str, licence: str) -> str:
    """Where the map and the data come from."""
    return f"Map: {credit}. Data version {version}. {licence}"


def map_from(credit: str) -> str:
    """Where the map comes from."""
    return f"Map: {credit}."


def version_of(version: str) -> str:
    """The version of the data, as a sentence."""
    return f"Data version {version}."


def this_view(address: str) -> str:
    """Where the view is."""
    return f"This view: {address}"


def handling(marking: str) -> str:
    """The handling line, among what a file says of itself."""
    return f"Handling: {marking}"


def changes_since(since: date) -> str:
    """Over what changed."""
    return f"Changes since {day(since)}"


def what_changed_since(since: date) -> str:
    """Over what changed, on pages of their own."""
    return f"What changed since {day(since)}"


def claims(ids: Sequence[str]) -> str:
    """The claims that a source carries."""
    return f"{'Claim' if len(ids) == 1 else 'Claims'} {listed(ids)}."


def numbers_and_more(numbers: str, more: int) -> str:
    """The numbers of a row's sources, and how many more there are."""
    return f"{numbers} and {more} more" if more else numbers


def about(name: str, subject: str, spread: str) -> str:
    """What sources put differently."""
    return f"{name}, {subject}: {spread}"


def values_and_rule(said: str, rule: str) -> str:
    """What each of them says, and which of them counts."""
    return f"{said}. {rule}"


def said(speaker: str, grade: str, claim: str, footnote: int) -> str:
    """Who said a quote, and where it stands."""
    return f"{speaker} · {grade} · claim {claim} [{footnote}]"


def map_and_table_below(title: str) -> str:
    """What is told of the picture to those who hear it, where its table follows."""
    return f"Map: {title}. The table below holds what it shows."


def map_and_next_slides(title: str) -> str:
    """The same where tables stand on the next slides."""
    return f"Map: {title}. The tables on the next slides hold what it shows."


def table_of_deployments(number: int) -> str:
    """What is told of a table to those who hear it."""
    return f"Table of {counted(number, 'deployment')}"


def carry_nothing_shown(number: int) -> str:
    """How many sources are not listed, since nothing shown stands on them."""
    return f"The view rests on {counted(number, 'further source')}, which carry nothing that is shown here."
