"""The edits that save a review: its claims and the rows that come with them, all or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from eastflank.curation import proposal_rows
from eastflank.curation.form import Form, edits_of, next_id
from eastflank.curation.proposed import Proposed
from eastflank.curation.review import Review
from eastflank.model import Dataset
from eastflank.store.edits import Edit, Insert

_NUMBERED = re.compile(r"(.*?)(\d+)")


def claims_of(review: Review, dataset: Dataset) -> dict[int, Form]:
    """The claim that each proposal becomes, with a free id."""
    coming = {one.id: one for one in review.coming}
    ids = _ids(dataset, review.source)
    found: dict[int, Form] = {}
    for number in review.accepted:
        form = review.decisions[number].form
        if form is not None:
            made = coming.get(form.deployment.id) if form.deployment else None
            found[number] = replace(form, id=next(ids), deployment=made)
    return found


def edits_of_review(
    review: Review, items: Sequence[Proposed], dataset: Dataset, *, who: str, when: date
) -> tuple[Edit, ...]:
    """The edits that save what was decided: new deployments and places once, claims, and decisions."""
    forms = claims_of(review, dataset)
    told = [
        Insert("proposals", row)
        for row in proposal_rows.rows(review, items, forms, dataset, who=who, when=when)
    ]
    asked = [edit for form in forms.values() for edit in edits_of(form, dataset)]
    before = [edit for edit in asked if _comes_first(edit)]
    once = {
        (edit.table, edit.row.get("id", "")): edit for edit in reversed(before) if isinstance(edit, Insert)
    }
    known = {"deployments": dataset.deployments_by_id, "places": dataset.places_by_id}
    first = [edit for (table, key), edit in reversed(once.items()) if key not in known.get(table, {})]
    return (*first, *(edit for edit in asked if not _comes_first(edit)), *told)


def _comes_first(edit: Edit) -> bool:
    return isinstance(edit, Insert) and edit.table in ("deployments", "places", "sources")


def _ids(dataset: Dataset, source: str) -> Iterator[str]:
    """Free claim ids, one after the other."""
    found = next_id(dataset, source)
    while True:
        if found not in dataset.claims_by_id:
            yield found
        numbered = _NUMBERED.fullmatch(found)
        if numbered is None:
            raise ValueError(f"{found} has no number")
        found = f"{numbered[1]}{int(numbered[2]) + 1:0{len(numbered[2])}}"
