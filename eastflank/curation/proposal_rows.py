"""Decisions on proposals as rows of `proposals.csv`, and the rows back as values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.curation.form import Form
from eastflank.curation.proposed import Proposed, fields_of
from eastflank.curation.review import Review, ReviewOutcome
from eastflank.model import Dataset

_NUMBERED = re.compile(r"(.*)-(\d+)")


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A field as the rules read it."""

    value: str
    """As the rules write it: a place by its name."""
    held: str
    """The part of it that the proposed claim could hold; empty if nothing."""
    doubted: bool = False
    """Whether it was left open, as in doubt."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row of `proposals.csv`."""

    id: str
    source: str
    kind: str
    outcome: ReviewOutcome
    reason: str
    read: Mapping[str, ReadValue]
    decided: Mapping[str, str]
    """The fields as the person accepted them; empty if the proposal was refused."""


def rows(  # noqa: PLR0913 - who and when belong to every decision
    review: Review,
    items: Sequence[Proposed],
    claims: Mapping[int, Form],
    dataset: Dataset,
    *,
    who: str,
    when: date,
) -> Iterator[Mapping[str, str]]:
    """A row for each decision, in the order of the article. `claims` are the claims that resulted from it."""
    number = _last(review.source, dataset)
    for one in items:
        decision = review.decisions.get(one.number)
        if decision is None:
            continue
        number += 1
        claim = claims.get(one.number)
        start, stop = one.proposal.quote
        row = {
            "id": f"{review.source}-{number:04}",
            "source": review.source,
            "start": str(start),
            "end": str(stop),
            "kind": one.proposal.kind.value,
            "read": _json(_read(one)),
            "decided": _json(fields_of(claim)) if claim else "",
            "outcome": decision.outcome.value,
            "reason": decision.reason,
            "claim": claim.id if claim else "",
            "who": who,
            "decided_on": when.isoformat(),
        }
        yield {column: cell for column, cell in row.items() if cell}


def reviewed(dataset: Dataset) -> tuple[Reviewed, ...]:
    """The decisions of a dataset. A cell that does not have our format is ignored."""
    if dataset.proposals.empty:
        return ()
    found = dataset.proposals.astype("object").where(dataset.proposals.notna(), "")
    return tuple(
        Reviewed(
            str(row["id"]),
            str(row["source"]),
            str(row["kind"]),
            ReviewOutcome(str(row["outcome"])),
            str(row["reason"]),
            dict(_fields_read(str(row["read"]))),
            dict(_fields_decided(str(row["decided"]))),
        )
        for row in found.to_dict("records")
    )


def saved(source: str, items: Sequence[Proposed], dataset: Dataset) -> Mapping[int, ReviewOutcome]:
    """Earlier decisions on the proposals of a source that still apply, by number.

    A proposal is recognised by its words and its kind. If its claim was retracted later, the decision no
    longer applies.
    """
    if dataset.proposals.empty:
        return {}
    own = dataset.proposals[dataset.proposals["source"] == source]
    claims = dataset.claims_by_id
    known = {
        (int(row["start"]), int(row["end"]), str(row["kind"])): ReviewOutcome(str(row["outcome"]))
        for row in own.to_dict("records")
        if row["outcome"] == ReviewOutcome.REFUSED or claims[str(row["claim"])].review != "retracted"
    }
    return {
        one.number: known[key]
        for one in items
        if (key := (*one.proposal.quote, one.proposal.kind.value)) in known
    }


def _read(one: Proposed) -> dict[str, object]:
    held = {**one.held_if_sure, **fields_of(one.form)}
    proposal = one.proposal
    return {
        name: {
            "value": field.value,
            "spans": [list(span) for span in field.spans],
            **({"from": field.origin.value} if field.origin else {}),
            "held": held.get(name, ""),
            **({"doubted": True} if name in proposal.doubted else {}),
        }
        for name, field in (*proposal.fields.items(), *proposal.doubted.items())
    }


def _fields_read(cell: str) -> Iterator[tuple[str, ReadValue]]:
    for name, said in _parsed(cell).items():
        if isinstance(said, dict):
            yield (
                name,
                ReadValue(str(said.get("value", "")), str(said.get("held", "")), said.get("doubted") is True),
            )


def _fields_decided(cell: str) -> Iterator[tuple[str, str]]:
    for name, said in _parsed(cell).items():
        yield name, str(said)


def _parsed(cell: str) -> dict[str, object]:
    try:
        said = json.loads(cell) if cell else {}
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _json(said: Mapping[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _last(source: str, dataset: Dataset) -> int:
    """The highest number of any decision of a source, including undone ones; 0 if there is none."""
    changes, proposals = dataset.changes, dataset.proposals
    gone = changes.loc[changes["table"] == "proposals", "row"]
    there = [] if proposals.empty else list(proposals["id"])
    ids = map(str, (*gone, *there))
    numbered = (found for one in ids if (found := _NUMBERED.fullmatch(one)) and found[1] == source)
    return max((int(found[2]) for found in numbered), default=0)
