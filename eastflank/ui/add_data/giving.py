"""The ways to give an article: pasted, as files, or by its address if fetching is switched on."""

from __future__ import annotations

import os
from dataclasses import replace

import streamlit as st

from eastflank.curation.incoming import GUESSED, Given, document_of, guessed_of, pasted
from eastflank.curation.source import UnusableText
from eastflank.intake import fetching
from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.fetching import NotFetched
from eastflank.intake.versions.difference import paragraphs
from eastflank.model import SourceRow
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.words.chosen import incoming, source_entry

_KINDS = ["txt", "md", "html", "htm", "xhtml", "mht", "mhtml", "eml", "docx", "pdf"]
_MOST = 20
"""The most megabytes of a file."""
_DEFAULTS = {"read_as": "original"}
"""The initial values of fields that nobody has filled in yet; others are empty."""


def show(draft: ArticleDraft) -> None:
    """Draw the widgets for giving an article, and the file that is read now."""
    number = draft.number
    st.text_area(
        source_entry.PASTE,
        key=f"source-text#{number}",
        height=220,
        help=source_entry.PASTE_HELP,
        on_change=_changed,
    )
    st.file_uploader(
        incoming.FILES, _KINDS, key=f"source-file#{number}", help=incoming.FILES_HELP, max_upload_size=_MOST,
        accept_multiple_files=True, on_change=_uploaded,
    )  # fmt: skip
    if fetching.is_on(os.environ):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(
                incoming.ADDRESS_TO_FETCH, key=f"source-fetch#{number}", help=incoming.ADDRESS_HELP,
                placeholder="https://",
            )  # fmt: skip
            st.button(incoming.FETCH, key="fetch-source", on_click=_fetch)
    with st.container(gap="xsmall"):
        _queue(draft)


def document(draft: ArticleDraft) -> Document | None:
    """The given text; None if there is none. Raises UnusableText and UnreadableDocument."""
    text = str(drafts.said(f"source-text#{draft.number}") or "")
    if draft.given:
        if text.strip():
            raise UnusableText(source_entry.TWO_TEXTS)
        one = draft.given[draft.which]
        try:
            return document_of(one)
        except (UnreadableDocument, UnusableText) as error:
            raise UnreadableDocument(incoming.unreadable(one.name, str(error))) from error
    return pasted(text) if text.strip() else None


def guess(draft: ArticleDraft, before: SourceRow | None = None) -> ArticleDraft:
    """The draft with guesses from the text or file, in the fields that nobody has filled in.

    `before` is the source whose text it corrects. Typed values are kept.
    """
    try:
        read = document(draft)
    except (UnusableText, UnreadableDocument) as error:
        return replace(draft, told="", refused=(str(error),))
    address = draft.given[draft.which].address if draft.given else ""
    now = guessed_of(read, address, before) if read else {}
    for name in (*GUESSED, "reliability"):
        key, empty = f"source-{name}#{draft.number}", _DEFAULTS.get(name)
        said = drafts.said(key)
        last = draft.guessed[name].value if name in draft.guessed else empty
        if said in (None, "", empty, last):
            value = now[name].value if name in now else empty
            st.session_state[key] = value if value is not None or name == "reliability" else ""
    return replace(draft, guessed=now, refused=())


def left_after(draft: ArticleDraft) -> tuple[Given, ...]:
    """The files that remain to be saved after this one."""
    rest = (one for place, one in enumerate(draft.given) if place != draft.which)
    return tuple(replace(one, stays=True) for one in rest)


def _queue(draft: ArticleDraft) -> None:
    """The file that is read now, and its content."""
    if len(draft.given) > 1 or any(one.stays for one in draft.given):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"source-which#{draft.number}-{len(draft.given)}"
            st.selectbox(
                incoming.WHICH_FILE, list(range(len(draft.given))), index=draft.which, key=key,
                format_func=lambda place: draft.given[place].name,
                on_change=lambda: drafts.change(
                    lambda now: guess(replace(now, which=int(str(drafts.said(key)))))
                ),
            )  # fmt: skip
            st.button(incoming.LEAVE_OUT, key="leave-out-file", on_click=lambda: drafts.change(_without))
        st.caption(incoming.files_wait(len(draft.given)))
    if draft.given:
        try:
            read = document_of(draft.given[draft.which])
        except (UnusableText, UnreadableDocument):
            return
        told = len(read.text), len(paragraphs(read.text))
        st.caption(incoming.file_read(draft.given[draft.which].name, read.kind, *told))


def _without(draft: ArticleDraft) -> ArticleDraft:
    given = left_after(draft)
    return guess(replace(draft, given=given, which=0, entered={}, number=draft.number + 1))


def _changed() -> None:
    drafts.change(guess)


def _uploaded() -> None:
    def take(draft: ArticleDraft) -> ArticleDraft:
        held = st.session_state.get(f"source-file#{draft.number}") or []
        stay = tuple(one for one in draft.given if one.stays)
        given = (*stay, *(Given(file.name, file.getvalue()) for file in held))
        return guess(replace(draft, given=given, which=min(draft.which, max(len(given) - 1, 0))))

    drafts.change(take)


def _fetch() -> None:
    def fetch(draft: ArticleDraft) -> ArticleDraft:
        if not fetching.is_on(os.environ):
            return draft
        try:
            found = fetching.fetched(str(drafts.said(f"source-fetch#{draft.number}") or ""))
        except NotFetched as error:
            return replace(draft, told="", refused=(str(error),))
        one = Given(found.name, found.content, found.address, found.charset, stays=True)
        given = (*draft.given, one)
        return guess(replace(draft, given=given, which=len(given) - 1))

    drafts.change(fetch)
