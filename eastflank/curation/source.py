"""A source as it is added: its row, and its text kept byte for byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from eastflank.intake.documents.original import Original
from eastflank.model import Dataset
from eastflank.reading.folding import fold
from eastflank.store.edits import Edit, Hold, Insert
from eastflank.words.chosen import source_entry as words

LONGEST = 2_000_000
"""The longest text in bytes: more than any article has, and still drawable in a browser."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
FIELDS = ("publisher", "via", "title", "url", "published", "accessed", "reliability", "read_as", "note")
"""The columns of `sources.csv` that a curator fills in."""
MORE = ("language", "copy_of", "replaces")
"""Optional columns: a dataset gets them with the first source that fills them."""


class UnusableText(ValueError):  # noqa: N818 - it is what the curator is told
    """A text that cannot be held: what is wrong with it, and what to do."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to be added."""

    id: str
    cells: Mapping[str, str]
    """By column of `sources.csv`."""
    text: bytes | None
    """Its text in UTF-8; None: none is held, it is only cited."""
    original: Original | None = None
    """How the text was made from its file; None if it is the file itself."""


def checked(text: bytes) -> bytes:
    """The text as it is. Raises UnusableText where it cannot be held or shown."""
    if len(text) > LONGEST:
        raise UnusableText(words.too_long(len(text), LONGEST))
    try:
        read = text.decode()
    except UnicodeDecodeError as error:
        raise UnusableText(words.not_utf8(error.start)) from error
    if not read.strip():
        raise UnusableText(words.EMPTY_TEXT)
    if unseen := _UNSEEN.search(read):
        raise UnusableText(words.unseen(ord(unseen[0]), unseen.start()))
    return text


def offered_id(publisher: str, published: str, dataset: Dataset) -> str:
    """A free id, made from the publisher and the date."""
    name = re.sub(r"[^a-z0-9]+", "-", fold(publisher)).strip("-")[:40] or "source"
    day = re.sub(r"[^0-9-]+", "-", published).strip("-")
    plain = "-".join(part for part in (name, day) if part)
    found, number = plain, 1
    while found in dataset.sources_by_id:
        number += 1
        found = f"{plain}-{number}"
    return found


def row_of(source: NewSource) -> dict[str, str]:
    """The source's row, with the cells filled in so far."""
    cells = {column: source.cells[column] for column in (*FIELDS, *MORE) if source.cells.get(column)}
    return {"id": source.id, **cells}


def edits_of(source: NewSource) -> tuple[Edit, ...]:
    """The edits that add a source, with its text where one is held."""
    row = row_of(source)
    if source.text is None:
        return (Insert("sources", row),)
    file = f"{source.id}.txt"
    held = {"file": file, "sha256": hashlib.sha256(source.text).hexdigest()}
    coming: tuple[Edit, ...] = (Hold(file, source.text),)
    if source.original is not None:
        held |= source.original.cells
        coming += source.original.holds(file)
    return (*coming, Insert("sources", {**row, **held}))
