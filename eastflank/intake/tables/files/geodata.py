"""GeoJSON and KML as tables: a feature is a row, with its point in the columns latitude and longitude."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from eastflank.intake.tables.cells.sheets import Cell, SourceSheet, UnreadableTable
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.files import limits
from eastflank.words.chosen import unreadable_tables as words

_TAGS = re.compile(r"<[^>]*>")
_Properties = dict[str, Cell]


def geojson(text: str) -> SourceSheet:
    """The features of a GeoJSON text. Raises UnreadableTable if it is not one, or is too large."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise UnreadableTable(words.TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableTable(words.NOT_JSON.format(why=_why(error))) from error
    features = found.get("features") if isinstance(found, dict) else None
    if isinstance(found, dict) and found.get("type") == "Feature":
        features = [found]
    if not isinstance(features, list):
        raise UnreadableTable(words.NO_FEATURES)
    return _sheet(_of_a_feature(feature) for feature in features)


def _of_a_feature(feature: object) -> _Properties:
    if not isinstance(feature, dict):
        return {}
    row: _Properties = {}
    if isinstance(feature.get("id"), str | int):
        row["id"] = _cell(feature["id"])
    properties = feature.get("properties")
    for name, value in properties.items() if isinstance(properties, dict) else ():
        row[str(name)] = _cell(value)
    point = _point(feature.get("geometry"))
    meaning = row.get("geometry_is")
    if point is not None and not (isinstance(meaning, str) and "country" in meaning.lower()):
        row["longitude"], row["latitude"] = point
    return row


def _point(geometry: object) -> tuple[float, float] | None:
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    spot = geometry.get("coordinates")
    if isinstance(spot, list) and len(spot) >= 2 and all(type(each) in (int, float) for each in spot[:2]):  # noqa: PLR2004
        return spot[0], spot[1]
    return None


def _cell(value: object) -> Cell:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return value
        case str():
            return value.strip() or None
        case list() if all(isinstance(each, str | int | float) for each in value):
            return "; ".join(str(each) for each in value) or None
        case _:
            return None


def kml(content: bytes) -> SourceSheet:
    """The placemarks of a KML file. No entity is followed. Raises UnreadableTable."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise UnreadableTable(words.TOO_DEEP) from error
        if "amplification" in str(error):
            raise UnreadableTable(words.ENTITIES) from error
        raise UnreadableTable(words.NOT_XML.format(why=_why(error))) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableTable(words.ENTITIES)
    if etree.QName(root).localname != "kml":
        raise UnreadableTable(words.NO_PLACEMARKS)
    marks = [each for each in root.iter() if isinstance(each.tag, str) and _local(each) == "Placemark"]
    if not marks:
        raise UnreadableTable(words.NO_PLACEMARKS)
    return _sheet(map(_of_a_placemark, marks))


def _why(error: Exception) -> str:
    """A parser's message about a file, in one line: it may contain a part of the file."""
    return shown(str(error).split("\n", maxsplit=1)[0].split(" (<string>", maxsplit=1)[0])


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _of_a_placemark(mark: etree._Element) -> _Properties:
    row: _Properties = {}
    for child in mark.iter():
        if not isinstance(child.tag, str):
            continue
        name, text = _local(child), (child.text or "").strip()
        if name == "name" and "name" not in row:
            row["name"] = text or None
        elif name == "description" and text:
            row["description"] = html.unescape(_TAGS.sub(" ", text)).strip() or None
        elif name == "Data" and child.get("name"):
            value = next((each.text for each in child if _local(each) == "value"), None)
            row[str(child.get("name"))] = (value or "").strip() or None
        elif name == "SimpleData" and child.get("name"):
            row[str(child.get("name"))] = text or None
        elif name == "begin":
            row["from"] = text or None
        elif name == "end":
            row["to"] = text or None
    _locate(mark, row)
    return row


def _locate(mark: etree._Element, row: _Properties) -> None:
    for point in (each for each in mark.iter() if isinstance(each.tag, str) and _local(each) == "Point"):
        for spot in (each for each in point.iter() if _local(each) == "coordinates"):
            halves = (spot.text or "").strip().split(",")
            if len(halves) >= 2:  # noqa: PLR2004
                row["longitude"], row["latitude"] = halves[0].strip(), halves[1].strip()


def _sheet(features: Iterable[_Properties]) -> SourceSheet:
    """A row for the names of the properties, in order of first occurrence, and one for each feature."""
    rows: list[Mapping[str, Cell]] = []
    names: dict[str, None] = {}
    for feature in features:
        rows.append(feature)
        names.update(dict.fromkeys(feature))
        if len(names) > limits.MOST_COLUMNS:
            raise UnreadableTable(words.TOO_MANY_COLUMNS.format(line=len(rows), most=limits.MOST_COLUMNS))
        if len(rows) > limits.MOST_ROWS:
            raise UnreadableTable(words.TOO_MANY_ROWS.format(most=limits.MOST_ROWS))
    header: tuple[Cell, ...] = tuple(names)
    return SourceSheet("", (header, *_cells(rows, tuple(names))), tuple(range(len(rows) + 1)))


def _cells(rows: Sequence[Mapping[str, Cell]], names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield tuple(row.get(name) for name in names)
