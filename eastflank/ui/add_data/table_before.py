"""Choices about an earlier file of the table: who made them and when, and a way not to use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from eastflank.intake.tables import choices, told_choices
from eastflank.intake.tables.choices import TableChoice, TableWords
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import leaving
from eastflank.names.countries import CountryNames
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data import table_rows
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import chosen_before as words


def show(draft: TableDraft, brought: UploadedTable, told: Import, names: CountryNames) -> None:
    """Draw the choices that hold for this table too."""
    if not brought.before:
        return
    words_ = reading.words_of(told)
    lines = leaving.lines_of(draft.without) or frozenset()
    found = told_choices.in_force(brought.before, words_, brought.decided, lines)
    if not found:
        return
    with st.expander(words.number(len(found)), expanded=True):
        st.caption(words.ABOUT)
        rows = list(told_choices.told(found, names))
        table_rows.show(words.number(len(found)), words.HEADS, (("", row) for row in rows))
        key = f"table-before-one#{draft.number}"
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                words.NOT_AGAIN, range(len(found)), index=None, key=key, placeholder=words.CHOOSE_ONE,
                format_func=lambda at: words.one_of_them(at + 1, *rows[at][:2]), width=520,
                on_change=heard(key, None, partial(_drop_one, found, words_)),
            )  # fmt: skip
            if len(found) > 1:
                st.button(
                    words.CHOOSE_AGAIN, key=f"table-before-all#{draft.number}",
                    on_click=partial(_drop, tuple(found), words_),
                )  # fmt: skip


def _drop_one(found: Sequence[TableChoice], words_: TableWords, at: object) -> None:
    if isinstance(at, int):
        _drop((found[at],), words_)


def _drop(chosen: Sequence[TableChoice], words_: TableWords) -> None:
    """Callback: ask again what these choices decided."""

    def how(now: TableDraft) -> TableDraft:
        if now.brought is None:
            return now
        old = now.brought
        places, mended = choices.places(chosen), words_.mended(chosen)
        lines = (leaving.lines_of(now.without) or frozenset()) - words_.lines(chosen)
        accepted = set(choices.accepted(chosen))
        brought = replace(
            old,
            places=tuple(one for one in old.places if one[0] not in places),
            mended=tuple(one for one in old.mended if one[0] not in mended),
            accepted=tuple(one for one in old.accepted if one not in accepted),
        )
        return replace(now.reading(brought), without=", ".join(map(str, sorted(lines))))

    drafts.change(how)
