"""How a map can show a deployment, by what is stated about it; or why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from eastflank.model import Dataset, Deployment, Place
from eastflank.record.as_of import Known
from eastflank.record.groups import units_of
from eastflank.record.newest_first import NewestFirst
from eastflank.view.names import names_by_code
from eastflank.view.reach import EVERYWHERE, MapReach, reach_of
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


def is_shown_through_units(group: Deployment, known: Known) -> bool:
    """Whether a unit of a group, or of a group inside it, may have a mark."""
    return any(is_drawn(unit, known) for unit in units_of(group.id, known.deployments))


def all_drawn(known: Known) -> frozenset[str]:
    """The ids of all deployments that may have their own mark; see `is_drawn`. Gone through once."""
    return known.once(_all_drawn)


def _all_drawn(known: Known) -> frozenset[str]:
    return frozenset(one.id for one in known.deployments.values() if is_drawn(one, known))


def anchor_of(
    one: Deployment, known: Known, places: Mapping[str, Place], reach: MapReach = EVERYWHERE
) -> Anchor | None:
    """How a map of this reach shows a deployment; None if it cannot.

    What is outside the map is never drawn somewhere else. A set over several hosts is drawn if the map shows
    one of them.
    """
    place = places[one.place] if one.place else None
    if place and place.precision in ("site", "town") and one.sort == "unit":
        return "place" if reach.has(place) else None
    if hosts := hosts_drawn(one):
        if not any(map(reach.shows, hosts)):
            return None
        return "country" if len(hosts) == 1 else "set"
    if place and place.precision in ("sea", "region"):
        return "sea" if reach.has(place) else None
    return "beside" if any(map(reach.shows, kin(one, known))) else None


def is_outside(one: Deployment, known: Known, places: Mapping[str, Place], reach: MapReach) -> bool:
    """Whether a deployment would be drawn, if the map reached further."""
    if one.sort == "statistic":
        return len(one.host) == 1 and not reach.shows(one.host[0])
    return anchor_of(one, known, places, reach) is None and anchor_of(one, known, places) is not None


def hosts_drawn(one: Deployment) -> tuple[str, ...]:
    """The countries of a mark: for a group those of the units that are known only through it."""
    return one.missing_hosts if one.sort == "group" else one.host


def hosts_on_map(one: Deployment, reach: MapReach) -> tuple[str, ...]:
    """The countries of a mark that a map of this reach shows."""
    return tuple(filter(reach.shows, hosts_drawn(one)))


def kin(one: Deployment, known: Known) -> tuple[str, ...]:
    """The hosts of the whole that a deployment is part of; empty if no whole or no host is known."""
    whole = known.deployments.get(one.part_of or one.under)
    return whole.host if whole else ()


def outside_of(chosen: Iterable[Deployment], known: Known, dataset: Dataset) -> frozenset[str]:
    """The ids of the units and groups that would have a mark, if the map reached further."""
    outside = dataset.latest(_DAYS, _outside, known)
    return frozenset(one.id for one in chosen if one.id in outside)


def _outside(dataset: Dataset, known: Known) -> frozenset[str]:
    """Those of all that is known on one day."""
    reach, places = reach_of(dataset), dataset.places_by_id
    if reach == EVERYWHERE:
        return frozenset()
    return frozenset(
        one.id
        for one in known.deployments.values()
        if one.id in all_drawn(known) and is_outside(one, known, places, reach)
    )


def not_drawn(
    dataset: Dataset, known: Known, chosen: Iterable[Deployment], loose: NDArray[np.intp]
) -> tuple[NotDrawn, ...]:
    """All chosen deployments that have no mark, and the claims at positions `loose` of the evidence."""
    reasons = dataset.latest(_DAYS, _reasons, known)
    deployments = [
        NotDrawn("deployment", one.id, one.name, reasons[one.id]) for one in chosen if one.id in reasons
    ]
    claims = known.evidence.once(_undrawn_claims)
    if len(loose) == len(known.loose):  # most views show all that are known
        return (*deployments, *claims[len(claims) - len(loose) :])
    places = np.searchsorted(known.evidence.loose, loose)
    return (*deployments, *(claims[place] for place in places.tolist()))


def _undrawn_claims(evidence: NewestFirst) -> tuple[NotDrawn, ...]:
    """The claims about no deployment, newest first."""
    rows = (evidence.claims[position] for position in evidence.loose.tolist())
    return tuple(
        NotDrawn("claim", row.id, row.quote or row.citation or "", left_out.ABOUT_NO_DEPLOYMENT[row.kind])
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class _Map:
    """A map of a day: what is known then, where places are, what is shown, and the names of countries."""

    known: Known
    places: Mapping[str, Place]
    reach: MapReach
    names: Mapping[str, str]

    def outside(self, one: Deployment) -> str:
        """Where a deployment is that is outside of the map, in words; empty if it is not."""
        if not is_outside(one, self.known, self.places, self.reach):
            return ""
        hosts = hosts_drawn(one) or kin(one, self.known)
        if not any(map(self.reach.shows, hosts)) and hosts:
            return left_out.outside_this_map(hosts, self.names)
        return left_out.place_outside_this_map(self.places[one.place].name if one.place else "")


_DAYS = 8
"""For how many days, and selections of evidence, it is cached what has no mark, and why."""


def _reasons(dataset: Dataset, known: Known) -> Mapping[str, str]:
    """Why deployments have no mark on one day, by id; those that have one are not there."""
    where = _Map(known, dataset.places_by_id, reach_of(dataset), names_by_code(dataset))
    told = ((one.id, _reason(one, where)) for one in known.deployments.values())
    return {one: reason for one, reason in told if reason}


def _reason(one: Deployment, where: _Map) -> str:
    if one.over:
        return left_out.is_over(one.status)
    if one.sort != "unit":
        return _reason_of_sum(one, where)
    if one.standing is None:
        return left_out.NO_STATUS
    if one.lapsed:
        return left_out.lapsed_since(one.last_word.year) if one.last_word else left_out.LAPSED_LONG_AGO
    if not is_drawn(one, where.known):
        group = where.known.deployments[one.counted_with].name
        return left_out.one_of_group(group, one.status)
    return where.outside(one) or _reason_of_place(one, where)


def _reason_of_sum(one: Deployment, where: _Map) -> str:
    if one.sort == "group":
        return where.outside(one) if one.missing else _reason_of_group(one, where)
    if one.off_map:
        return terms.OFF_MAP[one.off_map]
    if one.figure is None:
        return left_out.STATISTIC_WITHOUT_FIGURE
    return where.outside(one) if len(one.host) == 1 else left_out.STATISTIC_OVER_COUNTRIES


def _reason_of_group(one: Deployment, where: _Map) -> str:
    """Why a group that stands for no units has no mark; all the same it has its line in the table."""
    if is_shown_through_units(one, where.known):
        return left_out.GROUP_THROUGH_UNITS
    if one.standing is None:
        return left_out.NO_STATUS
    if one.lapsed:
        return left_out.lapsed_since(one.last_word.year) if one.last_word else left_out.LAPSED_LONG_AGO
    if one.silent:
        return left_out.group_silent_since(one.last_word.year if one.last_word else None)
    return left_out.GROUP_WITHOUT_UNITS


def _reason_of_place(one: Deployment, where: _Map) -> str:
    places = where.places
    if anchor_of(one, where.known, places):
        return ""
    if not one.place:
        return left_out.NO_HOST_NO_PLACE
    place = places[one.place]
    if place.precision == "country":
        return left_out.whole_country(place.name)
    return left_out.without_borders(place.name)
