"""The table: the map's full equivalent, row by row."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import pyarrow as pa
import streamlit as st
from streamlit.elements.arrow import DataframeStateInput
from streamlit.elements.lib.column_types import ColumnConfig

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.report.columns import Field, Value, without
from eastflank.report.deployment_columns import DATASET, fields_of
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.ui import controls
from eastflank.ui.choices import Choices
from eastflank.view.empty import why_empty
from eastflank.view.selection import View
from eastflank.words.chosen import long_lists

PAGE = 250
"""Rows that are sent to a browser at once: some ten printed sheets."""
Cells: TypeAlias = tuple[Value, ...]
_DAYS = 8
"""For how many days, and selections of evidence, rows are cached."""
_HEIGHT = 320  # pixels: eight rows; more scroll


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the view's deployments; a chosen row becomes the selected deployment."""
    if not view.deployments:
        st.caption(why_empty(view, dataset))
        return
    order = [one.id for one in view.deployments]
    first = _first_row(order, selected) if len(order) > PAGE else 0
    rows, order = rows_of(view, dataset, first), order[first : first + PAGE]
    ticks = selection("table", order, selected)
    st.dataframe(
        rows,
        hide_index=True,
        key=ticks.key,
        on_select=ticks.changed,
        selection_mode="single-row",
        selection_default=ticked(ticks.value),
        height=_HEIGHT,
        column_config=dataset.once(_config),
        placeholder="",
    )


def _first_row(order: Sequence[str], selected: str) -> int:
    """The index of the first row of the chosen page, or of the page that has the selected deployment."""
    pages = range(0, len(order), PAGE)
    at = order.index(selected) if selected in order else 0
    key = f"rows-{hashlib.sha256(repr((order, selected)).encode()).hexdigest()[:12]}"
    chosen: int = st.selectbox(
        long_lists.ROWS,
        pages,
        index=at // PAGE,
        key=key,
        format_func=lambda first: long_lists.page(first + 1, min(first + PAGE, len(order)), len(order)),
        label_visibility="collapsed",
        width=240,
    )
    return chosen


def selection(name: str, order: Sequence[str], selected: str) -> controls.Control[int | None]:
    """The index of the selected row in a table with a deployment in each row; None if no row is selected.

    A deployment may have several rows: the row that the reader selected stays selected. A table with other
    rows is a different control, because the browser identifies rows only by index.
    """
    named = f"{name}-{hashlib.sha256(repr(order).encode()).hexdigest()[:12]}"
    before = controls.shown(named)
    row = order.index(selected) if selected in order else None
    if isinstance(before, int) and order[before] == selected:
        row = before

    def put(choices: Choices, chosen: int | None) -> Choices:
        return choices.selecting("" if chosen is None else order[chosen])

    return controls.control(controls.ChosenPart(named, lambda _: row, put), _row)


def _row(value: Any) -> int | None:  # noqa: ANN401 - as Streamlit has it
    rows: list[int] = value["selection"]["rows"]
    return rows[0] if rows else None


def ticked(row: int | None) -> DataframeStateInput:
    """A table's selection of one row, or none, in Streamlit's format."""
    return {"selection": {"rows": [] if row is None else [row], "columns": [], "cells": []}}


def rows_of(view: View, dataset: Dataset, first: int = 0) -> pa.Table:
    """The view as a table for readers, a page of it from row `first` on: names, words and figures.

    A cell is empty if nothing is stated. Units come first, then groups, then statistics: each is a section,
    named in the first column. Cached for each page; do not change it.
    """
    return view.once(_rows_of, dataset, first)


def cells_of(view: View, dataset: Dataset, first: int = 0) -> Mapping[str, Cells]:
    """The cells of a page of the table, from row `first` on, by deployment, in the order of `columns_of`.

    Each row is written once for each day and evidence, for every filter that selects it.
    """
    among = view.deployments[first : first + PAGE]
    kept = dataset.latest(_DAYS, _kept, view.known)
    if any(one.id not in kept for one in among):
        columns = [column.on_page for column in columns_of(dataset)]
        for entry in entries_of(view, dataset, first=first, most=PAGE):
            if entry.id not in kept:
                kept[entry.id] = tuple(told(entry) for told in columns)
    return {one.id: kept[one.id] for one in among}


def _kept(_dataset: Dataset, _known: Known) -> dict[str, Cells]:
    """The rows of one day that were written, by deployment."""
    return {}


def _rows_of(view: View, dataset: Dataset, first: int) -> pa.Table:
    # Not a DataFrame: pandas takes ten times as long, and Streamlit sends an Arrow table in any case.
    columns = columns_of(dataset)
    cells = zip(*cells_of(view, dataset, first).values(), strict=True)
    filled = zip(columns, cells if view.deployments else itertools.repeat(()), strict=False)
    return pa.table({column.heading_on_page: pa.array(told, _TYPES[column.type]) for column, told in filled})


_TYPES = {"string": None, "integer": pa.int64(), "date": pa.date32()}
_LEFT_OUT = {"id", "kind", "meant_for", "precision", "hedge", "counts", "not_drawn", "sources"}
"""Columns that do not fit in the page's table; the exported tables have them."""
_WIDTHS = {"sort": 70, "name": 250, "lead": 110, "host": 110, "place": 130, "strength": 140}
"""Widths in pixels, by key; Streamlit decides the width of other columns."""


def columns_of(dataset: Dataset) -> tuple[Field[DeploymentEntry], ...]:
    """The columns of the page's table, in its order."""
    return dataset.once(_columns_of)


def _columns_of(dataset: Dataset) -> tuple[Field[DeploymentEntry], ...]:
    fields = fields_of(several=bool(dataset.parts))
    return without(fields, _LEFT_OUT, after={"name": "sort", DATASET: "sort"})


def _config(dataset: Dataset) -> dict[str, ColumnConfig]:
    """Streamlit's configuration of the columns, by heading."""
    drawn: dict[str, ColumnConfig] = {}
    for column in columns_of(dataset):
        if column.type == "integer":
            shown = st.column_config.NumberColumn(format="%,d", help=column.help)
        elif column.type == "date":
            shown = st.column_config.DateColumn(format="D MMMM YYYY", help=column.help)
        elif column.key in _WIDTHS:
            shown = st.column_config.TextColumn(width=_WIDTHS[column.key])
        else:
            continue
        drawn[column.heading_on_page] = shown
    return drawn
