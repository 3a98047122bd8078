"""The scene: a view as plain values in degrees, pixels and text, ready for any renderer.

Every renderer draws the same scene, so that the page and a picture cannot disagree. Nothing here
knows a theme, a browser or a file. What is drawn where:

* a place that a claim names gets a symbol at that point;
* a host without a place tints its country and gets a card over it, never a point;
* several hosts without a pairing are one set: one card, tied to each of them;
* a sea gets a card at its label; a lead whose host is not stated gets a card beside its set;
* a group is drawn only for its units that are known only through it, as one set;
* a statistic is a quiet line at its country's name, never a mark;
* compared with an earlier day, a mark says how it was, and what is gone is drawn as a ghost;
* if there are more marks than a map can place, those near each other are one crowd; see `crowds`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from eastflank.model import Box, Dataset, Deployment, Point, Standing
from eastflank.record.as_of import Known
from eastflank.scene import frame, map_key
from eastflank.scene.crowds import crowded
from eastflank.scene.curve import arc_between
from eastflank.scene.drawn import Arc, Area, CountryNote, Mark, Scene
from eastflank.scene.legend import changes_drawn, grounds_drawn, legend_of, members
from eastflank.scene.marks import marks_of
from eastflank.view.anchors import all_drawn, hosts_on_map, kin
from eastflank.view.comparison import Comparison
from eastflank.view.description import MOST_PARTS
from eastflank.view.names import names_by_code
from eastflank.view.reach import MapReach, reach_of
from eastflank.view.selection import View
from eastflank.words.chosen import card_lines, view_titles


def compose(  # noqa: PLR0913, PLR0917 - each is one thing that a view alone does not know
    view: View,
    dataset: Dataset,
    anchors: Mapping[str, Point],
    selected: str = "",
    compared: Comparison | None = None,
    shown: Box | None = None,
) -> Scene:
    """The scene of `view`. `anchors` gives each country's label point; `selected` a deployment's id.

    The arcs of a nation outside the map come from its capital. A host outside the map is not drawn.
    `compared` is the comparison of this view with an earlier day, if it is asked for. `shown` is the part of
    the earth to which a reader has moved the map; None: the one with which it opens.
    """
    homes = _capitals(dataset)
    anchors = {**homes, **anchors}
    drawn = _drawn(view)
    marks = marks_of(drawn, view, dataset, anchors, selected)
    ghosts: tuple[Mark, ...] = ()
    if compared:
        marks = tuple(replace(mark, change=compared.mark(mark.id)) for mark in marks)
        ghosts = _ghosts(compared, {mark.id for mark in marks}, dataset, anchors)
    placed = {mark.id for mark in marks}
    areas = _areas([one for one in drawn if one.id in placed], reach_of(dataset))
    statistics = _statistics(view, dataset)
    whole = frame.whole(dataset.theatre.opening, (mark.at for mark in (*marks, *ghosts)))
    names = names_by_code(dataset)
    every = marks
    opening = _opening(whole, view, dataset, (*marks, *ghosts), statistics)
    known, unled = view.known.deployments, dataset.theatre.colours_of(None)
    titles = view.known.titles
    marks = crowded(marks, known, names, opening, shown, unled, titles)
    if compared:
        ghosts = crowded(ghosts, compared.before.known.deployments, names, opening, shown, unled, titles)
    return Scene(
        title=view_titles.changes_since(view.title, compared.since) if compared else view.title,
        areas=areas,
        marks=marks,
        arcs=_arcs(marks, view.known, dataset, homes),
        members=members(view.day, dataset),
        legend=replace(
            legend_of(view, areas, marks, grounds_drawn(view.day, dataset), dataset.parts),
            changes=changes_drawn(compared, (*marks, *ghosts)),
        ),
        opening=opening,
        whole=whole,
        ghosts=ghosts,
        statistics=statistics,
        credit=dataset.map_credit.line,
        headings=map_key.headings(dataset.theatre.kinds.values()),
        called=dataset.theatre.called,
        every=every,
    )


def _opening(
    whole: Box, view: View, dataset: Dataset, marks: Iterable[Mark], statistics: Iterable[CountryNote]
) -> Box:
    """The frame around what a view of some nations or hosts shows; otherwise the whole theatre."""
    if view.filters.area:
        south, west, north, east = view.filters.area
        return Point(south, west), Point(north, east)
    if not (view.filters.nation or view.filters.host):
        return whole
    hosts = {note.iso3 for note in statistics}
    points = []
    for mark in marks:
        points += [mark.at, *mark.ties]
        hosts.update(mark.hosts)
        one = view.known.deployments.get(mark.id)
        if mark.anchor == "beside" and one:
            hosts.update(filter(reach_of(dataset).shows, kin(one, view.known)))
    extents = frame.extents(dataset)
    return frame.fitted(whole, [extents[iso3] for iso3 in sorted(hosts) if iso3 in extents], points)


def _drawn(view: View) -> list[Deployment]:
    drawn = all_drawn(view.known)
    return [one for one in view.deployments if one.id in drawn]


def _statistics(view: View, dataset: Dataset) -> tuple[CountryNote, ...]:
    """For each country the sum that a source gives for it; if several, the one for all allied troops."""
    names = names_by_code(dataset)
    on_the_map = {**names, **dataset.once(_read_country_names)}
    reach = reach_of(dataset)
    found: dict[str, tuple[tuple[bool, date], CountryNote]] = {}
    for one in view.deployments:
        if one.sort != "statistic" or one.off_map or one.over or one.figure is None or len(one.host) != 1:
            continue
        told = one.figure.told_first
        host = one.host[0]
        if not reach.shows(host):
            continue
        note = CountryNote(host, on_the_map.get(host, host), card_lines.statistic(one, names), told)
        place = (not one.lead, told)
        before = found.get(one.host[0])
        if before is None or place > before[0]:
            found[one.host[0]] = (place, note)
    return tuple(note for _, (_, note) in sorted(found.items()))


def _read_country_names(dataset: Dataset) -> Mapping[str, str]:
    """The names of countries on the base map, by ISO 3166-1 alpha-3 code."""
    labels = json.loads(dataset.base_map.get("labels", '{"countries": []}'))
    return {one["iso3"]: one["name"] for one in labels["countries"]}


def _ghosts(
    compared: Comparison, drawn: set[str], dataset: Dataset, anchors: Mapping[str, Point]
) -> tuple[Mark, ...]:
    before = marks_of(_drawn(compared.before), compared.before, dataset, anchors, "")
    return tuple(
        replace(mark, heading=mark.details[0], lines=(), told=None, change=compared.fate(mark.id))
        for mark in before
        if mark.id not in drawn
    )


def _areas(drawn: Iterable[Deployment], reach: MapReach) -> tuple[Area, ...]:
    hosted: dict[str, list[tuple[int, str]]] = {}
    for one in drawn:
        for iso3 in hosts_on_map(one, reach):
            hosted.setdefault(iso3, []).append((int(one.standing or 0), one.id))
    return tuple(
        Area(iso3, Standing(max(standings)), tuple(sorted(deployments)))
        for iso3, pairs in sorted(hosted.items())
        for standings, deployments in [zip(*pairs, strict=True)]
    )


def _capitals(dataset: Dataset) -> Mapping[str, Point]:
    return dataset.once(_read_capitals)


def _read_capitals(dataset: Dataset) -> Mapping[str, Point]:
    return {code: nation.capital for code, nation in dataset.nations_by_code.items()}


def _arcs(
    marks: tuple[Mark, ...], known: Known, dataset: Dataset, homes: Mapping[str, Point]
) -> tuple[Arc, ...]:
    names, colours = names_by_code(dataset), dataset.theatre.colours_of
    return tuple(
        Arc(
            nation,
            names[nation],
            mark.id,
            mark.standing,
            arc_between(homes[nation], mark.at),
            colours(nation if one.lead else None),
        )
        for mark in marks
        if not mark.crowd  # its card names its leads: so many arcs would hide the map
        for one in [known.deployments[mark.id]]
        for nation in one.lead or _named_parts(one)
        if nation not in one.host  # no arc for a host that leads in its own country
    )


def _named_parts(one: Deployment) -> Sequence[str]:
    """The nations of contingents that the card of a deployment without a lead names."""
    parts = one.parts_alone
    return [part.nation for part in parts] if len(parts) <= MOST_PARTS else ()
