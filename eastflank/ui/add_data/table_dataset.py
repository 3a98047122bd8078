"""Which dataset an import changes: that of the table's earlier files, unless a person chooses another one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables import choices
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.choices import TableWords
from eastflank.intake.tables.rows import leaving
from eastflank.intake.tables.target import table_names
from eastflank.model import Dataset
from eastflank.store import datasets
from eastflank.store.folder import Folder
from eastflank.store.source_notes import notes_of_sources
from eastflank.ui import data
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.ui.interruptions import uninterrupted
from eastflank.view.address import DATA
from eastflank.words.chosen import chosen_before as words


def preset(dataset: Dataset) -> None:
    """Choose the dataset of the earlier files of the table that was given, if no dataset was chosen yet."""
    draft = drafts.current()
    if draft.brought is None or DATA in st.query_params or _is_here(draft, draft.brought, dataset):
        return
    found = _elsewhere(draft, draft.brought, dataset, "")
    if len(found) == 1:
        _choose(next(iter(found)))


def show(draft: TableDraft, brought: UploadedTable, dataset: Dataset, name: str) -> None:
    """Say in which dataset the earlier files of the table are.

    `name` is that of the dataset that is changed; empty: the default one.
    """
    titles = data.catalogue()
    if len(titles) < 2:  # noqa: PLR2004 - one is no choice
        return
    now = titles.get(name) or next(iter(titles.values()))
    if _is_here(draft, brought, dataset):
        if draft.step == drafts.FILE:
            _line(words.earlier_here(now))
        return
    found = _elsewhere(draft, brought, dataset, name)
    if not found:
        return
    with st.container(key="table-elsewhere"):
        _line(words.earlier_elsewhere(found.values(), now))
        for one, title in found.items():
            st.button(words.change_instead(title), key=f"table-into-{one}", on_click=_choose, args=(one,))


def turn_to(dataset: Dataset, place: Folder, name: str) -> None:
    """If another dataset was chosen since the file was read, use what was chosen in that one, and say so."""
    draft = drafts.current()
    if draft.brought and draft.root and draft.root != str(place.root):
        titles = data.catalogue()
        title = titles.get(name) or next(iter(titles.values()))
        drafts.change(lambda now: _turned(now, dataset, place, title))


def _turned(draft: TableDraft, dataset: Dataset, place: Folder, title: str) -> TableDraft:
    now = _without_kept(draft, dataset)
    now = reading.with_kept_mapping(now, dataset, place.root)
    now = reading.with_kept_choices(now, dataset, place.root)
    used = bool(now.brought and (now.brought.before or now.brought.kept))
    return replace(
        now,
        root=str(place.root),
        number=now.number + 1,
        told=words.turned_to(title, used=used),
        refused=(),
        same=False,
        gone="",
        renamed=(),
    )


def _without_kept(draft: TableDraft, dataset: Dataset) -> TableDraft:
    """The draft with what the person chose now, and nothing of earlier files."""
    brought = draft.brought
    if brought is None:
        return draft
    bare = replace(
        brought,
        mapping=None if brought.kept else brought.mapping,
        kept=False,
        before=(),
        accepted=(),
        looked_for=False,
    )
    try:
        known = TableWords(reading.laid_out(draft, brought, dataset).table)
    except UnreadableTable:
        return replace(draft, brought=bare)
    mended, places = known.mended(brought.before).items(), choices.places(brought.before).items()
    lines = (leaving.lines_of(draft.without) or frozenset()) - known.lines(brought.before)
    bare = replace(
        bare,
        mended=tuple(one for one in brought.mended if one not in mended),
        places=tuple(one for one in brought.places if one not in places),
    )
    return replace(draft, brought=bare, without=", ".join(map(str, sorted(lines))))


def _is_here(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> bool:
    headings = _headings(draft, brought, dataset)
    return table_names.is_known(brought.name, headings, table_names.notes_of(dataset))


def _elsewhere(draft: TableDraft, brought: UploadedTable, dataset: Dataset, name: str) -> Mapping[str, str]:
    """The titles of the other datasets with earlier files of the table, by name."""
    titles, headings = data.catalogue(), _headings(draft, brought, dataset)
    now = name or next(iter(titles))
    return {
        one.name: titles[one.name]
        for one in datasets.listed(os.environ)
        if one.name != now
        and one.name in titles
        and table_names.is_known(brought.name, headings, notes_of_sources(one.path))
    }


def _headings(draft: TableDraft, brought: UploadedTable, dataset: Dataset) -> tuple[str, ...]:
    try:
        return tuple(reading.laid_out(draft, brought, dataset).table.headings)
    except UnreadableTable:
        return ()


def _line(said: str) -> None:
    st.html(Markup('<p class="ef-fine" role="status">{}</p>').format(said))


@uninterrupted
def _choose(name: str) -> None:
    st.query_params[DATA] = name
