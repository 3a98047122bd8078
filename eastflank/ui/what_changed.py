"""The tab of what changed: sentences or a table, each part one click from its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from eastflank.model import Dataset
from eastflank.report.evidence import said_when
from eastflank.ui import scripts, state, table
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.messages import sent
from eastflank.ui.views import comparison_for
from eastflank.view.changes import Change
from eastflank.view.comparison import SIGNS, Comparison, form_of
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import tables

_FOLDER = Path(__file__).parent
_KEY = "changes"
_FORM = "changes-form"
_AS = (tables.SENTENCES, tables.AS_TABLE)
_ROWS = 14
"""How many rows of the table are visible; more scroll."""

_sentences = st.components.v2.component(
    "eastflank_changes",
    html='<ul class="changes"></ul>',
    css=(_FOLDER / "what_changed.css").read_text(encoding="utf-8"),
    js=scripts.importing("what_changed"),
)


def show(view: View, dataset: Dataset, selected: str) -> None:
    """Draw what changed in the view since the day compared with; a click selects a deployment, or a claim."""
    since = state.current().choices.since
    compared = comparison_for(dataset, view, since)
    if compared is None:
        st.caption(_why_nothing(view, since))
        return
    found = [change for changes in compared.changes.values() for change in changes]
    if not found:
        st.caption(tables.nothing_changed(compared.since, view.day))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(tables.changes(len(found), len(compared.changes), compared.since, view.day))
        st.session_state.setdefault(_FORM, _AS[0])
        st.segmented_control(tables.SHOWN_AS, _AS, key=_FORM, required=True, label_visibility="collapsed")
    if st.session_state[_FORM] == _AS[0]:
        _sentences(key=_KEY, data=data_of(found, compared, dataset, selected), on_picked_change=_picked)
    else:
        order = [change.deployment for change in found]
        ticked = table.selection("changes-table", order, selected)
        st.dataframe(
            table_of(found),
            hide_index=True,
            key=ticked.key,
            on_select=ticked.changed,
            selection_mode="single-row",
            selection_default=table.ticked(ticked.value),
            height=38 + 35 * min(len(found), _ROWS),
        )


def data_of(found: Sequence[Change], compared: Comparison, dataset: Dataset, selected: str) -> dict[str, Any]:
    """The changes as texts for `what_changed.js`."""
    names = names_by_code(dataset)
    named = {claim for change in found for claim in change.claims}
    said = {
        row.id: f"{names[row.source]}, {said_when(row, dataset)}" if row.source else ""
        for row in compared.view.known.claims
        if row.id in named
    }
    return {
        "changes": [
            {
                "deployment": change.deployment,
                "selected": change.deployment == selected,
                "name": change.name,
                "before": change.sentence.partition(change.name)[0],
                "rest": change.sentence.partition(change.name)[2],
                "form": form_of(change),
                "sign": SIGNS[form_of(change)],
                "label": tables.show_evidence(change.name),
                "claims": [
                    {"id": claim, "label": tables.show_claim(claim, said.get(claim, ""))}
                    for claim in change.claims
                ],
            }
            for change in found
        ]
    }


def table_of(found: Sequence[Change]) -> pd.DataFrame:
    """One row for each change, with what was known before and after, in words."""
    return pd.DataFrame(
        {
            tables.DEPLOYMENT: [change.name for change in found],
            tables.WHAT: [tables.KINDS.get(change.kind, change.kind) for change in found],
            tables.BEFORE: [change.before for change in found],
            tables.AFTER: [change.after for change in found],
            tables.CLAIMS: [", ".join(change.claims) for change in found],
        }
    )


def _why_nothing(view: View, since: date | None) -> str:
    if since is None:
        return tables.SWITCH_ON_CHANGES
    return tables.comes_after(since, view.day)


@uninterrupted
def _picked() -> None:
    if picked := sent(_KEY, "picked"):
        state.choose(lambda choices: choices.selecting(picked["deployment"], picked["claim"]))
