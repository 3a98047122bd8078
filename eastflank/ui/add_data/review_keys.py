"""The keys of a review, handled by `review_keys.js`; and its buttons, which do the same."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from eastflank.curation import review as reviews
from eastflank.curation.review import Mode, Review
from eastflank.ui import scripts
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.review_acts import Before, keys, pressed
from eastflank.ui.messages import sent

_KEY = "review-keys"
_FIELDS = ".st-key-review-mend input"
_REASON = ".st-key-review-refuse input"
_UNSEEN = "position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%);"

_component = st.components.v2.component(
    "eastflank_review_keys",
    html='<p class="ef-review-told" role="status"></p>',
    css=f".ef-review-told {{ {_UNSEEN} }}",
    js=scripts.importing("review_keys"),
    isolate_styles=False,
)


def show(review: Review, said: str, on: Before) -> None:
    """Draw the component that listens for keys and tells screen readers the current position."""
    draft = drafts.current()
    focus = _FIELDS if review.mode is Mode.MENDING else _REASON if draft.writes_reason else ""
    _component(
        key=_KEY,
        data={
            "said": said,
            "keys": list(keys()),
            "heard": list(draft.heard),
            "focus": {"selector": focus, "once": f"{draft.number} {review.at} {focus}"} if focus else None,
        },
        on_pressed_change=lambda: drafts.change(lambda now: _heard(now, on)),
    )


def press(key: str, on: Before) -> None:
    """Run the action of a key."""
    drafts.change(lambda draft: pressed(draft, key, on))


def turn(number: int, on: Before) -> None:
    """Go to a proposal, unless one is being corrected."""

    def turned(draft: ArticleDraft) -> ArticleDraft:
        review = draft.review
        if review is None or review.mode is Mode.MENDING or not 0 < number <= len(on.items):
            return draft
        return replace(draft.showing(None), review=reviews.at(review, number))

    drafts.change(turned)


def _heard(draft: ArticleDraft, on: Before) -> ArticleDraft:
    """The draft after the pending keys. Input from a browser is not trusted."""
    said = sent(_KEY, "pressed")
    if said is None:
        return draft
    page, presses = str(said["page"]), list(said["keys"])
    last = draft.heard[1] if draft.heard[0] == page else 0
    for one in presses:
        number, key = int(one["number"]), str(one["key"])
        if number > last:
            draft = replace(pressed(draft, key, on), heard=(page, number))
    return draft
