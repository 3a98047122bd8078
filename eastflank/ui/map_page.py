"""The main page: filters, the sentence, the map, the evidence, the table."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage
from streamlit_folium import st_folium

from eastflank.model import Box, Dataset
from eastflank.render.web_map import BaseMap, scene_layer
from eastflank.report.contents import Briefing
from eastflank.report.totals_in_words import brief as in_brief
from eastflank.ui import (
    briefing_view,
    compare,
    controls,
    crowd_clicks,
    dataset_chooser,
    evidence_panel,
    export_menu,
    filter_panel,
    findings_list,
    header,
    printed,
    printer,
    question,
    scripts,
    side_by_side,
    slider,
    state,
    tabs,
)
from eastflank.ui.announcement import announcement
from eastflank.ui.assets import FILES, outlines
from eastflank.ui.briefings import briefing_for
from eastflank.ui.choices import Choices, address_of
from eastflank.ui.data import base_map
from eastflank.ui.folding import fold_ahead, turning
from eastflank.ui.map_scripts import empty_map_script, map_script
from eastflank.ui.views import comparison_for, counts_for, days_spoken, view_for
from eastflank.view.address import PAIR
from eastflank.view.comparison import Comparison
from eastflank.view.empty import nothing_drawn, why_empty
from eastflank.view.request import Request
from eastflank.view.selection import View
from eastflank.words.chosen import values as words
from eastflank.words.chosen import view_on_page, view_titles

_HEIGHT = 600  # page.css makes the frame as high as the window allows
_HEAD_START = 0.04
"""Seconds for which the map has the browser to itself: it draws in batches, and what reaches it together
with the map (tables, dozens of controls) is drawn before the map's frame gets its turn. `make bench`
measured 198 ms from click to changed marks without, 106 ms with it."""
_CHOSEN, _PASSING = "chosen_on_the_stage", "passing"
"""In the session: whether the whole page must show what was chosen; whether the day is only passed."""
_RUN, _STAGED, _DRAWN = "run_of_the_page", "run_of_the_stage", "run_that_was_drawn"
"""In the session: the number of the whole page's last run; that of the run the stage last belonged to; that
of the run that came to its end, and whether it drew a briefing."""


def show(dataset: Dataset, asked: Request | None, method: StreamlitPage | None = None) -> None:
    """Draw the main page for the choices made on it and in its address.

    `asked` is what an address asks for that cannot be read whole: then the page asks. `method` is the page
    that lists the findings in the data, for the link to it.
    """
    # All of this before any of it is sent: for what comes in pieces the browser draws the page each time.
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    if asked:
        _ask(asked, dataset)
        return
    chosen = state.current().choices
    view = view_for(dataset, chosen.filters, chosen.asof)
    selected = _selection(view, dataset)
    compared = comparison_for(dataset, view, chosen.since)
    paired = side_by_side.asked(compared)
    side_by_side.scripts(dataset, view, selected, _theme(), compared)
    brief = chosen.brief
    with st.container(key="notices"):  # always there: the map would be loaded anew if it moved down
        for remark in map(question.as_markdown, state.current().remarks):
            st.info(remark, icon=":material/link:")
        if brief:
            briefing_view.put_on(paired=paired)
        elif method is not None:
            findings_list.link(dataset, method)
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        title = st.empty()
        told = announcement(_sentence(view, compared, brief=brief)[0], view, selected)
        header.show(dataset, view.day, says=told, selected=bool(selected), follows=True)
        if not brief:
            export_menu.show(partial(_briefing, dataset, view, compared, selected))
    with st.container(key="stage", horizontal=False):
        left, right = st.columns([2.35, 1], gap="small") if not paired else (st.container(key="pair"), None)
    st.session_state[_CHOSEN] = st.session_state[_PASSING] = False
    with left:
        _stage(dataset, title, run)
        printed.table(view, dataset)
    if brief:
        tabs.leave()
        with right or st.container():
            briefing_view.show(_briefing(dataset, view, compared, selected))
            printed.evidence(view, dataset)
    else:
        with st.sidebar:
            dataset_chooser.show()
            filter_panel.show(dataset, counts_for(dataset, view))
        _beside_and_below(right, dataset, view, compared, selected)
    printed.sources(view, dataset)
    if st.session_state.pop(header.PRINTING, False):
        printer.show(_briefing(dataset, view, compared, selected))
    if controls.caught_up():
        st.rerun()
    state.write_address()
    st.session_state[_DRAWN] = (run, brief)
    fold_ahead(dataset, view.filters, days_spoken(dataset))


def _beside_and_below(
    right: DeltaGenerator | None, dataset: Dataset, view: View, compared: Comparison | None, selected: str
) -> None:
    """The evidence at the right of the map, and the tabs below; of two maps the evidence is below, too."""
    if right is not None or compared is None:
        if right is not None:
            _evidence(right, view, dataset, selected)
        compare.show(dataset)
        tabs.show(view, dataset, selected)
        return
    compare.show(dataset)
    below, right = st.columns([2.35, 1], gap="small")
    with below:
        side_by_side.show_totals(dataset, compared)
        tabs.show(view, dataset, selected)
    _evidence(right, view, dataset, selected)


def _evidence(place: DeltaGenerator, view: View, dataset: Dataset, selected: str) -> None:
    with place, st.container(key="evidence", height=_HEIGHT, border=False):
        evidence_panel.show(view, dataset, selected)


def _ask(asked: Request, dataset: Dataset) -> None:
    """Ask the reader what the address means, over an empty map: in the places of the view's own parts."""
    st.container(key="notices")
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        question.title()
        header.show(dataset, follows=True)
    with st.container(key="stage", horizontal=False):
        left, _ = st.columns([2.35, 1], gap="small")
    with left:
        _map(
            empty_map_script(dataset, _theme()),
            _theme(),
            dataset.theatre.opening,
            brief=False,
        )
        question.show(asked, dataset)


def _briefing(dataset: Dataset, view: View, compared: Comparison | None, selected: str) -> Briefing:
    chosen = state.current().choices
    return briefing_for(
        dataset,
        view,
        compared,
        selected,
        query=address_of(replace(chosen, brief=False), dataset),
        marking=chosen.marking,
        side_by_side=side_by_side.asked(compared),
    )


@st.fragment
def _stage(dataset: Dataset, title: DeltaGenerator, run: int) -> None:
    """The map and its slider: what runs alone while the reader passes from day to day.

    Once the reader has chosen something here, the whole page runs; so it does when its last run, `run`,
    did not come to its end, or the reader has meanwhile asked for a briefing, or left it.
    """
    alone = st.session_state.get(_STAGED) == run
    st.session_state[_STAGED] = run
    chosen = state.current().choices
    behind = alone and st.session_state.get(_DRAWN) != (run, chosen.brief)
    if st.session_state.pop(_CHOSEN, False) or behind:
        st.rerun()
    view = view_for(dataset, chosen.filters, chosen.asof)
    compared = comparison_for(dataset, view, chosen.since)
    selected = chosen.deployment if chosen.deployment in view.by_id else ""
    earlier, script = side_by_side.scripts(dataset, view, selected, _theme(), compared)
    brief = chosen.brief
    title.html(_title(view, compared, brief=brief))
    opening = dataset.theatre.opening
    if earlier and compared:
        before, now = side_by_side.places(compared)
        with before:
            _map(earlier, _theme(), opening, brief=brief, key="map-earlier")
        with now:
            _map(script, _theme(), opening, brief=brief)
    else:
        _map(script, _theme(), opening, brief=brief)
    if brief:
        return
    if not st.session_state.get(_PASSING):
        time.sleep(_HEAD_START)
    if not view.deployments or nothing_drawn(view):
        _say_why_empty(view, dataset)
    turns = turning(dataset, view.filters, days_spoken(dataset))
    # What was chosen stays so on days that do not know it: those sent ahead hold on.
    slider.show(dataset, turns, _theme(), _moved, _ahead(dataset, chosen))


def _ahead(dataset: Dataset, chosen: Choices) -> tuple[str, list[slider.Ahead]]:
    """The view's name but for its day, and those of its days that the slider asked for."""
    filters, selected, since = chosen.filters, chosen.deployment, chosen.since
    parts = (dataset.version, filters, selected, since, chosen.layout, _theme())
    name = hashlib.sha256(repr(parts).encode()).hexdigest()
    days: list[slider.Ahead] = []
    if chosen.layout == PAIR:  # the server draws both maps with what stands over them
        return name[:16], days
    for day in slider.wanted():
        view = view_for(dataset, filters, day)
        compared = comparison_for(dataset, view, since)
        script = map_script(dataset, view, selected if selected in view.by_id else "", _theme(), compared)
        days.append(slider.Ahead(day.isoformat(), *_sentence(view, compared, brief=False), script))
    return name[:16], days


@state.whole
def _moved() -> None:
    """The slider was moved: over a day that it only passes, or to one at which it came to rest."""
    move = slider.moved()
    _go_to(move.day, passing=move.passing)


@state.whole
def _go_to(day: date, *, passing: bool = False) -> None:
    st.session_state[_PASSING] = passing
    st.session_state[_CHOSEN] = not passing
    state.choose(lambda choices: choices.on(day))


def _theme() -> str:
    return st.context.theme.type or "light"


def _selection(view: View, dataset: Dataset) -> str:
    """The selected deployment, if the view still holds it; what it has become by now, if that.

    A claim in the address selects the deployment it is about.
    """
    before = state.current().choices
    chosen, claim = before.deployment, before.claim
    if claim and not chosen:
        chosen = next((view.known.shown_in(row) for row in view.claims if row.id == claim), "")
    members = dataset.memberships
    became = members.loc[(members["member"] == chosen) & (members["relation"] == "became"), "whole"]
    selected = next((one for one in (chosen, *became) if one in view.by_id), "")
    if selected != before.deployment:
        state.choose(lambda choices: choices.selecting(selected, claim if selected else ""), by_reader=False)
    return str(selected)


def _sentence(view: View, compared: Comparison | None, *, brief: bool) -> tuple[str, str]:
    """The sentence over the map, and what stands small beside it."""
    what_to_do = view_on_page.NOTHING_FITS if brief else view_on_page.TAKE_BACK
    said = [*view.notes, in_brief(view)] if view.deployments else [what_to_do, *view.notes]
    rest = " · ".join(words.capitalised(text) for text in said if text)
    return view_titles.changes_since(view.title, compared.since) if compared else view.title, rest


def _title(view: View, compared: Comparison | None, *, brief: bool) -> Markup:
    sentence = _sentence(view, compared, brief=brief)
    return Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(*sentence)


def _map(script: str, theme: str, opening: Box, *, brief: bool, key: str = "map") -> None:
    st_folium(
        BaseMap(theme, scripts.MAP, FILES, outlines(base_map(state.current().names)), opening),
        feature_group_to_add=scene_layer(script, brief=brief),
        key=key,
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing", "last_object_clicked_count"],
        on_change=partial(_clicked, key),
    )


@state.whole
def _clicked(key: str) -> None:
    """A mark or an arc was clicked: its deployment becomes the selected one; a crowd is opened."""
    drawing: dict[str, Any] = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    deployment = drawing.get("properties", {}).get("id", "")
    if deployment and not crowd_clicks.is_move(deployment):
        st.session_state[_CHOSEN] = True
        state.choose(
            lambda choices: crowd_clicks.opening(deployment, choices) or choices.selecting(deployment)
        )


def _say_why_empty(view: View, dataset: Dataset) -> None:
    """Over the empty map: why it is empty, and what to do."""
    first = days_spoken(dataset)[0]
    with st.container(key="empty"):
        st.info(nothing_drawn(view) or why_empty(view, dataset), icon=":material/search_off:")
        if view.day >= first:
            return
        st.button(
            view_on_page.go_to(first),
            key="first",
            on_click=_go_to,
            args=(first,),
            icon=":material/first_page:",
        )
