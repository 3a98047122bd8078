"""Stores a review on this machine until it is saved, so that a reload does not lose decisions."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import streamlit as st

from eastflank.curation import kept_review
from eastflank.curation.proposed import Proposed
from eastflank.curation.review import Mode
from eastflank.ui.add_data import kept_files
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept

_LAST = "review-kept"
"""In the session: the source whose review is stored, and the last stored text."""


def keep(draft: ArticleDraft, items: Sequence[Proposed], kept: Kept) -> None:
    """Store the current review if it has changed."""
    review = draft.review
    if review is None:
        return
    mended = draft.form if review.mode is Mode.MENDING else None
    text = kept_review.written(review, items, mended)
    if st.session_state.get(_LAST) == (review.source, text):
        return
    file = _file(kept, review.source)
    with suppress(OSError):  # the disk is full or not writable: the session still has it
        kept_files.write(file, text.encode())
    st.session_state[_LAST] = (review.source, text)


def is_kept(kept: Kept, source: str) -> bool:
    """Whether a review of a source was begun and not saved."""
    return _file(kept, source).is_file()


def found(kept: Kept, source: str, items: Sequence[Proposed]) -> kept_review.Found | None:
    """The review of a source that was begun and not saved; None: there is none."""
    try:
        with _file(kept, source).open(encoding="utf-8") as stream:
            return kept_review.read(stream.read(kept_review.LONGEST + 1), source, items)
    except (OSError, UnicodeDecodeError):
        return None


def forget(kept: Kept, source: str) -> None:
    """Delete the stored review: it is in the record now."""
    with suppress(OSError):
        _file(kept, source).unlink(missing_ok=True)
    st.session_state[_LAST] = None


def _file(kept: Kept, source: str) -> Path:
    """The file of this person's review of a source."""
    return kept_files.own(kept.place, source, ending=".review.json")
