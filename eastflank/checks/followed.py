"""Laws on which claim a value follows: weak evidence is visible, and an end has a source."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from eastflank.checks.rows import TableRows
from eastflank.model import Claim, Dataset, Deployment, Finding, Standing
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import index_of
from eastflank.record.strength import counts_whole
from eastflank.words.chosen import disputes
from eastflank.words.chosen import findings_on_answers as told

_FIELDS = ("status", "lead", "host", "place", "unit_count", "starts", "ends")


def no_weak_claim_displaces_a_sound_one(dataset: Dataset) -> Iterator[Finding]:
    """On the newest day, no field follows a weak claim if an older sound claim states another value."""
    if (newest := _newest_day(dataset)) is None:
        return
    index, known = index_of(dataset), known_as_of(dataset, newest)
    tables = [TableRows("claims", dataset.claims), TableRows("contributions", dataset.contributions)]
    lines = {rows.table: functools.cache(rows.lines) for rows in tables}
    said: dict[str, list[Claim]] = {}
    for row in known.claims:
        if row.id in index.by_id:
            said.setdefault(known.shown_in(row), []).append(index.by_id[row.id])
    for one in known.deployments.values():
        own = said.get(one.id, [])
        if all(claim.weak for claim in own):  # a table that nobody graded has only such claims
            continue
        for value in _values(one, own):
            weak = index.by_id.get(value.claim or "")
            sound = _displaced(weak, value.stating) if weak and weak.weak else None
            if weak is None or sound is None or value.agrees_with(sound):
                continue
            rows = tables[1] if value.nation else tables[0]
            key = f"{weak.id}, {value.nation}" if value.nation else weak.id
            yield rows.finding(
                lines[rows.table]()[key],
                value.column,
                *told.follows_a_weak_claim(value.name, one.id, weak.grade, sound.id, sound.grade),
            )


def an_end_is_stated_by_a_source(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim states an end (a last day, or that it is over) only if a source states it too."""
    claims, index = TableRows("claims", dataset.claims), index_of(dataset)
    lines = functools.cache(claims.lines)
    for deployment, every in sorted(index.claims.items()):
        ending = [claim for claim in every if claim.ends or claim.standing == Standing.GONE]
        if any(claim.basis != "judged" for claim in ending):
            continue
        for claim in ending:
            yield claims.finding(
                lines()[claim.id],
                "ends" if claim.ends else "status",
                *told.end_is_judged(deployment),
            )


def _newest_day(dataset: Dataset) -> date | None:
    newest = dataset.claims["known_on"].max()
    return None if newest is None or newest != newest else newest.date()  # noqa: PLR0124 - NaT is not itself


class _Value(NamedTuple):
    """A value of a deployment: the claim that it follows, and all that state one."""

    name: str
    column: str
    claim: str | None
    stating: list[Claim]
    nation: str = ""
    value: object = None
    """What it is; None for a figure."""

    def agrees_with(self, claim: Claim) -> bool:
        """Whether a claim states the same value. A figure counts as a new value each time it is stated."""
        return self.value is not None and bool(getattr(claim, self.column) == self.value)


def _values(one: Deployment, said: list[Claim]) -> Iterator[_Value]:
    single = one.sort == "unit"
    for field in _FIELDS if not one.ended_with else ():
        stating = [claim for claim in said if getattr(claim, field)]
        yield _Value(field, field, getattr(one, f"{field}_claim"), stating, value=getattr(one, field))
    if one.figure:
        figures = [claim for claim in said if counts_whole(claim, single=single)]
        yield _Value("strength", "troops_low", one.figure.claim, figures)
    for part in one.contingents:
        if part.figure:
            stating = [claim for claim in said if _states(claim, part.nation)]
            yield _Value(
                disputes.contingent_of(part.nation), "troops_low", part.figure.claim, stating, part.nation
            )


def _displaced(weak: Claim, stating: list[Claim]) -> Claim | None:
    """The newest sound claim that describes an earlier day; None if there is none."""
    sound = [claim for claim in stating if not claim.weak and claim.told_last <= weak.told_last]
    return max(sound, key=lambda claim: (claim.told_last, claim.id), default=None)


def _states(claim: Claim, nation: str) -> bool:
    return any(sent.nation == nation and sent.stated for sent in claim.contributions)
