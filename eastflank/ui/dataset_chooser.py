"""The choice of datasets: a field over the filters, if there is more than one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from eastflank.store.broken import BrokenData
from eastflank.ui import controls, question, state
from eastflank.ui.choices import Choices
from eastflank.ui.data import catalogue
from eastflank.view.address import DATA
from eastflank.view.request import MOST_DATASETS
from eastflank.words.chosen import datasets as words


def show() -> None:
    """Draw the field; nothing if there is only one dataset."""
    titles = state.current().titles
    if len(titles) < 2:  # noqa: PLR2004 - one is no choice
        return
    usual = next(iter(titles))
    drawn = controls.control(
        controls.ChosenPart(
            DATA,
            lambda choices: choices.data or (usual,),
            lambda choices, names: _showing(choices, names, titles),
        ),
        _as_tuple,
    )
    with st.container(key=DATA):
        st.multiselect(
            words.CHOOSER, list(titles), default=[one for one in drawn.value if one in titles],
            key=drawn.key, on_change=drawn.changed, format_func=lambda name: titles.get(name, name),
            max_selections=MOST_DATASETS, placeholder=words.ONE_OF_THEM, help=words.CHOOSER_HELP,
        )  # fmt: skip


def instead() -> None:
    """Buttons for the other datasets, if a dataset cannot be read."""
    try:
        titles = catalogue()
    except BrokenData:
        return
    if len(titles) < 2:  # noqa: PLR2004 - there is no other one
        return
    st.write(words.INSTEAD)
    for name, title in titles.items():
        st.button(
            question.as_markdown(words.show_it(title)),
            key=f"instead-{name}",
            on_click=_open,
            args=(name,),
        )


def _open(name: str) -> None:
    """Show a dataset instead of one that cannot be read."""
    if state.made():
        state.choose(lambda choices: _showing(choices, (name,), catalogue()))
    st.query_params[DATA] = name


def _showing(choices: Choices, names: tuple[str, ...], titles: Mapping[str, str]) -> Choices:
    """The choices with these datasets; the default one is not named."""
    return replace(choices, data=() if names == tuple(titles)[:1] else names)


def _as_tuple(values: Any) -> tuple[str, ...]:  # noqa: ANN401 - as the widget has them
    return tuple(values)
