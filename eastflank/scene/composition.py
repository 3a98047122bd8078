"""The scene: a view as plain values in degrees, pixels and text, ready for any renderer.

Every renderer draws the same scene, so that the page and a picture cannot disagree. Nothing here
knows a theme, a browser or a file. What is drawn where:

* a place that a claim names gets a symbol at that point;
* a host without a place tints its country and gets a card over it, never a point;
* several hosts without a pairing are one set: one card, tied to each of them;
* a sea gets a card at its label; a lead whose host is not stated gets a card beside its set;
* a group is drawn only for those of its units that are known through it alone, as one set;
* a statistic is a quiet line at its country's name, never a mark;
* compared with an earlier day, a mark says how it was, and what is gone is a ghost where it stood;
* where there are more marks than a map can place, those near each other are one crowd; see `crowds`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from eastflank.model import Box, Dataset, Deployment, Part, Place, Point, Standing
from eastflank.model.dataset import in_brackets
from eastflank.record.as_of import Known
from eastflank.scene import cards, frame, map_key
from eastflank.scene.crowds import crowded
from eastflank.scene.curve import curve
from eastflank.scene.drawn import Arc, Area, CountryNote, Legend, Mark, Scene, Symbol, symbol_words
from eastflank.view.anchors import Anchor, anchor_of, hosts_drawn, is_drawn, kin
from eastflank.view.comparison import SIGNS, Comparison, Form
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import card_lines, datasets, legend_lines, view_titles
from eastflank.words.chosen import crowds as crowd_words
from eastflank.words.chosen import values as words


def compose(  # noqa: PLR0913, PLR0917 - each is one thing that a view alone does not know
    view: View,
    dataset: Dataset,
    anchors: Mapping[str, Point],
    selected: str = "",
    compared: Comparison | None = None,
    shown: Box | None = None,
) -> Scene:
    """The scene of `view`. `anchors` gives each country's label point; `selected` a deployment's id.

    A nation without a label point, because it lies off the base map, is known by its capital.
    `compared` is the comparison of this view with an earlier day, if it is asked for. `shown` is the part of
    the earth to which a reader has moved the map; None: the one with which it opens.
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
    statistics = _statistics(view, dataset)
    whole = frame.whole(
        dataset.theatre.opening, (mark.at for mark in (*marks, *ghosts) if mark.anchor == "place")
    )
    names = names_by_code(dataset)
    every = marks
    opening = _opening(whole, view, dataset, (*marks, *ghosts), statistics)
    known, unled = view.known.deployments, dataset.theatre.colours_of(None)
    marks = crowded(marks, known, names, opening, shown, unled)
    if compared:
        ghosts = crowded(ghosts, compared.before.known.deployments, names, opening, shown, unled)
    return Scene(
        title=view_titles.changes_since(view.title, compared.since) if compared else view.title,
        areas=areas,
        marks=marks,
        arcs=_arcs(marks, view.known, dataset, homes),
        members=_members(view.day, dataset),
        legend=replace(
            _legend(view, areas, marks, _grounds(view.day, dataset), dataset.parts),
            changes=_changes_drawn(compared, (*marks, *ghosts)),
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
    """Where a view of some nations or hosts has something to show; else the whole theatre."""
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
            hosts.update(kin(one, view.known))
    extents = frame.extents(dataset)
    return frame.fitted(whole, [extents[iso3] for iso3 in sorted(hosts) if iso3 in extents], points)


def _drawn(view: View) -> list[Deployment]:
    return [one for one in view.deployments if is_drawn(one, view.known)]


def _statistics(view: View, dataset: Dataset) -> tuple[CountryNote, ...]:
    """For each country the sum that a source gives for it; of several the one of all allied troops."""
    names = names_by_code(dataset)
    on_the_map = {**names, **dataset.once(_read_country_names)}
    found: dict[str, tuple[tuple[bool, date], CountryNote]] = {}
    for one in view.deployments:
        if one.sort != "statistic" or one.off_map or one.over or one.figure is None or len(one.host) != 1:
            continue
        told = one.figure.told_first
        host = one.host[0]
        note = CountryNote(host, on_the_map.get(host, host), card_lines.statistic(one, names), told)
        place = (not one.lead, told)
        before = found.get(one.host[0])
        if before is None or place > before[0]:
            found[one.host[0]] = (place, note)
    return tuple(note for _, (_, note) in sorted(found.items()))


def _read_country_names(dataset: Dataset) -> Mapping[str, str]:
    """The names of countries as the base map has them, by ISO 3166-1 alpha-3 code."""
    labels = json.loads(dataset.base_map.get("labels", '{"countries": []}'))
    return {one["iso3"]: one["name"] for one in labels["countries"]}


def _ghosts(
    compared: Comparison, drawn: set[str], dataset: Dataset, anchors: Mapping[str, Point]
) -> tuple[Mark, ...]:
    before = _marks(_drawn(compared.before), compared.before, dataset, anchors, "")
    return tuple(
        replace(mark, heading=mark.details[0], lines=(), change=compared.fate(mark.id))
        for mark in before
        if mark.id not in drawn
    )


def _areas(drawn: Iterable[Deployment]) -> tuple[Area, ...]:
    hosted: dict[str, list[tuple[int, str]]] = {}
    for one in drawn:
        for iso3 in hosts_drawn(one):
            hosted.setdefault(iso3, []).append((int(one.standing or 0), one.id))
    return tuple(
        Area(iso3, Standing(max(standings)), tuple(sorted(deployments)))
        for iso3, pairs in sorted(hosted.items())
        for standings, deployments in [zip(*pairs, strict=True)]
    )


def _marks(
    drawn: Iterable[Deployment], view: View, dataset: Dataset, anchors: Mapping[str, Point], selected: str
) -> tuple[Mark, ...]:
    places = dataset.places_by_id
    names = names_by_code(dataset)
    taken: dict[Point, int] = {}
    marks = []
    for one in drawn:
        anchor = anchor_of(one, view.known, places)
        if anchor is None:
            continue
        at, ties = _spot(one, anchor, view.known, places, anchors)
        slot = taken[at] = taken.get(at, -1) + 1
        standing = one.standing or Standing.CONSIDERED
        marks.append(
            Mark(
                id=one.id,
                anchor=anchor,
                at=at,
                slot=slot,
                heading=_with_letter(cards.heading(one, anchor, places, names), one, dataset),
                lines=cards.lines(one, anchor, places, names, view.day),
                standing=standing,
                lead=one.lead[0] if len(one.lead) == 1 else None,
                symbol=_symbol(one, standing, view.known) if anchor != "sea" else None,
                ties=ties,
                details=(*cards.details(one, places, names, view.day), *_dataset_line(one, dataset)),
                selected=one.id == selected,
                section=one.kind.heading,
                hosts=hosts_drawn(one),
                colours=dataset.theatre.colours_of(one.lead[0] if len(one.lead) == 1 else None),
            )
        )
    return tuple(marks)


def _with_letter(heading: str, one: Deployment, dataset: Dataset) -> str:
    """A card's heading, which says of which of several datasets it is."""
    letter = in_brackets(dataset.letters.get(one.dataset, ""))
    return heading if letter in heading else f"{heading}{letter}"


def _dataset_line(one: Deployment, dataset: Dataset) -> tuple[str, ...]:
    return (datasets.is_of(dataset.titles[one.dataset]),) if one.dataset in dataset.titles else ()


def _spot(
    one: Deployment,
    anchor: Anchor,
    known: Known,
    places: Mapping[str, Place],
    anchors: Mapping[str, Point],
) -> tuple[Point, tuple[Point, ...]]:
    """Where a deployment's card stands, and the points it is tied to."""
    hosts = [anchors[code] for code in hosts_drawn(one)]
    match anchor:
        case "country":
            return hosts[0], ()
        case "set":
            return _beside(hosts), tuple(hosts)
        case "beside":
            return _beside(anchors[code] for code in kin(one, known)), ()
    return places[one.place or ""].at, ()


def _beside(points: Iterable[Point]) -> Point:
    """A spot to the west of all the points, so that a card there hides none of them."""
    points = list(points)
    return Point(
        round(sum(p.lat for p in points) / len(points), 3), round(min(p.lon for p in points) - 3.5, 3)
    )


def _symbol(one: Deployment, standing: Standing, known: Known) -> Symbol:
    return Symbol(one.kind, one.echelon, standing, multinational=_is_multinational(one, known))


def _is_multinational(one: Deployment, known: Known) -> bool:
    """Whether several nations are in it, or in the group that it belongs to."""
    group = known.deployments.get(one.part_of)
    nations = {*one.lead, *(part.nation for part in one.contingents)}
    nations |= {*group.lead, *(part.nation for part in group.contingents)} if group else set()
    return len(nations) > 1


def _capitals(dataset: Dataset) -> Mapping[str, Point]:
    return dataset.once(_read_capitals)


def _read_capitals(dataset: Dataset) -> Mapping[str, Point]:
    return {code: nation.capital for code, nation in dataset.nations_by_code.items()}


def _arcs(
    marks: tuple[Mark, ...], known: Known, dataset: Dataset, homes: Mapping[str, Point]
) -> tuple[Arc, ...]:
    names, colours = names_by_code(dataset), dataset.theatre.colours_of
    return tuple(
        Arc(lead, names[lead], mark.id, mark.standing, curve(homes[lead], mark.at), colours(lead))
        for mark in marks
        if not mark.crowd  # its leads are told with it: so many lines would hide the map
        for one in [known.deployments[mark.id]]
        for lead in one.lead
        if lead not in one.host  # a host that leads at home needs no arc
    )


def _members(day: date, dataset: Dataset) -> tuple[str, ...]:
    nations = dataset.nations_by_code.values()
    return tuple(sorted(one.iso3 for one in nations if one.member_since and one.member_since <= day))


def _changes_drawn(compared: Comparison | None, marks: Iterable[Mark]) -> tuple[tuple[Form, str], ...]:
    if not compared:
        return ()
    drawn = {mark.change.form for mark in marks if mark.change}
    day = words.day(compared.since)
    return tuple((form, legend_lines.since(form, day)) for form in SIGNS if form in drawn)


def _grounds(day: date, dataset: Dataset) -> list[tuple[str, str]]:
    """The two grounds of countries that are drawn apart, each with its words, as far as the map has them."""
    member = (
        [("member", legend_lines.member_then(dataset.theatre.alliance))] if _members(day, dataset) else []
    )
    disputed = [("disputed", legend_lines.OCCUPIED)] if dataset.once(_has_disputed) else []
    return [*member, *disputed]


def _has_disputed(dataset: Dataset) -> bool:
    return bool(json.loads(dataset.base_map.get("disputed", '{"features": []}'))["features"])


def _legend(
    view: View,
    areas: tuple[Area, ...],
    marks: tuple[Mark, ...],
    grounds: list[tuple[str, str]],
    parts: Sequence[Part] = (),
) -> Legend:
    standings = sorted({area.standing for area in areas} | {mark.standing for mark in marks}, reverse=True)
    # One entry for each sort of symbol, in the firmest of the forms in which it is drawn.
    drawn = sorted(
        (mark.symbol for mark in marks if isinstance(mark.symbol, Symbol)),
        key=lambda symbol: symbol.standing,
    )
    symbols = {(symbol.kind, symbol.echelon, symbol.multinational): symbol for symbol in drawn}.values()
    paired = [("set", legend_lines.ONE_SET)] if any(mark.ties for mark in marks) else []
    crowds = [("crowd", crowd_words.LEGEND)] if any(mark.crowd for mark in marks) else []
    notes = [*crowds, *paired, *grounds]
    noted = [
        words.notes_on(view.known.deployments[mark.id].figure, view.day) for mark in marks if not mark.crowd
    ]
    years = sorted({year for year, _ in noted if year})
    grades = sorted({grade for _, grade in noted if grade})
    return Legend(
        heading=legend_lines.status_on(view.day),
        standings=tuple((standing, words.STANDINGS[standing]) for standing in standings),
        symbols=tuple((symbol, symbol_words(symbol)) for symbol in symbols),
        notes=tuple(notes),
        figures=(
            *((f"({year})", legend_lines.OF_THAT_YEAR) for year in years[-1:]),
            *((f"({grade})", legend_lines.OF_A_LOW_GRADE) for grade in grades[-1:]),
            *((in_brackets(part.letter).strip(), datasets.is_of(part.title)) for part in parts),
        ),
    )
