"""Forms that a user leaves without saving them: they are set aside, and the user can return to them."""

from __future__ import annotations

from dataclasses import replace

from eastflank.curation.form import Form, next_id
from eastflank.curation.kept_form import KeptForm
from eastflank.model import Dataset
from eastflank.ui.add_data.draft import INFERRED, ArticleDraft
from eastflank.ui.add_data.entering import caught_up


def begin(draft: ArticleDraft, form: Form, dataset: Dataset, before: Form | None = None) -> ArticleDraft:
    """The draft with another form, which nobody has filled in yet; the form before it is set aside.

    If the user left a change of the same claim, the draft shows that one. `before` is the claim as it is.
    """
    draft = caught_up(draft)
    if draft.form and KeptForm(draft.form, draft.before).is_of(form):
        return replace(draft, retracting="", adding=False)
    same = next((one for one in draft.aside if one.is_of(form)), None)
    if same:
        return go_on(draft, same, dataset)
    shown = leave(draft).showing(form)
    return replace(shown, before=before, begun=form, retracting="", adding=False)


def leave(draft: ArticleDraft) -> ArticleDraft:
    """The draft without its form, which is set aside if something was entered in it."""
    draft = caught_up(draft)
    return replace(draft.showing(None), before=None, begun=None, offered=None, aside=unsaved(draft))


def retract(draft: ArticleDraft, claim: str) -> ArticleDraft:
    """The draft that asks why a claim is retracted; its form is set aside."""
    return replace(leave(draft), retracting=claim)


def unsaved(draft: ArticleDraft) -> tuple[KeptForm, ...]:
    """The forms that wait to be saved: the one that is shown, then those that are set aside.

    A review stores the form that belongs to it.
    """
    if draft.form is None or draft.review is not None or _says(draft.form) == _says(draft.begun):
        return draft.aside
    return (KeptForm(draft.form, draft.before), *draft.aside)


def go_on(draft: ArticleDraft, one: KeptForm, dataset: Dataset) -> ArticleDraft:
    """The draft with a form that was set aside; the form that is shown takes its place."""
    form, before = _fitting(one, dataset)
    shown = forget(leave(draft), one).showing(form)
    source = form.cell("source") or INFERRED
    return replace(shown, source=source, before=before, retracting="", adding=False)


def forget(draft: ArticleDraft, one: KeptForm) -> ArticleDraft:
    """The draft without a form that was set aside."""
    return replace(draft, aside=tuple(each for each in draft.aside if each != one))


def _fitting(one: KeptForm, dataset: Dataset) -> KeptForm:
    """The form in the record as it is now: claims may have come or gone since."""
    form, before = one
    if form.edits and form.edits not in dataset.claims_by_id:
        form, before = replace(form, edits=""), None
    if form.supersedes and form.supersedes not in dataset.claims_by_id:
        form = replace(form, supersedes="")
    if not form.edits and form.id in dataset.claims_by_id:
        form = replace(form, id=next_id(dataset, form.cell("source")))
    return KeptForm(form, before)


def _says(form: Form | None) -> Form | None:
    """The form without empty cells: an empty cell equals a missing one."""
    return form and replace(form, cells={column: cell for column, cell in form.cells.items() if cell})
