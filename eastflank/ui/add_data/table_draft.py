"""The table that a user is importing: one frozen value in the session, replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from eastflank.curation.table_drafts import UNGRADED, Grade
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.choices import Accepted, TableChoice
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.importing import Decisions
from eastflank.intake.tables.places.found_places import Ask
from eastflank.ui.interruptions import uninterrupted

_KEY = "add-table"
FILE, COLUMNS, WRONG, CHANGES = range(4)
"""The steps."""


@dataclass(frozen=True, slots=True)
class UploadedTable:
    """A table as it came, and how to read it; empty and None: as recognised."""

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
    """Whether a stored mapping must not be used."""
    mended: tuple[tuple[tuple[str, str], str], ...] = ()
    places: tuple[tuple[Ask, Candidate | None], ...] = ()
    accepted: tuple[Accepted, ...] = ()
    """Assumptions about single cells that were accepted for an earlier file."""
    before: tuple[TableChoice, ...] = ()
    """The choices about earlier files of this table."""
    looked_for: bool = False
    """Whether these choices were looked for: they are taken over once."""

    @property
    def decided(self) -> Decisions:
        """The decisions for the import."""
        return Decisions(
            self.header,
            self.mapping,
            dict(self.mended),
            dict(self.places),
            accepted=frozenset(self.accepted),
        )


@dataclass(frozen=True, slots=True)
class DoneImport:
    """An import that was made."""

    root: str
    """The folder of the dataset."""
    version: str
    """The version of the dataset after the import, or after the review of its drafts."""
    source: str
    """The id of the table among the sources."""
    told: str
    left: str
    """The parts of the file that are not in the dataset; empty if none."""
    accepted: str = ""
    """The message that its drafts were accepted; empty if they were not."""


@dataclass(frozen=True, slots=True)
class TableDraft:
    """The state of an import. Widgets are drawn from it, with its number in their keys, and write into it."""

    step: int = FILE
    brought: UploadedTable | None = None
    day: date | None = None
    """The day of the table; None: today."""
    kinds: frozenset[str] = frozenset()
    """The kinds of assumptions that are accepted."""
    without: str = ""
    """The lines to leave out, as typed."""
    reason: str = ""
    """The reason for the import; empty: the proposed one."""
    pasted: str = ""
    """A typed text that was not read yet."""
    number: int = 0
    told: str = ""
    refused: tuple[str, ...] = ()
    done: DoneImport | None = None
    grade: Grade = UNGRADED
    """The grades for accepted drafts."""
    same: bool = False
    """Whether it is the earlier table of its name, although that had other columns."""
    gone: str = ""
    """What the rows that are no longer in the table mean, as in `gone_rows.CHOICES`; empty: not chosen."""
    root: str = ""
    """The folder of the dataset whose choices about earlier files are used; empty: none yet."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Units that have a new name: the id that the new name would get, and the unit's own."""

    def reading(self, brought: UploadedTable) -> TableDraft:
        """With a table that is read in another way; the widgets then show it."""
        return replace(self, brought=brought, number=self.number + 1, told="", refused=())


def current() -> TableDraft:
    """The state of the user's import."""
    found: TableDraft = st.session_state.get(_KEY) or TableDraft()
    return found


@uninterrupted
def change(how: Callable[[TableDraft], TableDraft], told: str = "") -> None:
    """Replace the draft by the result of `how`. `told` is shown while it works."""
    shown: AbstractContextManager[None] = st.spinner(told) if told else nullcontext()
    with shown:  # showing the message may be interrupted too, so store the result first
        st.session_state[_KEY] = how(current())


def change_reading(how: Callable[[UploadedTable], UploadedTable]) -> None:
    """Replace the table by the result of `how`, if there is a table."""
    change(lambda now: now.reading(how(now.brought)) if now.brought else now)


def said(key: str) -> object:
    """The value of a widget."""
    return st.session_state.get(key)
