"""The record over time: how long each deployment had which status, when it is there, and how strong it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from eastflank import dates
from eastflank.model import Deployment, Standing
from eastflank.record.as_of import Known
from eastflank.record.hedges import can_be_the_sum, can_hold
from eastflank.record.sums import Added, added, is_ceiling
from eastflank.words.chosen import values as words

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """A span of days in which a deployment was known with one status."""

    deployment: str
    status: str | None
    standing: Standing | None
    start: date
    end: date
    """The first day after it."""


@dataclass(frozen=True, slots=True)
class Period:
    """When a deployment is there by stated dates; start and end each with an earliest and a latest day.

    None: not stated, or open on that side.
    """

    begins_first: date | None
    begins_last: date | None
    ends_first: date | None
    ends_last: date | None
    begins: str
    """In words: “by 2017”; “not stated”."""
    ends: str
    claims: tuple[str, ...]
    """The claims that state the period."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a period, as drawn."""

    start: date
    end: date | None
    """The first day after it; None: no end is stated."""
    form: Literal["sure", "unsure", "planned", "open"]
    """Certainly there; perhaps there; planned to be there; from then on, without an end."""


@dataclass(frozen=True, slots=True)
class Band:
    """A span of days in which a deployment's stated strength and its contingents stayed the same."""

    start: date
    end: date
    """The first day after it."""
    low: int | None
    high: int | None
    figure: str
    """The strength in words."""
    claims: tuple[str, ...]
    """Its claims; several if sources disagree."""
    contingents: tuple[ContingentStrength, ...]
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class ContingentStrength:
    """One nation's part of a deployment."""

    nation: str
    low: int | None
    high: int | None
    figure: str
    claim: str
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a deployment's contingents, beside the strength stated for it."""

    stating: tuple[ContingentStrength, ...]
    """Those that state a figure."""
    ceilings: tuple[ContingentStrength, ...]
    """Those that state only a maximum; they are not in the sum."""
    silent: tuple[ContingentStrength, ...]
    """Those that state no figure."""
    whole: Band
    """The strength stated for the deployment."""

    @property
    def stated(self) -> Added:
        """The sum of those that state a figure."""
        return added(self.stating)

    @property
    def fits(self) -> bool | None:
        """Whether sum and strength can be the same; None if that is not known."""
        if not self.stating or (self.whole.low is None and self.whole.high is None):
            return None
        if not can_hold(self.whole, self.stating):
            return False
        return None if self.ceilings or self.silent else can_be_the_sum(self.whole, self.stating)


def spells(record: Sequence[Known], until: date) -> tuple[Spell, ...]:
    """For each deployment the spans in which its status was the same, by deployment and day.

    `record` is what was known on each day on which anything changed, in order. The last span ends on `until`.
    A deployment that turned out to be another has spans only up to that day.
    """
    found: dict[str, list[Spell]] = {}
    for known, end in _with_ends(record, until):
        for one in known.deployments.values():
            own = found.setdefault(one.id, [])
            status, standing = one.status, one.standing
            # The span continues if the status is the same and the deployment was not away in between.
            goes_on = own and own[-1].status == status and own[-1].end == known.day
            start = own.pop().start if goes_on else known.day
            own.append(Spell(one.id, status, standing, start, end))
    return tuple(spell for deployment in sorted(found) for spell in found[deployment])


def period_of(one: Deployment) -> Period | None:
    """When a deployment is there; None if nothing is stated about it."""
    starts, ends = one.starts, one.ends
    if not starts and not ends:
        return None
    begins = dates.bounds(starts) if starts else dates.UNKNOWN
    over = dates.bounds(ends) if ends else dates.UNKNOWN
    claims = [one.starts_claim, one.ends_claim]
    return Period(
        begins_first=begins.first,
        begins_last=begins.last,
        ends_first=over.first,
        ends_last=over.last,
        begins=words.when(starts),
        ends=words.when(ends),
        claims=tuple(dict.fromkeys(claim for claim in claims if claim)),
    )


def stretches(period: Period, standing: Standing | None, spoken: date, asof: date) -> tuple[Stretch, ...]:
    """The spans of days of a period, in order, as known on `asof`.

    `spoken` is the day on which the deployment was first reported: if no earliest day is stated, its start is
    drawn as uncertain from there on. Without a start only the end is drawn.
    """
    found: list[Stretch] = []
    tomorrow = asof + _DAY
    actual = standing in (Standing.PRESENT, Standing.GONE)
    if period.begins_last:
        sure = period.begins_last if period.begins_first == period.begins_last else period.begins_last + _DAY
        found.append(Stretch(period.begins_first or min(spoken, sure), sure, "unsure"))
        until = period.ends_first or (max(sure, tomorrow) if actual else sure)
        middle = min(max(sure, tomorrow), until) if actual else sure
        found += [Stretch(sure, middle, "sure"), Stretch(middle, until, "planned")]
        if not period.ends_last:
            found.append(Stretch(max(until, period.ends_first or until), None, "open"))
    if period.ends_last:
        found.append(
            Stretch(period.ends_first or min(spoken, period.ends_last), period.ends_last + _DAY, "unsure")
        )
    elif period.begins_first and not period.begins_last:
        found.append(Stretch(period.begins_first, None, "open"))
    return tuple(one for one in found if one.end is None or one.start < one.end)


def bands(record: Sequence[Known], deployment: str, until: date) -> tuple[Band, ...]:
    """The strength of one deployment and its contingents over time; spans that state neither are left out.

    `record` and `until` as for `spells`.
    """
    found: list[Band] = []
    for known, end in _with_ends(record, until):
        one = known.deployments.get(deployment)
        band = _band(one, known.day, end) if one is not None else None
        if band is None:
            continue
        before = found[-1] if found else None
        if (
            before
            and before.end == band.start
            and replace(before, end=end) == replace(band, start=before.start)
        ):
            found[-1] = replace(before, end=end)
        else:
            found.append(band)
    return tuple(found)


def sum_of(band: Band) -> Sum | None:
    """The sum of the contingents of a band; None if none is known."""
    if not band.contingents:
        return None
    told = [one for one in band.contingents if one.low is not None or one.high is not None]
    return Sum(
        stating=tuple(one for one in told if not is_ceiling(one)),
        ceilings=tuple(one for one in told if is_ceiling(one)),
        silent=tuple(one for one in band.contingents if one.low is None and one.high is None),
        whole=band,
    )


def _band(one: Deployment, start: date, end: date) -> Band | None:
    if one.over:
        return None
    contingents = tuple(
        ContingentStrength(
            nation=part.nation,
            low=part.figure.low if part.figure else None,
            high=part.figure.high if part.figure else None,
            figure=words.figure(part.figure),
            claim=part.figure.claim if part.figure else part.claim,
            hedge=part.figure.hedge if part.figure else None,
        )
        for part in one.contingents
        if not part.old
    )
    figure = one.figure
    if figure is None and not contingents:
        return None
    return Band(
        start=start,
        end=end,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        figure=words.figure(figure),
        claims=one.disputed or ((figure.claim,) if figure else ()),
        contingents=contingents,
        hedge=figure.hedge if figure else None,
    )


def _with_ends(record: Sequence[Known], until: date) -> Iterable[tuple[Known, date]]:
    ends = [*(known.day for known in record[1:]), until]
    return zip(record, ends, strict=False)  # an empty record has no end
