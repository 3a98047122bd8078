"""The contingents of a claim: which nations sent persons, and how many each."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.curation.form import OF_A_NATION, ContributionCells
from eastflank.ui.add_data import claim_cells
from eastflank.ui.add_data.claim_widgets import Widgets
from eastflank.ui.add_data.entering import entered
from eastflank.words.chosen import claim_entry as words

_BOUNDS = ("troops_low", "troops_high", "hedge", "left")


def show(widgets: Widgets) -> None:
    """Draw the choice of nations, and the fields of each chosen nation."""
    names = {code: nation.name for code, nation in widgets.dataset.nations_by_code.items()}
    key = widgets.key("contributors")
    st.multiselect(
        words.CONTRIBUTORS, sorted(names, key=names.__getitem__), [one.nation for one in widgets.base.sent],
        format_func=names.__getitem__, key=key, placeholder=words.NOT_STATED,
        on_change=entered(key, claim_cells.put_nations),
    )  # fmt: skip
    for one in widgets.form.sent:
        _contingent(widgets, one, names.get(one.nation, one.nation))
    if widgets.form.sent:
        widgets.choice("contributors_complete", ("yes",), {"yes": "yes"})


def _contingent(widgets: Widgets, one: ContributionCells, name: str) -> None:
    first = next(
        (before for before in widgets.base.sent if before.nation == one.nation), ContributionCells(one.nation)
    )
    st.html(Markup('<p class="ef-form-part">{}</p>').format(name))
    for slot, bound in zip(st.columns(len(_BOUNDS), gap="small"), _BOUNDS, strict=True):
        key = widgets.key(f"{OF_A_NATION}{one.nation}.{bound}")
        changed = entered(key, partial(claim_cells.put_sent, one.nation, bound))
        label = words.of_a_contingent(words.LEFT if bound == "left" else words.LABELS[bound], name)
        value = getattr(first, bound)
        if bound == "left":
            slot.checkbox(words.LEFT, value == "yes", key=key, on_change=changed)
        elif bound == "hedge":
            listed = list(widgets.allowed["hedge"].enum or ())
            slot.selectbox(
                label, listed, index=listed.index(value) if value in listed else None, key=key,
                placeholder=words.NOT_STATED, on_change=changed,
            )  # fmt: skip
        else:
            slot.text_input(label, value, key=key, live=True, on_change=changed)
    widgets.objections(f"{OF_A_NATION}{one.nation}")
