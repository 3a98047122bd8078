"""The main page: filters, the sentence, the map, the evidence, the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from eastflank.model import Dataset
from eastflank.model.reading_rows import memberships
from eastflank.report.contents import Briefing
from eastflank.ui import (
    briefing_view,
    compare,
    controls,
    dataset_chooser,
    evidence_panel,
    export_menu,
    filter_panel,
    findings_list,
    header,
    printed,
    printer,
    question,
    side_by_side,
    stage,
    state,
    tabs,
)
from eastflank.ui.announcement import announcement_of
from eastflank.ui.briefings import briefing_for
from eastflank.ui.choices import address_of
from eastflank.ui.folding import fold_ahead
from eastflank.ui.map_scripts import empty_map_script
from eastflank.ui.map_title import sentence
from eastflank.ui.views import comparison_for, counts_for, days_spoken, view_for
from eastflank.view.comparison import Comparison
from eastflank.view.request import Request
from eastflank.view.selection import View


def show(dataset: Dataset, asked: Request | None, method: StreamlitPage | None = None) -> None:
    """Draw the main page for the choices made on it and in its address.

    `asked` is the request of an address that can only be read in part: then the page asks the reader.
    `method` is the page with the list of findings, for the link to it.
    """
    # Compute all of this before sending any of it: the browser draws the page for each piece that arrives.
    run = stage.begin()
    if asked:
        _ask(asked, dataset)
        return
    chosen = state.current().choices
    view = view_for(dataset, chosen.filters, chosen.asof)
    selected = _selection(view, dataset)
    compared = comparison_for(dataset, view, chosen.since)
    paired = side_by_side.asked(compared)
    side_by_side.scripts(dataset, view, selected, stage.theme(), compared)
    brief = chosen.brief
    with st.container(key="notices"):  # always drawn: the map would reload if its position changed
        for remark in map(question.as_markdown, state.current().remarks):
            st.info(remark, icon=":material/link:")
        if brief:
            briefing_view.put_on(paired=paired)
        elif method is not None:
            findings_list.link(dataset, method)
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        title = st.empty()
        told = announcement_of(sentence(view, dataset, compared, brief=brief)[0], view, selected)
        header.show(dataset, view.day, says=told, selected=bool(selected), follows=True)
        if not brief:
            export_menu.show(partial(_briefing, dataset, view, compared, selected))
    with st.container(key="stage", horizontal=False):
        left, right = st.columns([2.35, 1], gap="small") if not paired else (st.container(key="pair"), None)
    stage.answer()
    with left:
        stage.show(dataset, title, run)
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
    if not (stage.passing() and state.address_is_new()):  # Back in play: the next request says where to
        state.write_address()
    stage.end(run, brief=brief)
    fold_ahead(dataset, view.filters, days_spoken(dataset))


def _beside_and_below(
    right: DeltaGenerator | None, dataset: Dataset, view: View, compared: Comparison | None, selected: str
) -> None:
    """The evidence at the right of the map, and the tabs below; with two maps the evidence is below too."""
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
    with place, st.container(key="evidence", height=stage.HEIGHT, border=False):
        evidence_panel.show(view, dataset, selected)


def _ask(asked: Request, dataset: Dataset) -> None:
    """Ask the reader what the address means, over an empty map, in the positions of the view's parts."""
    st.container(key="notices")
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        question.title()
        header.show(dataset, follows=True)
    with st.container(key="stage", horizontal=False):
        left, _ = st.columns([2.35, 1], gap="small")
    with left:
        stage.draw_map(empty_map_script(dataset, stage.theme()), dataset, brief=False)
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


def _selection(view: View, dataset: Dataset) -> str:
    """The selected deployment if the view still has it, or what it has become by now.

    A claim in the address selects the deployment that it is about.
    """
    before = state.current().choices
    chosen, claim = before.deployment, before.claim
    if claim and not chosen:
        chosen = next((view.known.shown_in(row) for row in view.claims if row.id == claim), "")
    became = dataset.once(_became).get(chosen, ())
    selected = next((one for one in (chosen, *became) if one in view.by_id), "")
    if selected != before.deployment:
        state.choose(lambda choices: choices.selecting(selected, claim if selected else ""), by_reader=False)
    return selected


def _became(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """What each deployment has become by now, by its id."""
    found: dict[str, list[str]] = {}
    for row in memberships(dataset.memberships):
        if row.relation == "became":
            found.setdefault(row.member, []).append(row.whole)
    return found
