"""How long each deployment of a report had which status, for products with a time axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eastflank import dates
from eastflank.model import Dataset, Deployment, Standing
from eastflank.record.as_of import Known
from eastflank.record.claim_index import index_of
from eastflank.report.contents import Briefing
from eastflank.view.names import names_by_code
from eastflank.view.selection import known_by
from eastflank.words.chosen import values as words

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days in which a deployment was known with one status and one strength."""

    status: str
    standing: Standing
    first: date
    last: date
    """The last of these days; for a current span, the day of the report."""
    strength: str
    """In words, as known in these days; “not stated” if there was none; no current one after its end."""
    low: int | None
    high: int | None
    told: str = ""
    """The day of which the newest claim on it by then tells (EDTF); empty if there is no current one."""
    last_word: date | None = None
    """The newest day of these, or before them, on which anything was reported about it; None if that is not
    known."""


def spans_of(briefing: Briefing) -> Mapping[str, tuple[Span, ...]]:
    """The spans of each deployment in order, up to the report's day; without those that have no status.

    Whether a figure is from an earlier year is judged at the start of a span, not at its end.
    """
    return briefing.once(_spans_of)


def _spans_of(briefing: Briefing) -> Mapping[str, tuple[Span, ...]]:
    view = briefing.view
    shown = view.by_id
    names = names_by_code(briefing.dataset)
    found: dict[str, list[Span]] = {identifier: [] for identifier in shown}
    days = _days(briefing.dataset, view.day)
    for day, until in zip(days, [*(one - _DAY for one in days[1:]), view.day], strict=True):
        known = known_by(briefing.dataset, view.filters, day)
        for identifier in shown:
            _go_on(found[identifier], identifier, known, until, names)
    return {identifier: tuple(spans) for identifier, spans in found.items()}


def _go_on(spans: list[Span], identifier: str, known: Known, until: date, names: Mapping[str, str]) -> None:
    one = known.deployments.get(identifier)
    if one is None or one.status is None or one.standing is None:
        return
    counting = _without_strength(one) if one.over else one
    figure = counting.figure
    now = Span(
        status=one.status,
        standing=one.standing,
        first=known.day,
        last=until,
        strength=words.strength_on(counting, figure.told_first if figure else known.day, names),
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        told=dates.text_of(figure.told_first, figure.told_last) if figure else "",
        last_word=one.last_word,
    )
    before = spans[-1] if spans else None
    if before and before.last + _DAY == now.first and _alike(before, now):
        spans[-1] = replace(before, last=now.last, told=now.told, last_word=now.last_word)
    else:
        spans.append(now)


def _without_strength(one: Deployment) -> Deployment:
    """A deployment that is over: nobody is there, so its last figure is only an earlier one."""
    return replace(one, figure=None, earlier=one.figure) if one.figure else one


def _alike(one: Span, other: Span) -> bool:
    return (one.status, one.strength, one.low, one.high) == (
        other.status,
        other.strength,
        other.low,
        other.high,
    )


def _days(dataset: Dataset, until: date) -> list[date]:
    """The days on which a status may change: those from which claims count, and those after stated ends."""
    index = index_of(dataset)
    days: set[date] = set()
    for claims in index.claims.values():
        days |= {claim.known_on for claim in claims}
        days |= {claim.ends_last + _DAY for claim in claims if claim.ends_last}
    return _up_to(days, until) or [until]


def _up_to(days: Iterable[date], until: date) -> list[date]:
    return sorted(day for day in days if day <= until)
