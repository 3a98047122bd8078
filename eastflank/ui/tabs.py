"""Below the map: the same view as a table, over time, nation by host, as changes, and what is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.ui import (
    controls,
    disagreement_list,
    long_html,
    nation_by_host,
    strength,
    table,
    timeline,
    what_changed,
)
from eastflank.ui.folding import may_fold_ahead
from eastflank.ui.views import days_spoken, disagreements_that_stand, record_for
from eastflank.view.address import TABS
from eastflank.view.empty import why_empty
from eastflank.view.selection import View
from eastflank.words.chosen import long_lists, tables, terms
from eastflank.words.chosen import values as words

Tab = Callable[[View, Dataset, str], None]


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw the tabs; only the open one is computed."""
    long_html.show(_HEADING + _counts(view, dataset))
    opened = controls.control(_OPENED, str)
    with st.container(key="tab"):
        # A changed default would open that tab, even if the reader has clicked a third one.
        drawn = st.tabs(list(NAMES), default=opened.first, key=opened.key, on_change=opened.changed)
    for name, tab in zip(NAMES, drawn, strict=True):
        if tab.open:
            with tab:
                _TABS[name](view, dataset, selected)


def leave() -> None:
    """The tabs are removed from the page; when they come back, they show the choice at that time."""
    controls.renew(_OPENED.name)


_HEADING = Markup('<h2 class="ef-part">{}</h2>').format(tables.HEADING)
_COUNT = Markup(".st-key-tab [role=tab]:nth-child({})::after {{ content: '{}'; }}")
"""A rule with the number of a tab and its count."""


def _counts(view: View, dataset: Dataset) -> Markup:
    """The counts beside the names of some tabs.

    With CSS, not in the name: Streamlit identifies a tab by its name, and a changed name would close it.
    """
    counts = {
        tables.DISAGREEMENTS: len(disagreements_that_stand(dataset, view)),
        tables.NOT_DRAWN: len(view.not_drawn),
    }
    rules = Markup("").join(
        _COUNT.format(NAMES.index(name) + 1, count) for name, count in counts.items() if count
    )
    return Markup("<style>{}</style>").format(rules)


def _timeline(view: View, dataset: Dataset, selected: str) -> None:
    if not view.deployments:
        st.caption(why_empty(view, dataset))
        return
    days = [day for day in days_spoken(dataset) if day <= view.day]
    if not may_fold_ahead(dataset, days):
        st.caption(long_lists.days_to_fold(len(days), len(dataset.deployments)))
        if not st.toggle(long_lists.FOLD, key="fold"):
            return
    with st.spinner(tables.working_out(len(days))):
        record = record_for(dataset, view.filters, days)
    timeline.show(view, record, dataset, selected)
    if selected:
        strength.show(view, record, dataset, selected)
    else:
        st.caption(tables.CHOOSE_A_ROW)


def _not_drawn(view: View, dataset: Dataset, _: str) -> None:
    if not view.not_drawn:
        empty = not view.deployments
        st.caption(why_empty(view, dataset) if empty else tables.ALL_DRAWN)
        return
    st.dataframe(
        pd.DataFrame(
            {
                tables.WHAT: [words.capitalised(terms.NOT_DRAWN[item.kind]) for item in view.not_drawn],
                tables.ID: [item.id for item in view.not_drawn],
                tables.TEXT: [item.label for item in view.not_drawn],
                tables.WHY_NOT_DRAWN: [item.reason for item in view.not_drawn],
            }
        ),
        hide_index=True,
        column_config={
            tables.WHAT: st.column_config.TextColumn(width=90),
            tables.ID: st.column_config.TextColumn(width=90),
            tables.TEXT: st.column_config.TextColumn(width=420),
            tables.WHY_NOT_DRAWN: st.column_config.TextColumn(width=520),
        },
    )


_TABS: Mapping[str, Tab] = {
    tables.TABLE: table.show,
    tables.TIMELINE: _timeline,
    tables.MATRIX: nation_by_host.show,
    tables.CHANGED: what_changed.show,
    tables.DISAGREEMENTS: disagreement_list.show,
    tables.NOT_DRAWN: _not_drawn,
}
NAMES = tuple(_TABS)
"""Their names, in the order in which `address.TABS` writes them."""
_OPENED = controls.ChosenPart(
    "opened",
    lambda choices: NAMES[TABS.index(choices.tab)],
    lambda choices, name: replace(choices, tab=TABS[NAMES.index(name)]),
)
