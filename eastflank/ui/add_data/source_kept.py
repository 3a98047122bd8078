"""Stores the source that a user is adding, and reasons for retracting claims, so that a reload loses none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import streamlit as st

from eastflank.curation import kept_source
from eastflank.curation.incoming import Given
from eastflank.curation.kept_source import KeptSource
from eastflank.curation.source import FIELDS
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import giving, kept_files, set_aside, versions
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import saving_changes as words
from eastflank.words.chosen import source_entry

_LAST = "source-kept"
"""Prefix of the session key for what is stored of each dataset; the dataset's location follows."""
_TEXT = "text"
_ENTERED = (_TEXT, "fetch", "cited", *FIELDS, "language", "id", "reason")
"""The fields of the form, as in the keys of its widgets."""
_VERSION = "version"
"""The field that says what a text is that is like a held one. Its key has the number of the file too."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """What this session stored last, or found stored."""

    text: str = ""
    given: tuple[Given, ...] = field(default=(), repr=False)
    left: KeptSource | None = None
    """The source of an earlier visit, until the user goes on with it or discards it."""


def keep(kept: Kept) -> None:
    """Store what is entered if it has changed; a new session takes up what is stored."""
    key = f"{_LAST} {kept.place}"
    if key not in st.session_state:
        st.session_state[key] = _found(kept)
    drafts.change(_as_drawn)
    last, draft = st.session_state[key], drafts.current()
    begun = draft.adding or bool(draft.given)
    now = _of(draft) if begun else last.left or KeptSource()
    text = kept_source.written(now, draft.reasons)
    if text == last.text:
        return
    with suppress(OSError, UnicodeDecodeError):  # the disk is full or not writable: the session still has it
        if text:
            if now.given != last.given:
                for at, one in enumerate(now.given):
                    kept_files.write(_article(kept, at), one.content)
            kept_files.write(_file(kept), text.encode())
            _remove(kept, len(now.given), len(last.given))
        elif _file(kept).read_text(encoding="utf-8") == last.text:  # another window may have stored its own
            _file(kept).unlink()
            _remove(kept, 0, len(last.given))
    st.session_state[key] = _Stored(text, now.given, None if begun else last.left)


def _of(draft: ArticleDraft) -> KeptSource:
    """What is entered. The kind of reading that stands there from the beginning is not yet an entry."""
    only = draft.entered.keys() <= {"read_as"} and not draft.given
    return KeptSource({} if only else draft.entered, draft.given, draft.which)


def offer(kept: Kept) -> None:
    """Offer the source of an earlier visit. The container is always there, so that nothing below it moves."""
    last: _Stored = st.session_state[f"{_LAST} {kept.place}"]
    with st.container(gap="xsmall"):
        if last.left is None:
            return
        with st.container(horizontal=True, vertical_alignment="center", key="unsaved-source"):
            st.caption(source_entry.unsaved(last.left.name))
            st.button(words.GO_ON, key="source-kept-go-on", on_click=partial(_go_on, kept))
            st.button(words.DISCARD, key="source-kept-discard", on_click=partial(_discard, kept))


def go_on(kept: Kept) -> bool:
    """Show the source of an earlier visit. Returns whether there is one."""
    key = f"{_LAST} {kept.place}"
    last: _Stored | None = st.session_state.get(key)
    if last is None or last.left is None:
        return False
    left = last.left

    def taken_up(draft: ArticleDraft) -> ArticleDraft:
        shown = replace(set_aside.leave(draft), adding=True, retracting="", entered=left.entered)
        return replace(shown, given=(*left.given, *draft.given), which=left.which)

    drafts.change(taken_up)
    st.session_state[key] = replace(last, left=None)
    return True


def _go_on(kept: Kept) -> None:
    go_on(kept)


def _discard(kept: Kept) -> None:
    key = f"{_LAST} {kept.place}"
    st.session_state[key] = replace(st.session_state[key], left=None)


def _as_drawn(draft: ArticleDraft) -> ArticleDraft:
    """The draft with what stands in the fields; fields that are drawn again get what the draft has."""
    if not draft.adding:
        return draft
    if _key(_TEXT, draft) in st.session_state:
        said = {name: drafts.said(_key(name, draft)) for name in (*_ENTERED, _VERSION)}
        entered = {name: cell for name, cell in said.items() if isinstance(cell, str | bool) and cell}
        return draft if entered == draft.entered else replace(draft, entered=entered)
    if not draft.entered:
        return draft
    for name, cell in draft.entered.items():
        st.session_state[_key(name, draft)] = cell
    return giving.guess(draft)


def _key(name: str, draft: ArticleDraft) -> str:
    return versions.key(draft) if name == _VERSION else f"source-{name}#{draft.number}"


def _found(kept: Kept) -> _Stored:
    """What is stored. The reasons go into the draft at once; the source is offered."""
    try:
        with _file(kept).open(encoding="utf-8") as stream:
            text = stream.read(kept_source.LONGEST + 1)
    except (OSError, UnicodeDecodeError):
        return _Stored()
    contents = []
    for at in range(kept_source.number_of_files(text)):
        with suppress(OSError):
            contents.append(_article(kept, at).read_bytes())
    found, reasons, lost = kept_source.read(text, contents)
    drafts.change(lambda draft: replace(draft, reasons={**reasons, **draft.reasons}))
    if lost:
        drafts.change(
            lambda draft: replace(draft, told="", refused=tuple(map(source_entry.file_is_gone, lost)))
        )
    return _Stored(text, found.given, found if found.entered or found.given else None)


def _remove(kept: Kept, first: int, last: int) -> None:
    for at in range(first, last):
        _article(kept, at).unlink(missing_ok=True)


def _file(kept: Kept) -> Path:
    return kept_files.own(kept.place, "source", ending=".source.json")


def _article(kept: Kept, at: int) -> Path:
    return kept_files.own(kept.place, "source", f"{at}", ending=".source")
