"""The view as GeoJSON (RFC 7946): a feature for each deployment, with or without a place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import shapely
from shapely.geometry.base import BaseGeometry

from eastflank.render.geometry import Whereabouts, whereabouts
from eastflank.render.sheets import LICENCE
from eastflank.report.columns import without
from eastflank.report.contents import Briefing, Evidence, Size, SourceDifference
from eastflank.report.deployment_columns import DATASET, DEPLOYMENT
from eastflank.report.entries import DeploymentEntry
from eastflank.report.spans import Span, spans_of


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file. What is true of the whole view is beside the features, as RFC 7946 allows."""
    places, spans = whereabouts(briefing), spans_of(briefing)
    shapes = [place.geometry for place in places.values() if place.geometry is not None]
    collection = {
        "type": "FeatureCollection",
        **({"bbox": shapely.total_bounds(shapes).tolist()} if shapes else {}),
        "eastflank": _of_the_view(briefing),
        "features": [
            _feature(entry, places[entry.id], spans[entry.id], briefing.marking) for entry in briefing.entries
        ],
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def _feature(
    entry: DeploymentEntry, place: Whereabouts, spans: Iterable[Span], marking: str
) -> dict[str, object]:
    beside: Mapping[str, Sequence[tuple[str, object]]] = {  # columns for programs only
        "status": (
            ("status_words", entry.status),
            ("standing", None if entry.standing is None else entry.standing.code),
        ),
        "precision": (("geometry_is", place.meaning),),
        "not_drawn": (("spans", [_span(span) for span in spans]),),
        "sources": (("marking", marking or None),),
    }
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": None if place.geometry is None else _coordinates(place.geometry),
        "properties": {
            key: value
            for column in _PROPERTIES
            for key, value in ((column.key, column.data(entry)), *beside.get(column.key, ()))
        }
        | ({DATASET: entry.dataset} if entry.dataset else {}),
    }


_PROPERTIES = without(DEPLOYMENT, {"id", DATASET}, after={"meant_for": "contingents"})
"""In an order that never changes, for programs that read it."""


def _span(span: Span) -> dict[str, object]:
    """A span with one status and one strength, by what was known then."""
    return {
        "status": span.status,
        "from": span.first.isoformat(),
        "to": span.last.isoformat(),
        "strength": span.strength,
        "troops_low": span.low,
        "troops_high": span.high,
        "strength_stated_on": span.told or None,
        "last_reported": span.last_word.isoformat() if span.last_word else None,
    }


def _claim(item: Evidence) -> dict[str, object]:
    """A claim; with its dataset only if there are several."""
    said = {**asdict(item), "day": item.day.isoformat()}
    return said if item.dataset else {key: value for key, value in said.items() if key != "dataset"}


def _difference(one: SourceDifference) -> dict[str, object]:
    told = ("deployment", "name", "subject", "spread", "values", "rule", "stands")
    return {name: getattr(one, name) for name in told}


def _coordinates(shape: BaseGeometry) -> Mapping[str, object]:
    geometry: Mapping[str, object] = json.loads(shapely.to_geojson(shape))
    return geometry


def _of_the_view(briefing: Briefing) -> dict[str, object]:
    return {
        "title": briefing.title,
        "notes": list(briefing.notes),
        "asof": briefing.view.day.isoformat(),
        "filters": briefing.filters,
        "counts": briefing.counts,
        "totals": list(briefing.totals),
        "differences": [_difference(one) for one in briefing.differences],
        "not_drawn": [asdict(item) for item in briefing.view.not_drawn],
        "changes": [change.sentence for change in briefing.changes],
        "claims": [_claim(item) for item in briefing.evidence],
        "sources": [asdict(note) for note in briefing.footnotes],
        "credit": briefing.credit,
        "licence": LICENCE,
        "version": briefing.version,
        "link": briefing.link,
        "marking": briefing.marking,
        **({"datasets": dict(briefing.dataset.titles)} if briefing.dataset.parts else {}),
    }
