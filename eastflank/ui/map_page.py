"""The main page: filters, the sentence, the map, the evidence, the table."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit_folium import st_folium

from eastflank import words
from eastflank.changes import title_since
from eastflank.comparison import Comparison
from eastflank.model import Dataset
from eastflank.render.web_map import BaseMap, scene_layer
from eastflank.totals import brief
from eastflank.ui import compare, evidence_panel, filter_panel, state, tabs
from eastflank.ui.assets import FILES, OUTLINES
from eastflank.ui.data import comparison_for, counts_for, map_script, view_for
from eastflank.view import View, newest_day

_HEIGHT = 600  # page.css makes the frame as high as the window allows
_HEAD_START = 0.04
"""Seconds for which the map has the browser to itself: it draws in batches, and what reaches it together
with the map (tables, dozens of controls) is drawn before the map's frame gets its turn. `make bench`
measured 198 ms from click to changed marks without, 106 ms with it."""


def show(dataset: Dataset) -> None:
    """Draw the main page for the choices made on it and in its address."""
    # All of this before any of it is sent: for what comes in pieces the browser draws the page each time.
    state.read_address(dataset, tabs.NAMES)
    view = view_for(dataset, state.chosen_filters(dataset), st.session_state["asof"])
    selected = _selection(view, dataset)
    theme = st.context.theme.type or "light"
    compared = comparison_for(dataset, view, st.session_state["since"])
    script = map_script(dataset, view, selected, theme, compared)
    with st.container(key="notices"):  # always there: the map would be loaded anew if it moved down
        for problem in state.problems():
            st.warning(problem, icon=":material/link_off:")
    st.html(_title(view, compared))
    with st.container(key="stage", horizontal=False):
        left, right = st.columns([2.35, 1], gap="small")
    with left:
        _map(script, theme)
        time.sleep(_HEAD_START)
        if view.deployments.empty:
            st.info(_why_empty(view, dataset), icon=":material/search_off:")
        _dates(dataset)
        compare.show(dataset)
    with st.sidebar:
        filter_panel.show(dataset, counts_for(dataset, view))
    with right, st.container(key="evidence", height=_HEIGHT, border=False):
        evidence_panel.show(view, dataset, selected)
    tabs.show(view, dataset, selected)
    state.write_address(dataset)


def _selection(view: View, dataset: Dataset) -> str:
    """The selected deployment, if the view still holds it; what it has become by now, if that.

    A claim in the address selects the deployment it is about.
    """
    chosen = st.session_state.get("deployment", "")
    claim = st.session_state.get("claim", "")
    if claim and not chosen:
        owner = view.claims.loc[view.claims["id"] == claim, "shown_in"].dropna()
        chosen = "" if owner.empty else str(owner.iloc[0])
    became = dataset.deployments.loc[dataset.deployments["id"] == chosen, "became"]
    selected = next((one for one in (chosen, *became) if one in view.deployments.index), "")
    if selected != st.session_state.get("deployment", ""):
        state.select(selected, claim if selected else "")
    return str(selected)


def _title(view: View, compared: Comparison | None) -> Markup:
    rest = brief(view.totals) if len(view.deployments) else "Take back a filter, or choose a later day"
    title = title_since(view.title, compared.since) if compared else view.title
    return Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(title, rest)


def _map(script: str, theme: str) -> None:
    st_folium(
        BaseMap(theme, FILES, OUTLINES),
        feature_group_to_add=scene_layer(script),
        key="map",
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing", "last_object_clicked_count"],
        on_change=_clicked,
    )


def _clicked() -> None:
    """A mark or an arc was clicked: its deployment becomes the selected one."""
    drawing: dict[str, Any] = (st.session_state.get("map") or {}).get("last_active_drawing") or {}
    deployment = drawing.get("properties", {}).get("id", "")
    if deployment:
        state.select(deployment)


def _why_empty(view: View, dataset: Dataset) -> str:
    first = dataset.claims["known_on"].min().date()
    if view.day < first:
        return f"Nothing had been said by {words.day(view.day)}: the first claim is of {words.day(first)}."
    return (
        f"No deployment fits on {words.day(view.day)}; "
        f"{words.counted(len(view.known.deployments), 'deployment')} would without these filters. "
        "Reset them beside the map, or choose another day."
    )


def _dates(dataset: Dataset) -> None:
    """The as-of date, and a step to the day before or after on which somebody spoke."""
    days = state.days_spoken(dataset)
    first, last = state.days(dataset)
    with st.container(horizontal=True, vertical_alignment="center", key="dates"):
        st.button(
            "Earlier",
            icon=":material/chevron_left:",
            on_click=_step,
            args=(days, -1),
            key="earlier",
            help="The day before on which a source speaks",
        )
        st.markdown("As known on")
        st.date_input(
            "As known on",
            key="asof",
            label_visibility="collapsed",
            width=150,
            format="YYYY-MM-DD",
            min_value=first,
            max_value=last,
        )
        st.button(
            "Later",
            icon=":material/chevron_right:",
            icon_position="right",
            on_click=_step,
            args=(days, 1),
            key="later",
            help="The next day on which a source speaks",
        )
        st.button(
            "Newest",
            on_click=_newest,
            args=(dataset,),
            key="newest",
            type="tertiary",
            help="The day of the newest claim",
        )


def _step(days: Sequence[date], direction: int) -> None:
    now = st.session_state["asof"]
    candidates = [day for day in days if (day > now if direction > 0 else day < now)]
    if candidates:
        st.session_state["asof"] = candidates[0] if direction > 0 else candidates[-1]


def _newest(dataset: Dataset) -> None:
    st.session_state["asof"] = newest_day(dataset)
