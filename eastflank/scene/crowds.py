"""Crowds: if a map has more marks than it can place, near ones become one mark with their number.

The rule: a map with at most `MOST` marks in its frame shows each of them. One with more divides its frame
into cells, at most `ACROSS` to its longer side, and two or more deployments with a named place in one cell
are one crowd. Marks for the same whole country, the same set of hosts, or the same sea form a crowd of their
own: they have no point. The selected deployment always has its own mark. Outside the frame that is shown,
cells are those of the whole map.

A crowd counts units and says of what kind and status they are. Their strengths are never added, because no
source speaks about a crowd as a whole.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from eastflank.model import Box, Deployment, Kind, LeadColours, Point, Standing
from eastflank.scene.drawn import Crowd, Mark
from eastflank.scene.mercator import northing
from eastflank.words.chosen import crowds as words
from eastflank.words.chosen import values

MOST = 150
"""With at most so many marks in a frame, each is drawn separately."""
ACROSS = 20
"""The longer side of a frame has at most so many cells."""
_FINEST = 12
"""The earth is halved at most so many times for a cell: about six kilometres, or 60 pixels at the highest
zoom."""
_ASPECT = 1.3
"""The approximate ratio of a map's width to its height."""
_NAMED = 5
"""A crowd names at most so many deployments."""
AREA, HOSTS = "area:", "hosts:"
"""Prefixes of a crowd's id: for the area of its places; for the hosts that it represents."""

_Cell: TypeAlias = tuple[int, int, int]
"""How many times the earth is halved, and the cell's index from the west and from the south."""


def crowded(  # noqa: PLR0913, PLR0917 - each is one thing that the marks alone do not know
    marks: Sequence[Mark],
    known: Mapping[str, Deployment],
    names: Mapping[str, str],
    whole: Box,
    shown: Box | None,
    colours: LeadColours,
    titles: Mapping[str, str],
) -> tuple[Mark, ...]:
    """The marks of a map, in their order; those that are too near each other become one crowd.

    `whole` is the frame with which the map opens, `shown` the part of the earth to which a reader has moved;
    `colours` are the neutral ones without a lead; `titles` are those of the datasets by their names, if there
    are several.
    """
    frame = shown or whole
    spots = {at: _is_in(at, frame) for at in {mark.at for mark in marks}}  # many marks are at one spot
    inner_many = sum(spots[mark.at] for mark in marks) > MOST
    if not inner_many and (shown is None or len(marks) <= MOST):
        return tuple(marks)
    fine, coarse = _level(frame), _level(whole)
    cells = {at: _cell(at, fine if inside else coarse) for at, inside in spots.items()}
    gathered: dict[tuple[object, ...], list[Mark]] = {}
    for mark in marks:
        inside = spots[mark.at]
        if mark.selected or mark.anchor == "beside" or (inside and not inner_many):
            key: tuple[object, ...] = ("alone", mark.id, mark.change)
        elif mark.anchor == "place":
            key = ("place", cells[mark.at], mark.gone)
        else:
            key = (mark.anchor, mark.hosts or mark.at, mark.gone)
        gathered.setdefault(key, []).append(mark)
    return tuple(
        own[0] if len(own) == 1 else _crowd(own, key, known, names, colours, titles)
        for key, own in gathered.items()
    )


def box_of(id_: str) -> tuple[float, float, float, float] | None:
    """South, west, north and east of the area of a crowd by its id; None if it has no area."""
    if not id_.startswith(AREA):
        return None
    south, west, north, east = map(float, id_.removeprefix(AREA).split(","))
    return south, west, north, east


def _crowd(  # noqa: PLR0913, PLR0917 - as above
    marks: Sequence[Mark],
    key: tuple[object, ...],
    known: Mapping[str, Deployment],
    names: Mapping[str, str],
    colours: LeadColours,
    titles: Mapping[str, str],
) -> Mark:
    first = marks[0]
    units = [known[mark.id] for mark in marks if mark.id in known]
    number = sum(one.missing or 1 for one in units)
    point = first.anchor == "place" or not first.hosts
    lat, lon = (sum(mark.at[side] for mark in marks) / len(marks) for side in (0, 1))
    # The middle of marks outside the frame may be inside it. So use the position of one of the marks.
    where = min({mark.at for mark in marks}, key=lambda at: (math.hypot(at.lat - lat, at.lon - lon), at))
    standing = Standing(max(mark.standing for mark in marks))
    hosts = tuple(sorted({host for mark in marks for host in mark.hosts}))
    changes = Counter(str(mark.change.form) for mark in marks if mark.change)
    heading = (
        words.heading(number, [mark.heading for mark in marks])
        if point
        else values.nations(first.hosts, names)
    )
    return replace(
        first,
        id=_id(marks, key, point=point),
        at=where if first.anchor == "place" else first.at,
        heading=heading,
        lines=() if first.anchor == "place" else words.lines(first.anchor, number),
        told=None,
        standing=standing,
        lead=None,
        symbol=Crowd(number) if first.anchor == "place" else None,
        details=(
            words.title(number, heading),
            *_counted(units, names, titles),
            *words.changes(changes),
            words.among([one.name for one in units[:_NAMED]], len(units) - _NAMED),
            words.OPENED,
        ),
        hosts=first.hosts if first.anchor != "place" else hosts,
        change=first.change if first.gone else None,
        section=first.section if len({mark.section for mark in marks}) == 1 else "",
        crowd=number,
        colours=colours,
    )


def _counted(
    units: Sequence[Deployment], names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    """Its units by kind, status and lead; those of each dataset by themselves."""
    for dataset, title in titles.items() or [("", "")]:
        own = [one for one in units if one.dataset == dataset or not titles]
        if own:
            yield from words.kinds(_by_kind(own), title)
            yield words.statuses(Counter(one.status or "" for one in own), title)
            yield from words.leads(Counter(names.get(lead, lead) for one in own for lead in one.lead), title)


def _by_kind(units: Sequence[Deployment]) -> Mapping[Kind, int]:
    kinds = {one.kind.id: one.kind for one in units}  # a kind itself takes long to look up
    found = Counter[str]()
    for one in units:
        found[one.kind.id] += one.missing or 1
    return {kind: found[kind.id] for kind in sorted(kinds.values(), key=lambda kind: kind.order)}


def _id(marks: Sequence[Mark], key: tuple[object, ...], *, point: bool) -> str:
    if not point:
        return HOSTS + ";".join(marks[0].hosts)
    if isinstance(key[1], tuple) and key[0] == "place":
        level, column, row = key[1]
        (south, west), (north, east) = _bounds(level, column, row)
        return f"{AREA}{south:g},{west:g},{north:g},{east:g}"
    at = marks[0].at
    return f"{AREA}{at.lat - 0.01:g},{at.lon - 0.01:g},{at.lat + 0.01:g},{at.lon + 0.01:g}"


def _is_in(at: Point, box: Box) -> bool:
    (south, west), (north, east) = box
    return south <= at.lat <= north and west <= at.lon <= east


def _level(frame: Box) -> int:
    """How many times to halve the earth, so that a cell is at least the frame's longer side by `ACROSS`."""
    (south, west), (north, east) = frame
    high = northing(north) - northing(south)
    longer = max(east - west, _ASPECT * high, 1e-6)
    return min(max(math.floor(math.log2(360 * ACROSS / longer)), 0), _FINEST)


def _cell(at: Point, level: int) -> _Cell:
    """Cells are as high in degrees as 0.6 of their width, which is about a square at 53° north."""
    width = 360 / 2**level
    column, row = math.floor((at.lon + 180) / width), math.floor((at.lat + 90) / (0.6 * width))
    # A sum may round up to the next cell, whose area would not hold the point.
    (south, west), (north, east) = _bounds(level, column, row)
    column += (at.lon >= east) - (at.lon < west)
    row += (at.lat >= north) - (at.lat < south)
    return level, column, row


def _bounds(level: int, column: int, row: int) -> Box:
    width = 360 / 2**level
    return (
        Point(round(row * 0.6 * width - 90, 4), round(column * width - 180, 4)),
        Point(round((row + 1) * 0.6 * width - 90, 4), round((column + 1) * width - 180, 4)),
    )
