"""A place that a person chose becomes a row of `places.csv`."""

from __future__ import annotations

from datetime import date

from eastflank.gazetteer.hit import Origin
from eastflank.gazetteer.ranking import Candidate
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words


def place_row(candidate: Candidate, place: str | None, query: str, today: date) -> dict[str, str]:
    """The row for a candidate, by column. `place` is its id; None: the id is made from its name."""
    found = candidate.origin is Origin.GAZETTEER and candidate.geocoder in words.ORIGINS
    origin = words.ORIGINS[candidate.geocoder].format(candidate.id) if found else ""
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
