"""The reference for a table: a dataset, and the names and places that come with Eastflank."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.gazetteer import lookup
from eastflank.gazetteer import words as gazetteer_words
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.intake.tables.cells.known import Lookups
from eastflank.intake.tables.cells.positions import CountryMap
from eastflank.intake.tables.places.gazetteers import Gazetteers
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset, Point
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.store import DATA, country_names, outlines
from eastflank.view.reach import reach_of

GAZETTEER = DATA / "gazetteer"


@dataclass(frozen=True, slots=True)
class Against:
    """What a table is held against."""

    dataset: Dataset
    known: Lookups
    gazetteers: Gazetteers
    nation_row: Callable[[str], Row | None]
    """A country's row of `nations.csv`, by alpha-3; None if nothing is known about it."""


@functools.cache
def _names() -> CountryNames:
    return country_names.read(DATA)


def against_dataset(dataset: Dataset, day: date) -> Against:
    """The reference for a table: the dataset, and the names and places that come with Eastflank.

    Raises BrokenData where one of these cannot be read.
    """
    names = _names()
    countries = gazetteer_words.read(GAZETTEER / lookup.COUNTRIES, gazetteer_words.COUNTRIES)
    geocoders = lookup.offline_geocoders(GAZETTEER, dataset.places)
    shapes = outlines.shapes(dataset.base_map["countries"])
    centres = {
        code: tuple(
            point
            for point in (dataset.label_points.get(code), Point(float(lat), float(lon)))
            if point is not None and point.lat == point.lat
        )
        for code, lat, lon in zip(countries["iso3"], countries["lat"], countries["lon"], strict=True)
    }
    ground = CountryMap(shapes, centres, reach_of(dataset).shows)
    middles = {code: points[-1] for code, points in centres.items() if points}
    capitals = dict(zip(countries["iso3"], countries["capital"], strict=True))
    return Against(
        dataset,
        Lookups(names, ground, dataset.theatre.kinds, day),
        Gazetteers(geocoders, names, dataset.theatre, _unlocated(dataset)),
        _NationRows(names, capitals, geocoders, ground, middles),
    )


def _unlocated(dataset: Dataset) -> frozenset[tuple[str, str]]:
    """The names of places whose position the dataset does not know, each with its country."""
    places = dataset.places
    rows = places[(places["precision"] == "none") & places["country"].notna()]
    return frozenset(
        (fold(str(name)), str(code)) for name, code in zip(rows["name"], rows["country"], strict=True)
    )


class _NationRows:
    """The row of a country for `nations.csv`, with its capital."""

    def __init__(
        self,
        names: CountryNames,
        capitals: Mapping[str, str],
        geocoders: Sequence[PlaceGeocoder],
        ground: CountryMap,
        middles: Mapping[str, Point],
    ) -> None:
        """`middles` are the middles of countries."""
        self._names, self._capitals, self._geocoders, self._ground = names, capitals, geocoders, ground
        self._middles = middles
        self._rows: dict[str, Row | None] = {}

    def __call__(self, code: str) -> Row | None:
        """The row; None if nothing is known of where the country is.

        Where no table has the capital, the middle of the country stands for it, so that no row is lost. These
        are countries far away.
        """
        if code not in self._rows:
            self._rows[code] = self._made(code)
        return self._rows[code]

    def _made(self, code: str) -> Row | None:
        capital = self._capitals.get(code, "")
        answer = self._names.look_up(code)
        if not isinstance(answer, Decided) or answer.ended:
            return None
        point = self._point(capital, code) if capital else None
        if point is None or (code in self._ground.outlines and not self._ground.lies_in(point, code)):
            point = self._middles.get(code)
        if point is None:
            return None
        return {
            "iso3": code,
            "iso2": answer.iso2,
            "name": answer.name,
            "capital": capital or answer.name,
            "capital_lat": f"{point.lat:.4f}",
            "capital_lon": f"{point.lon:.4f}",
        }

    def _point(self, capital: str, code: str) -> Point | None:
        """Where a capital is: the capital of that name, or else a town or an airfield that has its name."""
        hits = [hit for each in self._geocoders for hit in each.hits(capital, code) if hit.country == code]
        hits.sort(
            key=lambda hit: ("capital", "town").index(hit.kind) if hit.kind in ("capital", "town") else 2
        )
        return next((hit.point for hit in hits if hit.point is not None and hit.kind != "country"), None)
