"""English for what changed between two days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from eastflank.model import Hedged
from eastflank.words.en.disputes import contingent_of
from eastflank.words.en.figures import figure as in_figures
from eastflank.words.en.figures import noted, persons
from eastflank.words.en.lists import listed

UNKNOWN = "not reported"
"""What a deployment was before any source reported it."""
BY_ITSELF = "by itself"
"""What a deployment was before it turned out to be another."""
NEW = "new"
CONTRIBUTORS_CHANGED = "contingents changed"

THROUGH_UNITS = "now drawn through its units"
LAPSED = "not reported since"
NOT_IN_VIEW = "no longer in this view"

FIELDS = {
    "status": "status",
    "strength": "strength",
    "lead": "lead",
    "host": "host",
    "place": "place",
    "ended": "ended",
}
"""What may change, by the name of the field or the kind of the change."""
_WAS = {"lead": "led by {}", "host": "in {}", "place": "at {}"}
_ENDED = {"ended": "has ended", "withdrawn": "was withdrawn", "denied": "is denied"}
Moving = Literal["joins", "was part", "is to join", "leaves"]
"""How nations come or go: joined; reported for an earlier day; planned; left."""
_JOINED: dict[Moving, tuple[str, str]] = {
    "joins": ("joins", "join"),
    "was part": ("was part of it already", "were part of it already"),
    "is to join": ("is to join", "are to join"),
    "leaves": ("leaves", "leave"),
}
"""For one nation and for several."""


def in_short(was: Sequence[tuple[str, str]], fresh: Sequence[str], *, contributors: bool) -> str:
    """The changes of one deployment in a line of a card: “was considered, 800–1,000; host newly stated”.

    `was` are fields with what they were in words, `fresh` fields that were not stated before.
    """
    told = [_WAS.get(field, "{}").format(value) for field, value in was]
    parts = [
        f"was {', '.join(told)}" if told else "",
        f"{listed(FIELDS[field] for field in fresh)} newly stated" if fresh else "",
        CONTRIBUTORS_CHANGED if contributors else "",
    ]
    return "; ".join(part for part in parts if part)


def first_reported(name: str, facts: str) -> str:
    """Says that a deployment was reported for the first time, with what is known about it, which may be nothing."""
    return f"{name}: first reported{'; ' if facts else ''}{facts}."


def facts(status: str, lead: str, host: str, strength: str) -> str:
    """What is known about a new deployment; empty parts are left out."""
    parts = [status, f"led by {lead}" if lead else "", f"in {host}" if host else "", strength]
    return ", ".join(part for part in parts if part)


def moved(name: str, field: str, was: str, now: str) -> str:
    """Says that a field has changed; a value is empty if it is not or was not stated."""
    called = FIELDS[field]
    if was and now:
        return f"{name}: {called} moved from {was} to {now}."
    return f"{name}: {called} is now stated, {now}." if now else f"{name}: {called} is no longer {was}."


INFERRED = "inferred, said by nobody"


def ended(name: str, was: str, code: str, now: str, *, inferred: bool = False) -> str:
    """Says that a deployment is over; `now` is the word for the status `code`."""
    verb = over(_ENDED.get(code, now), inferred=inferred)
    return f"{name} {verb}; before, it was {was}." if was else f"{name} {verb}."


def over(status: str, *, inferred: bool) -> str:
    """The word for the status of what is over, and whether it is only inferred."""
    return f"{status} ({INFERRED})" if inferred else status


def turned_out(was: str, name: str) -> str:
    """Says that a deployment turned out to be another."""
    return f"{was} turned out to be {name}."


def turned_out_to_be(name: str) -> str:
    """The same on a mark of what it was."""
    return f"turned out to be {name}"


def is_gone(why: str, was: str) -> str:
    """Why a mark of an earlier day is gone, and what it was; either may be empty."""
    return "; ".join(part for part in (why, was) if part)


# --- who takes part ---------------------------------------------------------------------------------------


def contributors(name: str, said: str) -> str:
    """A change of those who take part in a deployment."""
    return f"{name}: {said}."


def nations_moved(how: Moving, who: Sequence[str]) -> str:
    """Says that nations come or go."""
    one, several = _JOINED[how]
    return f"{listed(who)} {one if len(who) == 1 else several}"


def nation_with(nation: str, figure: str, *, announced: bool) -> str:
    """A nation with its people: “Canada with 455 (2018)”."""
    return f"{nation} with {figure}{' as announced' if announced else ''}"


def contingent_moved(nation: str, was: str, now: str) -> str:
    """Says that a contingent's strength has changed; `was` is empty if none was stated."""
    if not was:
        return f"{contingent_of(nation)} is now stated, {now}"
    return f"{contingent_of(nation)} moved from {was} to {now}"


def nation_and(nation: str, figure: str) -> str:
    """A nation and its figure, in a table: “Canada 455 (2018)”."""
    return f"{nation} {figure}"


def dated_strength(value: Hedged, year: int, grade: str, *, of_persons: bool) -> str:
    """A figure with its year, which both sides of a change need, and its grade unless empty."""
    number = in_figures(value)
    return noted(persons(number) if of_persons else number, year, grade)


def strength(figure: str, *, planned: bool, announced: bool) -> str:
    """The strength of a deployment on one of the two days."""
    if planned:
        return f"planned: {figure}"
    return f"{figure}, as announced" if announced else figure
