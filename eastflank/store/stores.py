"""The store of a record: a folder or a database, read and changed in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from eastflank.model import Dataset
from eastflank.store import edits, exchange, tables
from eastflank.store.edits import Edit, Made
from eastflank.store.folder import Folder

UNDO = "undo.jsonl"
"""The file of a folder with the undo steps of its last changes."""


class Store(Protocol):
    """A stored record. Its methods raise what `edits.apply` raises."""

    def read(self) -> Dataset:
        """The current dataset."""
        ...

    def version(self) -> str:
        """The version of the current dataset."""
        ...

    def apply(self, asked: Sequence[Edit], *, who: str, when: date, reason: str, expected: str) -> str:
        """Make all edits, or none; return the new version."""
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
        """Like `apply`, with the edits that undo them. `before` is as for `edits.make`."""
        ...

    def undo_steps(self) -> str:
        """What `keep_undo_steps` last stored; empty if nothing."""
        ...

    def keep_undo_steps(self, text: str) -> None:
        """Store the undo steps of the last changes beside the record. They are not part of the record."""
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
        exchange.replace_beside(self.root, UNDO, text)


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
    """The store of the record in a folder: the folder itself, or the database of which it is a copy."""
    return InDatabase(place.database) if place.database else InFolder(place.root)
