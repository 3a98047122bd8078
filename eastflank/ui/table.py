"""The table: the map's full equivalent, row by row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import state
from eastflank.ui.empty import why_empty
from eastflank.view.selection import View, names_by_code
from eastflank.words import en as words

_HEIGHT = 320  # pixels: eight rows; more scroll


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the view's deployments; a chosen row becomes the selected deployment."""
    if view.deployments.empty:
        st.caption(why_empty(view, dataset))
        return
    order = list(view.deployments.index)
    rows = [order.index(selected)] if selected in order else []
    st.session_state["table"] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        rows_of(view, dataset),
        hide_index=True,
        key="table",
        on_select=lambda: _picked(order),
        selection_mode="single-row",
        height=_HEIGHT,
        column_config={
            "Deployment": st.column_config.TextColumn(width=250),
            "Lead": st.column_config.TextColumn(width=110),
            "Host": st.column_config.TextColumn(width=110),
            "Place": st.column_config.TextColumn(width=130),
            "Strength": st.column_config.TextColumn(width=140),
            "Fewest": st.column_config.NumberColumn(
                format="localized", help="Fewest persons; empty: not stated"
            ),
            "Most": st.column_config.NumberColumn(format="localized", help="Most persons; empty: not stated"),
            "Stated on": st.column_config.DateColumn(
                format="D MMM YYYY", help="When the strength was stated, or else published"
            ),
        },
        placeholder="",
    )


def _picked(order: Sequence[str]) -> None:
    chosen = deployment_at(st.session_state["table"]["selection"]["rows"], order)
    if chosen is not None:
        state.select(chosen)


def deployment_at(rows: Sequence[int], order: Sequence[str]) -> str | None:
    """The deployment in the chosen row; empty when none is chosen, None when the table has no such row.

    A filter that shortens the table can overtake the browser's word on a row that is no longer there.
    """
    if any(row >= len(order) for row in rows):
        return None
    return order[rows[0]] if rows else ""


def rows_of(view: View, dataset: Dataset) -> pd.DataFrame:
    """The view as a reader's table: names, words and figures; empty where nothing is stated."""
    names = names_by_code(dataset)
    places = dataset.places.set_index("id")["name"].to_dict()
    frame = view.deployments
    parts = frame["part_of"].map(dataset.deployments.set_index("id")["name"])

    def listed(column: str) -> list[str]:
        return [words.nations(cell, names) for cell in frame[column]]

    return pd.DataFrame(
        {
            "Deployment": frame["name"],
            "Status": frame["status"],
            "Lead": listed("lead"),
            "Host": listed("host"),
            "Place": frame["place"].map(places),
            "Strength": [words.strength_on(row, view.day) for row in view.rows],
            "Fewest": frame["troops_low"],
            "Most": frame["troops_high"],
            "Stated on": frame["strength_known_on"],
            "Begins": ["" if pd.isna(cell) else words.when(cell) for cell in frame["starts"]],
            "Programme": frame["programme"],
            "Part of": parts.fillna(""),
            "Claims": frame["claim_count"],
        }
    ).astype({"Fewest": "Int64", "Most": "Int64"})
