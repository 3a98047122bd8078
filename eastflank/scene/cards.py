"""The texts of a deployment's card on the map: a heading, one or two lines, and the details."""

from __future__ import annotations

from collections.abc import Collection

from eastflank.model import STATUSES, Deployment, Place, Standing
from eastflank.view.anchors import Anchor, hosts_drawn
from eastflank.view.comparison import Changed
from eastflank.view.description import Description
from eastflank.words.chosen import card_lines
from eastflank.words.chosen import values as words


def heading(told: Description, anchor: Anchor) -> str:
    """The place, the only host if the kind is named by it, or the deployment's name."""
    one = told.known
    if one.sort == "group":
        return _set_name(one)
    if anchor in ("place", "sea") and one.place:
        return told.place
    if anchor == "country" and one.kind.named_by_place:
        return told.host
    return one.name


def _set_name(one: Deployment) -> str:
    """The name for units that are known only through a group: the group, or how many of it."""
    if one.missing == one.unit_count:
        return one.name
    return card_lines.some_of(one.kind, one.missing, one.name)


def lines(told: Description, anchor: Anchor, outside: Collection[str] = ()) -> tuple[str, ...]:
    """Strength and status, and what is not stated about its place or its lead.

    `outside` are the hosts that the map does not show.
    """
    one, status = told.known, told.status_on_day
    names = card_lines.with_those_outside(told.names, outside)
    known = told.states_strength and (one.sort != "group" or one.missing == one.unit_count)
    both = "".join(card_lines.strength_and_status(told.strength_in_brief, status))
    first, short = (both, both) if known else (card_lines.no_strength(status), status)
    if anchor == "set":
        hosts = hosts_drawn(one)
        unpaired = one.sort == "group" or len(one.lead) > 1
        return (
            (first, card_lines.set_of(hosts, names), card_lines.UNPAIRED)
            if unpaired
            else (first, card_lines.in_hosts(hosts, names))
        )
    if anchor == "beside":
        return (card_lines.no_host(short),)
    if anchor == "sea":
        return (one.name, first)
    if anchor == "country":
        return (_of_country(short, told.places[one.place] if one.place else None),)
    # A place is enough to identify a battlegroup, but not the other deployments there.
    named = (first,) if one.kind.named_by_place else (one.name, first)
    return (*named, card_lines.meant_for(told.meant_for)) if one.meant_for else named


def _of_country(line: str, place: Place | None) -> str:
    """The line of a card that stands for a country: its deployment has no place, or one without a point."""
    match place:
        case Place(name=name, precision="region"):
            return card_lines.near(line, name)
        case Place(name=name, precision="none"):
            return card_lines.not_located(line, name)
    return card_lines.no_base(line)


def is_in_heading(change: Changed) -> bool:
    """Whether a change is shown in the line of a card's heading.

    “New” is: a separate line would need room and say no more.
    """
    return change.form == "new"


def told_by_form(
    told: Description, standing: Standing, lines: Collection[str]
) -> tuple[str, str, str] | None:
    """The line of a card whose status the card's style shows too, in three parts: the second is the status.

    A small map leaves the status out. None if no line has only a strength and a status, or if the style means
    several statuses: a dashed card may be pledged or arriving.
    """
    alike = [status for status, its in STATUSES.items() if its == standing]
    only = "deployed" if standing == Standing.PRESENT else alike[0] if len(alike) == 1 else ""
    status = told.status_on_day
    line = card_lines.strength_and_status(told.strength_in_brief, status)
    return line if only and status == words.status(only) and "".join(line) in lines else None


def details(told: Description) -> tuple[str, ...]:
    """Who, where, how many, status and number of claims, one per line."""
    one = told.known
    strength = card_lines.strength_in_full(told.strength, one.counts, one.figure)
    place = told.places[one.place] if one.place else None
    where = card_lines.place_by_name(told.place) if place and place.precision == "none" else told.place
    return card_lines.details(
        one.name, told.lead, where, told.host, told.meant_for, strength, told.status_on_day, told.plans,
        one.claim_count,
    )  # fmt: skip
