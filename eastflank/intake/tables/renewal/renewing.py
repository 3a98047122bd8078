"""What became of the earlier claims whose rows a new file has not: renewed, overtaken before, or gone."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TypeAlias

from eastflank import dates
from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim, same_values, told_on
from eastflank.intake.tables.renewal.in_the_file import without_start
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset

Fresh: TypeAlias = Sequence[tuple[Row, Sequence[Row]]]
"""New claims with their contingents."""
_Unit: TypeAlias = tuple[str, ...]
_Day: TypeAlias = tuple[date, str]
_Dated: TypeAlias = tuple[_Day, str]
_Claims: TypeAlias = Sequence[_Dated]
_Pair: TypeAlias = tuple[_Dated, _Dated]


@dataclass(frozen=True, slots=True)
class Absent:
    """The earlier claims that no row of the new file is, by the first part of their ids."""

    renewed: Mapping[str, str]
    """Those whose unit, nation and place have a new claim, of another day: its id. Both claims stay.

    So have units that moved, if this is clear.
    """
    backwards: int
    """For how many of these the new claim is of an earlier day."""
    overtaken: frozenset[str]
    """Those that a later file had renewed already."""
    ahead: frozenset[str]
    """Those of a file whose day is after the day of the new one."""
    gone: Mapping[str, tuple[str, ...]]
    """The others, each with the ids of the claims that it had renewed."""

    def otherwise(self, held: Mapping[str, EarlierClaim], fresh: Fresh) -> frozenset[str]:
        """The claims that renew another one, and differ from it in more than the day."""
        made = {claim["id"]: (claim, parts) for claim, parts in fresh} if self.renewed else {}
        return frozenset(
            after for base, after in self.renewed.items() if not same_values(held[base], *made[after])
        )


def absent(  # noqa: PLR0913, PLR0917 - what is missing, and all that it is held against
    missing: Collection[str],
    held: Mapping[str, EarlierClaim],
    fresh: Fresh,
    dataset: Dataset,
    source: str,
    day: date,
) -> Absent:
    """What became of the claims `missing`, which are among `held`.

    A claim without a day of its own is of its table's day; `source` is the new table, and `day` its day. A
    file may state several days of a unit. So a claim counts as overtaken only if a later one comes from
    another file, and as renewed only if the file has no later one of its unit.
    """
    if not missing:
        return Absent({}, 0, frozenset(), frozenset(), {})
    published = {one.id: _last(one.published or "", date.min) for one in dataset.sources_by_id.values()}
    if any(one.source == source and one.review != "retracted" for one in held.values()):
        day = published[source]
    units: defaultdict[_Unit, list[_Dated]] = defaultdict(list)
    new: defaultdict[_Unit, list[_Dated]] = defaultdict(list)
    for base, one in held.items():
        if one.review != "retracted":
            told = _day(one.cells, published.get(one.source, date.min))
            units[without_start(one.cells, one.parts)].append((told, base))
    for claim, parts in fresh:
        new[without_start(claim, parts)].append((_day(claim, day), claim["id"]))
    ahead = frozenset(base for base in missing if published.get(held[base].source, date.min) > day)
    wanted = frozenset(missing) - ahead
    overtaken = wanted.intersection(_moved_before(units, held, published, missing))
    pairs: list[_Pair] = []
    left: dict[_Unit, list[_Dated]] = {}
    for unit, claims in units.items():
        claims.sort(reverse=True)
        overtaken |= {base for base in _overtaken(claims, held) if base in wanted}
        own = [one for one in claims if one[1] in wanted and one[1] not in overtaken]
        now = sorted(new.get(unit, ()), reverse=True)
        found = [*_renewed(claims, own, now)]
        paired = {one for pair in found for one in pair}
        pairs += found
        left[unit] = [one for one in own if one not in paired]
        new[unit] = [one for one in now if one not in paired]
    pairs += _moved(left, new, {base for base, one in held.items() if one.source != source})
    renewed = {earlier[1]: later[1] for earlier, later in pairs}
    gone: dict[str, tuple[str, ...]] = {}
    for unit, claims in left.items():
        without = [base for _, base in claims if base not in renewed]
        gone |= dict.fromkeys(without, ())
        before = [base for _, base in units[unit] if base in overtaken]
        if without and len(without) + len(before) == len(units[unit]):  # the file has no row of the unit
            gone[without[0]] = tuple(held[one].id for one in before)
    backwards = sum(later[0] < earlier[0] for earlier, later in pairs)
    return Absent(renewed, backwards, overtaken, ahead, gone)


def _renewed(claims: _Claims, own: _Claims, now: _Claims) -> Iterator[_Pair]:
    """The newest claims of a unit, if the file has no later one, each with a new one; all latest first."""
    theirs = {base for _, base in own}
    latest = next((one for one in claims if one[1] not in theirs), None)
    for earlier, later in zip(own, now, strict=False):
        if (latest is None or earlier > latest) and earlier[0] != later[0]:
            yield earlier, later


def _moved(
    left: Mapping[_Unit, _Claims], new: Mapping[_Unit, _Claims], others_: Collection[str]
) -> Iterator[_Pair]:
    """One claim of a deployment and its nations that is left, and one new one elsewhere, of a later day.

    Or of the same day, if it is among `others_`, the claims of other files.
    """
    before, now = (_by_deployment(each) for each in (left, new))
    for deployment, claims in before.items():
        others = now.get(deployment, ())
        if len(claims) == len(others) == 1:
            (place, earlier), (other, later) = claims[0], others[0]
            same_day = earlier[0] == later[0] and earlier[1] in others_
            if place != other and (earlier[0] < later[0] or same_day):
                yield earlier, later


def _moved_before(
    units: Mapping[_Unit, _Claims],
    held: Mapping[str, EarlierClaim],
    published: Mapping[str, date],
    missing: Collection[str],
) -> Iterator[str]:
    """The claims of units that moved in a later file: each is the only one of its file about the unit.

    Two files may tell of the same day: then the later file counts, or else the claim that the new file has.
    """
    for claims in _by_deployment(units).values():
        if len({place for place, _ in claims}) > 1:
            files = Counter(held[base].source for _, (_, base) in claims)
            alone = sorted(
                (
                    ((*day, published.get(held[base].source, date.min), base not in missing), base)
                    for _, (day, base) in claims
                ),
                reverse=True,
            )
            yield from (base for base in _overtaken(alone, held) if files[held[base].source] == 1)


def _by_deployment(units: Mapping[_Unit, _Claims]) -> Mapping[_Unit, Sequence[tuple[_Unit, _Dated]]]:
    found: defaultdict[_Unit, list[tuple[_Unit, _Dated]]] = defaultdict(list)
    for unit, claims in units.items():
        deployment, _host, _place, nations = unit
        found[deployment, nations] += [(unit, one) for one in claims]
    return found


def _overtaken(claims: Sequence[tuple[object, str]], held: Mapping[str, EarlierClaim]) -> Iterator[str]:
    """Those of the claims of a unit, the latest first, of which another file had a later day."""
    later: set[str] = set()
    for _, same in itertools.groupby(claims, key=itemgetter(0)):
        bases = [base for _, base in same]
        yield from (base for base in bases if later - {held[base].source})
        later |= {held[base].source for base in bases}


def _day(cells: Row, otherwise: date) -> _Day:
    return told_on(cells, otherwise), cells.get("starts") or ""


def _last(text: str, otherwise: date) -> date:
    """The last day of a date; `otherwise` if there is none, or if it is open."""
    return (dates.bounds(text).last if text else None) or otherwise
