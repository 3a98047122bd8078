"""The claims of a data set as typed values, by deployment and in the order in which they count.

Everything here is the same on every day, so it is worked out once for a data set; a day takes of each
deployment the claims that were known by then.
"""

from __future__ import annotations

import bisect
import calendar
import functools
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.grades import is_weak
from eastflank.model import STATUSES, Claim, Contribution, Dataset

RANKS: Mapping[str, int] = {status: rank for rank, status in enumerate(STATUSES)}
"""How far a matter has come, by its status."""
DISPLACES = 2
"""Years by which a weak claim must be newer than a sound one to displace it."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A deployment that is a part of another, or became it."""

    member: str
    whole: str
    known_on: date
    """The day from which it is known."""
    starts: date
    """The first day on which it surely holds."""
    ends: date
    """The last day on which it may hold."""

    def holds(self, day: date) -> bool:
        """Whether it is known, and holds, on a day."""
        return self.known_on <= day and self.starts <= day <= self.ends


class Decision(NamedTuple):
    """A curator's decision which claim a field takes."""

    id: str
    deployment: str
    field: str
    nation: str
    """Whose contingent it is about; empty for any other field."""
    claim: str


@dataclass(frozen=True)
class ClaimIndex:
    """The claims about each deployment, and who is part of whom."""

    claims: Mapping[str, tuple[Claim, ...]]
    """By deployment, its own claims in the order of the days from which they count."""
    by_id: Mapping[str, Claim]
    parts: tuple[Membership, ...]
    became: tuple[Membership, ...]
    decisions: tuple[Decision, ...]

    def of(self, deployment: str, day: date, among: frozenset[str] | None) -> tuple[Claim, ...]:
        """The claims about a deployment that count on `day`; only those `among`, if ids are given."""
        own = self.claims.get(deployment, ())
        known = own[: bisect.bisect_right(own, day, key=lambda claim: claim.known_on)]
        return known if among is None else tuple(claim for claim in known if claim.id in among)


def index_of(dataset: Dataset) -> ClaimIndex:
    """The claims of a data set by deployment; made once for each data set."""
    return dataset.once(_index)


def place_in_order(claim: Claim) -> tuple[date, int, str, int, str]:
    """The place of a claim among those about its deployment: later ones count before earlier ones.

    By the day told of; of one day by how far the matter had come, then by the source's reliability, then
    by credibility, then by id.
    """
    rank = -1 if claim.status is None else RANKS[claim.status]
    # Letters fall from A to F, digits from 1 to 6: the complement makes the better one the later one.
    letter = chr(ord("Z") - ord(claim.grade[0])) if claim.grade else ""
    digit = 9 - int(claim.grade[1:]) if len(claim.grade) > 1 else 0
    return claim.told_last, rank, letter, digit, claim.id


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """The claims from the first to the last that counts."""
    return sorted(claims, key=place_in_order)


def displaces(newer: Claim, older: Claim) -> bool:
    """Whether a newer claim takes the place of an older one.

    A weak claim displaces a sound one only if it tells of a day more than two years later.
    """
    if not newer.weak or older.weak:
        return True
    return newer.told_last > years_later(older.told_last, DISPLACES)


@functools.cache
def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February for a 29th that the year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _index(dataset: Dataset) -> ClaimIndex:
    sent = _contributions(dataset)
    found: dict[str, list[Claim]] = {}
    frame = dataset.claims
    counting = (
        frame["deployment"].notna()
        & frame["known_on"].notna()
        & ~frame["review"].isin(["retracted", "draft"])
    )
    weak = _weak(frame)
    for row in frame[counting].to_dict("records"):
        claim = _claim(row, sent.get(row["id"], ()), weak=row["id"] in weak)
        found.setdefault(claim.deployment, []).append(claim)
    claims = {
        deployment: tuple(sorted(own, key=lambda one: (one.known_on, place_in_order(one))))
        for deployment, own in found.items()
    }
    by_id = {claim.id: claim for own in claims.values() for claim in own}
    parts, became = _memberships(dataset, by_id)
    return ClaimIndex(claims, by_id, parts, became, _decisions(dataset))


def _weak(frame: pd.DataFrame) -> frozenset[str]:
    """The claims that are weak: by their grade, or because they rest on a weak one."""
    weak = {
        row_id
        for row_id, grade in zip(frame["id"], frame["grade"], strict=True)
        if _text(grade) and is_weak(grade)
    }
    judged = frame[frame["rests_on"].notna()]
    for row_id, rests_on in zip(judged["id"], judged["rests_on"], strict=True):
        if weak.intersection(rests_on.split(";")):
            weak.add(row_id)
    return frozenset(weak)


def _claim(row: Mapping[Hashable, object], sent: tuple[Contribution, ...], *, weak: bool) -> Claim:
    return Claim(
        id=str(row["id"]),
        source=_text(row["source"]) or "",
        basis=str(row["basis"]),
        deployment=str(row["deployment"]),
        status=_text(row["status"]),
        lead=_codes(row["lead"]),
        host=_codes(row["host"]),
        meant_for=_codes(row["meant_for"]),
        place=_text(row["place"]),
        low=_number(row["troops_low"]),
        high=_number(row["troops_high"]),
        hedge=_text(row["hedge"]),
        counts=_text(row["counts"]),
        unit_count=_number(row["unit_count"]),
        starts=_text(row["starts"]),
        ends=_text(row["ends"]),
        starts_last=_day(row["starts_last"]),
        ends_last=_day(row["ends_last"]),
        complete=row["contributors_complete"] == "yes" or row["counts"] == "sum",
        known_on=_known(row["known_on"]),
        told_first=_known(row["told_first"]),
        told_last=_known(row["told_last"]),
        grade=_text(row["grade"]) or "",
        weak=weak,
        contributions=sent,
    )


def _contributions(dataset: Dataset) -> Mapping[str, tuple[Contribution, ...]]:
    found: dict[str, list[Contribution]] = {}
    for row in dataset.contributions.sort_values(["claim", "nation"]).to_dict("records"):
        found.setdefault(row["claim"], []).append(
            Contribution(
                row["nation"],
                _number(row["troops_low"]),
                _number(row["troops_high"]),
                _text(row["hedge"]),
                row["left"] == "yes",
            )
        )
    return {claim: tuple(sent) for claim, sent in found.items()}


def _memberships(
    dataset: Dataset, claims: Mapping[str, Claim]
) -> tuple[tuple[Membership, ...], tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {"part": [], "became": []}
    for row in dataset.memberships.sort_values("id").to_dict("records"):
        starts = _day(row["starts_last"]) or date.min
        claim = claims.get(_text(row["claim"]) or "")
        known_on = claim.known_on if claim else starts
        ends = _day(row["ends_last"]) or date.max
        found[row["relation"]].append(Membership(row["member"], row["whole"], known_on, starts, ends))
    return tuple(found["part"]), tuple(found["became"])


def _decisions(dataset: Dataset) -> tuple[Decision, ...]:
    # A row with a check answers a finding: it decides nothing between sources.
    between = dataset.decisions[dataset.decisions["check"].isna()]
    chosen = between.dropna(subset=["deployment", "field", "claim"]).sort_values("id")
    cells = zip(
        chosen["id"], chosen["deployment"], chosen["field"], chosen["nation"], chosen["claim"], strict=True
    )
    return tuple(
        Decision(row_id, deployment, field, _text(nation) or "", claim)
        for row_id, deployment, field, nation, claim in cells
    )


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) and cell else None


def _number(cell: object) -> int | None:
    return None if cell is None or pd.isna(cell) else int(cell)  # type: ignore[call-overload]


def _day(cell: object) -> date | None:
    return None if pd.isna(cell) else pd.Timestamp(cell).date()  # type: ignore[arg-type, call-overload]


def _known(cell: object) -> date:
    return pd.Timestamp(cell).date()  # type: ignore[arg-type]


def _codes(cell: object) -> tuple[str, ...]:
    return tuple(cell.split(";")) if isinstance(cell, str) and cell else ()
