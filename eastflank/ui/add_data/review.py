"""The review of an article's proposals: article on the left, one proposal on the right, keys and buttons."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from eastflank.curation import proposal_rows
from eastflank.curation import review as reviews
from eastflank.curation.proposed import ProposedClaims
from eastflank.curation.review import Mode, Review, Shown
from eastflank.intake.article.doubt import ARTICLE
from eastflank.intake.second_opinion.network import LONGEST
from eastflank.model import Dataset, SourceRow
from eastflank.ui.add_data import (
    answering,
    article,
    review_acts,
    review_kept,
    review_keys,
    review_proposals,
    review_text,
    set_aside,
)
from eastflank.ui.add_data import draft as drafts
from eastflank.ui.add_data.claim_fields import Fields
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.entering import caught_up
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.add_data.review_acts import Before
from eastflank.ui.add_data.review_card import card, state_of
from eastflank.ui.add_data.saying import say
from eastflank.words.chosen import reading_articles
from eastflank.words.chosen import reviewing as words

_OPENED = "review-opened"
"""In the session: the source for which a stored review was already looked up."""


def button(dataset: Dataset, source: SourceRow, kept: Kept) -> None:
    """The button that begins or continues the review of a source."""
    if not review_proposals.can_be_read(dataset.articles[source.file or ""]):
        st.caption(words.NOT_ENGLISH)
        return
    label = words.GO_ON if review_kept.is_kept(kept, source.id) else words.READ_THIS
    st.button(label, key="read-article", help=words.READ_HELP, on_click=partial(_begin, source.id))


def _begin(source: str) -> None:
    def begin(draft: ArticleDraft) -> ArticleDraft:
        left = set_aside.leave(draft)
        return replace(left, source=source, review=Review(source), retracting="", adding=False)

    st.session_state[_OPENED] = None
    drafts.change(begin)


def show(dataset: Dataset, source: SourceRow, kept: Kept) -> None:
    """Draw the review of a source's article."""
    found = review_proposals.of_source(dataset, source, kept)
    if st.session_state.get(_OPENED) != source.id:
        begun, form = review_kept.found(kept, source.id, found.items) or (Review(source.id), None)
        begun = replace(begun, saved=proposal_rows.saved(source.id, found.items, dataset))
        drafts.change(lambda draft: replace(draft.showing(form), review=begun))
        st.session_state[_OPENED] = source.id
    draft = caught_up(drafts.current())
    if draft is not drafts.current():
        drafts.change(caught_up)
    review = draft.review
    if review is None:
        return
    on = Before(dataset, kept, found.items, dataset.articles[source.file or ""], review_proposals.names())
    review_kept.keep(draft, found.items, kept)
    if not found.items:
        say(draft, kept.name)
        st.write(words.NOTHING_FOUND)
        _alone(found, long=len(on.text) > LONGEST)
        _close()
        _passed_over(found, on)
        return
    _bar(review, on)
    _alone(found, long=len(on.text) > LONGEST)
    left, right = st.columns([1.15, 1], gap="medium")
    with left, st.container(key="add-article"):
        if review.mode is Mode.MENDING:
            article.show(dataset, source, kept)
        else:
            review_text.show(review, on)
    with right:
        with st.container():
            say(draft, kept.name)
        with st.container(key="review-proposal"):
            if review.mode is Mode.MENDING:
                _mend(draft, on)
            else:
                _proposal(draft, review, on)
    _passed_over(found, on)
    one = on.one(review)
    kind = one.proposal.kind.value if one else "statement"
    state = state_of(review, review.at)
    review_keys.show(review, words.announced(review.at, len(found.items), kind, state, review.reviewed), on)


def _bar(review: Review, on: Before) -> None:
    """The progress, the filter, and the buttons that end the review."""
    with st.container(horizontal=True, vertical_alignment="center", key="review-bar"):
        st.html(
            Markup('<p class="ef-progress"><b>{}</b></p>').format(
                words.progress(review.reviewed, len(on.items))
            )
        )
        st.segmented_control(
            words.PROPOSAL_FILTER, [one.value for one in Shown], default=review.shown.value,
            format_func=words.SHOWN.__getitem__, key=f"review-shown#{review.shown.value}",
            label_visibility="collapsed", on_change=partial(_filter, review.shown, on),
        )  # fmt: skip
        st.button(
            words.save(len(review.accepted)), key="review-save",
            type="primary" if _is_through(review, on) else "secondary",
            disabled=review.mode is not Mode.LOOKING, on_click=partial(review_keys.press, "s", on),
        )  # fmt: skip
        _close()


def _alone(found: ProposedClaims, *, long: bool) -> None:
    """Says that a text had no second opinion."""
    if found.by_rules_alone:
        st.caption(reading_articles.read_by_the_rules_alone(LONGEST, ARTICLE, long=long))


def _close() -> None:
    st.button(
        words.CLOSE, key="review-close", help=words.CLOSE_HELP,
        on_click=lambda: drafts.change(lambda draft: draft.done("")),
    )  # fmt: skip


def _filter(before: Shown, on: Before) -> None:
    said = str(drafts.said(f"review-shown#{before.value}") or Shown.ALL.value)

    def filtered(draft: ArticleDraft) -> ArticleDraft:
        review = draft.review
        if review is None or review.mode is Mode.MENDING:
            return draft
        return replace(draft, review=reviews.filtered(review, Shown(said), on.items), told="", refused=())

    drafts.change(filtered)


def _proposal(draft: ArticleDraft, review: Review, on: Before) -> None:
    """The proposal and its buttons."""
    if not reviews.visible(review, on.items):
        st.write(words.NONE_SHOWN)
    one = on.one(review)
    if one is None:
        return
    _buttons(review, on)
    if review.mode is Mode.REFUSING:
        _refusing(draft, on)
    else:
        _deployments(review, on)
    st.html(card(one, review, on))
    if one.proposal.doubted and review.mode is Mode.LOOKING:
        st.button(words.TAKE, key="review-t", on_click=partial(review_keys.press, "t", on))
    answering.show(draft, on.dataset, partial(review_keys.press, "s", on))
    _keys(words.KEYS)


def _buttons(review: Review, on: Before) -> None:
    labels = (
        ("k", words.PREVIOUS), ("j", words.NEXT), ("a", words.ACCEPT), ("e", words.MEND),
        ("x", words.REFUSE), ("u", words.UNDO),
    )  # fmt: skip
    with st.container(horizontal=True, gap="small", key="review-buttons"):
        for key, label in labels:
            st.button(
                label, key=f"review-{key}", on_click=partial(review_keys.press, key, on),
                disabled=review.mode is Mode.REFUSING and key in "ae",
                type="primary" if key == "a" and not _is_through(review, on) else "secondary",
            )  # fmt: skip


def _is_through(review: Review, on: Before) -> bool:
    """Whether nothing is left to decide, so that saving is the next step."""
    return review.reviewed == len(on.items)


def _deployments(review: Review, on: Before) -> None:
    """The deployments that it may be about, each with its digit."""
    offered = on.choices(review)
    if not offered:
        return
    chosen = on.choice(review)
    with st.container(gap="xsmall", key="review-deployments"):
        st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.IS_ABOUT))
        for digit, one in enumerate(offered, 1):
            st.button(
                words.choice(digit, one.name, one.why), key=f"review-about-{digit}",
                icon=":material/check:" if chosen and one.id == chosen.id else None,
                on_click=partial(review_keys.press, str(digit), on),
            )  # fmt: skip


def _refusing(draft: ArticleDraft, on: Before) -> None:
    """The reasons for refusing, each with its digit, and a field for another reason."""
    with st.container(gap="xsmall", key="review-refuse"):
        st.html(Markup('<h3 class="ef-form-group">{}</h3>').format(words.WHY_REFUSED))
        for digit, reason in enumerate(words.REASONS, 1):
            st.button(
                words.reason_choice(digit, reason), key=f"review-reason-{digit}",
                on_click=partial(review_keys.press, str(digit), on),
            )  # fmt: skip
        key = f"review-why#{draft.number}"
        with st.form(f"review-why-form#{draft.number}", border=False):
            st.text_input(words.ANOTHER_REASON, key=key)
            st.form_submit_button(
                words.REFUSE_WITH_IT,
                on_click=lambda: drafts.change(
                    lambda now: review_acts.refuse(now, str(drafts.said(key) or ""), on)
                ),
            )
        st.button(words.BACK, key="review-back", on_click=partial(review_keys.press, "Escape", on))


def _mend(draft: ArticleDraft, on: Before) -> None:
    """The fields of the proposal, for correction."""
    if draft.form is None or draft.base is None:
        return
    st.html(Markup('<h2 class="ef-form-head">{}</h2>').format(words.MEND_HEAD))
    _keys(words.KEYS_OF_MENDING)
    with st.container(horizontal=True, gap="small", key="review-mend-buttons"):
        for key, label in (("a", words.ACCEPT_CORRECTED), ("u", words.DROP_CORRECTIONS)):
            st.button(
                label, key=f"review-mend-{key}", type="primary" if key == "a" else "secondary",
                on_click=partial(review_keys.press, key, on),
            )  # fmt: skip
    with st.container(key="review-mend"), st.container(key="claim-form", gap="xsmall"):
        Fields(on.dataset, on.kept.schema, draft, draft.form, draft.base).entries(named=False)


def _keys(said: str) -> None:
    """Say which keys there are. `page.css` hides this until `review_keys.js` listens: before, none works."""
    with st.container(key="review-keys-told"):
        st.caption(said)


def _passed_over(found: ProposedClaims, on: Before) -> None:
    """Passages that look like claims but are not, in a list that is closed at first."""
    if not found.passed_over:
        return
    lines = Markup("").join(
        Markup("<li>“{}” <small>{}</small></li>").format(
            " ".join(on.text[slice(*one.quote)].split()), reading_articles.PASSED_OVER[one.reason.value]
        )
        for one in found.passed_over
    )
    st.html(
        Markup('<details class="ef-passed"><summary>{} ({})</summary><p>{}</p><ul>{}</ul></details>').format(
            words.PASSED_OVER, len(found.passed_over), words.PASSED_OVER_HELP, lines
        )
    )
