"""Where two sources give different values for the same thing at the same time, side by side.

The rules, which the Method page prints:

* Only claims from different sources stand against each other, and only such as speak of the same time.
* Strength, status, lead, host and start may change any day. Two claims speak of the same time where the
  days on which they may have been said overlap.
* A contingent stays for a rotation, about half a year, and a base for longer. Two claims that put them
  differently speak of the same time where no more than 180 days lie between them and the force had come
  as far in both: still ahead, or on the ground. A change within those days looks alike, so the days are
  given with the values.
* Strengths differ where either bound does, for the map's range spans them. Contingents differ where no
  number fits both; leads and hosts, which are sets, where neither holds the other; starts where no day
  fits both; statuses where the map would draw them differently.
* A plan for a stated later time does not differ in status from what is there already.
* A later claim that speaks of another time is news, and overtakes what the earlier ones disagreed about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from eastflank.model import Cell, Dataset, stated
from eastflank.record.as_of import Known
from eastflank.record.claim_index import Ledger, Rows
from eastflank.record.statements import FIELDS, Matter, matters
from eastflank.words import en as words


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim says of the matter."""

    claim: str
    source: str
    """Its source's id."""
    grade: str
    """Its Admiralty grade, such as B2."""
    day: date
    """The day from which it counts."""
    value: str
    """The status, EDTF date, place's id or list of nations that it states; empty for figures."""
    low: int | None = None
    """Fewest persons, for figures."""
    high: int | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One matter on which sources differ."""

    deployment: str
    field: str
    """One of FIELDS."""
    nation: str
    """Whose contingent it is; empty for any other field."""
    statements: tuple[Statement, ...]
    """What each claim says, newest first; at least two differ."""
    apart: int
    """The most days between the newest of them and another; 0 where they may be of the same day."""
    shown: str
    """The claim that the map follows: one of these, or a newer one that overtook them."""
    rule: str
    """Why it does, in a sentence."""
    stands: bool
    """Whether the map still shows one of these values; otherwise a newer claim overtook them."""
    decision: str
    """The id of the curator's decision that settles it; empty where there is none."""
    reason: str
    """The curator's reason; empty where there is no decision."""

    @property
    def low(self) -> int | None:
        """The lowest figure stated; None where none is, or the matter is no figure."""
        return min((one.low for one in self.statements if one.low is not None), default=None)

    @property
    def high(self) -> int | None:
        """The highest figure stated."""
        return max((one.high for one in self.statements if one.high is not None), default=None)


def disagreements(
    dataset: Dataset, known: Known, among: Collection[str] | None = None
) -> tuple[Disagreement, ...]:
    """Every disagreement among the claims known, those that stand first, then by deployment and field.

    Only those about the deployments `among` which are asked for, where ids are given.
    """
    asked = (one for one in matters(dataset, known) if among is None or one.deployment in among)
    return tuple(sorted((found for matter in asked for found in _found(matter)), key=_order))


def value_of(statement: Statement, field: str, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """What a statement says, in words; nations and places by code and by id."""
    match field:
        case "strength" | "contingent":
            return words.strength(statement.low, statement.high, statement.hedge)
        case "lead" | "host":
            return words.nations(statement.value, names)
        case "place":
            return places.get(statement.value, statement.value)
        case "starts":
            return words.when(statement.value)
        case _:
            return statement.value


def subject(found: Disagreement, names: Mapping[str, str]) -> str:
    """What it is about, without the deployment: “strength”, “base”, “contingent of Canada”."""
    if found.nation:
        return f"contingent of {names.get(found.nation, found.nation)}"
    return {"place": "base", "starts": "begin"}.get(found.field, found.field)


def spread(found: Disagreement, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """All that is said in few words: “400–455 persons”, “Kabile or Novo Selo training area”."""
    if found.field in ("strength", "contingent"):
        return words.persons(words.strength(found.low, found.high))
    values = dict.fromkeys(value_of(one, found.field, names, places) for one in found.statements)
    return words.listed(sorted(values), "or")


def _order(found: Disagreement) -> tuple[bool, str, int, str, int]:
    newest = found.statements[0].day.toordinal()
    return not found.stands, found.deployment, FIELDS.index(found.field), found.nation, -newest


def _found(matter: Matter) -> Iterator[Disagreement]:
    """Take the newest claim and what speaks of its time; then the newest of the rest, and so on."""
    if len(set(matter.values)) < 2:  # noqa: PLR2004 - two make a disagreement
        return
    ledger, left = matter.ledger, np.arange(len(matter.rows))
    while len(left) > 1:
        newest = left[-1]
        rows, anchor = matter.rows[left], matter.rows[newest]
        same = ledger.same_time(matter.field, rows, anchor)
        other = same & (ledger.source[rows] != ledger.source[anchor])
        rivals = {matter.values[one] for one in left[other]}
        if any(matter.differs(value, matter.values[newest]) for value in rivals):
            yield _disagreement(
                matter, np.append(left[other], newest), int(ledger.days_apart(rows[other], anchor).max())
            )
        left = left[~same]


def _disagreement(matter: Matter, group: Rows, apart: int) -> Disagreement:
    ledger = matter.ledger
    rows = matter.rows[group[::-1]]
    values = [matter.values[one] for one in group[::-1]]
    statements = tuple(_statement(ledger, int(row), value) for row, value in zip(rows, values, strict=True))
    parties = [one.claim for one in statements]
    decision = matter.decision if matter.decision and matter.decision.claim in parties else None
    stands = matter.shown in parties
    if not stands:
        rule = f"Overtaken: the map follows {matter.shown}, which speaks of another time."
    elif decision and matter.shown == decision.claim:
        rule = f"A curator decided for {matter.shown} on {words.day(decision.decided_on.date())}."
    else:
        rule = _rule(matter, group[::-1])
    return Disagreement(
        deployment=matter.deployment,
        field=matter.field,
        nation=matter.nation,
        statements=statements,
        apart=apart,
        shown=matter.shown,
        rule=rule,
        stands=stands,
        decision=decision.id if decision else "",
        reason=decision.reason if decision else "",
    )


def _statement(ledger: Ledger, row: int, value: Cell) -> Statement:
    text, figures = (value, (None, None, None)) if isinstance(value, str) else ("", value)
    claim, source, grade = (stated(ledger.heads[name][row]) for name in ("id", "source", "grade"))
    return Statement(
        claim=claim,
        source=source,
        grade=grade or "",
        day=ledger.known_on[row].astype("datetime64[D]").item(),
        value=text,
        low=figures[0],
        high=figures[1],
        hedge=figures[2],
    )


def _rule(matter: Matter, group: Rows) -> str:
    """By which rule of the fold the map follows one of the parties; `group` are they, newest first."""
    ledger, shown = matter.ledger, matter.shown
    if matter.field == "strength":
        return "The range on the map spans them."
    if matter.field == "status":
        return f"A status only moves forward, and {shown} has it furthest."
    newest, *others = group
    value = matter.values[newest]
    row = matter.rows[newest]
    rival = matter.rows[next(one for one in others if matter.differs(matter.values[one], value))]
    letters = ledger.heads["reliability"]
    if ledger.day[row] > ledger.day[rival]:
        return f"The newest claim counts: {shown}."
    same_day = "Of claims that count from one day"
    if ledger.rank[row] > ledger.rank[rival]:
        return f"{same_day}, the one in which it had come furthest: {shown}."
    if letters[row] != letters[rival]:
        return f"{same_day}, the one of the more reliable source: {shown}."
    return f"{same_day} and are equal, the last by id: {shown}."
