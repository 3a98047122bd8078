"""Which table a file is: that of earlier files of its name, unless these had quite other columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables.cells import texts
from eastflank.intake.tables.rows import identities
from eastflank.model import Dataset
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims as words

_ALIKE = 0.5
"""The least part of all columns that two files of one table have in common."""
_MOST, _LONGEST = 40, 60
"""How many headings the note of a source has, and how many letters of each."""
_DIGITS = 6
_NAME, _SHA256 = "\0", "\1"
_IMPORTED = re.compile(
    re.escape(words.FROM_TABLE.format(name=_NAME, sha256=_SHA256))
    .replace(re.escape(_NAME), "(.*?)")
    .replace(re.escape(_SHA256), "[0-9a-f]{64}")
)
_COLUMNS = re.compile(
    "(“[^”]*”(?:, “[^”]*”)*)".join(map(re.escape, words.COLUMNS.format(columns=_NAME).split(_NAME)))
)
_COLUMN = re.compile("“([^”]*)”")


@dataclass(frozen=True, slots=True)
class TableName:
    """What tells a table from others in a dataset."""

    key: str
    """What the ids of its source and its claims begin with."""
    unlike: tuple[str, ...] = ()
    """The columns of an earlier table of this name, which is taken for another one; empty: there is none."""


def name_of(file: str, headings: Sequence[str], dataset: Dataset, *, same: bool) -> TableName:
    """The name of the table in a file, with these headings; none: a file of several sheets.

    `same`: a person says that it is the earlier table of this name, whatever its columns.
    """
    plain = identities.table_key(file)
    if same or not headings:
        return TableName(plain)
    own = _folded(columns_told(headings))
    earlier = list(_earlier(plain, notes_of(dataset)))
    best = max(earlier, key=lambda one: _overlap(own, one[1]), default=None)
    if best and _overlap(own, best[1]) >= _ALIKE:
        return TableName(best[0])
    unlike = next((columns for key, columns in earlier if key == plain and columns), ())
    if not unlike or any(key == plain and not columns for key, columns in earlier):
        return TableName(plain)  # of an earlier version the columns are not known
    return TableName(f"{plain}-{identities.checksum(*sorted(own), digits=_DIGITS)}", unlike)


def is_known(file: str, headings: Sequence[str], notes: Mapping[str, str]) -> bool:
    """Whether one of these sources is an earlier file of the table; `notes` are those of sources, by id."""
    own = _folded(columns_told(headings))
    earlier = _earlier(identities.table_key(file), notes)
    return any(not columns or _overlap(own, columns) >= _ALIKE for _, columns in earlier)


def notes_of(dataset: Dataset) -> Mapping[str, str]:
    """The notes of a dataset's sources, by id."""
    return {identifier: source.note or "" for identifier, source in dataset.sources_by_id.items()}


def columns_told(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings as the note of a source names them."""
    plain = (re.sub("[“”]", "", texts.visible(heading)) for heading in headings[:_MOST])
    return tuple(heading[:_LONGEST].strip() for heading in plain)


def _earlier(plain: str, notes: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The key and the columns of each earlier file of this name; no columns if they are not known."""
    for identifier, note in notes.items():
        key = identifier.rpartition("-")[0]
        if key != plain and not key.startswith(f"{plain}-"):
            continue
        named = _IMPORTED.search(note)
        if named and identities.table_key(named[1]) == plain:
            told = _COLUMNS.search(note)
            yield key, tuple(_COLUMN.findall(told[1])) if told else ()


def _overlap(one: frozenset[str], other: Sequence[str]) -> float:
    theirs = _folded(other)
    return len(one & theirs) / (len(one | theirs) or 1)


def _folded(headings: Sequence[str]) -> frozenset[str]:
    """The headings without digits, which may be others next month."""
    return frozenset(fold(re.sub(r"\d+", " ", heading)) for heading in headings)
