"""The second step: what each column is."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.intake.tables.importing import Layout
from eastflank.intake.tables.rows import left_out
from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_table as words

_MOST = 80
"""How many columns can be changed here; others are listed, and imported only if they are recognised."""
_VALUES = 4
_NAMED = 40


def show(draft: TableDraft, brought: UploadedTable, dataset: Dataset, _place: Folder) -> bool:
    """Draw the columns. Returns whether one of them states a location."""
    layout = reading.laid_out(draft, brought, dataset)
    st.caption(words.COLUMNS_ABOUT)
    if brought.kept:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(Markup('<p class="ef-fine">{}</p>').format(words.KEPT))
            st.button(words.AS_RECOGNISED, key="table-as-recognised", on_click=_as_recognised)
    elif brought.mapping:
        st.button(words.AS_RECOGNISED, key="table-as-recognised", on_click=_as_recognised)
    unmapped = [column.heading for column in layout.columns if not column.field]
    if unmapped:
        st.html(Markup('<p class="ef-fine">{}</p>').format(words.unmapped(unmapped[:_NAMED])))
    if not layout.says_where:
        st.html(Markup('<div class="ef-refused" role="alert">{}</div>').format(words.NO_WHERE))
    heading, unit = left_out.units(layout.columns, layout.samples)
    if heading:
        said = words.units_left_out(heading, unit[:_NAMED])
        st.html(Markup('<div class="ef-refused" role="alert">{}</div>').format(said))
    with st.container(key="table-columns"):
        for at, column in enumerate(layout.columns[:_MOST]):
            _column(at, column, layout, draft.number)
    return layout.says_where


def _column(at: int, column: RecognisedColumn, layout: Layout, number: int) -> None:
    values = [str(value)[:40] for value in layout.samples(at)[:_VALUES]]
    why = words.WHY[column.why] if column.field else ""
    with st.container(key=f"table-column-{at}"):
        left, right = st.columns([1.7, 1], gap="small", vertical_alignment="center")
        left.html(
            Markup('<p class="ef-column"><b>{}</b> <small>{}</small><br><span>{}</span></p>').format(
                column.heading, why, " · ".join(values) or words.NO_VALUES
            )
        )
        key = f"table-field-{at}#{number}"
        options = ["", *words.FIELDS]
        right.selectbox(
            words.taken_for(column.heading), options, index=options.index(column.field), key=key,
            format_func=lambda one: words.FIELDS.get(one, words.NOT_IMPORTED), label_visibility="collapsed",
            on_change=heard(
                key, column.field, lambda said: _take(layout, column.heading, str(said))
            ),
        )  # fmt: skip


def _take(layout: Layout, heading: str, field: str) -> None:
    mapping = layout.mapping.with_field(layout.table.headings, heading, field)
    drafts.change_reading(lambda old: replace(old, mapping=mapping, kept=False))


def _as_recognised() -> None:
    drafts.change_reading(lambda old: replace(old, mapping=None, kept=False, as_recognised=True))
