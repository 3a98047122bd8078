"""The table that somebody is bringing: one frozen value in the session, replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from eastflank.curation.table_drafts import UNGRADED, Grade
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.columns import ColumnMapping
from eastflank.intake.tables.importing import Decisions
from eastflank.intake.tables.placing import Ask
from eastflank.ui.interruptions import uninterrupted

_KEY = "add-table"
FILE, COLUMNS, WRONG, CHANGES = range(4)
"""The steps."""


@dataclass(frozen=True, slots=True)
class UploadedTable:
    """A table as it came, and how it is to be read; empty and None: as it is recognised."""

    name: str
    content: bytes = field(repr=False)
    encoding: str = ""
    delimiter: str = ""
    sheet: str | None = None
    header: int | None = None
    mapping: ColumnMapping | None = None
    kept: bool = False
    """Whether the mapping is that of an earlier table."""
    as_recognised: bool = False
    """Whether a mapping that was kept shall not be used."""
    mended: tuple[tuple[tuple[str, str], str], ...] = ()
    places: tuple[tuple[Ask, Candidate | None], ...] = ()

    @property
    def decided(self) -> Decisions:
        """What was decided, as the import takes it."""
        return Decisions(self.header, self.mapping, dict(self.mended), dict(self.places))


@dataclass(frozen=True, slots=True)
class DoneImport:
    """An import that was made."""

    root: str
    """The folder of the dataset."""
    version: str
    """Of the dataset after it; after the review of its drafts, that one."""
    source: str
    """The id of the table among the sources."""
    told: str
    left: str
    """What of the file is not in the dataset; empty: nothing."""
    accepted: str = ""
    """That its drafts were accepted; empty: they were not."""


@dataclass(frozen=True, slots=True)
class TableDraft:
    """How far somebody is. Widgets are drawn from it, under keys with its number, and report into it."""

    step: int = FILE
    brought: UploadedTable | None = None
    day: date | None = None
    """The day of the table; None: today."""
    kinds: frozenset[str] = frozenset()
    """The kinds of assumptions that are accepted."""
    without: str = ""
    """The lines that are left out, as they were typed."""
    reason: str = ""
    """Why the import is made; empty: as it is proposed."""
    pasted: str = ""
    """A text that was typed and not read yet."""
    number: int = 0
    told: str = ""
    refused: tuple[str, ...] = ()
    done: DoneImport | None = None
    grade: Grade = UNGRADED
    """How the drafts that are accepted are graded."""

    def reading(self, brought: UploadedTable) -> TableDraft:
        """With a table that is read in another way; the widgets show it."""
        return replace(self, brought=brought, number=self.number + 1, told="", refused=())


def current() -> TableDraft:
    """How far somebody is."""
    found: TableDraft = st.session_state.get(_KEY) or TableDraft()
    return found


@uninterrupted
def change(how: Callable[[TableDraft], TableDraft], told: str = "") -> None:
    """Replace the draft by what `how` makes of it. `told` is shown while it works."""
    shown: AbstractContextManager[None] = st.spinner(told) if told else nullcontext()
    with shown:  # what is told may be interrupted, too: what was done is kept before that
        st.session_state[_KEY] = how(current())


def change_reading(how: Callable[[UploadedTable], UploadedTable]) -> None:
    """Replace the table that was brought by what `how` makes of it, where there is one."""
    change(lambda now: now.reading(how(now.brought)) if now.brought else now)


def said(key: str) -> object:
    """What a widget says."""
    return st.session_state.get(key)
