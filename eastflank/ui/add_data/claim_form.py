"""The form of a claim: entered, checked at each change, and saved."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.renewal import told_claims
from eastflank.model import Dataset
from eastflank.ui.add_data import answering, deciding, retracting, saving
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.article import label_of
from eastflank.ui.add_data.claim_fields import Fields
from eastflank.ui.add_data.claim_widgets import place_kept, said
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.entering import caught_up, entered
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.add_data.saying import say_refused
from eastflank.words.chosen import claim_entry as words
from eastflank.words.chosen import saving_changes


def show(dataset: Dataset, kept: Kept, *, has_text: bool = True) -> None:
    """Draw the form of the claim that is being entered, or explain how to begin one.

    `has_text`: the source that is shown has a text, from which to select a passage.
    """
    draft = caught_up(drafts.current())
    if draft is not drafts.current():
        drafts.change(caught_up)
    if draft.retracting:
        retracting.show(draft, dataset, kept)
        return
    if draft.form is None or draft.base is None:
        st.html(
            Markup('<h2 class="ef-form-head">{}</h2><p>{}</p>').format(
                words.NEW_CLAIM, words.PASSAGE_FIRST if has_text else words.NO_PASSAGE
            )
        )
        return
    if draft.theirs is not None:
        deciding.show(draft, dataset)
        return
    _draw(Fields(dataset, kept.schema, draft, draft.form, draft.base), kept)


def says_itself(draft: ArticleDraft) -> bool:
    """Whether what is drawn says beside its own buttons why something was not saved."""
    return not draft.head and bool(draft.retracting or (draft.form and draft.theirs is None))


def _called(claim: str, fields: Fields) -> str:
    """What readers call a claim: that of a table by its unit, place and day, any other by its id."""
    return told_claims.names([claim], fields.dataset).get(claim, claim)


def _draw(fields: Fields, kept: Kept) -> None:
    """Draw the heading, the fields, and the buttons that save them."""
    form = fields.form
    heading = (
        words.editing(_called(form.edits, fields)) if form.edits
        else words.superseding(_called(form.supersedes, fields)) if form.supersedes
        else words.NEW_CLAIM
    )  # fmt: skip
    st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(heading))
    with st.container():  # always there: the fields below it must not move in the tree
        if fields.waits:
            st.html(Markup('<p class="ef-asked">{}</p>').format(words.QUOTE_FIRST))
    with st.container(key="claim-form", gap="xsmall"):
        fields.entries()
        _saving(fields, kept)


def _saving(fields: Fields, kept: Kept) -> None:
    left = [one for one in fields.found if one not in fields.told]
    with place_kept():
        for one in left:
            where = f"{label_of(one.field, fields.dataset)}: " if one.field else ""
            st.html(Markup('<p class="ef-objection">{}{}</p>').format(where, said(one)))
        if not fields.waits and not fields.found:
            st.html(Markup('<p class="ef-fine">{}</p>').format(words.ALL_CHECKED))
        _keeping_marks(fields)
    why = fields.key("reason")
    st.text_input(
        saving_changes.REASON, fields.base.reason, key=why, live=True, help=saving_changes.REASON_HELP,
        on_change=entered(why, lambda now, text: replace(now, reason=text)),
    )  # fmt: skip

    def save() -> None:
        drafts.change(lambda now: saving.save_claim(caught_up(now), kept, answering.given(now)))

    answering.show(fields.draft, fields.dataset, save)
    with st.container():  # always there: the buttons below it must not move in the tree
        if says_itself(fields.draft):
            say_refused(fields.draft)
    with st.container(horizontal=True):
        kind = answering.kind_beside(fields.draft)
        st.button(saving_changes.SAVE, type=kind, key="save-claim", on_click=save)
        st.button(saving_changes.CANCEL, key="cancel-claim", on_click=_cancel)


def _keeping_marks(fields: Fields) -> None:
    key = fields.key("keeps-marks")
    if fields.form.marks:
        st.checkbox(
            words.KEEPS_MARKS, fields.base.keeps_marks, key=key,
            on_change=entered(key, lambda now, text: replace(now, keeps_marks=text == "yes")),
        )  # fmt: skip


def _cancel() -> None:
    drafts.change(lambda draft: draft.done(""))
