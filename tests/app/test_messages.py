"""A message from a component that is no longer on the page changes nothing, and is no error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from eastflank.curation.form import new_form
from eastflank.ui import header, messages, nation_by_host, slider, strength, timeline, what_changed
from eastflank.ui.add_data import article, draft, review_keys, review_text
from tests.app.session import Opening
from tests.frozen import RECORD

UNUSED: Any = None
"""What a callback is called with and does not need without a message."""

ARTICLE = next(source for source in RECORD.sources_by_id.values() if source.file)

CALLBACKS: dict[str, Callable[[], object]] = {
    "timeline": timeline._picked,
    "strength": partial(strength._picked, "efp-lva"),
    "what changed": what_changed._picked,
    "nation by host": nation_by_host._picked,
    "briefing": header._brief,
    "days ahead": slider._asked,
    "a passage": partial(article._picked, RECORD, ARTICLE, UNUSED),
    "a marked field": article._marked,
    "a field without its mark": article._unmarked,
    "a proposal in the text": partial(review_text._turned, UNUSED),
}


@pytest.mark.parametrize("name", CALLBACKS)
def test_a_message_of_a_component_that_is_gone_changes_no_choice(at: Opening, name: str) -> None:
    session = at({"nation": ["CAN"], "brief": ["1"], "deployment": ["efp-lva"]})
    draft.change(lambda empty: replace(empty, form=new_form(RECORD, ARTICLE.id)))
    before = session.choices, draft.current()
    CALLBACKS[name]()
    assert (session.choices, draft.current()) == before


def test_keys_of_a_review_that_is_gone_are_not_pressed(at: Opening) -> None:
    at({})
    now = draft.current()
    assert review_keys._heard(now, UNUSED) == now


def test_a_component_without_this_event_sent_nothing(at: Opening) -> None:
    session = at({})
    session["timeline"] = {"picked": {"deployment": "efp-lva", "claim": ""}}
    assert messages.sent("timeline", "picked") == {"deployment": "efp-lva", "claim": ""}
    assert messages.sent("timeline", "asked") is None
    assert messages.sent("strength", "picked") is None
