"""A briefing as tables: the sheets of a workbook, the files of a bundle, the columns of a CSV.

Their headings are for readers. A cell is text, a whole number or a day; None if nothing is stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from eastflank.report.columns import Column, Field, Value, field, fields
from eastflank.report.contents import Briefing
from eastflank.report.deployment_columns import fields_of
from eastflank.report.entries import DeploymentEntry
from eastflank.report.evidence_columns import (
    CLAIM,
    CONTRIBUTION,
    DIFFERENCE,
    SOURCE,
    ClaimedContingent,
    ClaimLine,
)
from eastflank.report.spans import Span, spans_of
from eastflank.report.totals_in_words import total_sentence
from eastflank.view.anchors import NotDrawn
from eastflank.view.changes import Change
from eastflank.view.names import names_by_code
from eastflank.view.totals import Total
from eastflank.words.chosen import columns, datasets, terms
from eastflank.words.chosen import values as words
from eastflank.words.headings import Heading

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One table of a briefing."""

    name: str
    """Its name for files, in lower-case letters and hyphens."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet(name: str, told: Sequence[Field[Row]], rows: Iterable[Row]) -> TableSheet:
    """The table of these rows."""
    return TableSheet(
        name,
        columns.TITLES[name],
        tuple(told),
        tuple(tuple(one.told(row) for one in told) for row in rows),
    )


def sheets_of(briefing: Briefing) -> tuple[TableSheet, ...]:
    """Every table of a briefing, the table about the view itself last; changes only if days are compared."""
    return tuple(table(briefing) for table in _SHEETS if table is not changes or briefing.since)


def _with_datasets(
    own: Sequence[Field[Row]], rows: Sequence[Row], dataset: Callable[[Row], str], heading: Heading
) -> tuple[Field[Row], ...]:
    """The fields, and a last one for the dataset of each row, where there are several."""
    if not any(map(dataset, rows)):
        return tuple(own)
    return (*own, field("dataset", {"dataset": heading}, lambda row: dataset(row) or None))


def deployments(briefing: Briefing) -> TableSheet:
    """The view's deployments."""
    several = any(entry.dataset for entry in briefing.entries)
    return sheet("deployments", fields_of(several=several), briefing.entries)


def claims(briefing: Briefing) -> TableSheet:
    """The claims behind the view, each with its quote or its citation."""
    names = names_by_code(briefing.dataset)
    places = briefing.dataset.places_by_id
    rows = [
        ClaimLine(row, item, names, places[row.place].name if row.place else "")
        for row, item in zip(briefing.view.claims, briefing.evidence, strict=True)
    ]
    heading = columns.CLAIM["dataset"]
    return sheet("claims", _with_datasets(CLAIM, rows, lambda one: one.item.dataset, heading), rows)


def contributions(briefing: Briefing) -> TableSheet:
    """The contingents that the view's claims name."""
    names = names_by_code(briefing.dataset)
    about = {item.claim: item.about for item in briefing.evidence}
    rows = (
        ClaimedContingent(row.id, about[row.id], names[sent.nation], sent)
        for row in briefing.dataset.claim_rows
        if row.id in about
        for sent in row.contributions
    )
    return sheet("contributions", CONTRIBUTION, rows)


def sources(briefing: Briefing) -> TableSheet:
    """The sources by their numbers."""
    return sheet("sources", SOURCE, briefing.footnotes)


def totals(briefing: Briefing) -> TableSheet:
    """The sums of the strengths of what is there, by kind."""
    known = briefing.view.known
    own: tuple[Field[Total], ...] = fields(
        columns.TOTAL,
        (
            "total_of_all_nations" if briefing.view.nations else "total",
            lambda total: words.capitalised(total_sentence(total, known)),
            "string",
            70,
        ),
        ("kind", lambda total: words.unit_kind(total.kind, total.units), "string", 20),
        ("units", lambda total: total.units, "integer", 8),
        ("stating", lambda total: total.stating, "integer", 10),
        ("troops_low", lambda total: total.low, "integer", 10),
        ("troops_high", lambda total: total.high, "integer", 10),
        ("hedge", lambda total: total.hedge, "string", 10),
        ("ceilings", lambda total: total.ceilings, "integer", 12),
        ("ceiling_persons", lambda total: total.ceiling or None, "integer", 12),
        ("old_persons", lambda total: total.old_sum.low if total.old else 0, "integer", 12),
    )
    heading = columns.TOTAL["dataset"]
    told = _with_datasets(
        own, briefing.view.totals, lambda total: known.titles.get(total.dataset, ""), heading
    )
    return sheet("totals", told, briefing.view.totals)


class _SpanOf(NamedTuple):
    """Days in which a deployment was known with one status and strength."""

    entry: DeploymentEntry
    span: Span
    day: date
    """The day of the view."""

    @property
    def status(self) -> str:
        """Its status; for what still holds, with the notes of the view's day on what is old about it."""
        return self.entry.status if self.span.last == self.day else words.status(self.span.status)


_SPAN: tuple[Field[_SpanOf], ...] = fields(
    columns.SPAN,
    ("id", lambda one: one.entry.id, "string", 12),
    ("name", lambda one: one.entry.name, "string", 34),
    ("status", lambda one: one.status, "string", 18),
    ("from", lambda one: one.span.first, "date", 12),
    ("to", lambda one: one.span.last, "date", 12),
    ("strength", lambda one: one.span.strength, "string", 22),
    ("troops_low", lambda one: one.span.low, "integer", 10),
    ("troops_high", lambda one: one.span.high, "integer", 10),
    (
        "strength_stated_on",
        lambda one: words.when(one.span.told) if one.span.told else None,
        "string",
        18,
    ),
    ("last_reported", lambda one: one.span.last_word, "date", 12),
)


def spans(briefing: Briefing) -> TableSheet:
    """How long each deployment had which status and strength."""
    own = spans_of(briefing)
    rows = (_SpanOf(entry, span, briefing.view.day) for entry in briefing.entries for span in own[entry.id])
    return sheet("spans", _SPAN, rows)


_NOT_DRAWN: tuple[Field[NotDrawn], ...] = fields(
    columns.NOT_DRAWN,
    ("what", lambda item: terms.NOT_DRAWN[item.kind], "string", 12),
    ("id", lambda item: item.id, "string", 14),
    ("label", lambda item: item.label, "string", 70),
    ("reason", lambda item: item.reason, "string", 60),
)


def not_drawn(briefing: Briefing) -> TableSheet:
    """Deployments of the view without a mark on the map, and why."""
    return sheet("not-drawn", _NOT_DRAWN, briefing.view.not_drawn)


def differences(briefing: Briefing) -> TableSheet:
    """Where sources differ, and which of them the map follows."""
    return sheet("differences", DIFFERENCE, briefing.differences)


def changes(briefing: Briefing) -> TableSheet:
    """What changed since the day compared with."""
    since = words.day(briefing.since) if briefing.since else ""
    own: tuple[Field[Change], ...] = fields(
        {"change": columns.change(since), **columns.CHANGE},
        ("change", lambda change: change.sentence, "string", 90),
        ("deployment", lambda change: change.deployment, "string", 12),
        ("kind", lambda change: change.kind, "string", 14),
        ("claims", lambda change: "; ".join(change.claims) or None, "string", 30),
    )
    return sheet("changes", own, briefing.changes)


_ABOUT: tuple[Field[tuple[str, Value]], ...] = fields(
    columns.ABOUT,
    ("what", lambda pair: pair[0], "string", 18),
    ("says", lambda pair: pair[1], "string", 90),
)


def about(briefing: Briefing) -> TableSheet:
    """What the tables contain, as known on which day, and their origin."""
    titles = "; ".join(briefing.dataset.titles.values())
    says: tuple[tuple[str, Value], ...] = (
        (columns.OF_VIEW["marking"], briefing.marking or None),
        (columns.OF_VIEW["title"], briefing.title),
        (columns.OF_VIEW["asof"], briefing.view.day),
        (columns.OF_VIEW["filters"], briefing.filters),
        (columns.OF_VIEW["counts"], briefing.counts),
        (columns.OF_VIEW["link"], briefing.link),
        (columns.OF_VIEW["version"], briefing.version),
        *(((datasets.COLUMN_OF_ALL, titles),) if briefing.dataset.parts else ()),
        (columns.OF_VIEW["credit"], briefing.credit),
        (columns.OF_VIEW["licence"], LICENCE),
    )
    return sheet("about", _ABOUT, says)


LICENCE = columns.LICENCE

_SHEETS: tuple[Callable[[Briefing], TableSheet], ...] = (
    deployments, claims, contributions, spans, sources, totals, differences, not_drawn, changes, about,
)  # fmt: skip
