"""The claims that a user left unsaved: stored on this machine, so that they outlive a reload, and offered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from eastflank.curation import kept_form
from eastflank.curation.kept_form import KeptForm
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import kept_files, set_aside
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import saving_changes as words

_LAST = "add-data-kept"
"""Prefix of the session key for the last stored text of each dataset; the dataset's location follows."""
_QUOTED = 60
"""How many characters of a quote are shown."""


def keep(kept: Kept) -> None:
    """Store the forms that are not saved if they have changed; a new session takes up the stored ones."""
    kept_as = _last_of(kept)
    last = st.session_state.get(kept_as)
    if last is None:
        last = _stored(kept)
        found = kept_form.all_read(last)
        drafts.change(lambda now: replace(now, aside=(*now.aside, *found)))
        st.session_state[kept_as] = last
    text = kept_form.all_written(set_aside.unsaved(drafts.current()))
    if text == last:
        return
    file = _file(kept)
    with suppress(OSError, UnicodeDecodeError):  # the disk is full or not writable: the session still has it
        if text:
            kept_files.write(file, text.encode())
        elif file.read_text(encoding="utf-8") == last:  # another window may have stored its own
            file.unlink()
    st.session_state[kept_as] = text


def offer(kept: Kept) -> None:
    """Offer the forms that are set aside. The container is always there, so that nothing below it moves."""
    draft = drafts.current()
    with st.container(gap="xsmall"):
        for at, one in enumerate(draft.aside):
            with st.container(horizontal=True, vertical_alignment="center", key=f"unsaved-{at}"):
                quote = one.form.cell("quote")
                shown = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}…"
                st.caption(words.unsaved(one.form.id, shown))
                own = f"{draft.number}-{at}"
                st.button(words.GO_ON, key=f"unsaved-go-on#{own}", on_click=partial(_go_on, one, kept))
                st.button(words.DISCARD, key=f"unsaved-discard#{own}", on_click=partial(_discard, one))


def _go_on(one: KeptForm, kept: Kept) -> None:
    dataset = kept.dataset
    drafts.change(lambda draft: set_aside.go_on(draft, one, dataset) if one in draft.aside else draft)


def _discard(one: KeptForm) -> None:
    drafts.change(lambda draft: set_aside.forget(draft, one))


def _stored(kept: Kept) -> str:
    """The stored text; empty if there is none."""
    try:
        with _file(kept).open(encoding="utf-8") as stream:
            return stream.read(kept_form.LONGEST + 1)
    except (OSError, UnicodeDecodeError):
        return ""


def _last_of(kept: Kept) -> str:
    return f"{_LAST} {kept.place}"


def _file(kept: Kept) -> Path:
    """The file of this person's drafts in this dataset."""
    return kept_files.own(kept.place, ending=".json")
