"""The law of wording: a quoted claim states only what its words say, or its note says how it was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from eastflank.checks.rows import TableRows
from eastflank.model import Dataset, Finding
from eastflank.reading.statuses import carries_status, speaks_of_leading
from eastflank.words.chosen import findings_on_quotes as told


def a_quote_carries_what_is_read_in_it(dataset: Dataset) -> Iterator[Finding]:
    """The status, the lead and the place of a quoted claim are in its words, or its note explains them.

    Another law checks that the nations are named. Who acts in a claim about logistics or an adversary is not
    a lead.
    """
    claims = TableRows("claims", dataset.claims)
    places = dataset.places_by_id
    for row in dataset.claim_rows:
        if row.quote is None:
            continue
        note, status = row.note or "", row.status
        place = places[row.place].name if row.place else ""
        if status and not carries_status(status, row.quote) and not _explains(note, status, "status"):
            yield _finding(claims, row.line, "status", told.carries_no_status(status))
        leads = row.lead and row.kind == "deployment"
        if leads and not speaks_of_leading(row.quote) and not speaks_of_leading(note):
            yield _finding(claims, row.line, "lead", told.NOT_OF_LEADING)
        if place and not _names(row.quote, place) and not _explains(note, place, "place"):
            yield _finding(claims, row.line, "place", told.does_not_name(place))


def _finding(claims: TableRows, line: int, column: str, problem: str) -> Finding:
    return claims.finding(line, column, problem, told.say_how_it_was_read(column))


def _explains(note: str, *words: str) -> bool:
    return any(word.casefold() in note.casefold() for word in words)


def _names(text: str, place: str) -> bool:
    """Whether a text has the words of a place's name that identify it."""
    telling = [word for word in re.findall(r"\w+", _folded(place)) if len(word) > 3]  # noqa: PLR2004
    return all(word in _folded(text) for word in telling)


def _folded(text: str) -> str:
    """A text without accents, in lower case: an article may write Riga for Rīga."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    ).casefold()
