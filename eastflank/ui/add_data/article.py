"""The article in which the user selects passages, drawn by `passage.js`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from eastflank import dates
from eastflank.commands.read import article_tables
from eastflank.curation.form import OF_A_NATION, FieldMark, Form, new_form
from eastflank.curation.offers import Offer, filled, offer
from eastflank.intake.article.tables import Tables
from eastflank.intake.quotation import Unquotable, place, quotation_of
from eastflank.intake.second_opinion.network import opinion_on
from eastflank.model import Dataset, SourceRow
from eastflank.store import DATA
from eastflank.ui import scripts
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.entering import caught_up
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.messages import sent
from eastflank.words.chosen import claim_entry
from eastflank.words.chosen import passage_choice as words

_FOLDER = Path(__file__).parent
_KEY = "passage"
_MARKED = (
    "status", "lead", "host", "meant_for", "place", "troops_low", "troops_high", "hedge", "counts",
    "unit_count", "said_on", "as_at", "starts", "ends", "timing_words", "speaker", "speaker_role",
)  # fmt: skip
"""The columns that can have marks in the text."""

_box = st.components.v2.component(
    "eastflank_passage",
    html=(
        '<div class="ef-text" tabindex="0" contenteditable="true" role="textbox" aria-multiline="true" '
        'aria-readonly="true" spellcheck="false" inputmode="none" translate="no"></div>'
        '<div class="ef-text-bar"></div><div class="ef-text-marks"></div>'
    ),
    css=(_FOLDER / "passage.css").read_text(encoding="utf-8"),
    js=scripts.importing("passage"),
    isolate_styles=False,
)


def show(dataset: Dataset, source: SourceRow, kept: Kept) -> None:
    """Draw the source's text with its quotes, and with the marks of the form."""
    text = dataset.articles[source.file or ""]
    form = drafts.current().form
    _box(
        key=_KEY,
        data=data_of(text, dataset, source.id, form),
        on_picked_change=partial(_picked, dataset, source, kept),
        on_marked_change=_marked,
        on_unmarked_change=_unmarked,
    )


def data_of(text: str, dataset: Dataset, source: str, form: Form | None) -> dict[str, Any]:
    """The data for `passage.js`."""
    quotes = []
    for row in dataset.claim_rows:
        if row.source == source and row.quote and (not form or row.id != form.edits):
            found = place(text, row.quote, row.quote_prefix or "")
            if found:
                label = f"{words.QUOTED_BY} {row.id}"
                quotes.append({"start": found[0], "stop": found[1], "label": label})
    quote = place(text, form.cell("quote"), form.cell("quote_prefix")) if form else None
    return {
        "text": text,
        "quotes": quotes,
        "quote": {"start": quote[0], "stop": quote[1]} if quote else None,
        "show": form is not None,
        "marks": [
            {**mark._asdict(), "label": f"{label_of(mark.field, dataset)}: “{text[mark.start : mark.stop]}”"}
            for mark in (form.marks if form else ())
        ],
        "fields": [
            {"name": name, "label": label_of(name, dataset)}
            for name in (*_MARKED, *(f"{OF_A_NATION}{one.nation}" for one in form.sent))
            if form.cell(name) or name.startswith(OF_A_NATION)
        ]
        if form
        else [],
        "words": {
            "article": words.ARTICLE,
            "quote": words.QUOTE_IT,
            "mark": words.MARK_IT,
            "choice": words.FIELD_CHOICE,
            "hint": words.HINT,
            "chosen": words.CHOSEN,
            "forget": words.FORGET,
        },
    }


def label_of(field: str, dataset: Dataset) -> str:
    """The label of a field on the page."""
    if field.startswith(OF_A_NATION):
        code = field.removeprefix(OF_A_NATION)
        nation = dataset.nations_by_code.get(code)
        return claim_entry.contingent_of(nation.name if nation else code)
    return claim_entry.LABELS.get(field, field)


def _picked(dataset: Dataset, source: SourceRow, kept: Kept) -> None:
    def pick(draft: ArticleDraft) -> ArticleDraft:
        told = sent(_KEY, "picked")
        if told is None:
            return draft
        try:
            found = quotation_of(text, *_place(told))
        except Unquotable as error:
            return replace(draft, told="", refused=(str(error),), head=words.NO_QUOTE)
        now = caught_up(draft)
        if now.form is None:
            now = replace(now, begun=new_form(dataset, source.id), before=None, offered=None)
        form = now.form or new_form(dataset, source.id)
        form = _without(form, now.offered).quoting(found)
        offered = offer(text, found.start, found.stop, tables(kept.root), dataset, day_of(source))
        if now.form is None and offered.kind:
            form = form.with_cell("kind", offered.kind)
        return replace(now.showing(filled(form, offered)), offered=offered, retracting="")

    text = dataset.articles[source.file or ""]
    drafts.change(pick)


def _without(form: Form, offered: Offer | None) -> Form:
    """The form without values offered by another passage that were not changed by hand."""
    if offered is None:
        return form
    for column, value in offered.cells.items():
        form = form.with_cell(column, "") if form.cell(column) == value else form
    return form.with_sent(()) if form.sent == offered.sent else form


def _marked() -> None:
    def mark(draft: ArticleDraft) -> ArticleDraft:
        told, form = sent(_KEY, "marked"), draft.form
        if told is None or form is None:
            return draft
        start, stop = _place(told)
        if start >= stop:
            return draft
        made = form.with_mark(FieldMark(str(told["field"]), start, stop))
        return replace(draft, form=made, told="", refused=())

    drafts.change(mark)


def _unmarked() -> None:
    def unmark(draft: ArticleDraft) -> ArticleDraft:
        told, form = sent(_KEY, "unmarked"), draft.form
        if told is None or form is None:
            return draft
        return replace(draft, form=form.without_mark(FieldMark(str(told["field"]), *_place(told))))

    drafts.change(unmark)


def _place(told: Mapping[str, Any]) -> tuple[int, int]:
    """The selection in code points: its start, and the one after its end."""
    return int(told["start"]), int(told["stop"])


def day_of(source: SourceRow) -> date | None:
    """The day on which a source was published; None if that is not one day."""
    try:
        first, last = dates.bounds(source.published or "")
    except ValueError:
        return None
    return first if first == last else None


@st.cache_resource(show_spinner=False, max_entries=4)
def tables(data: Path) -> Tables:
    """The names of nations and places for reading articles, from the shipped gazetteer."""
    return article_tables(data, DATA / "gazetteer", opinion_on)
