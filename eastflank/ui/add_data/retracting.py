"""Retracting a claim: asks for the reason."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.renewal import told_claims
from eastflank.model import Dataset
from eastflank.ui.add_data import answering, saving, set_aside
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.add_data.saying import say_refused
from eastflank.words.chosen import claims_of_source as words
from eastflank.words.chosen import saving_changes, table_changes


def ask(claim: str) -> None:
    """Begin to retract a claim: the page then asks for the reason."""
    drafts.change(lambda draft: set_aside.retract(draft, claim))


def show(draft: ArticleDraft, dataset: Dataset, kept: Kept) -> None:
    """Draw the claim to be retracted, and the field for the reason."""
    row = dataset.claims_by_id.get(draft.retracting)
    if row is None:
        return
    told = told_claims.told([row.id], dataset)[row.id]
    about = table_changes.claim(told.unit, told.nations, told.where)
    called = told_claims.names([row.id], dataset).get(row.id, row.id)
    stated = table_changes.stated(told.figure, told.day)
    st.html(
        Markup(
            '<h2 class="ef-form-head">{} {}</h2><p>{}: {}</p><p>{}</p>'
            '<blockquote class="ef-form-quote">{}</blockquote>'
        ).format(words.RETRACT, called, about, stated, words.RETRACT_HELP, row.quote or row.citation or "")
    )
    key = f"why-retract#{draft.number}"
    st.text_input(
        saving_changes.REASON, draft.reasons.get(row.id, ""), key=key, help=saving_changes.REASON_HELP,
        on_change=heard(key, draft.reasons.get(row.id, ""), partial(_typed, row.id)),
    )  # fmt: skip
    with st.container():  # always there: the buttons below it must not move in the tree
        say_refused(draft)
    with st.container(horizontal=True):
        st.button(
            f"{words.RETRACT} {called}", type=answering.kind_beside(draft), key="retract-now",
            on_click=lambda: drafts.change(
                lambda now: saving.retract(now, str(drafts.said(key) or ""), kept, answering.given(now))
            ),
        )  # fmt: skip
        st.button(saving_changes.CANCEL, key="retract-not", on_click=_cancel)
    answering.show(
        draft,
        dataset,
        lambda: drafts.change(
            lambda now: saving.retract(now, str(drafts.said(key) or ""), kept, answering.given(now))
        ),
    )


def _typed(claim: str, said: object) -> None:
    drafts.change(lambda draft: replace(draft, reasons={**draft.reasons, claim: str(said)}))


def _cancel() -> None:
    drafts.change(lambda draft: draft.done(""))
