"""The changes by the section *A table*: an import, the review of its drafts, and Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from eastflank.curation import last_import, table_drafts, undo
from eastflank.curation.last_import import LastImport
from eastflank.intake.tables import kept_choices
from eastflank.intake.tables.columns import kept_mappings
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.files import own_export
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.model import Dataset
from eastflank.store import stores
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Edit, Made, Refused
from eastflank.store.folder import Folder
from eastflank.ui import data, rights
from eastflank.ui.add_data import findings_told, undo_lost
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.table_draft import DoneImport, TableDraft
from eastflank.words.chosen import (
    add_data,
    add_export,
    imported_claims,
    rows_of_tables,
    saving_changes,
    table_changes,
)
from eastflank.words.chosen import add_table as words


def apply(draft: TableDraft, found: Changes, left: str, dataset: Dataset, place: Folder) -> TableDraft:
    """The draft after the import, or with the reasons why it was not made.

    `left` says which parts of the file are not imported.
    """
    reason = (draft.reason or found.reason).strip()
    if not reason or draft.brought is None:
        return replace(draft, told="", refused=(words.NO_REASON,))
    if found.gone and not draft.gone:
        return replace(draft, told="", refused=(table_changes.CHOOSE_GONE,), number=draft.number + 1)
    chosen = reading.choices_of(draft, draft.brought, dataset, rights.who())
    answer = _asked(dataset, lambda: _saved(place, found.edits, reason, dataset))
    if isinstance(answer, tuple):
        return replace(draft, told="", refused=answer)
    with suppress(OSError):  # not needed for the import: next time it is asked again
        kept_choices.keep(place.root, draft.brought.name, chosen)
    said = table_changes.applied_counts(*found.numbers, len(found.reread))
    told = table_changes.applied(draft.brought.name, said, found.same, found.retracted, len(found.ended))
    if found.returned:
        told = f"{told} {rows_of_tables.returned(len(found.returned))}"
    reading.forget()
    return TableDraft(
        number=draft.number + 1, done=DoneImport(str(place.root), answer, found.source, told, left)
    )


def bring(draft: TableDraft, found: own_export.Brought, dataset: Dataset, place: Folder) -> TableDraft:
    """The draft after an export's rows were imported unchanged, or with the reasons why they were not."""
    if not rights.may_review():
        return replace(draft, told="", refused=(words.ONLY_A_REVIEWER,))
    answer = _asked(dataset, lambda: _saved(place, found.edits, found.reason, dataset))
    if isinstance(answer, tuple):
        return replace(draft, told="", refused=answer)
    reading.forget()
    return TableDraft(number=draft.number + 1, told=add_export.brought(len(found.edits)))


def keep_mapping(mapping: ColumnMapping, place: Folder) -> None:
    """Store the mapping of columns for the next table of this kind, if the folder is writable."""
    if rights.may_edit():
        try:
            kept_mappings.keep(place.root, mapping)
        except OSError:  # not needed for the import: next time the columns are recognised again
            return


def accept(draft: TableDraft, source: str, dataset: Dataset, place: Folder) -> TableDraft:
    """The draft after all drafts of a table were reviewed, or with the reasons why they were not."""
    if not rights.may_review():
        return replace(draft, told="", refused=(words.ONLY_A_REVIEWER,))
    claims = table_drafts.waiting(dataset).get(source, ())
    if not claims:
        return replace(draft, told="", refused=(words.CONFLICT,))
    reason = words.reviewing(_called(source, dataset))
    answer = _asked(
        dataset,
        lambda: _saved(place, table_drafts.accepting(dataset, source, claims, draft.grade), reason, dataset),
        words.WAY_ON,
    )
    if isinstance(answer, tuple):
        return replace(draft, told="", refused=answer)
    before = draft.done or DoneImport(str(place.root), "", source, "", "")
    if before.source != source:
        before = DoneImport(str(place.root), "", source, "", "")
    done = replace(before, version=answer, accepted=words.accepted(len(claims), _called(source, dataset)))
    return replace(draft, done=done, told="", refused=(), number=draft.number + 1)


def take_back(draft: TableDraft, dataset: Dataset, place: Folder) -> TableDraft:
    """The draft after its last change was undone, or with the reasons why it was not."""
    done, step = draft.done, undo.last(stores.of(place), dataset.version)
    if done is None or step is None or step.version != done.version:
        return replace(draft, told="", refused=(words.NO_LONGER_UNDONE,))
    reason = words.undoing(step.reason)
    answer = _asked(
        dataset,
        lambda: _read_at_once(
            undo.take_back(
                stores.of(place),
                who=rights.who(),
                when=reading.today(),
                reason=reason,
                expected=dataset.version,
                before=dataset,
            )
        ),
    )
    if isinstance(answer, tuple):
        return replace(draft, told="", refused=answer)
    if done.accepted and done.told:  # the import remains, and can be undone too
        return replace(
            draft,
            done=replace(done, version=answer, accepted=""),
            told=words.UNDONE_ACCEPTED,
            refused=(),
            number=draft.number + 1,
        )
    told = words.UNDONE_ACCEPTED if done.accepted else words.UNDONE
    return TableDraft(number=draft.number + 1, told=told)


def may_be_taken_back(done: DoneImport, dataset: Dataset, place: Folder) -> bool:
    """Whether the import is the last change of the dataset."""
    step = undo.last(stores.of(place), dataset.version)
    return step is not None and step.version == done.version == dataset.version


def last(dataset: Dataset, place: Folder) -> LastImport | None:
    """The import that is the last change of the dataset, also after a reload; None if another change is."""
    return last_import.of(undo.last(stores.of(place), dataset.version), dataset)


def as_done(one: LastImport, dataset: Dataset, place: Folder) -> DoneImport:
    """The last import, as one that can be undone."""
    accepted = words.accepted(one.accepted, _called(one.source, dataset)) if one.accepted else ""
    return DoneImport(str(place.root), dataset.version, one.source, "", "", accepted)


def _called(source: str, dataset: Dataset) -> str:
    """What a reader calls a table: by the name of its file."""
    row = dataset.sources_by_id.get(source)
    return (imported_claims.name_of_source(row.title) if row else "") or source


def _saved(place: Folder, asked: Sequence[Edit], reason: str, dataset: Dataset) -> str:
    """The new version; the undo step is stored with the record."""
    who, when = rights.who(), reading.today()
    return _read_at_once(
        undo.save(
            stores.of(place), asked, who=who, when=when, reason=reason,
            expected=dataset.version, before=dataset, at=reading.time_of_day(),
        )
    )  # fmt: skip


def _read_at_once(made: Made) -> str:
    """The version of the new dataset; the page does not have to read it again."""
    if made.dataset is not None:
        data.expect(made.dataset)
    undo_lost.note(made)
    return made.version


def _asked(dataset: Dataset, change: Callable[[], str], way_on: str = "") -> str | tuple[str, ...]:
    """The version after a change, or why it was not made. The user's right may have ended meanwhile.

    `way_on` says what can be done if the checks refuse it.
    """
    if not rights.may_edit():
        return (add_data.NOT_ALLOWED,)
    try:
        return change()
    except Refused as error:
        told = tuple(findings_told.by_rows(one, dataset) for one in error.problems)
        return (*told, *((way_on,) if way_on else ()))
    except BrokenData as error:
        return tuple(findings_told.told(one) for one in error.findings)
    except Conflict:
        return (words.CONFLICT,)
    except OSError as error:
        return (saving_changes.not_written(error.strerror or str(error)),)
