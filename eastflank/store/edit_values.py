"""What can be asked of a record's tables, what came of it, and why it was not done: values without effect."""

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
    """Whether it may stand without a claim that needs it: a place that was looked up before its claim."""
    foreign: bool = False
    """Whether it comes as another record has it: what the checks find in it is told, and refuses nothing."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Other cells in a row that is there. Its key stays: an id is never used for another thing."""

    table: str
    key: Key
    row: Mapping[str, str]
    """The new cells by column; a column that is left out stays as it is."""


@dataclass(frozen=True, slots=True)
class Retract:
    """A claim that shall count no longer. It stays in the table, with its reason in `changes.csv`."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A row that shall be there no longer: a contingent, a span, a source without claims. Never a claim."""

    table: str
    key: Key


@dataclass(frozen=True, slots=True)
class Hold:
    """The text of an article, kept byte for byte under a name that `sources.csv` gives with its checksum."""

    file: str
    content: bytes | None = field(repr=False)
    """None: it shall be held no longer. The text of a file that is there is never another one."""


Edit: TypeAlias = Insert | Replace | Retract | Remove | Hold


@dataclass(frozen=True, slots=True)
class Made:
    """Edits that were made."""

    version: str
    """Of the dataset that results."""
    reverse: tuple[Edit, ...]
    """The edits that take them back, in their order. A claim that came is retracted: it is never deleted."""
    dataset: Dataset | None = field(default=None, repr=False, compare=False)
    """The dataset that results; None where the edits changed nothing."""


class Refused(Exception):  # noqa: N818 - it is the edits that are refused
    """Edits that would not leave the record as its schema and its laws say; `problems` holds every reason."""

    def __init__(self, problems: Sequence[Finding], after: Dataset | None = None) -> None:
        self.problems = tuple(problems)
        self.after = after
        """The dataset as it would be, where it is only that checks find something wrong with it."""
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Contested:
    """A row that one of the edits is about, as it is now and as it was to become."""

    table: str
    key: Key
    theirs: Mapping[str, str] | None
    """Its cells as they now are; None: there is no such row."""
    yours: Mapping[str, str]
    """Its cells as the edit has them."""


class Conflict(Exception):  # noqa: N818 - the other half of Refused
    """Edits of a version that is no longer the newest: somebody else has changed the record since."""

    def __init__(self, expected: str, found: str, rows: Sequence[Contested]) -> None:
        self.expected, self.found, self.rows = expected, found, tuple(rows)
        named = dict.fromkeys(f"{row.table} {','.join(row.key)}" for row in rows)
        super().__init__(words.changed_meanwhile(found, expected, [*named]))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What edits make of a record, before anything is written."""

    changed: Mapping[str, tuple[bytes | None, bytes | None]]
    """By file, as seen from the dataset's folder, what it holds and what it shall hold (None: it is not
    there); empty where the edits change nothing."""
    version: str
    """The version of the dataset that results."""
    reverse: tuple[Edit, ...] = ()
    """As in `Made`."""
    dataset: Dataset | None = field(default=None, repr=False, compare=False)
    """As in `Made`."""
