"""Changes of the record that the page asks for, and what is told when they cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from eastflank.curation import undo
from eastflank.curation.form import Form, edits_of, form_of
from eastflank.curation.objections import objections
from eastflank.model import Dataset
from eastflank.store import schema
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Edit, Refused, Retract
from eastflank.ui import rights
from eastflank.ui.add_data.draft import Draft
from eastflank.words.en import add_data as words


def save_claim(draft: Draft, dataset: Dataset, data: Path) -> Draft:
    """The draft after its claim was saved, or with the reasons why it was not."""
    form = draft.form
    if form is None:
        return draft
    if not form.reason.strip():
        return replace(draft, told="", refused=(words.NO_REASON,))
    if form.cell("review") == "reviewed" and not rights.may_review():
        return replace(draft, told="", refused=(words.NOBODY_REVIEWS,))
    if found := objections(form, dataset, schema.read(data)):
        return replace(draft, told="", refused=tuple(dict.fromkeys(map(str, found))))
    if form.edits and draft.before and (now := form_of(dataset, form.edits)) != draft.before:
        return replace(draft, before=now, told="", refused=(words.CONFLICT, *_told(now, form)))
    return save(draft, dataset, data, edits_of(form, dataset), form.reason.strip(), words.saved(form.id))


def retract(draft: Draft, reason: str, dataset: Dataset, data: Path) -> Draft:
    """The draft after its claim was retracted, or with the reasons why it was not."""
    if not reason.strip():
        return replace(draft, told="", refused=(words.NO_REASON,))
    asked = [Retract(draft.retracting, reason.strip())]
    return save(draft, dataset, data, asked, reason.strip(), words.retracted(draft.retracting))


def take_back(draft: Draft, dataset: Dataset, data: Path) -> Draft:
    """The draft after the last change was taken back, or with the reasons why it was not."""
    step = undo.last(data, dataset.version)
    if step is None:
        return replace(draft, told="", refused=(words.NOTHING_TO_UNDO,))
    reason = words.undoing(step.reason)
    return _asked(
        draft,
        lambda: undo.undo(data, who=rights.who(), when=_today(), reason=reason, expected=dataset.version),
        words.UNDONE,
    )


def save(  # noqa: PLR0913, PLR0917 - what is saved, where, why and what is told
    draft: Draft, dataset: Dataset, data: Path, asked: Sequence[Edit], reason: str, told: str
) -> Draft:
    """The draft after edits were made, or with the reasons why they were not."""
    return _asked(
        draft,
        lambda: undo.save(
            data, asked, who=rights.who(), when=_today(), reason=reason, expected=dataset.version
        ),
        told,
    )


def _asked(draft: Draft, change: Callable[[], str], told: str) -> Draft:
    """Make a change, if the person may: the right may have gone since the page was drawn."""
    if not rights.may_edit():
        return replace(draft, told="", refused=(words.NOT_ALLOWED,))
    try:
        change()
    except Refused as error:
        return replace(draft, told="", refused=tuple(str(one) for one in error.problems))
    except BrokenData as error:
        return replace(draft, told="", refused=tuple(str(one) for one in error.findings))
    except Conflict:
        return replace(draft, told="", refused=(words.CONFLICT,))
    except OSError as error:
        return replace(draft, told="", refused=(words.not_written(error.strerror or str(error)),))
    return draft.done(told)


def _told(now: Form, form: Form) -> tuple[str, ...]:
    """Where a claim as it now is and as it was to become differ."""
    columns = dict.fromkeys([*now.cells, *form.cells])
    differ = [column for column in columns if now.cell(column) != form.cell(column)]
    return tuple(
        words.both_versions(words.LABELS.get(one, one), now.cell(one), form.cell(one)) for one in differ
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the curator's day
