"""English for slides: texts beside a map, and over the tables that explain it."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised, listed

SOURCE_NUMBERS = "Numbers in brackets are those of sources, on the last slides."
NEXT_SLIDE = {
    (True, True): "The next slides explain the numbers and the signs on the map.",
    (True, False): "The next slides explain the numbers on the map.",
    (False, True): "The next slides explain the signs on the map.",
}
"""By what does not fit on the map's slide: its key, its legend."""
KEY, LEGEND = "Key to the map", "Legend of the map"
KEY_OF_BOTH, LEGEND_OF_BOTH = "Key to both maps", "Legend of both maps"
NUMBER, NUMBER_EARLIER, NUMBER_LATER = "No.", "No. earlier", "No. later"
GROUP, DEPLOYMENT, TOLD, SOURCES = "Group", "Deployment", "What is known of it", "Sources"
MARK, WHAT_CHANGED, CLAIMS = "Mark", "What changed", "Claims"
DRAWN = {
    "scale": "Scale",
    "nothing here": "Nothing here",
    "where this map lies": "Where this map lies",
    "key": "Key",
    "legend": "Legend",
    "earlier scale": "Earlier scale",
    "earlier nothing here": "Earlier nothing here",
}
"""Alternative texts of groups beside or on a map; `earlier`: on the map of the earlier day."""


def drawn(name: str, texts: Sequence[str]) -> str:
    """The alternative text of a group, with the texts in it; `name` as in `DRAWN`."""
    return f"{DRAWN[name]}: {', '.join(texts)}" if texts else DRAWN[name]


def named(heading: str, name: str) -> str:
    """A deployment's label on the map, and its name: “Tapa (Battlegroup Estonia)”."""
    return f"{heading} ({name})" if name and name != heading else heading


def source(number: int, publisher: str, title: str, published: str, reliability: str) -> str:
    """A source on the last slides."""
    return f"[{number}] {publisher}, {title}, {published}. Graded {reliability}."


def in_the_notes(number: int) -> str:
    """How many sources are only in the speaker's notes."""
    return f"The view rests on {counted(number, 'further source')}, listed in the speaker’s notes."


def differ(number: int) -> str:
    """How many disagreements there are; the notes have the details."""
    return f"Sources differ on {counted(number, 'matter')}: see the notes."


def more_lines(number: int) -> str:
    """How many lines do not fit on a slide."""
    return f"{capitalised(counted(number, 'more line'))} in the notes."


def titled(what: str, headline: str, number: int, pages: int) -> str:
    """The title of a slide of several: “Deployments, 2 of 3: Eight battlegroups”."""
    return f"{numbered(what, number, pages)}: {headline}"


def first_of(what: str, shown: int, all_: int) -> str:
    """The name of a very long table, of which slides have only the first rows."""
    return f"{what}, the first {shown:,} of {all_:,} (Excel and CSV have all)" if shown < all_ else what


def numbered(title: str, number: int, pages: int) -> str:
    """The title of a table that goes over several slides."""
    return f"{title}, {number} of {pages}" if pages > 1 else title


def table_of(names: Sequence[str]) -> str:
    """The alternative text of a table of deployments."""
    return f"Table of {counted(len(names), 'deployment')}: {listed(names)}."


def table_of_rows(number: int, title: str) -> str:
    """The alternative text of any other table."""
    return f"Table of {counted(number, 'row')}: {title}."


def no_layout(least: str, layouts: Sequence[str]) -> str:
    """Why a template cannot be filled; `least` is a size in inches."""
    named = ", ".join(f"“{layout}”" for layout in layouts) or "none"
    return (
        "The template has no layout with a title and a place for content (text, table or any object) of "
        f"at least {least} inches. Its layouts: {named}. Add such a layout in its slide master "
        "(View, Slide Master, Insert Layout, Insert Placeholder), and save it."
    )
