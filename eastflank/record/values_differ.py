"""When two values of a field cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eastflank import dates
from eastflank.model import Claim, Standing


def one_ends_what_the_other_has(one: Claim, other: Claim) -> bool:
    """Whether one claim says that it is over and another, about the same or a later day, that it is not.

    Other differences in status between sources are not a contradiction: a status moves forward.
    """
    gone, going = (one, other) if one.standing == Standing.GONE else (other, one)
    if gone.standing != Standing.GONE or going.standing == Standing.GONE:
        return False
    return going.told_last >= gone.told_first


def _neither_holds_the_other(one: str, other: str) -> bool:
    left, right = set(one.split(";")), set(other.split(";"))
    return not (left <= right or right <= left)


def _no_day_fits(one: str, other: str) -> bool:
    (first, last), (earliest, latest) = dates.bounds(one), dates.bounds(other)
    return bool((last and earliest and last < earliest) or (latest and first and latest < first))


DIFFER: Mapping[str, Callable[[str, str], bool]] = {
    "place": lambda one, other: one != other,
    "lead": _neither_holds_the_other,
    "host": _neither_holds_the_other,
    "starts": _no_day_fits,
}
"""Whether two different values cannot both be true."""
