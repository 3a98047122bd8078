"""How a map can show a deployment, by what is stated about it; or why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from eastflank.model import ClaimRow, Dataset, Deployment, Place
from eastflank.record.as_of import Known
from eastflank.words.chosen import left_out, terms

Anchor = Literal["place", "country", "set", "sea", "beside"]
"""A named place; the one host; several hosts without a pairing; a sea or region; or, for a part whose
host is not stated, a spot beside its whole."""


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Something in the view that has no mark on the map, and why."""

    kind: str
    """`deployment` or `claim`."""
    id: str
    label: str
    reason: str


def is_drawn(one: Deployment, known: Known) -> bool:
    """Whether a deployment may have its own mark: it is there or planned, and is not part of another mark.

    A unit of its group's set is drawn beside the set only if it has no host of its own: a pairing that is
    only considered is told in words.
    """
    if one.over or one.lapsed or one.standing is None or one.sort == "statistic":
        return False
    if one.sort == "group":
        return one.missing > 0
    return not (one.counted_with in known.deployments and not one.kind.inside and one.host)


def anchor_of(one: Deployment, known: Known, places: Mapping[str, Place]) -> Anchor | None:
    """How the map shows a deployment; None if it cannot."""
    place = places[one.place].precision if one.place else None
    if place in ("site", "town") and one.sort == "unit":
        return "place"
    if hosts := hosts_drawn(one):
        return "country" if len(hosts) == 1 else "set"
    if place in ("sea", "region"):
        return "sea"
    return "beside" if kin(one, known) else None


def hosts_drawn(one: Deployment) -> tuple[str, ...]:
    """The countries of a mark: for a group those of the units that are known only through it."""
    return one.missing_hosts if one.sort == "group" else one.host


def kin(one: Deployment, known: Known) -> tuple[str, ...]:
    """The hosts of the whole that a deployment is part of; empty if no whole or no host is known."""
    whole = known.deployments.get(one.part_of or one.under)
    return whole.host if whole else ()


def not_drawn(
    dataset: Dataset, known: Known, chosen: Iterable[Deployment], claims: Iterable[ClaimRow]
) -> tuple[NotDrawn, ...]:
    """All chosen deployments that have no mark, and `claims`: those about no deployment."""
    places = dataset.places_by_id
    deployments = [
        NotDrawn("deployment", one.id, one.name, reason)
        for one in chosen
        if (reason := _reason(one, known, places))
    ]
    return (
        *deployments,
        *(
            NotDrawn("claim", row.id, row.quote or row.citation or "", left_out.ABOUT_NO_DEPLOYMENT[row.kind])
            for row in claims
        ),
    )


def _reason(one: Deployment, known: Known, places: Mapping[str, Place]) -> str:
    if one.over:
        return left_out.is_over(one.status)
    if one.sort != "unit":
        return _reason_of_sum(one)
    if one.standing is None:
        return left_out.NO_STATUS
    if one.lapsed:
        return left_out.lapsed_since(one.last_word.year) if one.last_word else left_out.LAPSED_LONG_AGO
    if not is_drawn(one, known):
        group = known.deployments[one.counted_with].name
        return left_out.one_of_group(group, one.status)
    return "" if anchor_of(one, known, places) else _reason_of_place(one, places)


def _reason_of_sum(one: Deployment) -> str:
    if one.sort == "group":
        return "" if one.missing else left_out.GROUP_THROUGH_UNITS
    if one.off_map:
        return terms.OFF_MAP[one.off_map]
    if one.figure is None:
        return left_out.STATISTIC_WITHOUT_FIGURE
    return "" if len(one.host) == 1 else left_out.STATISTIC_OVER_COUNTRIES


def _reason_of_place(one: Deployment, places: Mapping[str, Place]) -> str:
    if not one.place:
        return left_out.NO_HOST_NO_PLACE
    place = places[one.place]
    if place.precision == "country":
        return left_out.whole_country(place.name)
    return left_out.without_borders(place.name)
