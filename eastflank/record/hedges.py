"""What a hedged figure allows: “about 450” and 455 can both be true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from eastflank.model import Hedged

_BESIDE_EXACT = 0.06
"""How far “about” reaches, as a share, compared with an exact number: 1,138 is about 1,200."""
_BESIDE_HEDGED = 0.025
"""How far it reaches compared with another hedged number: both are rounded, so “about 1,700” is not “just
under 1,800”."""
_JUST_UNDER = 0.03


class Reach(NamedTuple):
    """The numbers that a figure allows."""

    least: float
    most: float


def reach(figure: Hedged, share: float) -> Reach:
    """The numbers that a figure allows if “about” reaches `share` of it to both sides."""
    low, high, hedge = figure.low, figure.high, figure.hedge
    if low is None:
        return Reach(0, float(high or 0))
    if high is None:
        return Reach(low + (hedge == "more than"), float("inf"))
    if hedge == "just under":
        return Reach(low * (1 - _JUST_UNDER), high - 1)
    if hedge == "about":
        return Reach(low * (1 - share), high * (1 + share))
    return Reach(low, high)


def can_both_be_true(one: Hedged, other: Hedged) -> bool:
    """Whether one number fits two figures of the same thing."""
    both = _is_rounded(one) and _is_rounded(other)
    share = _BESIDE_HEDGED if both else _BESIDE_EXACT
    left, right = reach(one, share), reach(other, share)
    return left.least <= right.most and right.least <= left.most


def can_hold(whole: Hedged, parts: Iterable[Hedged]) -> bool:
    """Whether the parts can fit into their whole: the least sum is not above the largest whole."""
    least = sum(reach(part, _BESIDE_EXACT).least for part in parts)
    return least <= reach(whole, _BESIDE_EXACT).most


def can_be_the_sum(whole: Hedged, parts: Iterable[Hedged]) -> bool:
    """Whether the parts can add up to the whole, if none is missing."""
    reaches = [reach(part, _BESIDE_EXACT) for part in parts]
    least, most = sum(one.least for one in reaches), sum(one.most for one in reaches)
    stated = reach(whole, _BESIDE_EXACT)
    return least <= stated.most and stated.least <= most


def _is_rounded(figure: Hedged) -> bool:
    """Whether a hedged figure is a round number: “about 1,700”, but not “about 1,138”."""
    step = 50 if (figure.low or 0) >= 100 else 10  # noqa: PLR2004 - what people round to
    return figure.hedge in ("about", "just under") and (figure.low or 0) % step == 0
