"""A place that comes with a claim: looked up offline, chosen by the curator, a row of `places.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from eastflank.curation.form import Form
from eastflank.gazetteer import keeping, lookup
from eastflank.gazetteer.ranking import Candidate
from eastflank.model import Dataset
from eastflank.store import DATA, country_names, outlines

_MOST = 8
"""How many candidates are offered."""
_ASKED = 32
"""How many names have their answers cached."""


def candidates(dataset: Dataset, name: str, country: str) -> tuple[Candidate, ...]:
    """The first places that a name may mean, best first; empty if none is known.

    `country` is an ISO 3166-1 alpha-3 code, or empty. Raises NothingAsked and NotAPlace, which say why.
    """
    return dataset.latest(_ASKED, _candidates, name, country)


def _candidates(dataset: Dataset, name: str, country: str) -> tuple[Candidate, ...]:
    found = lookup.candidates(
        name,
        country or None,
        lookup.offline_geocoders(DATA / "gazetteer", dataset.places),
        outlines.shapes(dataset.base_map["countries"]),
        country_names.read(DATA),
        dataset.theatre,
    )
    return found[:_MOST]


def with_place(form: Form, chosen: Candidate, query: str, dataset: Dataset, today: date) -> Form:
    """The form with a candidate as the claim's place: one that the record has, or a new row."""
    row = keeping.place_row(chosen, None, query, today)
    there = dataset.places_by_id.get(row["id"])
    if there and there.name == row["name"] and there.at == chosen.point:
        return without_place(form).with_cell("place", row["id"])
    row["id"] = _free(row["id"], row["country"].lower(), dataset)
    cells = {column: cell for column, cell in row.items() if cell}
    return _with_row(form, cells).with_cell("place", row["id"])


def without_place(form: Form) -> Form:
    """The form without a new place."""
    return _with_row(form, None).with_cell("place", "") if "places" in form.rows else form


def _with_row(form: Form, row: Mapping[str, str] | None) -> Form:
    others = {table: cells for table, cells in form.rows.items() if table != "places"}
    return replace(form, rows=others if row is None else {**others, "places": row})


def _free(name: str, country: str, dataset: Dataset) -> str:
    """A free id: an id is never used for another place."""
    found, number = name, 1
    while found in dataset.places_by_id:
        found = f"{name}-{country}" if country and number == 1 else f"{name}-{number}"
        number += 1
    return found
