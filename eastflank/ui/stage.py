"""The stage: the map and its slider, a fragment that runs without the page while the day changes."""

from __future__ import annotations

import hashlib
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from eastflank.model import Dataset
from eastflank.render.web_map import base_map, scene_layer
from eastflank.ui import (
    crowd_clicks,
    data,
    scripts,
    side_by_side,
    slider,
    state,
    to_review,
)
from eastflank.ui.assets import FILES, outlines
from eastflank.ui.choices import Choices
from eastflank.ui.folding import turning
from eastflank.ui.interruptions import uninterrupted
from eastflank.ui.map_scripts import map_script
from eastflank.ui.map_title import sentence, titled
from eastflank.ui.messages import sent
from eastflank.ui.views import comparison_for, days_spoken, view_for
from eastflank.view.address import PAIR
from eastflank.view.empty import nothing_drawn, why_empty
from eastflank.view.selection import View
from eastflank.words.chosen import view_on_page

HEIGHT = 600  # page.css makes the iframe as high as the window allows
_HEAD_START = 0.04
"""Seconds of delay after the map is sent. The browser draws in batches: elements that arrive together with
the map (tables, dozens of controls) would be drawn before the map's iframe. `make bench` measured 198 ms from
click to changed marks without the delay, 106 ms with it."""
_CHOSEN, _PASSING = "chosen_on_the_stage", "passing"
"""In the session: whether the whole page must run to show the choice; the day that is only passed,
with the last step Back or Forward."""
_RUN, _STAGED, _DRAWN = "run_of_the_page", "run_of_the_stage", "run_that_was_drawn"
"""In the session: the number of the whole page's last run; of the run to which the stage last belonged; of
the run that was completed, and whether it drew a briefing."""


def begin() -> int:
    """The number of the run of the whole page that starts here."""
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    return int(run)


def answer() -> None:
    """Record that the whole page shows the current choices."""
    st.session_state[_CHOSEN] = False


def end(run: int, *, brief: bool) -> None:
    """Record that a run of the whole page was completed; `brief`: it drew a briefing."""
    st.session_state[_DRAWN] = (run, brief)
    st.session_state[_PASSING] = None


@st.fragment
def show(dataset: Dataset, title: DeltaGenerator, run: int) -> None:
    """The map and its slider, a fragment that runs alone while the reader passes from day to day.

    The whole page runs when the reader has chosen something here, when its last run, `run`, was not
    completed, or when the reader has opened or closed a briefing meanwhile.
    """
    alone = st.session_state.get(_STAGED) == run
    st.session_state[_STAGED] = run
    chosen = state.followed().choices
    behind = alone and st.session_state.get(_DRAWN) != (run, chosen.brief)
    if st.session_state.pop(_CHOSEN, False) or behind:
        st.rerun()
    view = view_for(dataset, chosen.filters, chosen.asof)
    compared = comparison_for(dataset, view, chosen.since)
    selected = chosen.deployment if chosen.deployment in view.by_id else ""
    earlier, script = side_by_side.scripts(dataset, view, selected, theme(), compared)
    brief = chosen.brief
    title.html(titled(view, dataset, compared, brief=brief))
    if earlier and compared:
        before, now = side_by_side.places(compared)
        with before:
            draw_map(earlier, dataset, brief=brief, key="map-earlier")
        with now:
            draw_map(script, dataset, brief=brief)
    else:
        draw_map(script, dataset, brief=brief)
    if brief:
        return
    if not passing():
        time.sleep(_HEAD_START)
    if not view.deployments or nothing_drawn(view):
        _say_why_empty(view, dataset)
    turns = turning(dataset, view.filters, days_spoken(dataset))
    # A selection is kept on days without that deployment, so days sent in advance stay valid.
    slider.show(dataset, turns, theme(), _moved, _ahead(dataset, chosen))


def _ahead(dataset: Dataset, chosen: Choices) -> tuple[str, list[slider.Ahead]]:
    """The view's name without its day, and the days of it that the slider asked for."""
    filters, selected, since = chosen.filters, chosen.deployment, chosen.since
    parts = (dataset.version, filters, selected, since, chosen.layout, theme())
    name = hashlib.sha256(repr(parts).encode()).hexdigest()
    days: list[slider.Ahead] = []
    if chosen.layout == PAIR:  # the server draws both maps with their headings
        return name[:16], days
    for day in slider.wanted():
        view = view_for(dataset, filters, day)
        compared = comparison_for(dataset, view, since)
        script = map_script(dataset, view, selected if selected in view.by_id else "", theme(), compared)
        days.append(slider.Ahead(day.isoformat(), *sentence(view, dataset, compared, brief=False), script))
    return name[:16], days


@uninterrupted
def _moved() -> None:
    """Callback: the slider was moved over a day that it only passes, or stopped at a day."""
    if move := slider.moved():
        _go_to(move.day, passing=move.passing)


@uninterrupted
def _go_to(day: date, *, passing: bool = False) -> None:
    st.session_state[_PASSING] = (day, state.followed().went) if passing else None
    st.session_state[_CHOSEN] = not passing
    state.choose(lambda choices: choices.on(day))


def passing() -> bool:
    """Whether the slider only passes the chosen day, and the whole page was not drawn since."""
    page = state.current()
    return bool(st.session_state.get(_PASSING) == (page.choices.asof, page.went))


def theme() -> str:
    """The theme in which the reader's browser shows the page: `light` or `dark`."""
    return st.context.theme.type or "light"


def draw_map(script: str, dataset: Dataset, *, brief: bool, key: str = "map") -> None:
    """Draw a map with `script`; a click on it selects what was clicked."""
    folder = dataset.once(_base_map, state.current().names)
    st_folium(
        base_map(theme(), scripts.MAP, FILES, outlines(folder), dataset.theatre.opening),
        feature_group_to_add=scene_layer(script, brief=brief),
        key=key,
        render=False,  # it was rendered for all runs
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing", "last_object_clicked_count"],
        on_change=partial(_clicked, key),
    )


def _base_map(_: Dataset, names: tuple[str, ...]) -> Path:
    """The folder of its base map, looked up once: where another one comes to be, the dataset is another."""
    return data.base_map(names)


@uninterrupted
def _clicked(key: str) -> None:
    """Callback: a click on a mark or an arc selects its deployment; a click on a crowd opens it."""
    drawing: dict[str, Any] = sent(key, "last_active_drawing") or {}
    deployment = drawing.get("properties", {}).get("id", "")
    if deployment and not crowd_clicks.is_move(deployment):
        st.session_state[_CHOSEN] = True
        state.choose(
            lambda choices: crowd_clicks.opening(deployment, choices) or choices.selecting(deployment)
        )


def _say_why_empty(view: View, dataset: Dataset) -> None:
    """The note over an empty map: why it is empty, and what to do."""
    first = next(iter(days_spoken(dataset)), None)
    with st.container(key="empty"):
        st.info(nothing_drawn(view) or why_empty(view, dataset), icon=":material/search_off:")
        if first is None:
            to_review.show(dataset, state.current().names)
        if first is None or view.day >= first:
            return
        st.button(
            view_on_page.go_to(first),
            key="first",
            on_click=_go_to,
            args=(first,),
            icon=":material/first_page:",
        )
