"""Stores the claim that a user is entering on this machine, so that a reload does not lose it."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import streamlit as st

from eastflank.curation import kept_form
from eastflank.curation.form import Form
from eastflank.store.datasets import folder_of_users
from eastflank.ui import rights
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import saving_changes as words

_LAST = "add-data-kept"
"""Prefix of the session key for the last stored text of each dataset; the dataset's location follows."""


def keep(kept: Kept) -> None:
    """Store the current form if it has changed; delete it if there is no form any more."""
    draft = drafts.current()
    text = kept_form.written(draft.form, draft.before) if draft.form else ""
    kept_as = _last_of(kept)
    last = st.session_state.get(kept_as)
    if (last is None and not text) or text == last:  # a new session has no form yet: offer the stored one
        return
    file = _file(kept)
    with suppress(OSError, UnicodeDecodeError):  # the disk is full or not writable: the session still has it
        if text:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f".{file.name}.{os.getpid()}")
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)
        elif file.read_text(encoding="utf-8") == last:  # another window may have stored its own
            file.unlink()
    st.session_state[kept_as] = text


def offer(kept: Kept) -> None:
    """Offer the unsaved form of an earlier visit, if nothing was entered in this one."""
    if st.session_state.get(_last_of(kept)) is not None or drafts.current().form is not None:
        return
    found = _found(kept)
    if found is None:
        return
    form, before = found
    with st.container(horizontal=True, vertical_alignment="center", key="unsaved"):
        st.caption(words.unsaved(form.id))

        def go_on(draft: ArticleDraft) -> ArticleDraft:
            return replace(draft.showing(form), source=form.cell("source"), before=before)

        st.button(words.GO_ON, key="unsaved-go-on", on_click=lambda: drafts.change(go_on))
        st.button(words.DISCARD, key="unsaved-discard", on_click=lambda: _discard(kept))


def _discard(kept: Kept) -> None:
    with suppress(OSError):
        _file(kept).unlink(missing_ok=True)


def _found(kept: Kept) -> tuple[Form, Form | None] | None:
    try:
        with _file(kept).open(encoding="utf-8") as stream:
            return kept_form.read(stream.read(kept_form.LONGEST + 1))
    except (OSError, UnicodeDecodeError):
        return None


def _last_of(kept: Kept) -> str:
    return f"{_LAST} {kept.place}"


def _file(kept: Kept) -> Path:
    """The file of this person's draft in this dataset; names are hashed, so that none becomes a path."""
    whose = f"{rights.who()}\n{kept.place}"
    name = hashlib.sha256(whose.encode()).hexdigest()[:32]
    return folder_of_users(os.environ) / ".drafts" / f"{name}.json"
