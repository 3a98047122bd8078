"""The understood table of an import: computed once, until something changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from eastflank.curation.table_refusals import Refusals, refusals
from eastflank.intake.tables import choices, importing, kept_choices
from eastflank.intake.tables.cells.sheets import Opened, SourceSheet, UnreadableTable
from eastflank.intake.tables.choices import TableChoice, TableWords
from eastflank.intake.tables.columns import kept_mappings
from eastflank.intake.tables.files import limits, opening, own_export
from eastflank.intake.tables.importing import Import, Layout
from eastflank.intake.tables.places import placing
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.rows import leaving
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict
from eastflank.store.folder import Folder
from eastflank.ui import rights
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_table as words

_T = TypeVar("_T")
_PATIENCE, _BETWEEN = 1.0, 0.2
"""Seconds of work before progress is shown, and between two updates."""


def opened(brought: UploadedTable) -> Opened:
    """The file. Raises UnreadableTable."""
    key = brought.name, brought.content, brought.encoding, brought.delimiter

    def work() -> Opened:
        file = opening.opened(brought.name, brought.content, brought.encoding, brought.delimiter)
        longest = max(len(sheet.rows) for sheet in file.sheets)
        if longest > limits.MOST_ROWS_IN_THE_PAGE:
            raise UnreadableTable(words.too_long_for_the_page(longest, limits.MOST_ROWS_IN_THE_PAGE))
        return file

    return _once("opened", key, work)


def sheet_of(brought: UploadedTable) -> SourceSheet:
    """The sheet that is read. Raises UnreadableTable."""
    return importing.chosen(opened(brought), brought.sheet)[0]


def against(draft: TableDraft, dataset: Dataset) -> Against:
    """The dataset and the names with which the table is compared."""
    return _against(dataset, dataset.version, day_of(draft))


def day_of(draft: TableDraft) -> date:
    """The day of the table."""
    return draft.day or today()


def today() -> date:
    """The day of the import."""
    return date.today()  # noqa: DTZ011 - the curator's day


def time_of_day() -> str:
    """The time on the clock of the server, to the minute."""
    return datetime.now().astimezone().strftime("%H:%M %Z")


def laid_out(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> Layout:
    """The table and its columns. Raises UnreadableTable."""
    key = brought, dataset.version, day_of(draft)
    return _once(
        "layout",
        key,
        lambda: importing.laid_out(sheet_of(brought), against(draft, dataset), brought.decided),
    )


def with_kept_mapping(draft: TableDraft, dataset: Dataset, data: Path) -> TableDraft:
    """The draft with the columns chosen for an earlier table with these headings."""
    brought = draft.brought
    if brought is None or brought.mapping or brought.as_recognised:
        return draft
    try:
        headings = laid_out(draft, brought, dataset).table.headings
    except UnreadableTable:
        return draft
    mapping = kept_mappings.fitting(data, headings)
    return draft if mapping is None else replace(draft, brought=replace(brought, mapping=mapping, kept=True))


def with_kept_choices(draft: TableDraft, dataset: Dataset, data: Path) -> TableDraft:
    """The draft with the choices about earlier files of this table, where it has the same words."""
    brought = draft.brought
    if brought is None or brought.looked_for:
        return draft
    kept = kept_choices.of_table(data, brought.name)
    if kept:
        try:
            words_ = TableWords(laid_out(draft, brought, dataset).table)
        except UnreadableTable:
            return draft
        lines = sorted((leaving.lines_of(draft.without) or frozenset()) | words_.lines(kept))
        draft = replace(draft, without=", ".join(map(str, lines)) or draft.without)
        brought = replace(
            brought,
            before=kept,
            mended=tuple({**words_.mended(kept), **dict(brought.mended)}.items()),
            places=tuple({**choices.places(kept), **dict(brought.places)}.items()),
            accepted=choices.accepted(kept),
        )
    return replace(draft, brought=replace(brought, looked_for=True))


def choices_of(draft: TableDraft, brought: UploadedTable, dataset: Dataset, who: str) -> list[TableChoice]:
    """All that is kept of this table for the next file: the choices of now, and earlier ones."""
    told = understood(draft, brought, dataset)
    taken = [mark for entry in told.taken(kinds=draft.kinds) for mark in entry.marks]
    words_, places = words_of(told), dict(brought.places)
    asks = frozenset(placing.asked(told.entries))
    now = choices.made(
        told.table,
        taken,
        {ask: one for ask, one in places.items() if ask in asks},
        dict(brought.mended),
        {entry.line for entry in told.left_out},
    )
    return choices.signed(now, brought.before, words_, who, today().isoformat())


def words_of(told: Import) -> TableWords:
    """The words of the table, with the places and assumptions that were found in it."""
    return TableWords(told.table, placing.asked((*told.entries, *told.left_out)), told.marks)


def understood(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> Import:
    """The first three steps, with progress for slow ones. Raises UnreadableTable."""
    without = leaving.lines_of(draft.without) or frozenset()
    key = brought, dataset.version, day_of(draft), without

    def work() -> Import:
        shown = _Progress()
        try:
            decided = replace(brought.decided, without=without)
            return importing.understood(
                opened(brought), sheet_of(brought), against(draft, dataset), decided, shown
            )
        finally:
            shown.end()

    return _once("import", key, work)


def changes(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> Changes:
    """What importing would change. Raises UnreadableTable."""
    key = _choices(draft, brought, dataset)

    def work() -> Changes:
        told = understood(draft, brought, dataset)
        taken = told.taken(kinds=draft.kinds)
        origin = TableOrigin(told.file, day_of(draft), today(), same=draft.same, renamed=dict(draft.renamed))
        return told.changes(taken, against(draft, dataset), origin, draft.gone)

    return _once("changes", key, work)


def _choices(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> tuple[object, ...]:
    day, without = day_of(draft), draft.without
    return brought, dataset.version, day, draft.kinds, without, draft.same, draft.gone, draft.renamed


def refused_later(
    draft: TableDraft, brought: UploadedTable, dataset: Dataset, place: Folder
) -> Refusals | None:
    """What a review of all these drafts would be refused for; None: nothing, or it is not worked out.

    Raises UnreadableTable.
    """
    found = changes(draft, brought, dataset)
    key = _choices(draft, brought, dataset)

    def work() -> Refusals | None:
        try:
            return refusals(place, found, dataset, rights.who(), today())
        except (BrokenData, Conflict):  # somebody changed the record: the page is about to be drawn again
            return None

    return _once("refusals", key, work)


def carried(brought: UploadedTable, dataset: Dataset) -> own_export.Brought:
    """What the rows of the record in an export of Eastflank would change. Raises UnreadableTable."""
    key = brought, dataset.version
    return _once("carried", key, lambda: own_export.brought(opened(brought), dataset))


def forget() -> None:
    """Drop the computed results."""
    for name in ("opened", "layout", "import", "changes", "refusals", "carried"):
        st.session_state.pop(f"table-{name}", None)


def _once(name: str, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
    held = st.session_state.get(f"table-{name}")
    if held is None or held[0] != key:
        held = key, make()
        st.session_state[f"table-{name}"] = held
    return cast("_T", held[1])


@st.cache_resource(show_spinner=words.READING, max_entries=2)
def _against(_dataset: Dataset, version: str, day: date) -> Against:  # noqa: ARG001 - the version is the key
    return against_dataset(_dataset, day)


class _Progress:
    """A progress bar for rows read, or places looked up, once that takes a second.

    It has a Cancel button: Streamlit then ends this run at the bar's next update.
    """

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()
        self._place = st.empty()
        self._bar: DeltaGenerator | None = None

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._began < _PATIENCE or now - self._last < _BETWEEN:
            return
        self._last = now
        if self._bar is None:
            with self._place.container(horizontal=True, vertical_alignment="center"):
                self._bar = st.empty()
                st.button(words.BREAK_OFF, key="table-break-off", on_click=_break_off)
        self._bar.progress(done / of, f"{done:,} / {of:,} {what}")

    def end(self) -> None:
        self._place.empty()


def _break_off() -> None:
    """Drop the file."""
    forget()
    drafts.change(lambda now: TableDraft(number=now.number + 1, told=words.BROKEN_OFF))
