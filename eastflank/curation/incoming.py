"""An incoming article: the file as it was given, its text, and what can be guessed about its source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePath

from eastflank.curation.source import checked
from eastflank.intake.documents.document import Document
from eastflank.intake.documents.guesses import Guess, guesses_of
from eastflank.intake.documents.opening import opened
from eastflank.model import SourceRow

GUESSED = ("publisher", "via", "title", "url", "published", "language", "read_as")
"""The columns of a source that are guessed."""
_TAKEN_OVER = ("publisher", "via", "title", "url", "published", "reliability", "read_as", "language")
"""The columns that a corrected text takes from the text that it replaces."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given, or a page as it was fetched."""

    name: str
    content: bytes = field(repr=False)
    address: str = ""
    """The address from which it was fetched; empty if it was not fetched."""
    charset: str = ""
    """The encoding that the server stated."""
    stays: bool = False
    """Whether it stays in the queue when the page's file widget no longer holds it."""


@lru_cache(maxsize=8)
def document_of(given: Given) -> Document:
    """The text of a file. Raises UnreadableDocument or UnusableText with what is wrong with it."""
    document = opened(PurePath(given.name).suffix, given.content, given.charset)
    checked(document.text.encode())
    return document


def pasted(text: str) -> Document:
    """A text that was pasted. Raises UnusableText with what is wrong with it."""
    return Document(checked(text.encode()).decode())


def guessed_of(document: Document, address: str = "", before: SourceRow | None = None) -> Mapping[str, Guess]:
    """Proposed values for the source's fields; if it corrects the text of `before`, that source's cells."""
    found = dict(guesses_of(document, address))
    if before is not None:
        for name in _TAKEN_OVER:
            cell = getattr(before, name, None)
            if cell:
                found[name] = Guess(str(cell), before.id, before.id)
            elif name == "via":
                found.pop(name, None)
    return {name: one for name, one in found.items() if name in (*GUESSED, "reliability")}


def corrected_id(before: str, known: Mapping[str, object]) -> str:
    """An id for the corrected text of a source: its own with the next number that is free."""
    stem = re.sub(r"-v[0-9]+$", "", before)
    number = 2
    while f"{stem}-v{number}" in known:
        number += 1
    return f"{stem}-v{number}"
