"""How far the base map of a dataset reaches: which countries it shows, and which places."""

from __future__ import annotations

from dataclasses import dataclass

from eastflank.model import Box, Dataset, Place, Point

_MARGIN = 2.0
"""Degrees around the names of the map's countries that the map still shows."""


@dataclass(frozen=True, slots=True)
class MapReach:
    """What a base map shows. Without values it shows everything."""

    countries: frozenset[str] = frozenset()
    """ISO 3166-1 alpha-3 codes of the countries whose names stand on the map; empty: every country."""
    box: Box | None = None
    """The part of the globe in which these names stand; None: all of it."""

    def shows(self, country: str) -> bool:
        """Whether the map shows a country."""
        return not self.countries or country in self.countries

    def has(self, place: Place) -> bool:
        """Whether the map shows a place. A country may have places far away: an island, a far province."""
        if place.country and not self.shows(place.country):
            return False
        if self.box is None or place.at.lat != place.at.lat:  # NaN: where it is, is not known
            return True
        (south, west), (north, east) = self.box
        return south <= place.at.lat <= north and west <= place.at.lon <= east


EVERYWHERE = MapReach()


def reach_of(dataset: Dataset) -> MapReach:
    """What the base map of a dataset shows; everything, if the dataset was read without one."""
    return dataset.once(_reach)


def _reach(dataset: Dataset) -> MapReach:
    labels = dataset.label_points
    if not labels:
        return EVERYWHERE
    theatre = dataset.theatre
    corners = [*labels.values(), *theatre.opening, *theatre.around]
    lats, lons = zip(*corners, strict=True)
    box = (
        Point(min(lats) - _MARGIN, min(lons) - _MARGIN),
        Point(max(lats) + _MARGIN, max(lons) + _MARGIN),
    )
    return MapReach(frozenset(labels), box)
