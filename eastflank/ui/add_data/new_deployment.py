"""A new deployment that comes with its first claim: its name and its attributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from eastflank.curation.form import NewDeployment
from eastflank.ui.add_data import claim_cells
from eastflank.ui.add_data.claim_widgets import Widgets
from eastflank.ui.add_data.entering import entered
from eastflank.words.chosen import claim_entry as words


def show(widgets: Widgets) -> None:
    """Draw a field for each attribute of the new deployment, two in a row."""
    made = widgets.base.deployment or NewDeployment()
    programmes = list(dict.fromkeys(widgets.dataset.programmes["id"]))
    kinds = {kind: found.one for kind, found in widgets.dataset.theatre.kinds.items()}
    names: Mapping[str, Mapping[str, str]] = {
        "sort": words.SORTS,
        "kind": kinds,
        "echelon": words.ECHELONS,
    }
    options: Mapping[str, tuple[str, ...]] = {
        "sort": widgets.deployments["sort"].enum or (),
        "kind": tuple(kinds),
        "programme": tuple(programmes),
        "echelon": widgets.deployments["echelon"].enum or (),
    }
    for pair in _pairs(NewDeployment._fields):
        for slot, name in zip(st.columns(len(pair), gap="small"), pair, strict=True):
            key = widgets.key(f"new-{name}")
            label, value = words.NEW_DEPLOYMENT_LABELS[name], getattr(made, name)
            put = partial(claim_cells.put_new, name)
            if name not in options:
                slot.text_input(label, value, key=key, live=True, on_change=entered(key, put))
                continue
            listed, called = list(options[name]), names.get(name, {})
            slot.selectbox(
                label, listed, index=listed.index(value) if value in listed else None, key=key,
                placeholder=words.NOT_STATED, format_func=lambda one, called=called: called.get(one, one),
                on_change=entered(key, put),
            )  # fmt: skip


def _pairs(columns: Sequence[str]) -> list[Sequence[str]]:
    return [columns[at : at + 2] for at in range(0, len(columns), 2)]
