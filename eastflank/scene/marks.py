"""The marks of a view: the position of each deployment, and the text of its card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from eastflank.model import Dataset, Deployment, Place, Point, Standing
from eastflank.model.dataset import in_brackets
from eastflank.record.as_of import Known
from eastflank.scene import cards
from eastflank.scene.drawn import Mark, Symbol
from eastflank.view.anchors import Anchor, anchor_of, hosts_drawn, hosts_on_map, kin
from eastflank.view.description import Description
from eastflank.view.names import names_by_code
from eastflank.view.reach import MapReach, reach_of
from eastflank.view.selection import View
from eastflank.words.chosen import card_lines, datasets


def marks_of(
    drawn: Iterable[Deployment], view: View, dataset: Dataset, anchors: Mapping[str, Point], selected: str
) -> tuple[Mark, ...]:
    """A mark for each deployment that has a place on the map; `anchors` gives label points by country."""
    kept = dataset.latest(_DAYS, _Marks, view.known, tuple(anchors.items()))
    found = {mark.id: mark for one in drawn if (mark := kept.of(one))}
    for joined, lines in _joining(view, dataset).items():
        if joined in found:
            found[joined] = replace(found[joined], lines=(*found[joined].lines, *lines))
    if selected in found:
        found[selected] = replace(found[selected], selected=True)
    return tuple(found.values())


def _joining(view: View, dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """For each deployment that nations of the filter are only to join: a line for each of them."""
    names = names_by_code(dataset)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for figure in view.nations:
        if figure.joining:
            line = card_lines.is_to_join(names.get(figure.nation, figure.nation), figure.told_on.year)
            found[figure.deployment].append(line)
    return found


_DAYS = 8
"""For how many days, and selections of evidence, marks are cached."""


class _Marks:
    """The marks on one day: each is made once, for every filter that selects it."""

    def __init__(self, dataset: Dataset, known: Known, anchors: Iterable[tuple[str, Point]]) -> None:
        self._dataset, self._known, self._anchors = dataset, known, dict(anchors)
        self._names, self._places = names_by_code(dataset), dataset.places_by_id
        self._reach = reach_of(dataset)
        self._made: dict[str, Mark | None] = {}

    def of(self, one: Deployment) -> Mark | None:
        """The mark of a deployment of that day, not selected; None if it has no place on the map."""
        if one.id not in self._made:
            anchor = anchor_of(one, self._known, self._places, self._reach)
            self._made[one.id] = anchor and self._mark(one, anchor)
        return self._made[one.id]

    def _mark(self, one: Deployment, anchor: Anchor) -> Mark:
        told = Description(one, self._known.day, self._names, self._places)
        at, ties = _spot(one, anchor, self._known, self._places, self._anchors, self._reach)
        standing = one.standing or Standing.CONSIDERED
        outside = [code for code in hosts_drawn(one) if not self._reach.shows(code)]
        lines = cards.lines(told, anchor, outside)
        lead = one.lead[0] if len(one.lead) == 1 else None
        return Mark(
            id=one.id,
            anchor=anchor,
            at=at,
            heading=_with_letter(cards.heading(told, anchor), one, self._dataset),
            lines=lines,
            told=cards.told_by_form(told, standing, lines),
            standing=standing,
            lead=lead,
            symbol=_symbol(one, standing, self._known) if anchor != "sea" else None,
            ties=ties,
            details=(*cards.details(told), *_dataset_line(one, self._dataset)),
            selected=False,
            section=one.kind.heading,
            hosts=hosts_on_map(one, self._reach),
            colours=self._dataset.theatre.colours_of(lead),
        )


def _with_letter(heading: str, one: Deployment, dataset: Dataset) -> str:
    """A card's heading, with the dataset if there are several."""
    letter = in_brackets(dataset.letters.get(one.dataset, ""))
    return heading if letter in heading else f"{heading}{letter}"


def _dataset_line(one: Deployment, dataset: Dataset) -> tuple[str, ...]:
    return (datasets.is_of(dataset.titles[one.dataset]),) if one.dataset in dataset.titles else ()


def _spot(  # noqa: PLR0913, PLR0917 - each is one thing that a deployment alone does not know
    one: Deployment,
    anchor: Anchor,
    known: Known,
    places: Mapping[str, Place],
    anchors: Mapping[str, Point],
    reach: MapReach,
) -> tuple[Point, tuple[Point, ...]]:
    """The position of a deployment's card, and the points to which it is tied."""
    hosts = [anchors[code] for code in hosts_on_map(one, reach)]
    match anchor:
        case "country":
            return hosts[0], ()
        case "set":
            return _beside(hosts), tuple(hosts)
        case "beside":
            return _beside(anchors[code] for code in kin(one, known) if reach.shows(code)), ()
    return places[one.place or ""].at, ()


def _beside(points: Iterable[Point]) -> Point:
    """A spot to the west of all the points, so that a card there covers none of them."""
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
