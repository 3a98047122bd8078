"""The table: the map's full equivalent, row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.arrow import DataframeStateInput

from eastflank.model import Dataset, Deployment
from eastflank.ui import controls
from eastflank.ui.choices import Choices
from eastflank.view.empty import why_empty
from eastflank.view.programmes import name_on
from eastflank.view.selection import View, names_by_code
from eastflank.words.chosen import datasets, long_lists
from eastflank.words.chosen import values as words

_PAGE = 1000  # rows that a browser is sent at once
_HEIGHT = 320  # pixels: eight rows; more scroll


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the view's deployments; a chosen row becomes the selected deployment."""
    if not view.deployments:
        st.caption(why_empty(view, dataset))
        return
    order = [one.id for one in view.deployments]
    rows = rows_of(view, dataset)
    if len(order) > _PAGE:
        first = _first_row(order, selected)
        order, rows = order[first : first + _PAGE], rows.iloc[first : first + _PAGE]
    ticks = selection("table", order, selected)
    st.dataframe(
        rows,
        hide_index=True,
        key=ticks.key,
        on_select=ticks.changed,
        selection_mode="single-row",
        selection_default=ticked(ticks.value),
        height=_HEIGHT,
        column_config={
            "Sort": st.column_config.TextColumn(width=70),
            "Deployment": st.column_config.TextColumn(width=250),
            "Lead": st.column_config.TextColumn(width=110),
            "Host": st.column_config.TextColumn(width=110),
            "Place": st.column_config.TextColumn(width=130),
            "Strength": st.column_config.TextColumn(width=140),
            "Fewest": st.column_config.NumberColumn(format="%,d", help="Fewest persons; empty: not stated"),
            "Most": st.column_config.NumberColumn(format="%,d", help="Most persons; empty: not stated"),
            "Stated of": st.column_config.DateColumn(
                format="D MMMM YYYY", help="The first day of which the strength tells"
            ),
        },
        placeholder="",
    )


def _first_row(order: Sequence[str], selected: str) -> int:
    """The number of the first row of the page that the reader has chosen, or that has the selected one."""
    pages = range(0, len(order), _PAGE)
    at = order.index(selected) if selected in order else 0
    key = f"rows-{hashlib.sha256(repr((order, selected)).encode()).hexdigest()[:12]}"
    chosen: int = st.selectbox(
        long_lists.ROWS,
        pages,
        index=at // _PAGE,
        key=key,
        format_func=lambda first: long_lists.page(first + 1, min(first + _PAGE, len(order)), len(order)),
        label_visibility="collapsed",
        width=240,
    )
    return chosen


def selection(name: str, order: Sequence[str], selected: str) -> controls.Control[int | None]:
    """The number of the ticked row, of a table with a deployment in each row; None: no row is ticked.

    A deployment may have several rows: the one that the reader ticked stays so. A table with other rows is
    another control: the browser tells of rows by number alone.
    """
    named = f"{name}-{hashlib.sha256(repr(order).encode()).hexdigest()[:12]}"
    before = controls.shown(named)
    row = order.index(selected) if selected in order else None
    if isinstance(before, int) and order[before] == selected:
        row = before

    def put(choices: Choices, chosen: int | None) -> Choices:
        return choices.selecting("" if chosen is None else order[chosen])

    return controls.control(controls.Choice(named, lambda _: row, put), _row)


def _row(value: Any) -> int | None:  # noqa: ANN401 - as Streamlit has it
    rows: list[int] = value["selection"]["rows"]
    return rows[0] if rows else None


def ticked(row: int | None) -> DataframeStateInput:
    """A table's selection of one row, or none, as Streamlit takes it."""
    return {"selection": {"rows": [] if row is None else [row], "columns": [], "cells": []}}


def rows_of(view: View, dataset: Dataset) -> pd.DataFrame:
    """The view as a reader's table: names, words and figures; empty where nothing is stated.

    Units come first, then groups of them, then statistics: each a section, told by the first column.
    Made once for each view; not to be changed.
    """
    return view.once(_rows_of, dataset)


def _rows_of(view: View, dataset: Dataset) -> pd.DataFrame:
    names = names_by_code(dataset)
    places = dataset.places_by_id
    known = view.known.deployments
    shown = view.deployments

    def name_of(identifier: str) -> str:
        return known[identifier].name if identifier in known else ""

    return pd.DataFrame(
        {
            "Sort": [words.capitalised(one.sort) for one in shown],
            **({datasets.COLUMN: [dataset.titles[one.dataset] for one in shown]} if dataset.parts else {}),
            "Deployment": [one.name for one in shown],
            "Status": [words.status_on(one, view.day) for one in shown],
            "Lead": [words.nations(one.lead, names) for one in shown],
            "Host": [_host(one, names) for one in shown],
            "Place": [places[one.place].name if one.place else "" for one in shown],
            "Strength": [words.strength_on(one, view.day) for one in shown],
            "Fewest": [one.figure.low if one.figure else None for one in shown],
            "Most": [one.figure.high if one.figure else None for one in shown],
            "Stated of": pd.Series(
                [one.figure.told_first if one.figure else None for one in shown], dtype="datetime64[s]"
            ),
            "Planned": ["; ".join(words.plans(one, names, view.day)) for one in shown],
            "Contingents": [
                "; ".join(words.contingent(part, names, view.day) for part in one.contingents)
                for one in shown
            ],
            "Begins": [words.when(one.starts) if one.starts else "" for one in shown],
            "Programme": [name_on(dataset, one.programme, view.day).short for one in shown],
            "Part of": [name_of(one.under or one.part_of) for one in shown],
            "Claims": [one.claim_count for one in shown],
        }
    ).astype({"Fewest": "Int64", "Most": "Int64"})


def _host(one: Deployment, names: Mapping[str, str]) -> str:
    host = words.nations(one.host, names)
    return f"{host}; meant for {words.nations(one.meant_for, names)}" if one.meant_for else host
