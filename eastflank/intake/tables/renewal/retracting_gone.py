"""Retracts, with an import, the claims whose rows are no longer in the table."""

from __future__ import annotations

from dataclasses import replace

from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.import_totals import added
from eastflank.model import Dataset
from eastflank.store.edits import Retract
from eastflank.words.chosen import imported_claims as words


def with_gone_retracted(found: Changes, dataset: Dataset, name: str) -> Changes:
    """An import that retracts the claims that are gone, and what they had renewed.

    Otherwise the claim of a still earlier file would be the newest one about the unit again. `name` is that
    of the table.
    """
    all_gone = (*found.gone, *found.unread)
    gone = [one.claim for one in all_gone]
    ids = [*gone, *(before for one in all_gone for before in one.before)]
    if not ids:
        return found
    frame = dataset.claims
    own = frame.loc[frame["id"].isin(ids), ["id", "review", "troops_low", "troops_high", "hedge"]]
    drafts = int((own["review"] == "draft").sum())
    newest = own[own["id"].isin(gone)].astype("string").fillna("")
    less = added({str(key): str(cell) for key, cell in row.items()} for row in newest.to_dict("records"))
    after = replace(
        found.after,
        claims=found.after.claims - len(ids),
        drafts=found.after.drafts - drafts,
        persons=found.after.persons.minus(less),
    )
    reason = words.GONE.format(name=name)
    edits = (*found.edits, *(Retract(claim, reason) for claim in ids))
    return replace(found, edits=edits, after=after, retracted=len(ids))
