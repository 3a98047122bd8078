"""Asks for the reasons for findings that need a judgement, before a change is saved with these answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st
from markupsafe import Markup

from eastflank.curation.answers import About, about, is_judged
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import findings_told
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.words.chosen import saving_changes as words


def show(draft: ArticleDraft, dataset: Dataset, save: Callable[[], None]) -> None:
    """Draw the questions, with a field for each reason, and the button that calls `save`."""
    if not draft.asked:
        return
    with st.container(key="answers"):
        st.html(
            Markup('<div class="ef-asked" role="alert"><b>{}</b><p>{}</p></div>').format(
                words.ONLY_JUDGEMENT, words.HOW_TO_ANSWER
            )
        )
        for number, finding in enumerate(draft.asked):
            st.html(
                Markup('<p class="ef-objection">{}: {}</p>').format(
                    findings_told.place(finding, [dataset]), findings_told.in_words(finding)
                )
            )
            if is_judged(finding):
                st.text_area(words.WHY_IT_STANDS, key=_key(draft, number), height=80)
            else:
                st.caption(words.answer_goes(finding.key))
        st.button(words.SAVE_WITH_ANSWERS, type="primary", key="save-answered", on_click=save)


def kind_beside(draft: ArticleDraft) -> Literal["primary", "secondary"]:
    """The style of the button that saves without answers: secondary if answers are needed."""
    return "secondary" if draft.asked else "primary"


def given(draft: ArticleDraft) -> Mapping[About, str]:
    """The reasons entered so far."""
    return {
        about(finding): str(drafts.said(_key(draft, number)) or "")
        for number, finding in enumerate(draft.asked)
    }


def _key(draft: ArticleDraft, number: int) -> str:
    return f"answer-{number}#{draft.number}"
