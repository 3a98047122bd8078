"""Saves a review in one step: all its claims, or none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eastflank.curation import proposal_rows
from eastflank.curation.answers import About
from eastflank.curation.proposed import Proposed
from eastflank.curation.review import ReviewOutcome
from eastflank.curation.review_edits import edits_of_review
from eastflank.store.edits import Insert
from eastflank.ui import rights
from eastflank.ui.add_data import review_kept
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept, today
from eastflank.ui.add_data.saving import answered, refused, save_edits, shown_from
from eastflank.words.chosen import reviewing as words


def save(
    draft: ArticleDraft, items: Sequence[Proposed], kept: Kept, answers: Mapping[About, str]
) -> ArticleDraft:
    """The draft after the decisions were saved, or with the reasons why they were not.

    `answers` are the reasons for accepting findings that are a matter of judgement.
    """
    return answered(draft, kept, lambda: _saved(draft, items, kept, answers))


def _saved(
    draft: ArticleDraft, items: Sequence[Proposed], kept: Kept, answers: Mapping[About, str]
) -> ArticleDraft:
    review = draft.review
    if review is None or not review.decisions:
        return refused(draft, words.NOTHING_TO_SAVE)
    dataset = kept.dataset
    known = proposal_rows.saved(review.source, items, dataset)
    meanwhile = sorted(set(known) & set(review.decisions) - set(review.saved))
    if meanwhile:
        left = {number: one for number, one in review.decisions.items() if number not in meanwhile}
        now = replace(draft, review=replace(review, decisions=left, saved=known))
        return refused(now, words.saved_meanwhile(meanwhile))
    asked = edits_of_review(review, items, dataset, who=rights.who(), when=today())
    save_edits(asked, words.REASON, dataset, kept, answers)
    review_kept.forget(kept, review.source)
    accepted = len(review.accepted)
    left_out = sum(one.outcome is ReviewOutcome.REFUSED for one in review.decisions.values())
    claims = [one.row["id"] for one in asked if isinstance(one, Insert) and one.table == "claims"]
    told = words.saved(accepted, left_out, review.source)
    after = draft.done(told, shown_from(claims, kept.dataset))
    return replace(after, source=review.source)
