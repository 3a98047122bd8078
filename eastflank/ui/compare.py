"""The switch for changes on the map, the day to compare with, and the layout of both days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import controls, state
from eastflank.ui.choices import Choices
from eastflank.ui.views import days_spoken
from eastflank.view.address import PAIR
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.words.chosen import filtering, side_by_side
from eastflank.words.chosen import values as words

_IN_WORDS = "<style>.st-key-since [data-testid=stDateInput]::after {{ content: '{}'; }}</style>"
"""The day in the page's format, shown over the field until the user types into it (page.css)."""


def show(dataset: Dataset) -> None:
    """Draw the switch; while it is on, also the day and the switch for two maps."""
    chosen = state.current().choices
    with st.container(horizontal=True, vertical_alignment="center", key="compare"):
        compares = controls.control(_comparing(dataset), bool)
        st.toggle(
            filtering.SHOW_CHANGES,
            value=compares.value,
            key=compares.key,
            on_change=compares.changed,
            help=filtering.SHOW_CHANGES_HELP,
        )
        if chosen.since is None:
            return
        st.html(_IN_WORDS.format(words.day(chosen.since)))
        since = controls.control(_SINCE, _day)
        with st.container(key="since", width="content"):
            st.date_input(
                filtering.CHANGES_SINCE,
                value=since.value,
                key=since.key,
                on_change=since.changed,
                label_visibility="collapsed",
                width=160,
                format="DD/MM/YYYY",
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
            )
        if chosen.since > chosen.asof:
            st.caption(filtering.NOT_COMPARED)
        else:
            paired = controls.control(_PAIRED, bool)
            st.toggle(
                side_by_side.TOGGLE,
                value=paired.value,
                key=paired.key,
                on_change=paired.changed,
                help=side_by_side.TOGGLE_HELP,
            )


def _day(said: object) -> date | None:
    return said if isinstance(said, date) else None


def _comparing(dataset: Dataset) -> controls.ChosenPart[bool]:
    """Switch the comparison on or off; at first it is with the previous day on which a source speaks."""

    def switched(choices: Choices, on: bool) -> Choices:  # noqa: FBT001 - what the switch says
        spoken = [one for one in days_spoken(dataset) if one < choices.asof]
        before = spoken[-1] if spoken else choices.asof - timedelta(days=1)
        return choices.compared_with(before if on else None)

    return controls.ChosenPart("comparing", lambda choices: choices.since is not None, switched)


_SINCE = controls.ChosenPart(
    "since", lambda choices: choices.since, lambda choices, day: replace(choices, since=day)
)
_PAIRED = controls.ChosenPart(
    "paired",
    lambda choices: choices.layout == PAIR,
    lambda choices, on: choices.laid_out(PAIR if on else ""),
)
