"""The scene: a view as plain values in degrees, pixels and text, ready for any renderer.

Every renderer draws the same scene, so that the page and a picture cannot disagree. Nothing here
knows a theme, a browser or a file. What is drawn where:

* a place that a claim names gets a symbol at that point;
* a host without a place tints its country and gets a card over it, never a point;
* several hosts without a pairing are one set: one card, tied to each of them;
* a sea gets a card at its label; a lead whose host is not stated gets a card beside its set;
* compared with an earlier day, a mark says how it was, and what is gone is a ghost where it stood.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.model import Dataset, Place, Point, Row, Standing, stated
from eastflank.record.as_of import Known
from eastflank.scene import cards
from eastflank.scene.curve import curve
from eastflank.view.anchors import Anchor, anchor_of, kin, places_by_id
from eastflank.view.changes import title_since
from eastflank.view.comparison import FORMS, Changed, Comparison, Form
from eastflank.view.selection import View, names_by_code
from eastflank.words import en as words

CREDIT = "Natural Earth; borders after UN GA 68/262, hatched where occupied or breakaway"
OPENING = (Point(41.2, 12.5), Point(60.4, 41.5))
"""South-west and north-east of the opening view: Baltic to Black Sea."""


class Symbol(NamedTuple):
    """What an APP-6 symbol must say."""

    kind: str
    echelon: str | None
    standing: Standing
    multinational: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A host country, tinted by the most advanced standing of what it hosts."""

    iso3: str
    standing: Standing
    deployments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One deployment on the map: a card, and a symbol where a claim names the place."""

    id: str
    anchor: Anchor
    at: Point
    slot: int
    """0, 1, 2 … for several deployments at one place, which fan out."""
    heading: str
    lines: tuple[str, ...]
    standing: Standing
    lead: str | None
    """The single lead nation; None when none is stated or several are."""
    symbol: Symbol | None
    ties: tuple[Point, ...]
    """For a set: its hosts, each tied to the card, none of them paired with a lead."""
    details: tuple[str, ...]
    """Who, where, how many, status and number of claims, one per line."""
    selected: bool
    change: Changed | None = None
    """Compared with an earlier day: what is new or was otherwise. None: nothing, or nothing is compared."""


@dataclass(frozen=True, slots=True)
class Arc:
    """From a lead nation to what it leads."""

    lead: str
    name: str
    deployment: str
    standing: Standing
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What is drawn, and only that."""

    heading: str
    standings: tuple[tuple[Standing, str], ...]
    symbols: tuple[tuple[Symbol, str], ...]
    notes: tuple[tuple[str, str], ...]
    """Pairs of a swatch (`member`, `set`, `disputed`) and its words."""
    changes: tuple[tuple[Form, str], ...] = ()
    """The forms of change that are drawn, each with its words; `comparison.FORMS` has their signs."""
    figures: tuple[tuple[str, str], ...] = ()
    """What stands behind figures on cards, as an example, “(2022)”, each with its words."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a renderer needs."""

    title: str
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    arcs: tuple[Arc, ...]
    members: tuple[str, ...]
    """NATO members on the view's day, ISO 3166-1 alpha-3."""
    legend: Legend
    ghosts: tuple[Mark, ...] = ()
    """What was drawn on the day compared with and is not drawn now, as it was, with what became of it."""
    credit: str = CREDIT
    opening: tuple[Point, Point] = OPENING


def compose(
    view: View,
    dataset: Dataset,
    anchors: Mapping[str, Point],
    selected: str = "",
    compared: Comparison | None = None,
) -> Scene:
    """The scene of `view`. `anchors` gives each country's label point; `selected` a deployment's id.

    A nation without a label point, because it lies off the base map, is known by its capital.
    `compared` is the comparison of this view with an earlier day, if it is asked for.
    """
    homes = _capitals(dataset)
    anchors = {**homes, **anchors}
    drawn = _drawn(view)
    marks = _marks(drawn, view, dataset, anchors, selected)
    ghosts: tuple[Mark, ...] = ()
    if compared:
        marks = tuple(replace(mark, change=compared.mark(mark.id)) for mark in marks)
        ghosts = _ghosts(compared, {mark.id for mark in marks}, dataset, anchors)
    areas = _areas(drawn)
    return Scene(
        title=title_since(view.title, compared.since) if compared else view.title,
        areas=areas,
        marks=marks,
        arcs=_arcs(marks, view.known, names_by_code(dataset), homes),
        members=_members(view.day, dataset),
        legend=replace(_legend(view, areas, marks), changes=_changes_drawn(compared, (*marks, *ghosts))),
        ghosts=ghosts,
    )


def _drawn(view: View) -> list[Row]:
    return [row for row in view.rows if not row.gave_way and stated(row.standing) != Standing.GONE]


def _ghosts(
    compared: Comparison, drawn: set[str], dataset: Dataset, anchors: Mapping[str, Point]
) -> tuple[Mark, ...]:
    before = _marks(_drawn(compared.before), compared.before, dataset, anchors, "")
    return tuple(
        replace(mark, heading=mark.details[0], lines=(), change=compared.fate(mark.id))
        for mark in before
        if mark.id not in drawn
    )


def _areas(drawn: Iterable[Row]) -> tuple[Area, ...]:
    hosted: dict[str, list[tuple[int, str]]] = {}
    for row in drawn:
        for iso3 in words.codes(row.host) if stated(row.standing) is not None else ():
            hosted.setdefault(iso3, []).append((int(row.standing), str(row.Index)))
    return tuple(
        Area(iso3, Standing(max(standings)), tuple(sorted(deployments)))
        for iso3, pairs in sorted(hosted.items())
        for standings, deployments in [zip(*pairs, strict=True)]
    )


def _marks(
    drawn: Iterable[Row], view: View, dataset: Dataset, anchors: Mapping[str, Point], selected: str
) -> tuple[Mark, ...]:
    places = places_by_id(dataset)
    names = names_by_code(dataset)
    taken: dict[Point, int] = {}
    marks = []
    for row in drawn:
        anchor = anchor_of(row, view.known, places)
        if anchor is None:
            continue
        at, ties = _spot(row, anchor, view.known, places, anchors)
        slot = taken[at] = taken.get(at, -1) + 1
        leads = words.codes(row.lead)
        standing = Standing.CONSIDERED if pd.isna(row.standing) else Standing(int(row.standing))
        marks.append(
            Mark(
                id=str(row.Index),
                anchor=anchor,
                at=at,
                slot=slot,
                heading=cards.heading(row, anchor, places, names),
                lines=cards.lines(row, anchor, names, view.day),
                standing=standing,
                lead=leads[0] if len(leads) == 1 else None,
                symbol=_symbol(row, standing) if anchor != "sea" and row.kind != "total" else None,
                ties=ties,
                details=cards.details(row, places, names),
                selected=bool(row.Index == selected),
            )
        )
    return tuple(marks)


def _spot(
    row: Row,
    anchor: Anchor,
    known: Known,
    places: Mapping[str, Place],
    anchors: Mapping[str, Point],
) -> tuple[Point, tuple[Point, ...]]:
    """Where a deployment's card stands, and the points it is tied to."""
    hosts = [anchors[code] for code in words.codes(row.host)]
    match anchor:
        case "country":
            return hosts[0], ()
        case "set":
            return _beside(hosts), tuple(hosts)
        case "beside":
            return _beside(anchors[code] for code in kin(row, known)), ()
    return places[row.place].at, ()


def _beside(points: Iterable[Point]) -> Point:
    """A spot to the west of all the points, so that a card there hides none of them."""
    points = list(points)
    return Point(
        round(sum(p.lat for p in points) / len(points), 3), round(min(p.lon for p in points) - 3.5, 3)
    )


def _symbol(row: Row, standing: Standing) -> Symbol:
    return Symbol(
        str(row.kind),
        stated(row.echelon),
        standing,
        multinational=row.programme not in ("national", "Atlantic Resolve"),
    )


@functools.lru_cache(maxsize=2)
def _capitals(dataset: Dataset) -> Mapping[str, Point]:
    nations = dataset.nations
    cells = zip(nations["iso3"], nations["capital_lat"], nations["capital_lon"], strict=True)
    return {iso3: Point(float(lat), float(lon)) for iso3, lat, lon in cells}


def _arcs(
    marks: tuple[Mark, ...], known: Known, names: Mapping[str, str], homes: Mapping[str, Point]
) -> tuple[Arc, ...]:
    return tuple(
        Arc(lead, names[lead], mark.id, mark.standing, curve(homes[lead], mark.at))
        for mark in marks
        for row in [known.rows[mark.id]]
        for lead in words.codes(row.lead)
        if lead not in words.codes(row.host)  # a host that leads at home needs no arc
    )


@functools.lru_cache(maxsize=64)
def _members(day: date, dataset: Dataset) -> tuple[str, ...]:
    since = dataset.nations["nato_since"]
    return tuple(sorted(dataset.nations.loc[since <= pd.Timestamp(day), "iso3"]))


def _changes_drawn(compared: Comparison | None, marks: Iterable[Mark]) -> tuple[tuple[Form, str], ...]:
    if not compared:
        return ()
    drawn = {mark.change.form for mark in marks if mark.change}
    day = words.day(compared.since)
    return tuple((form, text.format(day)) for form, (_, text) in FORMS.items() if form in drawn)


def _legend(view: View, areas: tuple[Area, ...], marks: tuple[Mark, ...]) -> Legend:
    standings = sorted({area.standing for area in areas} | {mark.standing for mark in marks}, reverse=True)
    # One entry for each sort of symbol, in the firmest of the forms in which it is drawn.
    drawn = sorted((mark.symbol for mark in marks if mark.symbol), key=lambda symbol: symbol.standing)
    symbols = {(symbol.kind, symbol.echelon, symbol.multinational): symbol for symbol in drawn}.values()
    notes = [("member", "NATO member then"), ("disputed", "occupied or breakaway")]
    if any(mark.ties for mark in marks):
        notes.insert(0, ("set", "one set, no pairing stated"))
    noted = [words.strength_notes(view.known.rows[mark.id], view.day) for mark in marks]
    years = sorted({year for year, _ in noted if year})
    grades = sorted({grade for _, grade in noted if grade})
    return Legend(
        heading=f"Status on {words.day(view.day)}",
        standings=tuple((standing, words.STANDINGS[standing]) for standing in standings),
        symbols=tuple((symbol, symbol_words(symbol)) for symbol in symbols),
        notes=tuple(notes),
        figures=(
            *((f"({year})", "figure of that year, none since") for year in years[-1:]),
            *((f"({grade})", "figure with a low grade") for grade in grades[-1:]),
        ),
    )


def symbol_words(symbol: Symbol) -> str:
    """What a symbol stands for: “multinational battalion, mechanised”."""
    size = symbol.echelon or symbol.kind
    nature = "mechanised" if symbol.kind in ("battlegroup", "brigade") else ""
    return ", ".join(
        part for part in (f"{'multinational ' if symbol.multinational else ''}{size}", nature) if part
    )
