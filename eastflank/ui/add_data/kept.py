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
from eastflank.ui.add_data import undo_lost


@dataclass(frozen=True, slots=True)
class Kept:
    """A dataset of this server."""

    name: str
    """Its name in the catalogue; empty: the default dataset."""

    @property
    def dataset(self) -> Dataset:
        """The current dataset."""
        return data.load((self.name,) if self.name else ())

    @property
    def store(self) -> Store:
        """The store in which it is read and changed."""
        return data.store(self.name)

    @property
    def folder(self) -> Folder:
        """The folder of its files: its own, or a copy of the database."""
        return data.place_of(self.name) if self.name else data.place()

    @property
    def root(self) -> Path:
        """The folder of its tables."""
        return self.folder.root

    @property
    def place(self) -> str:
        """Its location as one text: the address of its database, or its folder."""
        found = self.folder
        return found.database or str(found.root.resolve())

    @property
    def schema(self) -> Mapping[str, Table]:
        """The schema of its tables."""
        return schema.read(self.root)

    def save(self, asked: Sequence[Edit], reason: str, dataset: Dataset) -> None:
        """Make edits that are based on this version of `dataset`. Raises like `undo.save`."""
        store = self.store
        self._change(
            lambda: undo.save(
                store, asked, who=rights.who(), when=today(), reason=reason,
                expected=dataset.version, before=dataset,
            )
        )  # fmt: skip

    def take_back(self, reason: str, dataset: Dataset) -> None:
        """Undo the last change of `dataset`. Raises like `undo.take_back`."""
        store = self.store
        self._change(
            lambda: undo.take_back(
                store, who=rights.who(), when=today(), reason=reason,
                expected=dataset.version, before=dataset,
            )
        )  # fmt: skip

    def last(self, dataset: Dataset) -> undo.UndoStep | None:
        """The change of `dataset` that can be undone; None if there is none."""
        return undo.last(self.store, dataset.version)

    def _change(self, change: Callable[[], Made]) -> None:
        made = change()
        undo_lost.note(made)
        if made.dataset is not None:
            data.expect(made.dataset)


def today() -> date:
    """Today's date for the curator."""
    return date.today()  # noqa: DTZ011 - of the machine on which the record is
