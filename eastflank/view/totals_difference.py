"""The difference between two days' figures, only if both are exact and count the same things.

A difference of rounded, partial, announced or old figures would look like a movement of troops, but is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from eastflank.model import Kind
from eastflank.view.comparison import Comparison
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.selection import View
from eastflank.view.totals import Total

Reason = Literal[
    "", "same", "none", "neither", "not stated", "hedged", "partial", "announced", "planned", "old"
]
"""Why there is no difference in numbers; empty if there is one. `same`: the same words on both days, but not
exact. `none`: no unit was known to be there on one of the days; `neither`: no figure is stated on either
day."""


class Difference(NamedTuple):
    """The later figure minus the earlier one."""

    persons: int | None
    """None: they are not compared."""
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class TotalPair:
    """The totals of one kind on two days; None on a day on which no unit is known to be there."""

    kind: Kind
    earlier: Total | None
    later: Total | None
    dataset: str = ""
    """The dataset of the totals, if there are several; otherwise empty."""
    silent: bool = False
    """Whether units of the kind are not counted on only one of the days, because nobody reported them."""

    @property
    def units(self) -> int | None:
        """How many more units are known to be there on the later day; None if one was no longer reported."""
        if self.silent:
            return None
        return (self.later.units if self.later else 0) - (self.earlier.units if self.earlier else 0)

    @property
    def persons(self) -> Difference:
        """How many more persons they are."""
        if self.earlier is None or self.later is None:
            return Difference(None, "none")
        return _difference(
            (self.earlier.low, self.earlier.high, self.earlier.hedge, self.earlier.units),
            (self.later.low, self.later.high, self.later.hedge, self.later.units),
            (*_doubts(self.earlier), *_doubts(self.later)),
        )


@dataclass(frozen=True, slots=True)
class NationPair:
    """The figures for one nation's people in one deployment on two days; None on a day without a report."""

    nation: str
    deployment: str
    """Its id on the later day, or on the earlier day if the later one does not have it."""
    earlier: NationFigure | None
    later: NationFigure | None

    @property
    def persons(self) -> Difference:
        """How many more persons they are."""
        was, is_now = self.earlier, self.later
        if was is None or is_now is None or was.figure is None or is_now.figure is None:
            return Difference(None, "not stated")
        return _difference(
            (was.figure.low, was.figure.high, was.figure.hedge, was.planned),
            (is_now.figure.low, is_now.figure.high, is_now.figure.hedge, is_now.planned),
            (*_doubts(was), *_doubts(is_now)),
        )


def totals_of_both(compared: Comparison) -> tuple[TotalPair, ...]:
    """The totals of both days by kind, in the later day's order, then those that only the earlier has."""
    earlier = {(total.dataset, total.kind): total for total in compared.before.totals}
    later = {(total.dataset, total.kind): total for total in compared.view.totals}
    before, after = _silent(compared.before, compared.view), _silent(compared.view, compared.before)
    silent = {own for own, _ in before ^ after}
    return tuple(
        TotalPair(own[1], earlier.get(own), later.get(own), own[0], own in silent)
        for own in dict.fromkeys((*later, *earlier))
    )


def _silent(view: View, other: View) -> set[tuple[tuple[str, Kind], str]]:
    """What a view does not count because nobody reported it for two years: dataset, kind and id.

    Units, and groups whose units are known only through them: on the other day they count as a number.
    """
    stood = {one.id for one in other.deployments if one.sort == "group" and one.missing}
    return {
        ((one.dataset, one.kind), one.id)
        for one in view.deployments
        if one.present and one.silent and (one.sort == "unit" or one.id in stood)
    }


def nations_of_both(compared: Comparison) -> tuple[NationPair, ...]:
    """The nations' own figures of both days, if one of the days has one; in the order of the totals."""
    earlier = _by_deployment(compared.before.nations, compared.became)
    later = _by_deployment(compared.view.nations, {})
    pairs = (
        NationPair(key[0], key[2], earlier.get(key), later.get(key))
        for key in dict.fromkeys((*later, *earlier))
    )
    return tuple(
        pair for pair in pairs if any(one is not None and one.figure for one in (pair.earlier, pair.later))
    )


def _by_deployment(
    figures: Iterable[NationFigure], became: Mapping[str, str]
) -> Mapping[tuple[str, str, str], NationFigure]:
    """The key: nation, what the figure counts, and the deployment's id on the later day."""
    found: dict[tuple[str, str, str], NationFigure] = {}
    for one in figures:
        key = (one.nation, one.of, became.get(one.deployment, one.deployment))
        if key not in found or (found[key].figure is None and one.figure is not None):
            found[key] = one
    return found


_Said = tuple[int | None, int | None, str | None, int]
"""Low, high and hedge, and how many units or which standing it covers."""


def _difference(was: _Said, is_now: _Said, doubts: tuple[Reason, ...]) -> Difference:
    (was_low, was_high, was_hedge, _), (low, high, hedge, _) = was, is_now
    unstated = ((was_low, was_high) == (None, None), (low, high) == (None, None))
    if any(unstated):
        return Difference(None, "neither" if all(unstated) else "not stated")
    exact = was_low == was_high and low == high and not was_hedge and not hedge
    if exact and not doubts and was_low is not None and low is not None:
        return Difference(low - was_low)
    if was == is_now:
        return Difference(None, "same")
    return Difference(None, doubts[0] if exact else "hedged")


def _doubts(one: Total | NationFigure) -> tuple[Reason, ...]:
    """Why an exact figure must not be compared."""
    doubts: tuple[tuple[Reason, bool], ...] = (
        ("partial", isinstance(one, Total) and one.stating < one.units),
        ("planned", isinstance(one, NationFigure) and one.planned),
        ("announced", bool(one.announced)),
        ("old", bool(one.old)),
    )
    return tuple(reason for reason, holds in doubts if holds)
