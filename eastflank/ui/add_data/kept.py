"""The dataset that the page changes: read again before each change, because others may change it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eastflank.curation import undo
from eastflank.model import Dataset
from eastflank.store import schema
from eastflank.store.edits import Edit, Made
from eastflank.store.folder import Folder
from eastflank.store.schema_values import Table
from eastflank.store.stores import Store
from eastflank.ui import data, rights


@dataclass(frozen=True, slots=True)
class Kept:
    """A dataset of this server."""

    name: str
    """As the catalogue has it; empty: the usual one."""

    @property
    def dataset(self) -> Dataset:
        """The dataset as it now is."""
        return data.load((self.name,) if self.name else ())

    @property
    def store(self) -> Store:
        """Where it is read and changed."""
        return data.store(self.name)

    @property
    def folder(self) -> Folder:
        """The folder that shows it: its own, or a copy of what the database holds."""
        return data.place_of(self.name) if self.name else data.place()

    @property
    def root(self) -> Path:
        """Where its tables are."""
        return self.folder.root

    @property
    def place(self) -> str:
        """Where it is, as one text: the address of its database, or its folder."""
        found = self.folder
        return found.database or str(found.root.resolve())

    @property
    def schema(self) -> Mapping[str, Table]:
        """What describes its tables."""
        return schema.read(self.root)

    def save(self, asked: Sequence[Edit], reason: str, dataset: Dataset) -> None:
        """Make edits that were made for this version of `dataset`. Raises as `undo.save`."""
        store = self.store
        self._change(
            lambda: undo.save(
                store, asked, who=rights.who(), when=today(), reason=reason,
                expected=dataset.version, before=dataset,
            )
        )  # fmt: skip

    def take_back(self, reason: str, dataset: Dataset) -> None:
        """Take the last change of `dataset` back. Raises as `undo.take_back`."""
        store = self.store
        self._change(
            lambda: undo.take_back(
                store, who=rights.who(), when=today(), reason=reason,
                expected=dataset.version, before=dataset,
            )
        )  # fmt: skip

    def last(self, dataset: Dataset) -> undo.UndoStep | None:
        """The change of `dataset` that can be taken back; None: there is none."""
        return undo.last(self.store, dataset.version)

    def _change(self, change: Callable[[], Made]) -> None:
        made = change()
        if made.dataset is not None:
            data.expect(made.dataset)


def today() -> date:
    """The curator's day."""
    return date.today()  # noqa: DTZ011 - of the machine on which the record is
