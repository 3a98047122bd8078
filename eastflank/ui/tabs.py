"""Below the map: the same view as a table, over time, nation by host, as changes, and what is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import streamlit as st

from eastflank import words
from eastflank.model import Dataset
from eastflank.ui import disagreement_list, nation_by_host, state, strength, table, timeline
from eastflank.ui.data import comparison_for, record_for
from eastflank.ui.empty import why_empty
from eastflank.view import View

Tab = Callable[[View, Dataset, str], None]


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the tabs; only the open one is worked out."""
    for name, tab in zip(_TABS, st.tabs(list(_TABS), key="tab", on_change="rerun"), strict=True):
        if tab.open:
            with tab:
                _TABS[name](view, dataset, selected)


def _timeline(view: View, dataset: Dataset, selected: str) -> None:
    if view.deployments.empty:
        st.caption(why_empty(view, dataset))
        return
    days = [day for day in state.days_spoken(dataset) if day <= view.day]
    with st.spinner(f"Folding {words.counted(len(days), 'day')} …"):
        record = record_for(dataset, view.filters, days)
    timeline.show(view, record, dataset, selected)
    if selected:
        strength.show(view, record, dataset, selected)
    else:
        st.caption("Choose a row to see the strength of its deployment over time.")


def _changes(view: View, dataset: Dataset, _: str) -> None:
    since: date | None = st.session_state["since"]
    if since is None:
        st.caption("Switch on “Show changes since” below the map, and choose the day to compare with.")
        return
    compared = comparison_for(dataset, view, since)
    if compared is None:
        st.caption(
            f"{words.day(since)} comes after the day shown, {words.day(view.day)}: choose an earlier one."
        )
        return
    found = [change for changes in compared.changes.values() for change in changes]
    if not found:
        st.caption(f"Nothing changed in this view between {words.day(since)} and {words.day(view.day)}.")
    else:
        rows = {
            "What changed": [change.sentence for change in found],
            "Sort": [change.kind for change in found],
            "Claims": [", ".join(change.claims) for change in found],
        }
        st.dataframe(pd.DataFrame(rows), hide_index=True, height=_height(len(found)))


def _not_drawn(view: View, _: Dataset, __: str) -> None:
    if not view.not_drawn:
        st.caption("Everything in this view is on the map.")
        return
    st.dataframe(
        pd.DataFrame(
            {
                "What": [words.capitalised(item.kind) for item in view.not_drawn],
                "Id": [item.id for item in view.not_drawn],
                "Text": [item.label for item in view.not_drawn],
                "Why it is not on the map": [item.reason for item in view.not_drawn],
            }
        ),
        hide_index=True,
    )


def _height(rows: int) -> int:
    """Pixels for up to twelve rows; more scroll."""
    return 38 + 35 * min(rows, 12)


_TABS: Mapping[str, Tab] = {
    "Table": table.show,
    "Timeline": _timeline,
    "Nation × host": nation_by_host.show,
    "What changed": _changes,
    "Disagreements": disagreement_list.show,
    "Not drawn": _not_drawn,
}
NAMES = tuple(_TABS)
"""Their names, the first one open unless the address asks for another."""
