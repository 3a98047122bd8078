"""The same file again: rows that newer rules, or other choices, read otherwise are no change of the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from eastflank.intake.tables.renewal.changes import Changes, Gone
from eastflank.model import Dataset
from eastflank.store.edits import Insert

_Row = tuple[str, str]
"""What a claim cites, and its day: where years are columns, a row has several."""


def told_apart(found: Changes, dataset: Dataset) -> Changes:
    """The changes, without what only the reading of the same file makes new, changed, renewed or gone.

    A claim of this very file that is changed or gone is `reread`: its row is the same. So is a new claim of a
    row that the dataset has a claim of. A new claim and one that is gone belong together if they are the only
    ones of their row. A row that had no claim is new: it had a problem, or nobody had accepted it.
    """
    frame = dataset.claims
    own = frame[(frame["source"] == found.source) & (frame["review"] != "retracted")]
    if own.empty or not (found.new or found.changed or found.gone or found.renewed):
        return found
    cells = (own[name].fillna("").astype(str) for name in ("id", "citation", "as_at"))
    rows = {claim: (cited, day) for claim, cited, day in zip(*cells, strict=True)}
    inserts = (one.row for one in found.edits if isinstance(one, Insert) and one.table == "claims")
    made = {row["id"]: (row.get("citation", ""), row.get("as_at", "")) for row in inserts}
    cited, back = {each for each, _ in rows.values()}, {claim for _, claim in found.returned}
    changed = [pair for pair in found.changed if pair[0] in rows]
    renewed = [pair for pair in found.renewed if pair[0] in rows]
    gone = {one.claim: one for one in found.gone if one.claim in rows}
    before = [*gone, *(claim for claim, _ in renewed)]
    after = [claim for claim in found.new if claim not in back and made[claim][0] in cited]
    pairs = _of_a_row([*before], [*after, *(claim for _, claim in renewed)], rows, made)
    deployments = dict(zip(own["id"].astype(str), own["deployment"].astype(str), strict=True))
    drop = {*changed, *renewed}
    if not (drop or before or after):
        return found
    return replace(
        found,
        new=tuple(claim for claim in found.new if claim not in {*after}),
        changed=tuple(pair for pair in found.changed if pair not in drop),
        renewed=tuple(pair for pair in found.renewed if pair not in drop),
        backwards=found.backwards if len(renewed) < len(found.renewed) else 0,
        gone=tuple(one for one in found.gone if one.claim not in gone),
        reread=(*changed, *pairs),
        unread=tuple(gone.get(claim) or Gone(claim, deployments[claim]) for claim in before),
        may_be_renamed=tuple(one for one in found.may_be_renamed if one.claims[0] not in rows),
    )


def _of_a_row(
    before: Iterable[str], after: Iterable[str], rows: Mapping[str, _Row], made: Mapping[str, _Row]
) -> list[tuple[str, str]]:
    """The claims before and now, in pairs where each is the only one of its row; else one is empty."""
    by_row: defaultdict[_Row, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for claim in before:
        by_row[rows[claim]][0].append(claim)
    for claim in after:
        by_row[made[claim]][1].append(claim)
    found: list[tuple[str, str]] = []
    for old, new in by_row.values():
        if len(old) == len(new) == 1:
            found.append((old[0], new[0]))
        else:
            found += [*((claim, "") for claim in old), *(("", claim) for claim in new)]
    return found
