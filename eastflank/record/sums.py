"""Sums of figures: what they state together, and no more.

A sum keeps three things apart: what its figures state at least, how sure that is, and what is only a ceiling.
A ceiling (“up to 300”) states nobody, so it never raises what the sum states; it stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eastflank.model import Hedged

_OPEN = ("more than", "at least")


@dataclass(frozen=True, slots=True)
class Added:
    """A sum of figures: None, None if there is nothing to add."""

    low: int | None
    """Fewest persons, ceilings left out; None: only ceilings are stated, or nothing."""
    high: int | None
    """Most persons, ceilings included; None: no upper bound, or nothing is stated."""
    hedge: str | None
    """“about” with no upper bound: at least about so many."""
    ceiling: int = 0
    """How many persons of `high`, or beyond `low` if there is no `high`, are only ceilings."""


def is_ceiling(figure: Hedged) -> bool:
    """Whether a figure states only what there are at most."""
    return figure.low is None or (figure.hedge == "up to" and figure.low == figure.high)


def added(figures: Sequence[Hedged]) -> Added:
    """The sum of figures, no surer than its parts.

    Ceilings are added up by themselves. The rest has no upper bound if one of its figures has none: “more
    than 450” and 500 are “more than 950”. If one is rounded, the sum is rounded too, and is an “about”: “more
    than 450” and “about 500” are at least about 950.
    """
    ceilings = [figure.high or 0 for figure in figures if is_ceiling(figure)]
    stated = [figure for figure in figures if not is_ceiling(figure)]
    ceiling = sum(ceilings)
    if not stated:
        return Added(None, ceiling, "up to", ceiling) if ceilings else Added(None, None, None)
    if len(stated) == 1:
        (one,) = stated
        low, high, hedge = one.low, one.high, one.hedge
    else:
        low, high, hedge = _sum_of(stated)
    return Added(low, None if high is None else high + ceiling, hedge, ceiling)


def _sum_of(figures: Sequence[Hedged]) -> tuple[int, int | None, str | None]:
    """Low, high and hedge of the sum of figures that are no ceilings."""
    hedges = {figure.hedge for figure in figures}
    low = sum(figure.low or 0 for figure in figures)
    high = _most(figures)
    if hedges.isdisjoint(("about", "just under")):
        return low, high, next((hedge for hedge in _OPEN if hedge in hedges), None)
    if high == low:
        return _rounded(low), _rounded(low), "about"
    return _rounded(low, "down"), None if high is None else _rounded(high, "up"), "about"


def _most(figures: Iterable[Hedged]) -> int | None:
    """The sum of the upper bounds; None if one of the figures has none."""
    most = 0
    for figure in figures:
        if figure.high is None or figure.hedge in _OPEN:
            return None
        most += figure.high
    return most


def _rounded(persons: int, way: str = "") -> int:
    """Rounds to hundreds, to tens below a thousand, and not at all below a hundred.

    `way` is “down” for a lower bound and “up” for an upper one: a bound must not move inwards.
    """
    step = 100 if persons >= 1000 else 10 if persons >= 100 else 1  # noqa: PLR2004
    over = {"down": 0, "up": step - 1}.get(way, step // 2)
    return (persons + over) // step * step
