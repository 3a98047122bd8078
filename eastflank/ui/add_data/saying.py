"""What was done on the page, or why it was not."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from eastflank.ui.add_data.draft import Draft
from eastflank.words.chosen import saving_changes as words


def say(draft: Draft) -> None:
    """Draw what was done, or why it was not."""
    say_done(draft)
    say_refused(draft)


def say_done(draft: Draft) -> None:
    """Draw what was done."""
    if draft.told:
        st.success(draft.told)


def say_refused(draft: Draft) -> None:
    """Draw why something was not done: where it is a long form, beside the button that was pressed."""
    if draft.refused:
        lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in draft.refused)
        st.html(
            Markup('<div class="ef-refused" role="alert"><b>{}</b><ul>{}</ul></div>').format(
                words.STILL_WRONG, lines
            )
        )
