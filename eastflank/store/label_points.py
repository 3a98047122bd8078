"""The position of each country's name on the map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from eastflank.model import Finding, Point
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_settings as words

FILE = Path("basemap", "labels.json")


def read(data: Path) -> Mapping[str, Point]:
    """Each country's best label point, by ISO 3166-1 alpha-3 code.

    Raises BrokenData if the file is missing or does not have the format of the base map's builder.
    """
    text = files.without_mark(files.content(data / FILE), FILE.name)
    try:
        return {country["iso3"]: Point(*country["points"][0]) for country in json.loads(text)["countries"]}
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BrokenData([Finding(FILE.name, "", "", *words.no_points(words.reason(error)))]) from error
