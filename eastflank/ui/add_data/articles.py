"""Adding a source: its text, and who published it when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.curation.corrected import correction
from eastflank.curation.corrected import edits_of as edits_of_correction
from eastflank.curation.incoming import corrected_id
from eastflank.curation.source import FIELDS, NewSource, UnusableText, offered_id
from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.original import Original, original_of
from eastflank.intake.versions.recognising import recognised
from eastflank.model import Dataset
from eastflank.store.schema_values import SchemaField
from eastflank.ui.add_data import answering, giving, saving, set_aside, source_kept, versions
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.add_data.saying import say_refused
from eastflank.words.chosen import claim_entry, incoming, saving_changes, values
from eastflank.words.chosen import source_entry as words

_HIGH = 260
"""Height in pixels of the preview of a text before it is saved; the rest scrolls."""
_MOST_SHOWN = 20_000
"""The most characters of the preview."""
_DAY = {"published": "2016-06-14", "accessed": "2016-06-15", "language": "en"}


def show(dataset: Dataset, kept: Kept) -> None:
    """Draw the form of a new source."""
    draft = drafts.current()
    number = draft.number
    st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(words.ADD_A_SOURCE))
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        giving.show(draft)
        with st.container():  # always drawn, so that no widget changes its position in the tree
            if not _is_readable(draft):
                say_refused(draft)
        st.checkbox(words.CITE_ONLY, key=f"source-cited#{number}", help=words.CITE_ONLY_HELP)
        with st.container(gap="small"):
            read = _read(draft)
            found = recognised(read.text, dataset) if read else ()
            if read:
                versions.show(dataset, draft, read, found)
        with st.container(gap="small"):
            if read and draft.given:  # a pasted text is shown above
                _as_read(read.text)
    with right:
        known = {field.name: field for field in kept.schema["sources"].fields}
        for name in FIELDS:
            _field(name, known[name], draft)
            if name == "title":
                _language(draft)
        st.text_input(words.SOURCE_ID, key=f"source-id#{number}", placeholder=words.ID_IS_MADE)
        st.text_input(saving_changes.REASON, key=f"source-reason#{number}", help=saving_changes.REASON_HELP)

        def save() -> None:
            drafts.change(lambda now: _saved(now, kept))

        with st.container():  # always drawn: the buttons below it must not change their position in the tree
            if _is_readable(draft):
                say_refused(draft)
            answering.show(draft, dataset, save)
        corrects = bool(found) and versions.chosen(draft) == "corrected"
        with st.container(horizontal=True):
            label = incoming.SAVE_CORRECTED if corrects else words.SAVE_SOURCE
            st.button(label, type=answering.kind_beside(draft), key="save-source", on_click=save)
            st.button(saving_changes.CANCEL, key="cancel-source", on_click=_cancel)


def _as_read(text: str) -> None:
    """Draw the text of a file before it is saved."""
    with st.expander(incoming.TEXT_AS_READ, expanded=True, key="text-as-read"):
        with st.container(height=_HIGH, border=False):
            st.text(text[:_MOST_SHOWN])
        if len(text) > _MOST_SHOWN:
            st.caption(incoming.rest_of_text(len(text) - _MOST_SHOWN))


def begin(kept: Kept) -> None:
    """Show the form of a new source, or the one that was left in an earlier visit."""
    if source_kept.go_on(kept):
        return
    drafts.change(lambda draft: giving.guess(replace(set_aside.leave(draft), adding=True, retracting="")))


def _cancel() -> None:
    drafts.change(lambda draft: draft.done(""))


def _field(name: str, known: SchemaField, draft: ArticleDraft) -> None:
    """A field of the source, with the origin of its guessed value."""
    key, label = f"source-{name}#{draft.number}", words.SOURCE_LABELS[name]
    if name == "reliability":
        st.selectbox(
            label, list(values.RELIABILITY), index=None, key=key, help=known.description,
            placeholder=claim_entry.NOT_STATED, format_func=lambda one: f"{one}: {values.RELIABILITY[one]}",
        )  # fmt: skip
    elif name == "read_as":
        st.selectbox(
            label, list(known.enum or ()), key=key, help=known.description,
            format_func=lambda one: words.READ_AS.get(one, one),
        )  # fmt: skip
    elif name == "note":
        st.text_area(label, key=key, height=80, help=known.description)
    else:
        st.text_input(label, key=key, help=known.description, placeholder=_DAY.get(name))
    _guessed(name, draft)


def _language(draft: ArticleDraft) -> None:
    key = f"source-language#{draft.number}"
    st.text_input(incoming.LANGUAGE, key=key, help=incoming.LANGUAGE_HELP, placeholder=_DAY["language"])
    _guessed("language", draft)


def _guessed(name: str, draft: ArticleDraft) -> None:
    """The note on a guessed value, in a container that is always drawn, so that no widget moves."""
    with st.container(gap="xsmall"):
        one = draft.guessed.get(name)
        if one and drafts.said(f"source-{name}#{draft.number}") == one.value:
            told = incoming.taken_over(one.before) if one.before else incoming.guessed(one.where)
            st.html(Markup('<p class="ef-guess">{}</p>').format(told))


def _is_readable(draft: ArticleDraft) -> bool:
    """Whether the given text can be read. If not, the reason is shown beside it."""
    try:
        giving.document(draft)
    except (UnusableText, UnreadableDocument):
        return False
    return True


def _read(draft: ArticleDraft) -> Document | None:
    """The given text; problems with it were already shown when it was given."""
    try:
        return giving.document(draft)
    except (UnusableText, UnreadableDocument):
        return None


def _saved(draft: ArticleDraft, kept: Kept) -> ArticleDraft:
    def said(name: str) -> str:
        return str(drafts.said(f"source-{name}#{draft.number}") or "").strip()

    cells = {name: said(name) for name in (*FIELDS, "language")}
    try:
        read = _to_be_saved(draft)
    except (UnusableText, UnreadableDocument) as error:
        return replace(draft, told="", refused=(str(error),), asked=())
    found = recognised(read.text, kept.dataset) if read else ()
    corrects = ""
    if found:
        best, title = found[0].source, kept.dataset.sources_by_id[found[0].source].title
        choice = versions.chosen(draft)
        objection = incoming.already(best, title) if found[0].same else "" if choice else incoming.SAY_WHICH
        if objection:
            return replace(draft, told="", refused=(objection,), asked=())
        corrects = best if choice == "corrected" else ""
        column = {"corrected": "replaces", "copy": "copy_of"}.get(choice)
        cells |= {column: best} if column else {}
    if not said("reason"):
        return replace(draft, told="", refused=_missing(cells, kept), asked=())

    def made(dataset: Dataset) -> NewSource:
        known = dataset.sources_by_id
        plain = (
            corrected_id(corrects, known)
            if corrects
            else offered_id(cells["publisher"], cells["published"], dataset)
        )
        own = said("id") or plain
        return NewSource(own, cells, read.text.encode() if read else None, _original(draft, read, own))

    saved = _correcting(corrects, read) if corrects and read else None
    answers = answering.given(draft)
    after = saving.save_source(draft, made, said("reason"), kept, answers, saved=saved, coming=cells["title"])
    left = giving.left_after(draft)
    if not after.source or after.number == draft.number or not left:
        return after
    told = f"{after.told} {incoming.files_wait(len(left))}"
    return replace(giving.guess(replace(after, adding=True, given=left)), told=told)


def _missing(cells: Mapping[str, str], kept: Kept) -> tuple[str, ...]:
    """What is still to be filled in, the reason with it. What the record’s checks say comes after that."""
    known = {field.name: field for field in kept.schema["sources"].fields}
    empty = [words.SOURCE_LABELS[name] for name in FIELDS if known[name].required and not cells[name]]
    return (*([words.fields_are_empty(empty)] if empty else []), saving_changes.NO_REASON)


def _to_be_saved(draft: ArticleDraft) -> Document | None:
    """The given text; None if the source is only cited. Raises like `giving.document`."""
    read = giving.document(draft)
    cited = bool(drafts.said(f"source-cited#{draft.number}"))
    if read and cited:
        raise UnusableText(words.TEXT_AND_CITED)
    if not read and not cited:
        raise UnusableText(words.NO_TEXT)
    return read


def _correcting(corrects: str, read: Document) -> saving.Saving:
    def saved(source: NewSource, dataset: Dataset) -> saving.Saved:
        work = correction(corrects, read.text, dataset)
        told = incoming.corrected_saved(len(work.moved), len(work.orphans))
        return edits_of_correction(work, source, dataset), told

    return saved


def _original(draft: ArticleDraft, read: Document | None, source: str) -> Original | None:
    if read is None or not draft.given:
        return None
    return original_of(draft.given[draft.which].content, read, source)
