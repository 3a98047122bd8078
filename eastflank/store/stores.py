"""Where a record is kept: in a folder or in a database, read and changed in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from eastflank.model import Dataset
from eastflank.store import edits, tables
from eastflank.store.edits import Edit, Made
from eastflank.store.folder import Folder

UNDO = "undo.jsonl"
"""The file of a folder that says how its last changes are taken back."""


class Store(Protocol):
    """A record that is kept somewhere. What its methods raise says `edits.apply`."""

    def read(self) -> Dataset:
        """The dataset as it now is."""
        ...

    def version(self) -> str:
        """The version of the dataset as it now is."""
        ...

    def apply(self, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str) -> str:
        """Make all the edits, or none; the version that results."""
        ...

    def make(  # noqa: PLR0913 - as `edits.make`
        self,
        asked: Sequence[Edit],
        *,
        who: str,
        when: date,
        reason: str,
        expected: str,
        before: Dataset | None = None,
    ) -> Made:
        """As `apply`; with what takes the edits back. `before` is as for `edits.make`."""
        ...

    def undo_steps(self) -> str:
        """What `keep_undo_steps` was last given; empty: nothing."""
        ...

    def keep_undo_steps(self, text: str) -> None:
        """Keep beside the record how its last changes are taken back. Not a part of the record."""
        ...


@dataclass(frozen=True, slots=True)
class InFolder:
    """A record in a folder of CSV."""

    root: Path

    def read(self) -> Dataset:
        """See Store."""
        return tables.read(self.root)

    def version(self) -> str:
        """See Store."""
        return self.read().version

    def apply(self, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str) -> str:
        """See Store."""
        return self.make(asked, who=who, when=when, reason=reason, expected=expected).version

    def make(  # noqa: PLR0913 - as `edits.make`
        self,
        asked: Sequence[Edit],
        *,
        who: str,
        when: date,
        reason: str,
        expected: str,
        before: Dataset | None = None,
    ) -> Made:
        """See Store."""
        return edits.make(
            self.root, asked, who=who, when=when, reason=reason, expected=expected, before=before
        )

    def undo_steps(self) -> str:
        """See Store."""
        try:
            return (self.root / UNDO).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return ""

    def keep_undo_steps(self, text: str) -> None:
        """See Store."""
        beside = self.root / f".{UNDO}.applying"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.root / UNDO)


@dataclass(frozen=True, slots=True)
class InDatabase:
    """A record in a database."""

    address: str

    def read(self) -> Dataset:
        """See Store."""
        from eastflank.store.sql import database  # noqa: PLC0415 - takes long to load

        return database.read(self.address)

    def version(self) -> str:
        """See Store."""
        from eastflank.store.sql import database  # noqa: PLC0415

        return database.version(self.address)

    def apply(self, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str) -> str:
        """See Store. This process then reads the new state at once, others within a second."""
        return self.make(asked, who=who, when=when, reason=reason, expected=expected).version

    def make(  # noqa: PLR0913 - as `edits.make`
        self,
        asked: Sequence[Edit],
        *,
        who: str,
        when: date,
        reason: str,
        expected: str,
        before: Dataset | None = None,
    ) -> Made:
        """See Store."""
        from eastflank.store.sql import copies, database  # noqa: PLC0415

        made = database.make(
            self.address, asked, who=who, when=when, reason=reason, expected=expected, before=before
        )
        copies.newest(self.address, at_once=True)
        return made

    def undo_steps(self) -> str:
        """See Store."""
        from eastflank.store.sql import database  # noqa: PLC0415

        return database.undo_steps(self.address)

    def keep_undo_steps(self, text: str) -> None:
        """See Store."""
        from eastflank.store.sql import database  # noqa: PLC0415

        database.keep_undo_steps(self.address, text)


def of(place: Folder) -> Store:
    """Where the record is that a folder shows: in it, or in the database of which it is a copy."""
    return InDatabase(place.database) if place.database else InFolder(place.root)
