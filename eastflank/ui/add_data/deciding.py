"""A claim that two people have changed: both versions, field by field, and a choice for each."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.curation.two_versions import MARKS, Version, VersionDifference, differences, merged
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.article import label_of
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.words.chosen import rival_versions as words
from eastflank.words.chosen import saving_changes

_NAMES = {Version.THEIRS: words.THEIRS, Version.YOURS: words.YOURS}


def show(draft: ArticleDraft, dataset: Dataset) -> None:
    """Draw both versions with a choice for each field; nothing if nobody else has changed the claim."""
    found = _found(draft)
    if draft.theirs is None or draft.form is None:
        return
    with st.container(key="two-versions"):
        st.html(
            Markup('<h2 class="ef-form-head">{}</h2><p>{}</p>').format(
                words.two_versions(draft.form.id), words.HOW_TO_DECIDE
            )
        )
        for one in found:
            _difference(one, draft, dataset)
        with st.container(horizontal=True):
            st.button(
                words.TAKE_CHOSEN, type="primary", key="take-chosen", on_click=lambda: drafts.change(_taken)
            )
            st.button(
                saving_changes.CANCEL,
                key="take-nothing",
                on_click=lambda: drafts.change(lambda now: now.done("")),
            )


def _difference(one: VersionDifference, draft: ArticleDraft, dataset: Dataset) -> None:
    label = words.MARKS_OF_FIELDS if one.field == MARKS else label_of(one.field, dataset)
    st.html(
        Markup(
            '<table class="ef-versions"><caption>{}</caption><tr><th scope="row">{}</th><td>{}</td></tr>'
            '<tr><th scope="row">{}</th><td>{}</td></tr></table>'
        ).format(label, words.THEIRS, one.theirs or "–", words.YOURS, one.yours or "–")
    )
    options = list(Version)
    st.radio(
        words.which_stays(label), options, index=options.index(one.only) if one.only else None,
        format_func=_NAMES.__getitem__, horizontal=True, key=_key(draft, one.field),
        label_visibility="collapsed",
    )  # fmt: skip


def _taken(draft: ArticleDraft) -> ArticleDraft:
    if draft.theirs is None or draft.form is None:
        return draft
    chosen = {}
    for one in _found(draft):
        said = drafts.said(_key(draft, one.field))
        if not isinstance(said, Version):
            return replace(draft, told="", refused=(words.CHOOSE_EACH,))
        chosen[one.field] = said
    form = merged(draft.theirs, draft.form, chosen)
    shown = replace(draft.showing(form), before=draft.theirs, theirs=None)
    return replace(shown, told=words.NOW_SAVE)


def _found(draft: ArticleDraft) -> tuple[VersionDifference, ...]:
    if draft.theirs is None or draft.form is None or draft.before is None:
        return ()
    return differences(draft.before, draft.theirs, draft.form)


def _key(draft: ArticleDraft, field: str) -> str:
    return f"version-{field}#{draft.number}"
