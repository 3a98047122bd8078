"""The columns of a claim, a contingent, a source and a disagreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eastflank.model import ClaimRow, Contribution
from eastflank.report.columns import Field, fields
from eastflank.report.contents import Evidence, Footnote, SourceDifference
from eastflank.words.chosen import claims, columns
from eastflank.words.chosen import values as words


class ClaimLine(NamedTuple):
    """A claim of the view, with the things that its ids refer to."""

    row: ClaimRow
    item: Evidence
    names: Mapping[str, str]
    place: str


CLAIM: tuple[Field[ClaimLine], ...] = fields(
    columns.CLAIM,
    ("claim", lambda one: one.item.claim, "string", 9),
    ("deployment", lambda one: one.item.deployment or None, "string", 12),
    ("about", lambda one: one.item.about, "string", 30),
    ("basis", lambda one: words.BASES[one.item.basis], "string", 12),
    ("quote", lambda one: one.item.quote or None, "string", 70),
    ("citation", lambda one: one.item.citation or None, "string", 40),
    ("states", lambda one: one.item.states or None, "string", 40),
    ("status", lambda one: words.status(one.row.status) or None, "string", 12),
    ("lead", lambda one: words.nations(one.row.lead, one.names) or None, "string", 18),
    ("host", lambda one: words.nations(one.row.host, one.names) or None, "string", 18),
    ("place", lambda one: one.place or None, "string", 16),
    ("troops_low", lambda one: one.row.low, "integer", 10),
    ("troops_high", lambda one: one.row.high, "integer", 10),
    ("hedge", lambda one: one.row.hedge, "string", 10),
    ("counts", lambda one: words.COUNTS.get(one.row.counts or ""), "string", 20),
    ("units", lambda one: one.row.unit_count, "integer", 7),
    ("begins", lambda one: one.row.starts, "string", 14),
    ("ends", lambda one: one.row.ends, "string", 14),
    ("timing_words", lambda one: one.row.timing_words, "string", 20),
    ("day", lambda one: one.item.day, "date", 12),
    ("speaker", lambda one: one.item.speaker or None, "string", 26),
    ("publisher", lambda one: one.item.publisher, "string", 26),
    ("footnote", lambda one: one.item.footnote or None, "integer", 8),
    ("grade", lambda one: one.item.grade or None, "string", 7),
    ("note", lambda one: one.item.note or None, "string", 50),
)


class ClaimedContingent(NamedTuple):
    """A contingent that a claim names."""

    claim: str
    about: str
    nation: str
    sent: Contribution


CONTRIBUTION: tuple[Field[ClaimedContingent], ...] = fields(
    columns.CONTRIBUTION,
    ("claim", lambda one: one.claim, "string", 9),
    ("deployment", lambda one: one.about, "string", 34),
    ("nation", lambda one: one.nation, "string", 18),
    ("strength", lambda one: words.figure(one.sent), "string", 18),
    ("troops_low", lambda one: one.sent.low, "integer", 10),
    ("troops_high", lambda one: one.sent.high, "integer", 10),
)


SOURCE: tuple[Field[Footnote], ...] = fields(
    columns.SOURCE,
    ("number", lambda note: note.number, "integer", 8),
    ("id", lambda note: note.source, "string", 22),
    ("publisher", lambda note: note.publisher, "string", 30),
    ("title", lambda note: note.title, "string", 60),
    ("published", lambda note: note.published, "string", 18),
    ("grade", lambda note: note.grade, "string", 28),
    ("url", lambda note: note.url or None, "string", 50),
)


DIFFERENCE: tuple[Field[SourceDifference], ...] = fields(
    columns.DIFFERENCE,
    ("deployment", lambda one: one.deployment, "string", 12),
    ("name", lambda one: one.name, "string", 34),
    ("subject", lambda one: one.subject, "string", 26),
    ("spread", lambda one: one.spread, "string", 26),
    (
        "values",
        lambda one: "; ".join(claims.value(side.value, side.claim) for side in one.sides),
        "string",
        44,
    ),
    ("rule", lambda one: one.rule, "string", 60),
    ("stands", lambda one: columns.YES_NO[one.stands], "string", 10),
)
