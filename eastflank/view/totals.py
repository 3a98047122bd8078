"""What deployments add up to: intervals per status and sort, a whole and its parts never added.

Worked out row by row: deployments are few, and pandas' groups of one or two rows would take longer than
all the rest of a view.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eastflank.model import STATUSES, Cell, Dataset, Row, Standing, stated
from eastflank.words import en as words


@dataclass(frozen=True, slots=True)
class Total:
    """The strength of all deployments of one status and sort, as an interval.

    A whole and its parts are never added: where a whole states a strength it counts, and its parts do not.
    Nor are different sorts: a country's total holds its battlegroup, a brigade may be built around one.
    """

    status: str
    programme: str
    kind: str
    """The kind of deployment; with the programme, the sort of thing that is added."""
    low: int | None
    """Sum of the lowest strengths stated; None when none is."""
    high: int | None
    """Sum of the highest; None when one of them has no upper bound, or none is stated."""
    deployments: int
    ceilings: int
    """How many of them state only what they may not exceed; a ceiling is no strength and is not added."""
    unstated: int
    """How many of them state no figure."""
    hedge: str | None = None
    """What the figure is hedged with: the one figure's own word, or “about” where one of several has it."""
    years: tuple[int, int] | None = None
    """The first and the last year in which the figures added up were stated, if the first is before the
    year asked about; None where all are of that year, or there are none."""


def totals_of(chosen: Iterable[Row], dataset: Dataset, day: date) -> tuple[Total, ...]:
    """The totals of the chosen rows of `Known.deployments` on `day`, from the most advanced status on.

    Of one status, those that add something up come first.
    """
    chosen = list(chosen)
    covered = _covered(chosen, dataset)
    alike: dict[tuple[str, str, str], list[_Strength]] = {}
    for row in chosen:
        if row.Index not in covered and stated(row.status):
            strength = _Strength(
                stated(row.troops_low),
                stated(row.troops_high),
                stated(row.hedge),
                stated(row.strength_known_on),
            )
            alike.setdefault((row.status, row.programme, row.kind), []).append(strength)
    totals = (_total(*sort, alike[sort], day) for sort in sorted(alike) if STATUSES[sort[0]] != Standing.GONE)
    return tuple(sorted(totals, key=_place_in_order))


def _place_in_order(total: Total) -> tuple[int, bool, int]:
    status, programme = list(STATUSES).index(total.status), list(words.PROGRAMMES).index(total.programme)
    return -status, total.low is None, programme


def figure_of(total: Total) -> str:
    """What is added up, in words: “about 2,100”; “not stated” where no figure is."""
    return words.strength(total.low, total.high, total.hedge)


def years_of(total: Total) -> str:
    """The years in which the figures were stated: “2022–2024”; empty where all are of the year shown."""
    return "–".join(map(str, dict.fromkeys(total.years or ())))


def sentence(total: Total) -> str:
    """A total in words: “decided, eFP battlegroups: 4,000 persons in one deployment”."""
    stating = total.deployments - total.ceilings - total.unstated
    parts = [_silent(total)] if _silent(total) else []
    if stating:
        figure = words.persons(figure_of(total))
        year = f" ({years_of(total)})" if total.years else ""
        parts.insert(0, f"{figure}{year} in {words.counted(stating, 'deployment')}")
    return f"{total.status}, {words.sort(total.programme, total.kind)}: {'; '.join(parts)}"


def explained(total: Total) -> str:
    """What a total's figure adds up: “deployed, eFP battlegroups, 2022, in one deployment”."""
    stating = total.deployments - total.ceilings - total.unstated
    parts = [total.status, words.sort(total.programme, total.kind)]
    parts += [years_of(total)] if total.years else []
    parts += [f"in {words.counted(stating, 'deployment')}"] if stating else []
    return "; ".join(part for part in (", ".join(parts), _silent(total)) if part)


def _silent(total: Total) -> str:
    """Of how many deployments a total has no strength; empty where it has all."""
    without = ((total.ceilings, "only a ceiling"), (total.unstated, "no figure"))
    return "; ".join(
        f"{words.counted(count, 'deployment')} state{'s' if count == 1 else ''} {what}"
        for count, what in without
        if count
    )


def brief(totals: tuple[Total, ...]) -> str:
    """All totals in a line: “4,500 deployed (eFP battlegroups) · 2 deployments without a strength”."""
    figures = [
        f"{figure_of(total)} {total.status} "
        f"({words.sort(total.programme, total.kind)}{f', {years_of(total)}' if total.years else ''})"
        for total in totals
        if total.low is not None
    ]
    without = sum(total.ceilings + total.unstated for total in totals)
    if without:
        figures.append(f"{without} deployment{'' if without == 1 else 's'} without a strength")
    return " · ".join(figures)


class _Strength(NamedTuple):
    low: Cell
    high: Cell
    hedge: Cell
    said: Cell


def _hedge(stating: Sequence[_Strength]) -> str | None:
    hedges = [one.hedge for one in stating]
    alone: str | None = hedges[0] if len(hedges) == 1 else None
    return alone or ("about" if "about" in hedges else None)


def _total(status: str, programme: str, kind: str, strengths: Sequence[_Strength], day: date) -> Total:
    stating = [one for one in strengths if one.low is not None]
    ceilings = sum(one.low is None and one.high is not None for one in strengths)
    highs = [one.high for one in stating if one.high is not None]
    years = {one.said.year for one in stating if one.said}
    return Total(
        status=status,
        programme=programme,
        kind=kind,
        low=sum(one.low for one in stating) if stating else None,
        high=sum(highs) if stating and len(highs) == len(stating) else None,
        deployments=len(strengths),
        ceilings=ceilings,
        unstated=len(strengths) - len(stating) - ceilings,
        hedge=_hedge(stating),
        years=(min(years), max(years)) if years and min(years) < day.year else None,
    )


def _covered(chosen: Sequence[Row], dataset: Dataset) -> set[str]:
    """Deployments that another row already counts.

    They are parts, at whatever depth, of a whole that speaks for them, and wholes that gave way to their
    parts and do not. A whole speaks where it states a strength, until each of its parts has stated a newer
    one. A ceiling is no strength.
    """
    said = {
        row.Index: row.strength_known_on
        for row in chosen
        if stated(row.troops_low) is not None and stated(row.strength_known_on)
    }
    outdated = {
        whole
        for whole, members in _lasting_parts(dataset).items()
        if whole in said and all(part in said and said[part] > said[whole] for part in members)
    }
    speaking = said.keys() - outdated
    wholes = _wholes(dataset)
    return {
        row.Index
        for row in chosen
        if (row.gave_way and row.Index not in speaking) or not speaking.isdisjoint(wholes.get(row.Index, ()))
    }


@functools.lru_cache(maxsize=2)
def _lasting_parts(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """By whole, its parts, without those that turned out to be another."""
    table = dataset.deployments
    lasting = table[table["part_of"].notna() & table["became"].isna()]
    return {str(whole): list(parts) for whole, parts in lasting.groupby("part_of")["id"]}


@functools.lru_cache(maxsize=2)
def _wholes(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """By part, the wholes that it is part of, from the nearest on."""
    parts = dataset.deployments.dropna(subset="part_of")
    part_of = dict(zip(parts["id"], parts["part_of"], strict=True))
    found: dict[str, list[str]] = {part: [] for part in part_of}
    for part, wholes in found.items():
        while (whole := part_of.get(wholes[-1] if wholes else part)) and whole not in wholes:
            wholes.append(whole)
    return found
