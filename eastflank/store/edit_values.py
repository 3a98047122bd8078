"""Edits of a record's tables, their results, and the reasons for refusing them: plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from eastflank.model import Dataset, Finding
from eastflank.store.table_text import Key
from eastflank.words.chosen import findings_in_folders as words


@dataclass(frozen=True, slots=True)
class Insert:
    """One more row."""

    table: str
    row: Mapping[str, str]
    """Its cells by column; a column that is left out is empty."""
    waits: bool = False
    """Whether it may exist without a claim that needs it: a place that was looked up before its claim."""
    foreign: bool = False
    """Whether it is copied from another record: findings in it are reported but do not refuse the edit."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Other cells in an existing row. Its key stays: an id is never used for another thing."""

    table: str
    key: Key
    row: Mapping[str, str]
    """The new cells by column; a column that is left out does not change."""


@dataclass(frozen=True, slots=True)
class Retract:
    """A claim that must no longer count. It stays in the table, with the reason in `changes.csv`."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A row to remove: a contingent, a span, a source without claims. Never a claim."""

    table: str
    key: Key


@dataclass(frozen=True, slots=True)
class Hold:
    """The text of an article, stored byte for byte under its name in `sources.csv`; its checksum is there."""

    file: str
    content: bytes | None = field(repr=False)
    """None: remove it. The text of an existing file is never replaced."""


Edit: TypeAlias = Insert | Replace | Retract | Remove | Hold


@dataclass(frozen=True, slots=True)
class Made:
    """Edits that were made."""

    version: str
    """The version of the resulting dataset."""
    reverse: tuple[Edit, ...]
    """The edits that undo them, in order. A claim that was added is retracted: it is never deleted."""
    dataset: Dataset | None = field(default=None, repr=False, compare=False)
    """The resulting dataset; None if the edits changed nothing."""
    undo_lost: str = ""
    """Why the edits that undo them could not be stored for later; empty if nothing went wrong."""


class Refused(Exception):  # noqa: N818 - it is the edits that are refused
    """Edits after which the record would break its schema or its laws; `problems` holds every reason."""

    def __init__(self, problems: Sequence[Finding], after: Dataset | None = None) -> None:
        self.problems = tuple(problems)
        self.after = after
        """The dataset as it would be, if the only problem is that checks find something wrong."""
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Contested:
    """A row that one of the edits is about: its current cells, and the cells of the edit."""

    table: str
    key: Key
    theirs: Mapping[str, str] | None
    """Its current cells; None if there is no such row."""
    yours: Mapping[str, str]
    """Its cells in the edit."""


class Conflict(Exception):  # noqa: N818 - the other half of Refused
    """The edits are based on an old version: somebody else has changed the record since."""

    def __init__(self, expected: str, found: str, rows: Sequence[Contested]) -> None:
        self.expected, self.found, self.rows = expected, found, tuple(rows)
        named = dict.fromkeys(f"{row.table} {','.join(row.key)}" for row in rows)
        super().__init__(words.changed_meanwhile(found, expected, [*named]))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of edits, before anything is written."""

    changed: Mapping[str, tuple[bytes | None, bytes | None]]
    """The old and the new content of each file (None: no file), by its path in the dataset's folder; empty if
    the edits change nothing."""
    version: str
    """The version of the resulting dataset."""
    reverse: tuple[Edit, ...] = ()
    """As in `Made`."""
    dataset: Dataset | None = field(default=None, repr=False, compare=False)
    """As in `Made`."""
