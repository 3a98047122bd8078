"""The switch that shows on the map what changed, the day to compare with, and how both days are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from eastflank.model import Dataset
from eastflank.ui import state
from eastflank.view.address import PAIR
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.words import en as words
from eastflank.words.en import side_by_side

_IN_WORDS = "<style>.st-key-since [data-testid=stDateInput]::after {{ content: '{}'; }}</style>"
"""The day as the rest of the page writes it, over the field until somebody types into it (page.css)."""


def show(dataset: Dataset, tabs: Sequence[str]) -> None:
    """Draw the switch, and beside it, while it is on, the day and the switch for two maps.

    `tabs` are the names of the tabs below the map.
    """
    st.session_state["comparing"] = st.session_state["since"] is not None
    with st.container(horizontal=True, vertical_alignment="center", key="compare"):
        st.toggle(
            "Show changes since",
            key="comparing",
            on_change=_switched,
            args=(dataset,),
            help="On the map: what is new, what was otherwise, and what is gone since another day",
        )
        if st.session_state["since"] is not None:
            st.html(_IN_WORDS.format(words.day(st.session_state["since"])))
            st.date_input(
                "Changes since",
                key="since",
                label_visibility="collapsed",
                width=160,
                format="DD/MM/YYYY",
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
            )
            if st.session_state["since"] > st.session_state["asof"]:
                st.caption("later than the day shown: nothing is compared")
            else:
                st.session_state["paired"] = st.session_state["layout"] == PAIR
                st.toggle(
                    side_by_side.TOGGLE,
                    key="paired",
                    on_change=_laid_out,
                    args=(tabs,),
                    help=side_by_side.TOGGLE_HELP,
                )


def _switched(dataset: Dataset) -> None:
    """Compare with the day before on which somebody spoke, or with none."""
    day = st.session_state["asof"]
    if st.session_state["comparing"]:
        spoken = [one for one in state.days_spoken(dataset) if one < day]
        state.compare_with(spoken[-1] if spoken else day - timedelta(days=1))
    else:
        state.compare_with(None)


def _laid_out(tabs: Sequence[str]) -> None:
    """Show both days as two maps, or what changed on one."""
    state.lay_out(PAIR if st.session_state["paired"] else "", tabs)
