"""The actions of the keys and buttons of a review on the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from eastflank.curation import review as reviews
from eastflank.curation.deployment_choices import DeploymentChoice, about, choices, chosen
from eastflank.curation.form import Form
from eastflank.curation.objections import objections_to
from eastflank.curation.proposed import Proposed, as_reviewed, with_doubted
from eastflank.curation.review import Mode, ProposalDecision, Review, ReviewOutcome
from eastflank.intake.article.proposals import ProposalKind
from eastflank.model import Dataset
from eastflank.ui import rights
from eastflank.ui.add_data import answering, review_saving
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.entering import caught_up
from eastflank.ui.add_data.kept import Kept
from eastflank.ui.add_data.saving import refused
from eastflank.words.chosen import reviewing as words


@dataclass(frozen=True, slots=True)
class Before:
    """What the person who reviews sees."""

    dataset: Dataset
    kept: Kept
    items: Sequence[Proposed]
    text: str
    names: Mapping[str, str]
    """Names of nations by code."""

    def one(self, review: Review) -> Proposed | None:
        """The current proposal; None if there is none."""
        return next((one for one in self.items if one.number == review.at), None)

    def choices(self, review: Review) -> tuple[DeploymentChoice, ...]:
        """The deployments that it may be about."""
        one = self.one(review)
        quote = self.text[slice(*one.proposal.quote)] if one else ""
        return choices(one, quote, review.coming, self.dataset, self.names) if one else ()

    def choice(self, review: Review) -> DeploymentChoice | None:
        """The chosen one."""
        one = self.one(review)
        return chosen(one, self.choices(review), review.chosen.get(one.number, "")) if one else None


Act: TypeAlias = Callable[[ArticleDraft, Review, Before, str], ArticleDraft]
"""The draft after a key press, and the key."""


def keys() -> tuple[str, ...]:
    """The keys that have an action, now or after other pending keys."""
    return tuple(dict.fromkeys(key for acts in _ACTS.values() for key in acts))


def pressed(draft: ArticleDraft, key: str, on: Before) -> ArticleDraft:
    """The draft after a key press; a key without an action changes nothing."""
    review = draft.review
    if review is None or key not in _ACTS[review.mode]:
        return draft
    return _ACTS[review.mode][key](
        replace(draft, told="", refused=(), head="", writes_reason=False), review, on, key
    )


def refuse(draft: ArticleDraft, reason: str, on: Before) -> ArticleDraft:
    """The draft after the proposal was refused."""
    review = draft.review
    if review is None:
        return draft
    if not reason.strip():
        return refused(draft, words.NO_REASON, head=words.NOT_YET_REFUSED)
    return _at(
        draft,
        reviews.decided(review, ProposalDecision(ReviewOutcome.REFUSED, None, reason.strip()), on.items),
    )


def _at(draft: ArticleDraft, review: Review) -> ArticleDraft:
    """The draft at another proposal of the review; input for the previous one is dropped."""
    return replace(draft.showing(None), review=review, asked=())


def _chosen(draft: ArticleDraft, review: Review, on: Before, key: str) -> ArticleDraft:
    offered, digit = on.choices(review), int(key)
    if digit > len(offered):
        return draft
    return replace(draft, review=replace(review, chosen={**review.chosen, review.at: offered[digit - 1].id}))


def _accepted(draft: ArticleDraft, review: Review, on: Before, _key: str) -> ArticleDraft:
    one = on.one(review)
    if one is None:
        return draft
    if one.form is None:
        return refused(draft, words.no_form(one.unquotable), head=words.NOT_YET_ACCEPTED)
    same = on.dataset.claims_by_id.get(one.comparison.same_as)
    if same and same.source == review.source:  # a second source for the same is still worth a claim
        return refused(draft, words.has_it(same.id), head=words.NOT_YET_ACCEPTED)
    choice = on.choice(review)
    if one.proposal.kind is ProposalKind.DEPLOYMENT and choice is None:
        return refused(draft, words.CHOOSE_FIRST, head=words.NOT_YET_ACCEPTED)
    if wrong := [str(each) for each in one.wrong if not each.judged]:
        return refused(draft, *wrong, words.MEND_FIRST, head=words.NOT_YET_ACCEPTED)
    form = as_reviewed(_about(one, choice), counts=rights.may_review())
    return _at(draft, reviews.decided(review, ProposalDecision(ReviewOutcome.ACCEPTED, form), on.items))


def _about(one: Proposed, choice: DeploymentChoice | None) -> Form:
    assert one.form is not None  # noqa: S101 - its callers have looked
    return about(one.form, choice) if one.proposal.kind is ProposalKind.DEPLOYMENT else one.form


def _mending(draft: ArticleDraft, review: Review, on: Before, _key: str) -> ArticleDraft:
    """With the form of the proposal, or of the claim that was accepted."""
    one = on.one(review)
    if one is None or one.form is None:
        return refused(draft, words.no_form(one.unquotable if one else ""), head=words.NOT_CORRECTED)
    before = review.decisions.get(review.at)
    form = before.form if before and before.form else _about(one, on.choice(review))
    return _corrected(draft, review, form)


def _taking(draft: ArticleDraft, review: Review, on: Before, key: str) -> ArticleDraft:
    """With the form of the proposal, and with the values in it that are in doubt."""
    one = on.one(review)
    if one is None or not one.proposal.doubted:
        return refused(draft, words.NOTHING_IN_DOUBT, head=words.NOT_CORRECTED)
    whole = with_doubted(one, review.source, on.text, on.dataset, on.names)
    if whole.form is None:
        return _mending(draft, review, on, key)
    quote = on.text[slice(*one.proposal.quote)]
    offered = choices(whole, quote, review.coming, on.dataset, on.names)
    choice = chosen(whole, offered, review.chosen.get(one.number, ""))
    return _corrected(draft, review, _about(whole, choice))


def _corrected(draft: ArticleDraft, review: Review, form: Form) -> ArticleDraft:
    form = as_reviewed(form, counts=rights.may_review())
    return replace(draft.showing(form), before=None, offered=None, review=replace(review, mode=Mode.MENDING))


def _mended(draft: ArticleDraft, review: Review, on: Before, _key: str) -> ArticleDraft:
    draft = caught_up(draft)
    one, form = on.one(review), draft.form
    if one is None or one.form is None or form is None:
        return draft
    if form.cell("review") == "reviewed" and not rights.may_review():
        return refused(draft, words.NOBODY_REVIEWS, head=words.NOT_YET_ACCEPTED)
    if wrong := [str(each) for each in objections_to(form, on.dataset, on.kept.schema) if not each.judged]:
        return refused(draft, *dict.fromkeys(wrong), head=words.NOT_YET_ACCEPTED)
    outcome = (
        ReviewOutcome.MENDED
        if _says(form) != _says(_about(one, on.choice(review)))
        else ReviewOutcome.ACCEPTED
    )
    return _at(draft, reviews.decided(review, ProposalDecision(outcome, form), on.items))


def _says(form: Form) -> tuple[object, ...]:
    """What a form states, without whether it was reviewed."""
    cells = {column: cell for column, cell in form.cells.items() if cell and column != "review"}
    return cells, form.sent, form.marks, form.deployment


def _turned(draft: ArticleDraft, review: Review, on: Before, key: str) -> ArticleDraft:
    return _at(draft, reviews.turned(review, 1 if key == "j" else -1, on.items))


def _undone(draft: ArticleDraft, review: Review, _on: Before, _key: str) -> ArticleDraft:
    if not review.steps:
        return refused(draft, words.NOTHING_TO_UNDO, head=words.NOT_TAKEN_BACK)
    return _at(draft, reviews.undone(review))


def _refusing(draft: ArticleDraft, review: Review, _on: Before, _key: str) -> ArticleDraft:
    return replace(draft, review=replace(review, mode=Mode.REFUSING))


def _looking(draft: ArticleDraft, review: Review, _on: Before, _key: str) -> ArticleDraft:
    return _at(draft, replace(review, mode=Mode.LOOKING))


def _writing(draft: ArticleDraft, _review: Review, _on: Before, _key: str) -> ArticleDraft:
    return replace(draft, writes_reason=True)


def _refused(draft: ArticleDraft, _review: Review, on: Before, key: str) -> ArticleDraft:
    at = int(key) - 1
    return refuse(draft, words.REASONS[at], on) if at < len(words.REASONS) else draft


def _saved(draft: ArticleDraft, _review: Review, on: Before, _key: str) -> ArticleDraft:
    return review_saving.save(draft, on.items, on.kept, answering.given(draft))


_ACTS: Mapping[Mode, Mapping[str, Act]] = {
    Mode.LOOKING: {
        "j": _turned,
        "k": _turned,
        "a": _accepted,
        "e": _mending,
        "t": _taking,
        "x": _refusing,
        "u": _undone,
        "s": _saved,
        **dict.fromkeys("123456789", _chosen),
    },
    Mode.MENDING: {"a": _mended, "u": _looking},
    Mode.REFUSING: {
        "j": _turned,
        "k": _turned,
        **dict.fromkeys(("Escape", "x", "u"), _looking),
        "0": _writing,
        **dict.fromkeys("123456789", _refused),
    },
}
"""The action of each key, by what the person is doing."""
