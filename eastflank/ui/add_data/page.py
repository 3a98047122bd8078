"""The page *Add data*: enter, change and retract sources and their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.curation.form import Form, judged_form, new_form
from eastflank.model import Dataset, SourceRow
from eastflank.report.citation import published
from eastflank.ui import data, header, rights
from eastflank.ui.add_data import (
    article,
    articles,
    claim_form,
    claim_list,
    datasets,
    into_view,
    log,
    origin,
    orphaned,
    review,
    set_aside,
    signing_in,
    source_kept,
    table,
    undo_lost,
    unsaved,
)
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import INFERRED
from eastflank.ui.add_data.kept import Kept, today
from eastflank.ui.add_data.saying import say_done, say_refused
from eastflank.view.address import DATA
from eastflank.words.chosen import add_data as words
from eastflank.words.chosen import claim_entry, source_entry, values

_ASKED = "section"
"""The query parameter for the open section."""
_LAST = "add-data-section"
"""The session key for the section that was open last, for who comes back from another page."""
SECTIONS = ARTICLES, TABLE, DATASETS = ("articles", "table", "datasets")
"""The sections, by their names in the address."""
_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def show(dataset: Dataset, names: Sequence[str] = ()) -> None:
    """Draw the page. Users who may not change the record only see how to get the right.

    `names` are the names of the shown datasets in the catalogue; empty: the default one.
    """
    st.html(Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(words.TITLE, dataset.theatre.name))
    if not rights.may_edit():
        st.write(words.NOT_ALLOWED)
        if wrong := rights.wrong():
            st.html(Markup('<p class="ef-objection">{}</p>').format(wrong))
        if not signing_in.show():
            st.write(words.HOW_TO_BE_ALLOWED)
            st.code(words.COMMAND, language=None)
            st.write(words.REOPEN)
        header.show(dataset)
        return
    signing_in.show()
    st.html(f"<style>{_STYLE}</style>")
    section = _section()
    undo_lost.show()
    if section != DATASETS:
        _which(names)
    if section == DATASETS:
        datasets.show()
    elif len(names) > 1:
        st.info(words.ONE_DATASET)
    elif section == TABLE:
        name = names[0] if names else ""
        table.show(dataset, Kept(name).folder, name)
    else:
        _by_hand(dataset, Kept(names[0] if names else ""))
    header.show(dataset)


def _which(names: Sequence[str]) -> None:
    """The dataset that is changed, with a choice if there are several."""
    titles = data.catalogue()
    if len(titles) < 2 or len(names) > 1:  # noqa: PLR2004 - one is no choice
        return
    now = names[0] if names else next(iter(titles))
    key = f"add-dataset-{now}"
    st.selectbox(
        words.DATASET, list(titles), list(titles).index(now), format_func=titles.__getitem__,
        key=key, on_change=_turn_to, args=(key,), width=420,
    )  # fmt: skip


def _turn_to(key: str) -> None:
    st.query_params[DATA] = st.session_state[key]


def _section() -> str:
    """The section that is shown: the one in the address, or the one chosen later."""
    asked = st.query_params.get(_ASKED) or st.session_state.get(_LAST)
    chosen = asked if asked in SECTIONS else ARTICLES
    said = st.segmented_control(
        words.SECTION, SECTIONS, default=chosen, key="add-section", label_visibility="collapsed",
        format_func=words.SECTIONS.__getitem__,
    )  # fmt: skip
    section = said or chosen
    if section != chosen:
        st.query_params[_ASKED] = section
    st.session_state[_LAST] = section
    return section


def _by_hand(dataset: Dataset, kept: Kept) -> None:
    drafts.turn_to(kept.place)
    draft = drafts.current()
    if draft.review is None:  # a review saves itself
        unsaved.keep(kept)
        source_kept.keep(kept)
        draft = drafts.current()
    if draft.adding:
        say_done(draft, kept.name)
        articles.show(dataset, kept)
    else:
        with st.container():  # always there: what is being entered below it must not move
            if draft.review is None:
                orphaned.show(dataset)
        _sources(dataset, kept)
    if drafts.current().review is None:
        log.show(dataset, kept)


def _sources(dataset: Dataset, kept: Kept) -> None:
    draft = drafts.current()
    sources = newest_first(dataset)
    options = [*sources, INFERRED]
    labels = _labels(sources, dataset)
    chosen = draft.source if draft.source in options else options[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = f"source#{draft.number}"
        st.selectbox(
            words.SOURCE, options, index=options.index(chosen), key=key,
            format_func=lambda one: words.INFERRED if one == INFERRED else labels[one],
            on_change=lambda: drafts.change(lambda now: _turned_to(now, str(drafts.said(key)), chosen)),
        )  # fmt: skip
        st.button(source_entry.ADD_A_SOURCE, key="add-source", on_click=partial(articles.begin, kept))
        if (held := sources.get(chosen)) and held.file and draft.review is None:
            review.button(dataset, held, kept)
    if not sources:
        st.write(words.NO_SOURCES)
    if held and draft.review and draft.review.source == chosen:
        review.show(dataset, held, kept)
        return
    left, right = st.columns([1.15, 1], gap="medium")
    source = sources.get(chosen)
    with left, st.container(key="add-article"):
        if coming := draft.form and draft.form.rows.get("sources"):
            _cited(coming.get("title", ""), (coming.get("publisher", ""), coming.get("url", "")))
        elif source is None:
            st.write(words.ABOUT_INFERRED)
            _new(lambda: judged_form(kept.dataset, today()), dataset)
        elif source.file:
            article.show(dataset, source, kept)
            origin.show(dataset, source, kept)
        else:
            where = f"{source.publisher}, {values.when(source.published)}"
            _cited(source.title or "", (where, source.url or "", source.note or ""))
            _new(lambda: new_form(kept.dataset, chosen), dataset)
    with right:
        source_kept.offer(kept)
        unsaved.offer(kept)
        with st.container():  # always there: what is being entered below it must not move
            say_done(draft, kept.name)
            if not claim_form.says_itself(draft):
                say_refused(draft)
        claim_form.show(dataset, kept, has_text=bool(source and source.file))
        into_view.show(drafts.current())
    claim_list.show(dataset, "" if source is None else chosen)


def _cited(title: str, lines: Sequence[str]) -> None:
    """A source without a text: where to read it."""
    st.html(
        Markup('<h2 class="ef-form-head">{}</h2>{}').format(
            title, Markup("").join(Markup("<p>{}</p>").format(line) for line in lines if line)
        )
    )
    st.write(words.ONLY_CITED)


def _new(made: Callable[[], Form], dataset: Dataset) -> None:
    """The button that begins a claim without a passage."""

    def begin(draft: drafts.ArticleDraft) -> drafts.ArticleDraft:
        return set_aside.begin(draft, made(), dataset)

    st.button(claim_entry.NEW_CLAIM, key="new-claim", on_click=lambda: drafts.change(begin))


def _turned_to(draft: drafts.ArticleDraft, source: str, shown: str) -> drafts.ArticleDraft:
    """The draft on another source's text; its form is set aside, or stays if the source is the same."""
    return draft if source == shown else replace(set_aside.leave(draft).done(""), source=source)


def newest_first(dataset: Dataset) -> dict[str, SourceRow]:
    """The sources: those whose text is held, newest first, then the others."""
    newest = sorted(
        dataset.sources_by_id.values(), key=lambda one: (one.published_last or date.max, one.id), reverse=True
    )
    return {one.id: one for one in sorted(newest, key=lambda one: not one.file)}


def _labels(sources: Mapping[str, SourceRow], dataset: Dataset) -> Mapping[str, str]:
    """The label of each source in the list: all different, because the browser identifies them by it."""
    found = {one: _label(row, dataset) for one, row in sources.items()}
    often = Counter(found.values())
    return {one: f"{label} · {one}" if often[label] > 1 else label for one, label in found.items()}


def _label(row: SourceRow, dataset: Dataset) -> str:
    held = "" if row.file else f", {words.CITED_ONLY}"
    return f"{row.publisher}: {row.title} ({published(row, dataset)}{held})"
