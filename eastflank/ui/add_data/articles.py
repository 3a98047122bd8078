"""A source to be added: its text, pasted or from a file, and who published it when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import streamlit as st
from markupsafe import Markup

from eastflank.curation.source import FIELDS, NewSource, UnusableText, checked, offered_id
from eastflank.intake.documents.document import UnreadableDocument
from eastflank.intake.documents.opening import opened
from eastflank.model import Dataset
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data import saving
from eastflank.ui.add_data.draft import Draft
from eastflank.ui.add_data.kept import Kept
from eastflank.words import en
from eastflank.words.en import add_data as words

_PLAIN = (".txt", ".md")
_KINDS = ["txt", "md", "html", "htm", "eml", "docx", "pdf"]
_MOST = 20
"""Megabytes of a file."""
_DAY = {"published": "2016-06-14", "accessed": "2016-06-15"}


def show(kept: Kept) -> None:
    """Draw the form of a new source."""
    number = drafts.current().number
    known = {field.name: field for field in kept.schema["sources"].fields}
    st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(words.ADD_A_SOURCE))
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        st.text_area(words.PASTE, key=f"source-text#{number}", height=420, help=words.PASTE_HELP)
        st.file_uploader(
            words.FILE, _KINDS, key=f"source-file#{number}", help=words.FILE_HELP, max_upload_size=_MOST
        )
        st.checkbox(words.CITE_ONLY, key=f"source-cited#{number}", help=words.CITE_ONLY_HELP)
    with right:
        for name in FIELDS:
            key, label = f"source-{name}#{number}", words.SOURCE_LABELS[name]
            described = known[name].description
            if name == "reliability":
                st.selectbox(
                    label, list(en.RELIABILITY), index=None, key=key, help=described,
                    placeholder=words.NOT_STATED,
                    format_func=lambda one: f"{one}: {en.RELIABILITY[one]}",
                )  # fmt: skip
            elif name == "read_as":
                st.selectbox(label, list(known[name].enum or ()), key=key, help=described)
            elif name == "note":
                st.text_area(label, key=key, height=80, help=described)
            else:
                st.text_input(label, key=key, help=described, placeholder=_DAY.get(name))
        st.text_input(words.SOURCE_ID, key=f"source-id#{number}", placeholder=words.ID_IS_MADE)
        st.text_input(words.REASON, key=f"source-reason#{number}", help=words.REASON_HELP)
        with st.container(horizontal=True):
            st.button(
                words.SAVE_SOURCE, type="primary", key="save-source",
                on_click=lambda: drafts.change(lambda draft: _saved(draft, kept)),
            )  # fmt: skip
            st.button(words.CANCEL, key="cancel-source", on_click=_cancel)


def begin() -> None:
    """Show the form of a new source."""
    drafts.change(lambda draft: replace(draft.showing(None), adding=True, retracting=""))


def _cancel() -> None:
    drafts.change(lambda draft: draft.done(""))


def _saved(draft: Draft, kept: Kept) -> Draft:
    def said(name: str) -> str:
        return str(drafts.said(f"source-{name}#{draft.number}") or "").strip()

    cells = {name: said(name) for name in FIELDS}
    reason = said("reason")
    try:
        text, taken_out = _text(draft.number)
    except (UnusableText, UnreadableDocument) as error:
        return replace(draft, told="", refused=(str(error),))
    if taken_out:
        cells["note"] = " ".join(part for part in (cells["note"], words.TAKEN_OUT) if part)
    if not reason:
        return replace(draft, told="", refused=(words.NO_REASON,))

    def made(dataset: Dataset) -> NewSource:
        return NewSource(
            said("id") or offered_id(cells["publisher"], cells["published"], dataset), cells, text
        )

    return saving.save_source(draft, made, reason, kept)


def _text(number: int) -> tuple[bytes | None, bool]:
    """The text as it is to be kept (None: none is), and whether it comes out of a file of another kind."""
    pasted = str(drafts.said(f"source-text#{number}") or "")
    file = st.session_state.get(f"source-file#{number}")
    if file is not None and pasted.strip():
        raise UnusableText(words.TWO_TEXTS)
    if drafts.said(f"source-cited#{number}"):
        if file is not None or pasted.strip():
            raise UnusableText(words.TEXT_AND_CITED)
        return None, False
    if file is None:
        if not pasted.strip():
            raise UnusableText(words.NO_TEXT)
        return checked(pasted.encode()), False
    content: bytes = file.getvalue()
    suffix = PurePath(file.name).suffix.lower()
    if suffix in _PLAIN:
        return checked(content), False
    return checked(opened(suffix, content).text.encode()), True
