"""A table that is imported into one dataset again and again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.store import datasets, edits, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)


class Months:
    """A dataset, empty at first, and the files of one table; all proposals are accepted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        parts.unpack(datasets.empty(of(FOLDER), "again"), folder, lasting=False)
        self._number = 1

    @property
    def dataset(self) -> Dataset:
        """The dataset as it is now."""
        return tables.read(self.folder)

    @property
    def names(self) -> CountryNames:
        """The names of countries."""
        return self._against.known.names

    @property
    def _against(self) -> Against:
        return self.dataset.once(against_dataset, TODAY)

    def read(self, text: str, decided: Decisions = importing.UNDECIDED, *, same_file: bool = False) -> Import:
        """The next file of the table, understood."""
        number = self._number - same_file
        ending = "\n" * number  # each file has a checksum of its own
        file = opening.opened(f"table-{number}.csv", (text + ending).encode())
        sheet, _ = importing.chosen(file, None)
        return importing.understood(file, sheet, self._against, decided)

    def next(
        self,
        text: str,
        decided: Decisions = importing.UNDECIDED,
        renamed: Mapping[str, str] = MappingProxyType({}),
        *,
        same_file: bool = False,
        day: date = TODAY,
        gone: str = "",
    ) -> Changes:
        """What the next file would change; `same_file`: the one that was imported last, once more.

        `day` is that of the file, and `gone` what was chosen for the rows that are gone.
        """
        told = self.read(text, decided, same_file=same_file)
        origin = TableOrigin(told.file, day, TODAY, renamed=renamed)
        return told.changes(told.taken(proposals=True), self._against, origin, gone)

    def bring(
        self,
        text: str,
        decided: Decisions = importing.UNDECIDED,
        renamed: Mapping[str, str] = MappingProxyType({}),
        *,
        day: date = TODAY,
        gone: str = "",
    ) -> Changes:
        """Import the next file."""
        found, version = self.next(text, decided, renamed, day=day, gone=gone), self.dataset.version
        edits.make(
            self.folder, [*found.edits], who="curator", when=TODAY, reason=found.reason, expected=version
        )
        self._number += 1
        return found
