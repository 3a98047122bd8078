"""What a deployment's card on the map says: a heading, a line or two, and the details behind them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from eastflank.model import STATUSES, Place, Row, Standing, stated
from eastflank.view.anchors import Anchor
from eastflank.words import en as words


def heading(row: Row, anchor: Anchor, places: Mapping[str, Place], names: Mapping[str, str]) -> str:
    """The place, the one host of a battlegroup, or the deployment's name."""
    if anchor in ("place", "sea"):
        return places[row.place].name
    if anchor == "country" and row.kind == "battlegroup":
        return words.nations(row.host, names)
    return str(row.name)


def lines(row: Row, anchor: Anchor, names: Mapping[str, str], day: date) -> tuple[str, ...]:
    """Strength and status on `day`, and what of its place or its pairing is not stated."""
    figure = words.strength_on(row, day)
    known = figure != words.NOT_STATED
    status = stated(row.status) or "status not stated"
    first = f"{figure}, {status}" if known else f"{status}, strength not stated"
    short = f"{figure}, {status}" if known else status
    if anchor == "set":
        return (first, f"for {words.nations(row.host, names)} as a set;", "who leads where is not stated")
    if anchor == "beside":
        return (f"{short}; host not stated",)
    if anchor == "sea":
        return (str(row.name), first)
    if anchor == "country":
        return (short if row.kind == "total" else f"{short}; base not stated",)
    # A place alone says which battlegroup is meant, but not which of the other deployments there.
    return (first,) if row.kind == "battlegroup" else (str(row.name), first)


def told_by_form(standing: Standing) -> str:
    """How a line ends whose card says as much by its form, so that a small map may leave it out.

    Empty where the form does not tell one status: a dashed card may be pledged, or on its way.
    """
    alike = [status for status, its in STATUSES.items() if its == standing]
    return f", {alike[0]}" if len(alike) == 1 else ""


def details(row: Row, places: Mapping[str, Place], names: Mapping[str, str]) -> tuple[str, ...]:
    """Who, where, how many, status and number of claims, one per line."""
    leads, hosts = words.nations(row.lead, names) or words.NOT_STATED, words.nations(row.host, names)
    place = places[row.place].name if isinstance(row.place, str) else ""
    where = ", ".join(part for part in (place, hosts) if part) or words.NOT_STATED
    figure = words.strength_of(row)
    counts = words.COUNTS.get(stated(row.counts) or "", "")
    strength = figure + (f" ({counts})" if counts and counts != words.COUNTS["whole"] else "")
    if figure != words.NOT_STATED:
        strength += f", said {words.day(row.strength_known_on.date())}"
        strength += f", graded {row.strength_grade}" if stated(row.strength_grade) else ""
    return (
        str(row.name),
        f"Lead: {leads}",
        f"Where: {where}",
        f"Strength: {strength}",
        f"Status: {stated(row.status) or words.NOT_STATED}",
        words.capitalised(words.counted(int(row.claim_count), "claim")),
    )
