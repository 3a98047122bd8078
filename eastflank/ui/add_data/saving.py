"""Saves the page's changes of the record, and reports why a change cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from eastflank.curation.answers import About, about, can_be_answered, is_judged
from eastflank.curation.answers import edits_of as answers_of
from eastflank.curation.form import edits_of, first_form, form_of
from eastflank.curation.objections import objections_to
from eastflank.curation.source import NewSource, row_of
from eastflank.curation.source import edits_of as source_edits
from eastflank.intake.tables.renewal import told_claims
from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Edit, Refused, Retract
from eastflank.ui import rights
from eastflank.ui.add_data import findings_told, set_aside
from eastflank.ui.add_data.draft import ArticleDraft
from eastflank.ui.add_data.kept import Kept, today
from eastflank.words.chosen import add_data, change_log, source_entry
from eastflank.words.chosen import saving_changes as words

Saved: TypeAlias = tuple[Sequence[Edit], str]
"""Edits, and the message after they are made."""
Saving: TypeAlias = Callable[[NewSource, Dataset], Saved]
"""Returns the change that saves a source in a dataset."""


def save_claim(draft: ArticleDraft, kept: Kept, answers: Mapping[About, str]) -> ArticleDraft:
    """The draft after its claim was saved, or with the reasons why it was not.

    `answers` are the reasons for accepting findings that are a matter of judgement.
    """
    return answered(draft, kept, lambda: _claim_saved(draft, kept, answers))


def _claim_saved(draft: ArticleDraft, kept: Kept, answers: Mapping[About, str]) -> ArticleDraft:
    form = draft.form
    if form is None:
        return draft
    if not form.reason.strip():
        return refused(draft, words.NO_REASON)
    if form.cell("review") == "reviewed" and not rights.may_review():
        return refused(draft, words.NOBODY_REVIEWS)
    dataset = kept.dataset
    if found := [one for one in objections_to(form, dataset, kept.schema) if not one.judged]:
        return refused(draft, *dict.fromkeys(map(str, found)))
    if form.edits and draft.before and (now := form_of(dataset, form.edits)) != draft.before:
        return replace(refused(draft, words.CHANGED_MEANWHILE), theirs=now)
    save_edits(edits_of(form, dataset), form.reason.strip(), dataset, kept, answers)
    after = draft.done(words.saved(_called(form.id, kept)), shown_from([form.id], kept.dataset))
    return replace(after, source=form.cell("source")) if form.rows.get("sources") else after


def _called(claim: str, kept: Kept) -> str:
    """What readers call a claim that is saved: that of a table by its unit, any other by its id."""
    return told_claims.names([claim], kept.dataset).get(claim, claim)


def save_edits(
    asked: Sequence[Edit], reason: str, dataset: Dataset, kept: Kept, answers: Mapping[About, str]
) -> None:
    """Save edits; if their findings are a matter of judgement, with the answers, if all are given."""
    try:
        kept.save(asked, reason, dataset)
    except Refused as found:
        if found.after is None or not can_be_answered(found.problems):
            raise
        judged = [one for one in found.problems if is_judged(one)]
        if not all(answers.get(about(one), "").strip() for one in judged):
            raise
        settled = answers_of(found.problems, answers, found.after, today())
        kept.save([*asked, *settled], reason, dataset)


def retract(draft: ArticleDraft, reason: str, kept: Kept, answers: Mapping[About, str]) -> ArticleDraft:
    """The draft after its claim was retracted, or with the reasons why it was not."""
    if not reason.strip():
        return refused(draft, words.NO_REASON)

    def retracted() -> ArticleDraft:
        asked = [Retract(draft.retracting, reason.strip())]
        save_edits(asked, reason.strip(), kept.dataset, kept, answers)
        told = words.retracted(_called(draft.retracting, kept))
        reasons = {claim: why for claim, why in draft.reasons.items() if claim != draft.retracting}
        return replace(draft.done(told), reasons=reasons)

    return answered(draft, kept, retracted)


def take_back(draft: ArticleDraft, dataset: Dataset, kept: Kept) -> ArticleDraft:
    """The draft after the last change of `dataset` was undone, or with the reasons why it was not."""

    def taken_back() -> ArticleDraft:
        step = kept.last(dataset)
        if step is None:
            return refused(draft, change_log.NOTHING_TO_UNDO)
        kept.take_back(change_log.undoing(step.reason), dataset)
        claims = told_claims.named(step.retracted, dataset, change_log.NAMED)
        told = change_log.undone_and_retracted(claims) if claims else change_log.UNDONE
        if draft.adding:  # the source that is being added has nothing to do with it
            return replace(draft, told=told, refused=(), asked=())
        return set_aside.leave(draft).done(told)

    after = answered(draft, kept, taken_back)
    return (
        refused(after, *(findings_told.told(one, [dataset]) for one in after.asked)) if after.asked else after
    )


def save_source(  # noqa: PLR0913 - what is saved, why, and where
    draft: ArticleDraft,
    made: Callable[[Dataset], NewSource],
    reason: str,
    kept: Kept,
    answers: Mapping[About, str],
    *,
    saved: Saving | None = None,
    coming: str = "",
) -> ArticleDraft:
    """The draft after a source was added, which is then shown, or with the reasons why it was not.

    A source that is only cited is saved with its first claim, whose form is then shown. `saved` gives the
    edits that add it, and the message; None: those of a source without claims.
    """

    def save() -> ArticleDraft:
        dataset = kept.dataset
        source = made(dataset)
        if source.id in dataset.sources_by_id:
            return refused(draft, source_entry.source_is_taken(source.id))
        if source.text is None:
            form = replace(first_form(row_of(source)), reason=reason)
            first = replace(draft.done(""), source="", number=draft.number)
            return replace(first.showing(form), told=source_entry.COMES_WITH_CLAIM)
        asked, told = saved(source, dataset) if saved else (source_edits(source), source_entry.SOURCE_SAVED)
        save_edits(asked, reason, dataset, kept, answers)
        return replace(draft.done(told), source=source.id)

    return answered(draft, kept, save, coming)


def shown_from(claims: Iterable[str], dataset: Dataset) -> date | None:
    """The first day on which the map shows all of these claims; None if none of them counts."""
    rows = (dataset.claims_by_id[one] for one in claims)
    counting = (row for row in rows if row.review not in ("draft", "retracted"))
    return max((row.known_on for row in counting if row.known_on < date.max), default=None)


def refused(draft: ArticleDraft, *why: str, head: str = "") -> ArticleDraft:
    """The draft with the reasons why an action failed; `head` is their heading, as in the draft."""
    return replace(draft, told="", refused=why, head=head, asked=())


def answered(
    draft: ArticleDraft, kept: Kept, change: Callable[[], ArticleDraft], coming: str = ""
) -> ArticleDraft:
    """Make a change if the person may: the right may have ended since the page was drawn.

    `coming` is the title of the source that it adds, if it adds one.
    """
    if not rights.may_edit():
        return refused(draft, add_data.NOT_ALLOWED)
    try:
        return change()
    except Refused as error:
        if error.after is not None and can_be_answered(error.problems):
            return replace(refused(draft), asked=error.problems)
        known = [*([error.after] if error.after else []), kept.dataset]
        why = [findings_told.told(one, known, coming) for one in error.problems]
    except BrokenData as error:
        why = [*map(findings_told.told, error.findings)]
    except Conflict:
        why = [words.CONFLICT]
    except OSError as error:
        why = [words.not_written(error.strerror or str(error))]
    return refused(draft, *why)
