"""The base map's files, as text for the code that draws them."""

from __future__ import annotations

import functools
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, TypedDict, TypeVar

import shapely

from eastflank.model import Finding, MapCredit
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_files
from eastflank.words.chosen import findings_in_settings as words

T = TypeVar("T")

NAMES = ("countries", "disputed", "lakes", "labels")
_AREAS = {"countries": ("iso3", "name"), "disputed": ("name",), "lakes": ("name",)}
"""The files of outlines, with the properties that each of their features has."""
_LABELS: Mapping[str, tuple[str, ...]] = {
    "countries": ("iso3", "name", "rank", "points"),
    "parts": ("name", "rank", "points"),
    "seas": ("name", "rank", "points"),
    "capitals": ("iso3", "name", "rank", "lat", "lon"),
}

_MOST_NORTH, _MOST_EAST = 90, 180
"""Degrees."""


def read(data: Path) -> Mapping[str, str]:
    """The base map's files by name (`data/basemap/README.md` says what is in them), each as JSON text.

    Raises BrokenData with each file that is missing or not UTF-8.
    """
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for name in NAMES:
        path = data / "basemap" / f"{name}.json"
        try:
            texts[name] = files.without_mark(files.content(path), path.name)
        except BrokenData as error:
            findings += error.findings
    if findings:
        raise BrokenData(findings)
    return texts


CREDIT = "credit.toml"
_MOST = 400
"""The most characters of a text of the credit."""


def credit(data: Path) -> MapCredit:
    """The origin of the base map, from `basemap/credit.toml`.

    Raises BrokenData with all that is wrong in it.
    """
    text = files.without_mark(files.content(data / "basemap" / CREDIT), CREDIT)
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenData([Finding(CREDIT, "", "", *words.no_toml_of_credit(error))]) from error
    wrong = [
        Finding(CREDIT, key, "", *words.NO_CREDIT_SETTING) for key in said if key not in MapCredit.__slots__
    ]
    wrong += [
        Finding(CREDIT, key, "", *words.no_line(_MOST))
        for key in MapCredit.__slots__
        if not (isinstance(found := said.get(key), str) and 0 < len(found.strip()) <= _MOST)
        or not found.isprintable()
    ]
    if wrong:
        raise BrokenData(wrong)
    return MapCredit(**said)


def check(texts: Mapping[str, str]) -> None:
    """Raise BrokenData with every file that does not have the format of the base map's builder."""
    findings = []
    for name, text in texts.items():
        if problem := _problem_of(name, text):
            findings.append(Finding(f"{name}.json", "", "", problem, words.BUILD_AGAIN))
    if findings:
        raise BrokenData(findings)


@functools.lru_cache(maxsize=16)  # by the text: it is the same at each change of a dataset
def _problem_of(name: str, text: str) -> str:
    """What is wrong with a file of the base map; empty if nothing is."""
    return _problem(text, _label_problems) if name == "labels" else _problem(text, _area_problems(name))


def _problem(text: str, problems: Callable[[T], Iterator[str]]) -> str:
    try:
        return next(problems(json.loads(text)), "")
    except (ValueError, RecursionError) as error:
        return findings_in_files.no_json(str(error)[:100])
    except (KeyError, TypeError, AttributeError, shapely.errors.GEOSException) as error:
        return words.misshapen(words.reason(error))


class _Feature(TypedDict):
    properties: Mapping[str, object]
    geometry: object


class _Areas(TypedDict):
    """The expected type of a file of outlines; reading it shows whether it is valid."""

    features: Sequence[_Feature]


_Labels: TypeAlias = Mapping[str, Sequence[Mapping[str, object]]]
"""The same for the file of names: labels by their group."""


def _area_problems(name: str) -> Callable[[_Areas], Iterator[str]]:
    def problems(values: _Areas) -> Iterator[str]:
        for number, feature in enumerate(values["features"], 1):
            for key in _AREAS[name]:
                if not isinstance(feature["properties"][key], str):
                    yield words.feature_without(number, key)
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon") or not shape.is_valid:
                yield words.no_area(number)
            elif not shape.is_empty and not _on_the_globe(*shape.bounds):
                yield words.beyond_the_globe(number)

    return problems


def _label_problems(values: _Labels) -> Iterator[str]:
    for group, keys in _LABELS.items():
        for number, label in enumerate(values[group], 1):
            for key in keys:
                if not _fits(key, label[key]):
                    yield words.label_without(number, group, key)


def _fits(key: str, value: object) -> bool:
    match key:
        case "rank":
            return type(value) in (int, float)
        case "lat" | "lon":
            return _is_degrees(value, _MOST_NORTH if key == "lat" else _MOST_EAST)
        case "points":
            return isinstance(value, list) and bool(value) and all(_is_point(point) for point in value)
    return isinstance(value, str)


def _is_point(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2  # noqa: PLR2004 - north and east
        and _is_degrees(value[0], _MOST_NORTH)
        and _is_degrees(value[1], _MOST_EAST)
    )


def _is_degrees(value: object, most: float) -> bool:
    """Whether it is a valid number of degrees; NaN is not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -most <= value <= most


def _on_the_globe(west: float, south: float, east: float, north: float) -> bool:
    """Whether these bounds are valid. Simplified outlines may exceed the limits a little."""
    spare = 0.01
    return (
        -_MOST_EAST - spare <= west <= east <= _MOST_EAST + spare
        and -_MOST_NORTH - spare <= south <= north <= _MOST_NORTH + spare
    )
