"""The changes of the record, newest first, and Undo."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.renewal import told_claims
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import saving
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import change_log as words
from eastflank.words.chosen import claim_entry, saving_changes

_SHOWN = 200


def show(dataset: Dataset, kept: Kept) -> None:
    """Draw the log, and the Undo button if the last change can be undone."""
    st.html(
        Markup('<h2 class="ef-form-head">{} <small>{}</small></h2>').format(words.LOG, len(dataset.changes))
    )
    step = kept.last(dataset)
    if step:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                words.UNDO, key="undo",
                on_click=lambda: drafts.change(lambda draft: saving.take_back(draft, dataset, kept)),
            )  # fmt: skip
            st.caption(
                words.undo_of(step.who, step.reason, told_claims.named(step.retracted, dataset, words.NAMED))
            )
    if dataset.changes.empty:
        st.write(words.NO_CHANGES)
        return
    newest = dataset.changes.iloc[::-1].head(_SHOWN)
    st.dataframe(
        {
            heading: newest[column].dt.date.tolist() if column == "changed_on" else _cells(newest[column])
            for column, heading in words.LOG_COLUMNS.items()
        },
        hide_index=True,
        height=min(35 * (len(newest) + 1) + 3, 320),
    )


def _cells(column: pd.Series[str]) -> list[object]:
    """A column of the log for readers: its tables and fields have the names that the forms give them."""
    cells: list[object] = list(column.fillna(""))
    said = [str(cell) for cell in cells]
    match column.name:
        case "table":
            return [*map(saving_changes.kind_of_row, said)]
        case "column":
            return [claim_entry.LABELS.get(cell, cell) for cell in said]
    return cells
