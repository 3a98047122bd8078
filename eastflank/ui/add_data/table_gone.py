"""The fourth step asks what it means that rows of an earlier file are no longer in the table."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.intake.tables.renewal import gone_rows
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft
from eastflank.words.chosen import dates_in_words, table_changes


def show(draft: TableDraft, found: Changes) -> None:
    """Ask it, and say what becomes of the claims. Nothing is chosen before."""
    told = {
        gone_rows.ENDED: table_changes.had_left(dates_in_words.day(found.day)),
        gone_rows.KEPT: table_changes.KEEP_GONE,
        gone_rows.RETRACTED: table_changes.RETRACT_GONE if found.gone else table_changes.RETRACT_UNREAD,
    }
    choices = [one for one in gone_rows.CHOICES if found.gone or one != gone_rows.ENDED]
    if gone_rows.is_a_part(found):
        st.html(Markup('<p class="ef-fine">{}</p>').format(table_changes.may_be_a_part(len(found.gone))))
    chosen = draft.gone if draft.gone in choices else None
    key = f"table-gone#{draft.number}"
    st.radio(
        table_changes.WHAT_OF_GONE, choices,
        index=None if chosen is None else choices.index(chosen),
        format_func=lambda one: told[one], key=key, on_change=heard(key, chosen, _take),
    )  # fmt: skip
    said = [table_changes.UNREAD] if found.unread else []
    if chosen:
        own = len(found.gone) + len(found.unread)
        said += table_changes.of_the_gone(len(found.ended), len(found.not_ended), found.retracted, own)
    if found.retracted or found.ended:
        said.append(table_changes.UNDO_TOO)
    if said:
        st.caption(" ".join(said))


def _take(said: object) -> None:
    """Callback: the user chose what the rows that are gone mean."""
    drafts.change(lambda now: replace(now, gone=str(said or "")))
