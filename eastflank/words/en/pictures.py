"""English for pictures of a view, and for what does not fit in them."""

from __future__ import annotations

from typing import Literal

from eastflank.words.en.figures import counted

Elsewhere = Literal["link", "dashboard", "pages"]
"""Where to find what does not fit in a picture."""
_WHERE: dict[Elsewhere, str] = {
    "link": "behind the link below",
    "dashboard": "on the dashboard, in this view",
    "pages": "on the pages that follow",
}

TOTALS = "Totals"
IN_THEIR_WORDS = "In their words"
SOURCES_DIFFER = "Sources differ"
SOURCES = "Sources"

NOTHING_PLACED = "Nothing here can be placed on a map"
NOTHING_COUNTS = "Nothing counts yet"
NOTHING_KNOWN = ("Nothing was known yet", "No source in the record had reported a deployment by this day.")
NOTHING_FITS = ("No deployment fits", "Others are known on this day: widen the filters to see them.")
"""What a map without marks says: that there is nothing, then why."""


def more_rows(number: int, where: Elsewhere) -> str:
    """How many rows of a table are left out."""
    return f"and {counted(number, 'more row')} {_WHERE[where]}"


def more_changes(number: int, where: Elsewhere) -> str:
    """How many changes are left out."""
    return f"and {counted(number, 'more change')} {_WHERE[where]}"


def more_sources(number: int, where: Elsewhere) -> str:
    """How many sources are left out."""
    return f"and {counted(number, 'more source')} {_WHERE[where]}"


def more_figures(number: int) -> str:
    """How many figures of nations' own people are left out."""
    return f"and {counted(number, 'more figure')} of nations’ own people, on the dashboard"


def differ_elsewhere(number: int, where: Elsewhere) -> str:
    """How many disagreements there are, if they do not fit."""
    return f"Sources differ on {counted(number, 'matter')}, listed {_WHERE[where]}"


def too_few_addresses(limit: int) -> str:
    """Says that the engine that places names cannot start; `limit` is in bytes."""
    return (
        f"No picture can be made: this process may use {limit / 1e9:,.0f} GB of addresses, and the engine that "
        "places names reserves more than 1,000 GB, although it uses little. Lift that limit: `ulimit -v unlimited`."
    )


def of_country(country: str, statistic: str) -> str:
    """The text in the map's key for a whole country."""
    return f"{country}: {statistic}"


def kilometres(length: float) -> str:
    """The length of the scale bar."""
    return f"{length:,.0f} km"


def source(publisher: str, published: str, reliability: str) -> str:
    """A source in a few words: “NATO, 9 July 2016 (A)”."""
    return f"{publisher}, {published} ({reliability})"
