"""A place that a person chose becomes a row of `places.csv`, and nothing else in the file changes."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from eastflank.gazetteer.errors import PlaceNotKept
from eastflank.gazetteer.hit import Origin
from eastflank.gazetteer.ranking import Candidate
from eastflank.reading.folding import fold

_ORIGINS = {"geonames": "GeoNames {} (CC BY 4.0).", "airportsdata": "Aerodrome {}.", "nominatim": "OSM {}."}


def place_row(candidate: Candidate, place: str | None, query: str, today: date) -> dict[str, str]:
    """The row for a candidate, by column. `place` is its id; None: made from its name."""
    found = candidate.origin is Origin.GAZETTEER and candidate.geocoder in _ORIGINS
    origin = _ORIGINS[candidate.geocoder].format(candidate.id) if found else ""
    told = "" if candidate.note.startswith(origin) else origin
    return {
        "id": place or candidate.id * (not found) or fold(candidate.name).replace(" ", "-"),
        "name": candidate.name,
        "country": candidate.country or "",
        "lat": str(candidate.point.lat),
        "lon": str(candidate.point.lon),
        "precision": candidate.precision,
        "geocoder": candidate.geocoder,
        "query": query,
        "looked_up_on": today.isoformat(),
        "note": " ".join(part for part in (told, candidate.note) if part),
    }


def with_row(table: str, columns: Sequence[str], row: Mapping[str, str]) -> str:
    """The CSV text with one more row, before the first whose id is greater; every other byte stays.

    Raises PlaceNotKept when the id is taken.
    """
    lines = list(io.StringIO(table, newline=""))
    where = len(lines)
    for begins, record in _records(table):
        if record[0] == row["id"]:
            raise PlaceNotKept(
                f"places.csv, line {begins + 1}: the id “{row['id']}” is taken, by {record[1]}. "
                "If that is another place, choose an id with --id; an id is never used again."
            )
        if record[0] > row["id"]:
            where = min(where, begins)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(row[column] for column in columns)
    return "".join([*lines[:where], written.getvalue(), *lines[where:]])


def _records(table: str) -> Iterator[tuple[int, list[str]]]:
    """Each row but the header, with the number of lines before it: a quoted text may run over several."""
    reader = csv.reader(io.StringIO(table, newline=""))
    next(reader, None)
    begins = reader.line_num
    for record in reader:
        if record:
            yield begins, record
        begins = reader.line_num


def replace(file: Path, text: str) -> None:
    """Write the file whole or not at all: beside it first, then in its place. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(file.stat().st_mode)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
