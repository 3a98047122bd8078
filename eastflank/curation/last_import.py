"""The import of a table, or the review of its drafts, that is the last change of a dataset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eastflank.curation import table_drafts
from eastflank.curation.undo import UndoStep
from eastflank.model import Dataset
from eastflank.store.edits import Replace


@dataclass(frozen=True, slots=True)
class LastImport:
    """An import that can be undone."""

    source: str
    """The id of the table."""
    accepted: int
    """How many of its drafts were accepted with the last change; 0: the last change is the import itself."""
    who: str
    when: date
    at: str
    """The time of that day, on the clock of the server; empty if it is not known."""


def of(step: UndoStep | None, dataset: Dataset) -> LastImport | None:
    """The import that is the last change; None if another change is. `step` undoes the last change."""
    if step is None:
        return None
    source, accepted = _imported(step, dataset), 0
    if not source:
        source, accepted = _reviewed(step, dataset)
    return LastImport(source, accepted, step.who, step.when, step.at) if source else None


def _imported(step: UndoStep, dataset: Dataset) -> str:
    """The table whose import it is; empty if it is none."""
    made = set(step.retracted)
    for source, claims in table_drafts.waiting(dataset).items() if made else ():
        begins = f"{source.rpartition('-')[0]}-"  # ids of the table's rows; a typed claim may cite it too
        if made <= {claim for claim in claims if claim.startswith(begins)}:
            return source
    return ""


def _reviewed(step: UndoStep, dataset: Dataset) -> tuple[str, int]:
    """The table of which all drafts were accepted together, and how many; empty if it is another change."""
    back = [edit for edit in step.reverse if isinstance(edit, Replace)]
    drafts = {edit.key[0] for edit in back if edit.table == "claims" and edit.row.get("review") == "draft"}
    others = {edit.key[0] for edit in back if edit.table == "sources"}
    if not drafts or len(drafts) + len(others) != len(step.reverse):
        return "", 0
    frame = dataset.claims
    sources = set(frame.loc[frame["id"].isin(drafts), "source"].astype(str))
    tables = sources & set(table_drafts.tables(dataset))
    if len(sources) != 1 or tables != sources or others - sources:
        return "", 0
    return sources.pop(), len(drafts)
