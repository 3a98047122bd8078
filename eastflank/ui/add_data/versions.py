"""A text that is already held, or similar to a held one: the differences, and how to treat it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from eastflank.curation.corrected import SourceCorrection, correction
from eastflank.intake.documents.document import Document
from eastflank.intake.versions.difference import ParagraphChange, Piece, changes_between
from eastflank.intake.versions.recognising import Held
from eastflank.model import Dataset, SourceRow
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import giving
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.words.chosen import incoming as words

_MOST = 60
"""How many changed paragraphs are shown."""
CHOICES: tuple[Literal["corrected", "copy", "other"], ...] = ("corrected", "copy", "other")
"""The possible roles of a text that is similar to a held one."""
_STYLE = (Path(__file__).parent / "versions.css").read_text(encoding="utf-8")
_TAGS = {"removed": "del", "added": "ins"}


def show(dataset: Dataset, draft: ArticleDraft, read: Document, found: Sequence[Held]) -> None:
    """Draw the comparison of a text with held ones; nothing if it is new."""
    if not found:
        return
    best = found[0]
    row = dataset.sources_by_id[best.source]
    st.html(f"<style>{_STYLE}</style>")
    if best.same:
        _box(words.SAME_TITLE, words.already(row.id, row.title))
        st.button(
            words.SHOW_SOURCE,
            key="show-held",
            on_click=lambda: drafts.change(lambda now: _turned(now, row.id)),
        )
        return
    changes = changes_between(dataset.articles[row.file or ""], read.text)
    every = sum(one.old is not None for one in changes)
    same = sum(one.how == "same" for one in changes)
    _box(words.LIKE_TITLE, words.like(row.id, row.title, same, every))
    own = key(draft)
    choice = st.radio(
        words.WHAT_IS_IT, CHOICES, index=None, key=own,
        format_func=lambda one: words.option(row.id, one),
        on_change=lambda: drafts.change(lambda now: _chosen(now, row)),
    )  # fmt: skip
    if choice == "corrected":
        st.html(Markup('<p class="ef-fine">{}</p>').format(told(correction(row.id, read.text, dataset))))
    st.html(difference_html(changes, dataset.articles[row.file or ""], read.text))


def chosen(draft: ArticleDraft) -> str:
    """The role that the user chose for the text; empty: none yet."""
    return str(drafts.said(key(draft)) or "")


def told(found: SourceCorrection) -> str:
    """The effects of a corrected text on the claims of its source."""
    changed = sum(one.changed_around for one in found.moved)
    return words.will_move(len(found.moved), changed, len(found.orphans))


def difference_html(changes: Sequence[ParagraphChange], old: str, new: str) -> Markup:
    """Two versions of a text, one under the other, with removed and added words."""
    lines: list[Markup] = []
    same = shown = left = 0
    for one in changes:
        if one.how == "same":
            same += 1
            continue
        if shown >= _MOST:
            left += 1
            continue
        if same:
            lines.append(_quiet(words.same_paragraphs(same)))
            same = 0
        shown += 1
        lines += _paragraph(one, old, new)
    if same:
        lines.append(_quiet(words.same_paragraphs(same)))
    if left:
        lines.append(_quiet(words.too_many_changes(left)))
    return Markup(
        '<section class="ef-difference" tabindex="0" aria-label="{}"><h3>{}</h3>{}</section>'
    ).format(words.DIFFERENCE, words.DIFFERENCE, Markup("").join(lines))


def pieces_html(pieces: Sequence[Piece]) -> Markup:
    """A passage with its removed and added words marked."""
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(_TAGS[one.how], one.text)
        if one.how in _TAGS
        else Markup.escape(one.text)
        for one in pieces
    )


def _paragraph(one: ParagraphChange, old: str, new: str) -> Iterator[Markup]:
    if one.how == "changed":
        yield Markup('<p class="changed">{}</p>').format(pieces_html(one.pieces))
    elif one.old:
        yield _whole("removed", words.REMOVED, old[slice(*one.old)])
    elif one.new:
        yield _whole("added", words.ADDED, new[slice(*one.new)])


def _whole(how: str, said: str, text: str) -> Markup:
    return Markup('<p class="{}"><small>{}</small> <{}>{}</{}></p>').format(
        how, said, _TAGS[how], text, _TAGS[how]
    )


def _quiet(line: str) -> Markup:
    return Markup('<p class="quiet">{}</p>').format(line)


def _box(heading: str, line: str) -> None:
    st.html(Markup('<div class="ef-asked" role="status"><b>{}</b><p>{}</p></div>').format(heading, line))


def key(draft: ArticleDraft) -> str:
    """The key of the choice of what the text is."""
    return f"source-version#{draft.number}-{draft.which}"


def _chosen(draft: ArticleDraft, row: SourceRow) -> ArticleDraft:
    return giving.guess(draft, row if chosen(draft) == "corrected" else None)


def _turned(draft: ArticleDraft, source: str) -> ArticleDraft:
    """The draft switched to the source that holds the text; other files wait until a new source is added."""
    return replace(draft.done(""), source=source, given=giving.left_after(draft))
