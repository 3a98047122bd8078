"""Stores the import that a user began on this machine, so that a reload loses no file and no choice."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.ui.add_data import kept_files
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_kept_text as kept_text
from eastflank.ui.add_data.table_draft import TableDraft
from eastflank.words.chosen import add_table as words
from eastflank.words.chosen import saving_changes

_KEY = "add-table-kept"
DAYS = 30
"""How long an import that nobody goes on with is stored."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """What this session stored last, or found stored."""

    text: str = ""
    content: bytes = field(default=b"", repr=False)
    checksum: str = ""
    left: TableDraft | None = None
    """The import of an earlier visit, until the user goes on with it or discards it."""


def keep() -> None:
    """Store the import if it has changed; delete it if there is none. A new session looks for one."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = _found()
    last: _Stored = st.session_state[_KEY]
    if last.left:
        return
    draft = drafts.current()
    content = draft.brought.content if draft.brought else b""
    same = content is last.content or content == last.content
    checksum = last.checksum if same else hashlib.sha256(content).hexdigest() if content else ""
    text = kept_text.written(draft, checksum) if draft.brought or draft.pasted else ""
    if text == last.text:
        return
    with suppress(OSError):  # the disk is full or not writable: the session still has it
        if not text:
            _delete(last.text)
        else:
            if not same:
                kept_files.write(_table(), content)
            kept_files.write(_choices(), text.encode())
    st.session_state[_KEY] = _Stored(text, content, checksum)


def offer() -> bool:
    """Offer the import of an earlier visit. Returns whether there is one: it must be settled first."""
    last: _Stored = st.session_state[_KEY]
    if last.left is None or last.left.brought is None:
        return False
    name, step = last.left.brought.name, last.left.step
    st.html(Markup("<p>{}</p>").format(words.unfinished(name, step)))
    with st.container(horizontal=True):
        st.button(saving_changes.GO_ON, key="table-kept-go-on", type="primary", on_click=_go_on)
        st.button(saving_changes.DISCARD, key="table-kept-discard", on_click=_discard)
    return True


def _go_on() -> None:
    last: _Stored = st.session_state[_KEY]
    left = last.left
    if left is None or left.brought is None:
        return
    try:
        content = _table().read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != last.checksum:
        lost = words.kept_is_gone(left.brought.name)
        drafts.change(lambda now: replace(now, told="", refused=(lost,)))
        _discard()
        return
    brought = replace(left.brought, content=content)
    drafts.change(lambda now: replace(left, brought=brought, number=now.number + 1))
    st.session_state[_KEY] = _Stored(last.text, content, last.checksum)


def _discard() -> None:
    last: _Stored = st.session_state[_KEY]
    with suppress(OSError):
        _delete(last.text)
    st.session_state[_KEY] = _Stored()


def _found() -> _Stored:
    """What is stored. A pasted text that was not read yet goes back into its field at once."""
    _tidy()
    try:
        with _choices().open(encoding="utf-8") as stream:
            text = stream.read(kept_text.LONGEST + 1)
    except (OSError, UnicodeDecodeError):
        return _Stored()
    found = kept_text.read(text)
    if found is None:
        return _Stored()
    draft, checksum = found
    if draft.brought:
        return _Stored(text, checksum=checksum, left=draft)
    if drafts.current().brought is None:
        drafts.change(lambda now: replace(now, pasted=draft.pasted))
    return _Stored(text)


def _delete(known: str) -> None:
    """Delete what is stored, unless another window stored its own."""
    if known and _choices().read_bytes() == known.encode():
        _choices().unlink()
        _table().unlink(missing_ok=True)


def _tidy() -> None:
    """Delete the imports with which nobody went on for long."""
    folder = kept_files.folder()
    with suppress(OSError):
        for one in (*folder.glob("*.table.json"), *folder.glob("*.table")):
            if time.time() - one.stat().st_mtime > DAYS * 24 * 3600:
                one.unlink(missing_ok=True)


def _choices() -> Path:
    return _table().with_suffix(".table.json")


def _table() -> Path:
    """The file of this person's table."""
    return kept_files.own(ending=".table")
