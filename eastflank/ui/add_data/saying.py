"""Messages about the last action on the page, or why it failed."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from eastflank.ui.add_data import told
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.view.address import link_of, query_of
from eastflank.view.filters import EVERYTHING
from eastflank.words.chosen import saving_changes as words


def say(draft: ArticleDraft, name: str) -> None:
    """Draw the message about the last action, or why it failed. `name` is as for `say_done`."""
    say_done(draft, name)
    say_refused(draft)


def say_done(draft: ArticleDraft, name: str) -> None:
    """Draw the message about the last action, and the link to the day on which the map shows it.

    `name` is the dataset's in links; empty: the default one.
    """
    with told.in_view(draft.told, draft.number):
        if draft.told:
            st.success(draft.told)
        if draft.told and draft.day:
            way = link_of(query_of(EVERYTHING, draft.day, data=[name] if name else ()))
            st.html(
                Markup('<p><a class="ef-way" href="./{}" target="_self">{}</a></p>').format(
                    way, words.on_the_map(draft.day)
                )
            )


def say_refused(draft: ArticleDraft) -> None:
    """Draw why an action failed; in a long form, beside the button that was pressed."""
    if draft.refused:
        lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in draft.refused)
        st.html(
            Markup('<div class="ef-refused" role="alert"><b>{}</b><ul>{}</ul></div>').format(
                draft.head or words.STILL_WRONG, lines
            )
        )
