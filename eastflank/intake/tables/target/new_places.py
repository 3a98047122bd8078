"""The places that the rows of a table name: those of the dataset, and new ones."""

from __future__ import annotations

from collections import defaultdict

from eastflank.intake.tables.places.found_places import PlaceSpot
from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import slug
from eastflank.intake.tables.target.new_rows import NewRows
from eastflank.model import Point
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims as words

_SAME_PLACE = 0.01
"""Two points with the same name are one place within this many degrees."""


class NewPlaces:
    """The places of the dataset and those that the entries need."""

    def __init__(self, draft: NewRows) -> None:
        self._draft = draft
        self._held = dict(draft.dataset.places_by_id)
        self._ids = set(self._held)
        self._listed = {spot.id for spot in draft.spots.values() if spot.geocoder == "curated" and spot.id}
        """Ids that places of the gazetteer have: no other place gets one."""
        self._found: dict[tuple[object, ...], str] = {}
        self._asked: dict[tuple[str, str], str] = {}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for identifier, place in self._held.items():
            self._by_name[fold(place.name)].append(identifier)
        frame = draft.dataset.places
        countries = frame["country"].fillna("")
        self._countries = dict(zip(frame["id"], countries, strict=True))
        self._unlocated = {
            (fold(name), country): str(identifier)
            for identifier, name, country, precision in zip(
                frame["id"], frame["name"], countries, frame["precision"], strict=True
            )
            if precision == "none"
        }

    def id_of(self, entry: TableEntry) -> str:
        """The id of an entry's place; empty if none is named."""
        if entry.point is not None:
            key: tuple[object, ...] = (entry.place, entry.point, entry.host)
            if key not in self._found:
                country = entry.host[0] if len(entry.host) == 1 else ""
                name = entry.place or f"{entry.point.lat:.4f}, {entry.point.lon:.4f}"
                note = words.coordinates_of(self._draft.origin.file.name)
                spot = PlaceSpot(name, country, entry.point, "site", "curated", "", note)
                self._found[key] = self._made(spot, entry.place)
            return self._found[key]
        if not entry.place:
            return ""
        ask = entry.place, entry.host[0] if len(entry.host) == 1 else ""
        if ask not in self._asked:
            self._asked[ask] = self._of_spot(ask)
        return self._asked[ask]

    def _of_spot(self, ask: tuple[str, str]) -> str:
        """The id of a place that was looked up; empty if the words name a whole country."""
        place = ask[0]
        found = self._draft.spots.get(ask) or self._draft.spots.get((place, ""))
        if found is None:
            return ""
        if found.point is None:
            return self._not_located(place, ask[1] or found.country) if found.precision == "none" else ""
        key = (found.geocoder, found.id, found.name, found.point)
        if key not in self._found:
            self._found[key] = self._made(found, place)
        return self._found[key]

    def _not_located(self, place: str, country: str) -> str:
        """The id of a place whose name and country are known, but not its position."""
        key = fold(place), country
        if key not in self._unlocated:
            wanted = identities.free(slug(place), (place, country), self._ids | self._listed)
            self._ids.add(wanted)
            self._unlocated[key] = wanted
            self._draft.rows["places"][wanted] = {
                "id": wanted,
                "name": place,
                "country": country,
                "precision": "none",
                "geocoder": "none",
                "query": place,
                "looked_up_on": self._draft.origin.today.isoformat(),
                "note": words.named_in(self._draft.origin.file.name),
            }
        return self._unlocated[key]

    def _made(self, spot: PlaceSpot, query: str) -> str:
        point = spot.point
        if point is None:
            return ""
        if spot.geocoder == "curated" and self._is_held(spot, point):
            return spot.id
        for identifier in self._by_name[fold(spot.name)]:
            there = self._held.get(identifier)
            if there and _is_near(there.at, point):
                return identifier
        others = self._listed - {spot.id}
        wanted = identities.free(slug(spot.name), (spot.name, spot.country, str(point)), self._ids | others)
        self._ids.add(wanted)
        prefix = words.of_geonames(spot.id) if spot.geocoder == "geonames" and spot.id.isdigit() else ""
        self._draft.rows["places"][wanted] = {
            "id": wanted,
            "name": spot.name,
            "country": spot.country,
            "lat": _degrees(point.lat),
            "lon": _degrees(point.lon),
            "precision": spot.precision,
            "geocoder": spot.geocoder,
            "query": query,
            "looked_up_on": self._draft.origin.today.isoformat(),
            "note": " ".join(filter(None, (prefix, spot.note))),
        }
        return wanted

    def _is_held(self, spot: PlaceSpot, point: Point) -> bool:
        """Whether the dataset has this place under its id: the id alone may be another place's.

        It lies in the same country and has a position; its name or its position is the same.
        """
        there = self._held.get(spot.id)
        if there is None or there.at.lat != there.at.lat or self._countries[spot.id] != spot.country:
            return False
        return fold(there.name) == fold(spot.name) or _is_near(there.at, point)


def _is_near(one: Point, other: Point) -> bool:
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) <= _SAME_PLACE


def _degrees(number: float) -> str:
    """A coordinate without an exponent."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
