"""Places that the dataset has under other words: from month to month a place stays one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.places import one_place
from eastflank.intake.tables.places.found_places import Ask, PlaceSpot
from eastflank.intake.tables.places.one_place import (
    SAME_SPOT_KM,
    KnownWords,
    is_certain,
    is_same,
    km,
    known_words,
)
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.model import Dataset, Point
from eastflank.words.chosen import places_of_rows

_NEAR_DEGREES = 0.3
"""Places that are further from each other than this, to the north, are never compared."""
_Earlier = tuple[PlaceSpot, tuple[KnownWords, ...]]


def as_known(
    spots: Mapping[Ask, PlaceSpot], dataset: Dataset, file: str, chosen: Container[Ask] = ()
) -> tuple[dict[Ask, PlaceSpot], dict[Ask, str]]:
    """The places, as the dataset has them, and questions about places near to one of an earlier file.

    Words that certainly mean a spot that the dataset has under another name mean its place. If several
    places of the dataset lie there, none is taken. A place that only shares its name with one that an earlier
    file of the table has, some kilometres away, stays a place of its own; the question says so, unless the
    file names both. The words in `chosen` stay as they are: a person chose their place.
    """
    held = _Held(dataset)
    found = dict(spots)
    for ask, spot in spots.items():
        if ask not in chosen and is_certain(spot) and (place := held.same(ask, spot)):
            found[ask] = place
    used = _places_of_table(dataset, file)
    questions: dict[Ask, str] = {}
    for ask, spot in found.items():
        if ask in chosen or not is_certain(spot) or held.has(spot):
            continue
        other = held.near(ask, spot, used - {one.id for one in found.values()})
        if other is not None:
            far = round(km(other.point, spot.point))
            questions[ask] = places_of_rows.near_an_earlier_place(ask[0], spot.name, other.name, far)
    return found, questions


def asked(entries: Iterable[TableEntry], questions: Mapping[Ask, str], heading: str) -> Iterator[TableEntry]:
    """The entries, each with the question about its place. `heading` is that of the column of places."""
    for entry in entries:
        host = entry.host[0] if len(entry.host) == 1 else ""
        said = questions.get((entry.place, host)) or questions.get((entry.place, ""))
        if not said or entry.point is not None:
            yield entry
            continue
        mark = RowMark(entry.sheet, entry.line, heading, entry.place, "near an earlier place", said)
        yield entry._replace(marks=(*entry.marks, mark))


class _Held:
    """The places of a dataset with an exact position, by their country."""

    def __init__(self, dataset: Dataset) -> None:
        self._places: defaultdict[str, list[_Earlier]] = defaultdict(list)
        frame = dataset.places
        frame = frame[frame["precision"].isin(one_place.EXACT) & frame["lat"].notna()]
        columns = ["id", "name", "country", "lat", "lon", "precision", "query"]
        for own, name, country, lat, lon, precision, query in frame[columns].itertuples(
            index=False, name=None
        ):
            if not isinstance(country, str):
                continue
            point = Point(float(lat), float(lon))
            spot = PlaceSpot(str(name), country, point, str(precision), "curated", str(own), "")
            words = dict.fromkeys(each for each in (name, query) if isinstance(each, str) and each)
            told = tuple(known_words((each, country), spot) for each in words)
            self._places[country].append((spot, told))

    def has(self, spot: PlaceSpot) -> bool:
        """Whether it is a place of the dataset."""
        return any(_is_held(spot, place) for place, _ in self._near(spot))

    def same(self, ask: Ask, spot: PlaceSpot) -> PlaceSpot | None:
        """The only place of the dataset that is at this spot under another name; None: there is none."""
        if self.has(spot):
            return None
        own = known_words(ask, spot)
        found = [
            place
            for place, words in self._near(spot)
            if km(place.point, spot.point) <= SAME_SPOT_KM and any(is_same(own, one) for one in words)
        ]
        return replace(found[0], kind=spot.kind, mark=spot.mark) if len(found) == 1 else None

    def near(self, ask: Ask, spot: PlaceSpot, among: Container[str]) -> PlaceSpot | None:
        """A place `among` these, by id, that has this name too, but not this spot."""
        own = known_words(ask, spot)
        return next(
            (
                place
                for place, words in self._near(spot)
                if place.id in among
                and km(place.point, spot.point) > SAME_SPOT_KM
                and any(is_same(own, one) for one in words)
            ),
            None,
        )

    def _near(self, spot: PlaceSpot) -> Iterator[_Earlier]:
        at = spot.point
        for place, words in self._places.get(spot.country, ()) if at else ():
            if at and place.point and abs(place.point.lat - at.lat) <= _NEAR_DEGREES:
                yield place, words


def _is_held(spot: PlaceSpot, place: PlaceSpot) -> bool:
    own = spot.geocoder == "curated" and spot.id == place.id
    return own or (folded(spot.name) == folded(place.name) and km(spot.point, place.point) <= SAME_SPOT_KM)


def _places_of_table(dataset: Dataset, file: str) -> frozenset[str]:
    """The ids of the places that claims of earlier files of this name have."""
    frame = dataset.claims
    own = frame["id"].str.startswith(f"{identities.table_key(file)}-") & (frame["review"] != "retracted")
    return frozenset(map(str, frame.loc[own, "place"].dropna().unique()))
