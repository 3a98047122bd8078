"""The law of wording: a quoted claim states what its words carry, or its note says how it was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from eastflank.checks.rows import Rows
from eastflank.model import Dataset, Finding, each_row, stated
from eastflank.reading.statuses import carries_status, speaks_of_leading


def a_quote_carries_what_is_read_in_it(dataset: Dataset) -> Iterator[Finding]:
    """The status, the lead and the place of a quoted claim are in its words, or its note explains them.

    That the nations themselves are named is another law's. What acts in a claim of logistics or about an
    adversary leads nothing.
    """
    claims = Rows("claims", dataset.claims)
    names = dict(zip(dataset.places["id"], dataset.places["name"], strict=True))
    quoted = claims.frame[claims.frame["quote"].notna()]
    for row in each_row(quoted):
        note = stated(row.note) or ""
        status, place = stated(row.status), stated(row.place)
        if status and not carries_status(status, row.quote) and not _explains(note, status, "status"):
            yield _finding(claims, row.Index, "status", f"No word of the quote carries “{status}”.")
        leads = stated(row.lead) and row.kind == "deployment"
        if leads and not speaks_of_leading(row.quote) and not speaks_of_leading(note):
            yield _finding(claims, row.Index, "lead", "No word of the quote speaks of leading.")
        if place and not _names(row.quote, names[place]) and not _explains(note, names[place], "place"):
            yield _finding(claims, row.Index, "place", f"The quote does not name {names[place]}.")


def _finding(claims: Rows, line: int, column: str, problem: str) -> Finding:
    remedy = f"Correct the {column}, empty it, or say in note by which words it was read so."
    return claims.finding(int(line), column, problem, remedy)


def _explains(note: str, *words: str) -> bool:
    return any(word.casefold() in note.casefold() for word in words)


def _names(text: str, place: str) -> bool:
    """Whether a text holds the words of a place's name that say which one it is."""
    telling = [word for word in re.findall(r"\w+", _folded(place)) if len(word) > 3]  # noqa: PLR2004
    return all(word in _folded(text) for word in telling)


def _folded(text: str) -> str:
    """A text without accents and capitals: an article may write Riga for Rīga."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    ).casefold()
