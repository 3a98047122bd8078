"""The article with its proposals marked in it, drawn by `review_text.js`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from eastflank.curation.review import Review, visible
from eastflank.ui import scripts
from eastflank.ui.add_data import review_keys
from eastflank.ui.add_data.review_acts import Before
from eastflank.ui.add_data.review_card import state_of, value_of
from eastflank.ui.messages import sent
from eastflank.words.chosen import reviewing as words

_KEY = "review-text"

_text = st.components.v2.component(
    "eastflank_review_text",
    html='<div class="ef-review-text" tabindex="0" role="region" translate="no"></div>',
    css=(Path(__file__).parent / "review.css").read_text(encoding="utf-8"),
    js=scripts.importing("review_text"),
    isolate_styles=False,
)


def show(review: Review, on: Before) -> None:
    """Draw the text."""
    _text(key=_KEY, data=data_of(review, on), on_turned_change=lambda: _turned(on))


def data_of(review: Review, on: Before) -> dict[str, Any]:
    """The data for `review_text.js`."""
    shown, now = set(visible(review, on.items)) | {review.at}, on.one(review)
    marks = []
    for one in on.items:
        state = state_of(review, one.number)
        start, stop = one.proposal.quote
        if one.number in shown:
            label = words.marked(one.number, one.proposal.kind.value, state)
            marks.append({"start": start, "stop": stop, "number": one.number, "state": state, "label": label})
    fields = [
        {
            "start": span.start,
            "stop": span.stop,
            "field": name,
            "label": f"{words.field(name)}: {value_of(name, field.value, on)}",
        }
        for name, field in (now.proposal.fields.items() if now else ())
        for span in field.spans
    ]
    return {"text": on.text, "label": words.ARTICLE, "at": review.at, "proposals": marks, "fields": fields}


def _turned(on: Before) -> None:
    if turned := sent(_KEY, "turned"):
        review_keys.turn(int(turned["number"]), on)
