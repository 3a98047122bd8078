"""A claim as a form holds it: texts by column, contingents, and the characters that fields stand on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.intake.quotation import Quotation
from eastflank.model import Dataset
from eastflank.store.edits import Edit, Insert, Remove, Replace, Retract
from eastflank.words.chosen import corrections

FIELDS = (
    "kind", "deployment", "status", "lead", "host", "meant_for", "place", "troops_low", "troops_high",
    "hedge", "counts", "unit_count", "said_on", "as_at", "starts", "ends", "timing_words", "speaker",
    "speaker_role", "contributors_complete", "credibility", "review", "note",
)  # fmt: skip
"""The columns of `claims.csv` that a curator fills in, in the order of the form."""
NUMBERS = frozenset({"troops_low", "troops_high", "unit_count"})
OF_A_NATION = "contribution:"
"""Prefix of a mark's field if the mark belongs to a contingent; the nation's code follows."""
_COLUMNS = ("source", "basis", "quote", "quote_prefix", "citation", *FIELDS, "rests_on", "judged_on")
_NUMBERED = re.compile(r"(.*?)(\d+)")


class FieldMark(NamedTuple):
    """Characters of the article from which a field was read, as positions in code points."""

    field: str
    """A column of `claims.csv`, or `contribution:` and a nation's code."""
    start: int
    stop: int


class ContributionCells(NamedTuple):
    """A contingent, as the cells of `contributions.csv` have it."""

    nation: str
    troops_low: str = ""
    troops_high: str = ""
    hedge: str = ""
    left: str = ""


class NewDeployment(NamedTuple):
    """A deployment that comes with the claim, as the cells of `deployments.csv` have it."""

    id: str = ""
    name: str = ""
    sort: str = "unit"
    kind: str = ""
    programme: str = ""
    echelon: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What a curator has entered for a claim so far."""

    id: str
    cells: Mapping[str, str]
    """By column of `claims.csv`, without the id; a column that is left out is empty."""
    sent: tuple[ContributionCells, ...] = ()
    marks: tuple[FieldMark, ...] = ()
    keeps_marks: bool = True
    """Whether the characters of each field are kept with the claim."""
    edits: str = ""
    """The claim that this form changes; empty if it is a new one."""
    supersedes: str = ""
    """The claim that this one replaces; empty if none."""
    deployment: NewDeployment | None = None
    """A new deployment that comes with it; None if it is about an existing one, or about none."""
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """A row that comes with the claim, by table: a source that is only cited, or a place."""
    reason: str = field(default="")

    def cell(self, column: str) -> str:
        """The text in a column; empty if there is none."""
        return self.cells.get(column, "")

    def with_cell(self, column: str, value: str) -> Form:
        """With another text in a column; if the column becomes empty, its marks are removed."""
        marks = self.marks if value else tuple(mark for mark in self.marks if mark.field != column)
        return replace(self, cells={**self.cells, column: value}, marks=marks)

    def with_sent(self, sent: Sequence[ContributionCells]) -> Form:
        """With other contingents; marks of removed contingents are removed too."""
        known = {f"{OF_A_NATION}{one.nation}" for one in sent}
        stay = (mark for mark in self.marks if not mark.field.startswith(OF_A_NATION) or mark.field in known)
        return replace(self, sent=tuple(sent), marks=tuple(stay))

    def with_mark(self, mark: FieldMark) -> Form:
        """With one more mark, if it is not there yet."""
        return replace(self, marks=tuple(sorted({*self.marks, mark})))

    def without_mark(self, mark: FieldMark) -> Form:
        """Without a mark."""
        return replace(self, marks=tuple(one for one in self.marks if one != mark))

    def quoting(self, found: Quotation) -> Form:
        """With another quote; marks outside the quote are kept."""
        cells = {**self.cells, "basis": "quoted", "quote": found.quote, "quote_prefix": found.prefix}
        return replace(self, cells=cells)


def new_form(dataset: Dataset, source: str) -> Form:
    """An empty form for a claim of a source; its id comes next after the ids of the source's claims."""
    basis = "quoted" if dataset.sources_by_id[source].file else "cited"
    cells = {"source": source, "basis": basis, "kind": "deployment", "review": "draft", "credibility": "2"}
    return Form(next_id(dataset, source), cells)


def first_form(source: Mapping[str, str]) -> Form:
    """An empty form for the first claim of a source that comes with it and is only cited."""
    cells = {
        "source": source["id"], "basis": "cited", "kind": "deployment", "review": "draft", "credibility": "2",
    }  # fmt: skip
    return Form(f"{source['id']}-01", cells, rows={"sources": source})


def judged_form(dataset: Dataset, today: date) -> Form:
    """An empty form for a claim that a curator infers from others."""
    cells = {"basis": "judged", "kind": "deployment", "review": "draft", "credibility": "3"}
    cells["judged_on"] = today.isoformat()
    return Form(next_id(dataset, ""), cells)


def next_id(dataset: Dataset, source: str) -> str:
    """A free claim id: the source's newest one, increased by one, or the source's id with a number.

    Without a source, the same is done with the ids of judged claims.
    """
    found = [_NUMBERED.fullmatch(row.id) for row in dataset.claim_rows if row.source == source]
    numbered = [one for one in found if one]
    usual = Counter(one[1] for one in numbered).most_common(1)
    before = usual[0][0] if usual else f"{source or 'judged'}-"
    digits = max((one[2] for one in numbered if one[1] == before), default="00")
    number = max((int(one[2]) for one in numbered if one[1] == before), default=0)
    while (name := f"{before}{number + 1:0{len(digits)}}") in dataset.claims_by_id:
        number += 1
    return name


def form_of(dataset: Dataset, claim: str) -> Form:
    """The form of an existing claim, to change it."""
    row = dataset.claims[dataset.claims["id"] == claim].iloc[0]
    cells = {column: _text(row[column]) for column in _COLUMNS}
    contributions = dataset.contributions[dataset.contributions["claim"] == claim]
    spans = dataset.claim_spans[dataset.claim_spans["claim"] == claim]
    return Form(
        claim,
        {column: cell for column, cell in cells.items() if cell},
        tuple(
            ContributionCells(*(_text(one[name]) for name in ContributionCells._fields))
            for one in contributions.to_dict("records")
        ),
        tuple(
            FieldMark(str(one["field"]), int(one["start"]), int(one["end"]))
            for one in spans.to_dict("records")
        ),
        edits=claim,
    )


def superseding(dataset: Dataset, claim: str) -> Form:
    """The form of a new claim that replaces an existing one; it starts with the content of the old claim."""
    old = form_of(dataset, claim)
    return replace(old, id=next_id(dataset, old.cell("source")), edits="", supersedes=claim)


def edits_of(form: Form, dataset: Dataset) -> tuple[Edit, ...]:
    """The edits that save a form; `dataset` is the record as it was when the form was filled in."""
    row = {column: form.cell(column) for column in _COLUMNS if form.cell(column)}
    coming: list[Edit] = [Insert(table, cells) for table, cells in form.rows.items()]
    if form.deployment:
        cells = {column: cell for column, cell in form.deployment._asdict().items() if cell}
        coming.append(Insert("deployments", cells))
    if form.edits:
        coming.append(Replace("claims", (form.id,), {column: form.cell(column) for column in _COLUMNS}))
    else:
        coming.append(Insert("claims", {"id": form.id, **row}))
    before = form_of(dataset, form.edits) if form.edits else Form(form.id, {})
    kept = form.marks if form.keeps_marks else ()
    coming += [
        Remove("claim_spans", (form.id, mark.field, str(mark.start)))
        for mark in before.marks
        if mark not in kept
    ]
    coming += [
        Insert(
            "claim_spans",
            {"claim": form.id, "field": mark.field, "start": str(mark.start), "end": str(mark.stop)},
        )
        for mark in kept
        if mark not in before.marks
    ]
    coming += _of_contingents(form, before)
    if form.supersedes:
        coming.append(Retract(form.supersedes, corrections.superseded_by(form.id, form.reason).strip()))
    return tuple(coming)


def _of_contingents(form: Form, before: Form) -> list[Edit]:
    known = {one.nation: one for one in before.sent}
    now = {one.nation: one for one in form.sent}
    found: list[Edit] = [Remove("contributions", (form.id, nation)) for nation in known if nation not in now]
    for nation, one in now.items():
        cells = {column: cell for column, cell in one._asdict().items() if column != "nation"}
        if nation not in known:
            row = {column: cell for column, cell in cells.items() if cell}
            found.append(Insert("contributions", {"claim": form.id, "nation": nation, **row}))
        elif known[nation] != one:
            found.append(Replace("contributions", (form.id, nation), cells))
    return found


def _text(cell: object) -> str:
    """A cell as its file has it."""
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    return "" if pd.isna(cell) else str(cell)  # type: ignore[call-overload]
