"""Where on the globe the deployments of a briefing are, for formats that hold geometry.

A deployment gets a point only if a claim states its place: one with only a host gets the whole country, one
without either gets no geometry. What is outside the map has its place or its country here too, because map
programs show the whole earth.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from eastflank.model import Deployment
from eastflank.report.contents import Briefing
from eastflank.scene.drawn import Mark
from eastflank.view.anchors import hosts_drawn
from eastflank.words.chosen import geometries


class Whereabouts(NamedTuple):
    """A deployment's geometry and what it stands for."""

    geometry: BaseGeometry | None
    """x = degrees east, y = degrees north, WGS 84; outer rings against the clock, as RFC 7946 has them."""
    meaning: str


def whereabouts(briefing: Briefing) -> Mapping[str, Whereabouts]:
    """The geometry of each deployment of the view, by its id."""
    countries = _countries(briefing.ground["countries"])
    marks = {mark.id: mark for mark in briefing.scene.every}
    reasons = {entry.id: entry.not_drawn for entry in briefing.entries}
    return {
        one.id: _outside(one, briefing, countries)
        if one.id in briefing.view.outside
        else _of(marks.get(one.id), reasons[one.id], countries)
        for one in briefing.view.deployments
    }


def _outside(one: Deployment, briefing: Briefing, countries: Mapping[str, BaseGeometry]) -> Whereabouts:
    """A deployment that the map does not show."""
    place = briefing.dataset.places_by_id[one.place] if one.place else None
    if place and place.precision in ("site", "town"):
        return Whereabouts(shapely.Point(place.at.lon, place.at.lat), geometries.PLACE)
    hosts = hosts_drawn(one)
    if len(hosts) == 1 and hosts[0] in countries:
        return Whereabouts(countries[hosts[0]], geometries.COUNTRY)
    return Whereabouts(None, geometries.none("off the map"))


def _of(mark: Mark | None, reason: str, countries: Mapping[str, BaseGeometry]) -> Whereabouts:
    if mark is None:
        return Whereabouts(None, geometries.none(reason or "statistic"))
    if mark.anchor == "place":
        return Whereabouts(shapely.Point(mark.at.lon, mark.at.lat), geometries.PLACE)
    hosts = [countries[code] for code in mark.hosts if code in countries]
    if mark.anchor == "country" and hosts:
        return Whereabouts(hosts[0], geometries.COUNTRY)
    if mark.anchor == "set" and hosts:
        together = shapely.orient_polygons(shapely.union_all(hosts))  # side by side they would touch
        return Whereabouts(together, geometries.SET)
    return Whereabouts(
        None, geometries.none(mark.anchor if mark.anchor in ("sea", "beside") else "off the map")
    )


@functools.lru_cache(maxsize=8)  # by the text: datasets that share a base map share this too
def _countries(text: str) -> Mapping[str, BaseGeometry]:
    features = json.loads(text)["features"]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    against_the_clock = shapely.orient_polygons(shapes)
    codes = [feature["properties"]["iso3"] for feature in features]
    return dict(zip(codes, against_the_clock, strict=True))
