"""What is wrong with the claim in a form: the checks of the record, applied to this claim alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from eastflank.checks import (
    Law,
    dates,
    figures,
    judgements,
    nations,
    quotes,
    sources,
    spans,
    strengths,
    structure,
    wording,
)
from eastflank.curation.answers import is_judged
from eastflank.curation.form import OF_A_NATION, Form, edits_of
from eastflank.model import TABLES, Dataset, Finding
from eastflank.store import columns
from eastflank.store.edits import Insert, Replace
from eastflank.store.frames import made
from eastflank.store.schema_values import Table
from eastflank.words.chosen import claim_entry as words
from eastflank.words.chosen import findings_in_files, findings_in_forms, saving_changes, source_entry

_LAWS: tuple[Law, ...] = (
    dates.every_claim_has_a_day_from_which_it_counts,
    quotes.evidence_is_a_quote_or_a_citation,
    quotes.what_nobody_says_is_inferred,
    quotes.quotes_stand_in_their_articles,
    quotes.words_of_the_source_are_the_sources,
    spans.spans_lie_where_they_say,
    figures.figures_are_in_the_quote,
    nations.nations_are_in_the_quote,
    nations.nations_are_named_once,
    strengths.low_is_not_above_high,
    strengths.a_figure_says_what_it_counts,
    strengths.a_hedge_stands_before_a_figure,
    strengths.a_sum_is_the_sum_of_its_contingents,
    dates.nothing_is_said_after_it_was_published,
    dates.nothing_ends_before_it_starts,
    structure.a_deployment_claim_states_a_status,
    structure.cells_are_trimmed,
    wording.a_quote_carries_what_is_read_in_it,
    sources.a_claim_is_dated_no_closer_than_its_source,
    judgements.a_judgement_is_no_word_of_a_source,
    judgements.a_judgement_says_what_it_rests_on,
)
"""The laws that look at one claim; laws that also look at other claims are checked on saving."""


_WITH_A_CLAIM = {"deployments.csv": "deployment", "places.csv": "place", "sources.csv": "source"}
"""Tables of rows that may come with a claim, and the claim's column that refers to them."""

_LABELS: Mapping[str, Mapping[str, str]] = {
    "deployments.csv": words.NEW_DEPLOYMENT_LABELS,
    "sources.csv": source_entry.SOURCE_LABELS,
}


class Objection(NamedTuple):
    """What is wrong with a form, and where."""

    field: str
    """A column of `claims.csv`, or `contribution:` and a nation's code; empty: the whole claim."""
    problem: str
    remedy: str
    judged: bool = False
    """Whether it is a matter of judgement: it may be accepted, with an answer."""
    label: str = ""
    """The label of a field of a row that comes with the claim; empty: it is about `field`."""

    def __str__(self) -> str:
        if self.problem == findings_in_files.CELL_EMPTY:  # the rest describes the column of a file
            return saving_changes.field_empty(self.label) if self.label else saving_changes.FIELD_EMPTY
        return findings_in_forms.in_form(f"{self.problem} {self.remedy}".rstrip())


def objections_to(form: Form, dataset: Dataset, schema: Mapping[str, Table]) -> tuple[Objection, ...]:
    """All that is wrong with a form; `schema` describes the record's tables."""
    told, own = list(_of_the_id(form, dataset)), form.id or "new"
    rows: dict[str, list[Mapping[str, str]]] = {"claims": [], "contributions": [], "claim_spans": []}
    for edit in edits_of(form, dataset):
        if isinstance(edit, Insert | Replace) and edit.table == "claims":
            rows["claims"] = [{"id": own, **edit.row}]
    rows["contributions"] = [{"claim": own, **one._asdict()} for one in form.sent]
    if form.keeps_marks:
        rows["claim_spans"] = [
            {"claim": own, "field": one.field, "start": str(one.start), "end": str(one.stop)}
            for one in form.marks
        ]
    findings: list[Finding] = []
    frames = {name: getattr(dataset, name) for name in TABLES}
    if form.deployment:
        frames["deployments"], wrong = _typed([form.deployment._asdict()], schema["deployments"])
        findings += wrong
    for name, row in form.rows.items():
        frames[name], wrong = _with_row(frames[name], row, schema[name])
        findings += wrong
    for name, found in rows.items():
        frames[name], wrong = _typed(found, schema[name])
        findings += wrong
    asked = [schema[name] for name in (*rows, *form.rows)]
    known = {**frames, "claims": pd.concat([dataset.claims[["id"]], frames["claims"]])}
    findings += [
        one
        for one in columns.dangling(known, asked)
        if one.table != schema["claims"].file or one.column == "rests_on"
    ]
    findings += [one for one in columns.dangling(frames, [schema["claims"]]) if one.column != "rests_on"]
    if not findings:
        frames["claims"] = _with_those_it_rests_on(frames["claims"], form, dataset, schema["claims"])
        alone = dataclasses.replace(made(frames, dataset.articles, ""), theatre=dataset.theatre)
        findings += [
            dataclasses.replace(one, check=law.__name__)
            for law in _LAWS
            for one in law(alone)
            if one.table in {f"{name}.csv" for name in rows} and one.key.partition(", ")[0] == own
        ]
    answered = {(row.check, row.row) for row in dataset.decision_rows if row.check}
    open_ = (one for one in findings if (one.check, one.key) not in answered)
    return tuple(dict.fromkeys([*told, *map(_objection, open_)]))


def objections_of_many(
    forms: Sequence[Form], dataset: Dataset, schema: Mapping[str, Table]
) -> tuple[tuple[Objection, ...], ...]:
    """The same for several new quoted claims, each checked alone, in one go: it is faster.

    A new deployment that comes with a claim is not looked at.
    """
    named = [dataclasses.replace(form, id=f"form-{at}", deployment=None) for at, form in enumerate(forms)]
    rows: dict[str, list[Mapping[str, str]]] = {"claims": [], "contributions": [], "claim_spans": []}
    for form in named:
        for edit in edits_of(form, dataset):
            if isinstance(edit, Insert) and edit.table in rows:
                rows[edit.table].append(edit.row)
    frames = {name: getattr(dataset, name) for name in TABLES}
    wrong: list[Finding] = []
    for name, found in rows.items():
        frames[name], typing = _typed(found, schema[name])
        wrong += typing
    if wrong or list(columns.dangling(frames, [schema[name] for name in rows])):
        return tuple(objections_to(form, dataset, schema) for form in forms)
    together = dataclasses.replace(made(frames, dataset.articles, ""), theatre=dataset.theatre)
    told: dict[str, list[Objection]] = {form.id: [] for form in named}
    for law in _LAWS:
        for one in law(together):
            own = one.key.partition(", ")[0]
            if own in told and one.table in {f"{name}.csv" for name in rows}:
                told[own].append(_objection(dataclasses.replace(one, check=law.__name__)))
    return tuple(tuple(dict.fromkeys(told[form.id])) for form in named)


def _with_those_it_rests_on(own: pd.DataFrame, form: Form, dataset: Dataset, table: Table) -> pd.DataFrame:
    """The claim's row, and after it those of the claims from which it was inferred."""
    rests_on = form.cell("rests_on").split(";")
    others = dataset.claims[dataset.claims["id"].isin(rests_on) & (dataset.claims["id"] != form.id)]
    if others.empty:
        return own
    both = pd.concat([own, others[list(table.columns)]])
    return both.set_axis(pd.Index(range(2, len(both) + 2), dtype="int64", name="line"))


def _of_the_id(form: Form, dataset: Dataset) -> list[Objection]:
    if form.edits:
        return []
    if not form.id:
        return [Objection("id", words.NO_ID, words.GIVE_AN_ID)]
    if form.id in dataset.claims_by_id:
        return [Objection("id", words.id_is_taken(form.id), words.ANOTHER_ID)]
    return []


def _typed(rows: Sequence[Mapping[str, str]], table: Table) -> tuple[pd.DataFrame, list[Finding]]:
    """The typed frame of rows of texts, and what is wrong with them."""
    cells = {column: [row.get(column) or None for row in rows] for column in table.columns}
    index = pd.Index(range(2, len(rows) + 2), dtype="int64", name="line")
    return columns.typed(pd.DataFrame(cells, index=index, dtype="str"), table)


def _with_row(
    frame: pd.DataFrame, row: Mapping[str, str], table: Table
) -> tuple[pd.DataFrame, list[Finding]]:
    """A table with one more row, and what is wrong with the row."""
    own, wrong = _typed([row], table)
    both = pd.concat([frame[list(table.columns)], own])
    return both.set_axis(pd.Index(range(2, len(both) + 2), dtype="int64", name="line")), wrong


def _objection(finding: Finding) -> Objection:
    """A finding as the form shows it."""
    field, label = finding.column, ""
    if finding.table == "contributions.csv":
        key = finding.key or finding.row.partition("(")[2].rstrip(")")
        nation = key.partition(", ")[2]
        field = f"{OF_A_NATION}{nation}" if nation else ""
    elif finding.table == "claim_spans.csv":
        place = finding.key or finding.row.partition("(")[2].rstrip(")")
        parts = place.split(", ")
        field = parts[1] if len(parts) > 1 else ""
    elif finding.table in _WITH_A_CLAIM:
        field = _WITH_A_CLAIM[finding.table]
        label = _LABELS.get(finding.table, {}).get(finding.column, "")
    return Objection(field, finding.problem, finding.remedy, is_judged(finding), label)
