"""Below the map: the same view as a table, over time, nation by host, as changes, and what is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import controls, disagreement_list, nation_by_host, strength, table, timeline, what_changed
from eastflank.ui.data import days_spoken, disagreements_for, may_fold_ahead, record_for
from eastflank.view.address import TABS
from eastflank.view.empty import why_empty
from eastflank.view.selection import View
from eastflank.words.chosen import long_lists
from eastflank.words.chosen import values as words

Tab = Callable[[View, Dataset, str], None]


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the tabs; only the open one is worked out."""
    _count(view, dataset)
    st.html('<h2 class="ef-part">Table and other views</h2>')
    opened = controls.control(_OPENED, str)
    with st.container(key="tab"):
        drawn = st.tabs(list(NAMES), default=opened.value, key=opened.key, on_change=opened.changed)
    for name, tab in zip(NAMES, drawn, strict=True):
        if tab.open:
            with tab:
                _TABS[name](view, dataset, selected)


def _count(view: View, dataset: Dataset) -> None:
    """Beside the names of some tabs, how much each holds.

    By style, and not in the name: a tab is known by its name, and would be another one, no longer open.
    """
    counts = {
        "Disagreements": sum(one.stands for one in disagreements_for(dataset, view)),
        "Not drawn": len(view.not_drawn),
    }
    rules = "".join(
        f".st-key-tab [role=tab]:nth-child({NAMES.index(name) + 1})::after {{ content: '{count:d}'; }}"
        for name, count in counts.items()
        if count
    )
    st.html(f"<style>{rules}</style>")


def _timeline(view: View, dataset: Dataset, selected: str) -> None:
    if not view.deployments:
        st.caption(why_empty(view, dataset))
        return
    days = [day for day in days_spoken(dataset) if day <= view.day]
    if not may_fold_ahead(dataset, days):
        st.caption(long_lists.days_to_fold(len(days), len(dataset.deployments)))
        if not st.toggle(long_lists.FOLD, key="fold"):
            return
    with st.spinner(f"Folding {words.counted(len(days), 'day')} …"):
        record = record_for(dataset, view.filters, days)
    timeline.show(view, record, dataset, selected)
    if selected:
        strength.show(view, record, dataset, selected)
    else:
        st.caption("Choose a row to see the strength of its deployment over time.")


def _not_drawn(view: View, dataset: Dataset, _: str) -> None:
    if not view.not_drawn:
        empty = not view.deployments
        st.caption(why_empty(view, dataset) if empty else "Everything in this view is on the map.")
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
        column_config={
            "What": st.column_config.TextColumn(width=90),
            "Id": st.column_config.TextColumn(width=90),
            "Text": st.column_config.TextColumn(width=420),
            "Why it is not on the map": st.column_config.TextColumn(width=520),
        },
    )


_TABS: Mapping[str, Tab] = {
    "Table": table.show,
    "Timeline": _timeline,
    "Nation × host": nation_by_host.show,
    "What changed": what_changed.show,
    "Disagreements": disagreement_list.show,
    "Not drawn": _not_drawn,
}
NAMES = tuple(_TABS)
"""Their names, in the order in which `address.TABS` writes them."""
_OPENED = controls.Choice(
    "opened",
    lambda choices: NAMES[TABS.index(choices.tab)],
    lambda choices, name: replace(choices, tab=TABS[NAMES.index(name)]),
)
