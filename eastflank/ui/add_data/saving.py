"""Changes of the record that the page asks for, and what is told when they cannot be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from eastflank.curation.form import Form, edits_of, form_of
from eastflank.curation.objections import objections
from eastflank.curation.source import NewSource
from eastflank.curation.source import edits_of as source_edits
from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Refused, Retract
from eastflank.ui import rights
from eastflank.ui.add_data.draft import Draft
from eastflank.ui.add_data.kept import Kept
from eastflank.words.en import add_data as words


def save_claim(draft: Draft, kept: Kept) -> Draft:
    """The draft after its claim was saved, or with the reasons why it was not."""
    return _answered(draft, lambda: _claim_saved(draft, kept))


def _claim_saved(draft: Draft, kept: Kept) -> Draft:
    form = draft.form
    if form is None:
        return draft
    if not form.reason.strip():
        return _refused(draft, words.NO_REASON)
    if form.cell("review") == "reviewed" and not rights.may_review():
        return _refused(draft, words.NOBODY_REVIEWS)
    dataset = kept.dataset
    if found := objections(form, dataset, kept.schema):
        return _refused(draft, *dict.fromkeys(map(str, found)))
    if form.edits and draft.before and (now := form_of(dataset, form.edits)) != draft.before:
        return _refused(replace(draft, before=now), words.CONFLICT, *_told(now, form))
    kept.save(edits_of(form, dataset), form.reason.strip(), dataset)
    return draft.done(words.saved(form.id))


def retract(draft: Draft, reason: str, kept: Kept) -> Draft:
    """The draft after its claim was retracted, or with the reasons why it was not."""
    if not reason.strip():
        return _refused(draft, words.NO_REASON)

    def retracted() -> Draft:
        asked = [Retract(draft.retracting, reason.strip())]
        kept.save(asked, reason.strip(), kept.dataset)
        return draft.done(words.retracted(draft.retracting))

    return _answered(draft, retracted)


def take_back(draft: Draft, dataset: Dataset, kept: Kept) -> Draft:
    """The draft after the last change of `dataset` was taken back, or with the reasons why it was not."""

    def taken_back() -> Draft:
        step = kept.last(dataset)
        if step is None:
            return _refused(draft, words.NOTHING_TO_UNDO)
        kept.take_back(words.undoing(step.reason), dataset)
        return draft.done(words.UNDONE)

    return _answered(draft, taken_back)


def save_source(draft: Draft, made: Callable[[Dataset], NewSource], reason: str, kept: Kept) -> Draft:
    """The draft after a source was added, which is then shown, or with the reasons why it was not."""

    def saved() -> Draft:
        dataset = kept.dataset
        source = made(dataset)
        kept.save(source_edits(source), reason, dataset)
        return replace(draft.done(words.SOURCE_SAVED), source=source.id)

    return _answered(draft, saved)


def _refused(draft: Draft, *why: str) -> Draft:
    return replace(draft, told="", refused=why)


def _answered(draft: Draft, change: Callable[[], Draft]) -> Draft:
    """Make a change, if the person may: the right may have gone since the page was drawn."""
    if not rights.may_edit():
        return _refused(draft, words.NOT_ALLOWED)
    try:
        return change()
    except Refused as error:
        return _refused(draft, *map(str, error.problems))
    except BrokenData as error:
        return _refused(draft, *map(str, error.findings))
    except Conflict:
        return _refused(draft, words.CONFLICT)
    except OSError as error:
        return _refused(draft, words.not_written(error.strerror or str(error)))


def _told(now: Form, form: Form) -> tuple[str, ...]:
    """Where a claim as it now is and as it was to become differ."""
    columns = dict.fromkeys([*now.cells, *form.cells])
    differ = [column for column in columns if now.cell(column) != form.cell(column)]
    return tuple(
        words.both_versions(words.LABELS.get(one, one), now.cell(one), form.cell(one)) for one in differ
    )
