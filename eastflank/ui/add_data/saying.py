"""What was done on the page, or why it was not."""

from __future__ import annotations

import re

import streamlit as st
from markupsafe import Markup

from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.view.address import link_of, query_of
from eastflank.view.filters import EVERYTHING
from eastflank.words.chosen import saving_changes as words

_SEEN = "add-data-seen"
"""In the session: what was last said over the page, so that it is said once."""
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
"""The characters that can mean something in Markdown: all of them may stand behind a backslash."""


def say(draft: ArticleDraft, name: str) -> None:
    """Draw what was done, or why it was not. `name` is as for `say_done`."""
    say_done(draft, name)
    say_refused(draft)


def say_done(draft: ArticleDraft, name: str) -> None:
    """Draw what was done, and the way to the day on which the map shows it.

    `name` is the dataset's in links; empty: it is the usual one.
    """
    say_at_once(draft.told, draft.number)
    if draft.told:
        st.success(draft.told)
    if draft.told and draft.day:
        way = link_of(query_of(EVERYTHING, draft.day, data=[name] if name else ()))
        st.html(
            Markup('<p><a class="ef-way" href="./{}" target="_self">{}</a></p>').format(
                way, words.on_the_map(draft.day)
            )
        )


def say_at_once(told: str, number: int) -> None:
    """Say it over the page too, wherever the reader has scrolled to: once. Empty: nothing was done.

    `number` tells it from the same words that were said before.
    """
    if told and st.session_state.get(_SEEN) != (told, number):
        st.toast(_MARKDOWN.sub(r"\\\1", " ".join(told.split())), duration="long")
    st.session_state[_SEEN] = (told, number)


def say_refused(draft: ArticleDraft) -> None:
    """Draw why something was not done: where it is a long form, beside the button that was pressed."""
    if draft.refused:
        lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in draft.refused)
        st.html(
            Markup('<div class="ef-refused" role="alert"><b>{}</b><ul>{}</ul></div>').format(
                draft.head or words.STILL_WRONG, lines
            )
        )
