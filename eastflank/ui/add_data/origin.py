"""The original file of an article's text, and the position of a passage in it."""

from __future__ import annotations

from pathlib import Path, PurePath

import streamlit as st

from eastflank.intake.documents.way_back import TextRun, UnreadableWay, parsed, whereabouts
from eastflank.intake.quotation import place
from eastflank.model import Dataset, SourceRow
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.store.originals import way_back_of
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.kept import Kept
from eastflank.words.chosen import incoming

_KINDS = {".html": "html", ".eml": "mail", ".docx": "word", ".pdf": "pdf"}


def show(dataset: Dataset, source: SourceRow, kept: Kept) -> None:
    """Draw information about the text: its version, and its original file."""
    if said := _of_the_quote(dataset, source, kept):
        st.caption(incoming.quote_stands(said))
    if source.replaces:
        st.caption(incoming.corrects(source.replaces))
    if newest := dataset.corrected_by.get(source.id):
        st.caption(incoming.corrected_since(newest))
    if not source.original:
        return
    path = kept.folder.seeds / source.original
    try:
        size = path.stat().st_size
    except OSError:
        return  # `check` reports that it is missing
    kind = incoming.KINDS[_KINDS.get(PurePath(source.original).suffix, "text")]
    st.caption(incoming.made_of(kind, size, source.original_sha256 or ""))
    st.download_button(
        incoming.ORIGINAL, data=lambda: files.content(path), file_name=source.original,
        mime="application/octet-stream", key=f"original-{source.id}", on_click="ignore",
    )  # fmt: skip


def _of_the_quote(dataset: Dataset, source: SourceRow, kept: Kept) -> str:
    """The position in the original of the quote that is being entered; empty if unknown or if none is."""
    form = drafts.current().form
    if form is None or form.cell("source") != source.id:
        return ""
    text = dataset.articles.get(source.file or "", "")
    at = place(text, form.cell("quote"), form.cell("quote_prefix"))
    return places(source, *at, kept) if at else ""


def places(source: SourceRow, start: int, stop: int, kept: Kept) -> str:
    """The position in the article's original of the text from `start` up to `stop`; empty if unknown."""
    if not source.original or not source.file:
        return ""
    ending = PurePath(source.original).suffix
    runs = _runs(kept.folder.seeds / way_back_of(source.file), source.original_sha256)
    found = whereabouts(runs, start, stop)
    return "; ".join(incoming.place_in(one.part, ending, one.start, one.stop) for one in found)


@st.cache_resource(show_spinner=False, max_entries=16)
def _runs(path: Path, checksum: str | None) -> tuple[TextRun, ...]:  # noqa: ARG001 - another file, another way
    """The table of positions in the original; empty if its file is missing or damaged."""
    try:
        return parsed(files.content(path))
    except (BrokenData, UnreadableWay):
        return ()
