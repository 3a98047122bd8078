"""What on a map can stand for a deployment, by what is stated of it; and why nothing can."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from eastflank.model import Dataset, Place, Point, Row, Standing, each_row
from eastflank.record.as_of import Known
from eastflank.words import en as words

Anchor = Literal["place", "country", "set", "sea", "beside"]
"""A named place; the one host; several hosts without a pairing; a sea or region; or, for a part whose
host is not stated, a spot beside its whole."""


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """Something in the view that has no mark on the map, and why."""

    kind: str
    """`deployment` or `claim`."""
    id: str
    label: str
    reason: str


@functools.lru_cache(maxsize=2)
def places_by_id(dataset: Dataset) -> Mapping[str, Place]:
    """The places that claims name, by their ids."""
    return {
        row.id: Place(row.name, row.precision, Point(float(row.lat), float(row.lon)))
        for row in each_row(dataset.places)
    }


def anchor_of(row: Row, known: Known, places: Mapping[str, Place]) -> Anchor | None:
    """What stands for a row of `known.deployments`. None: nothing can."""
    place = places[row.place].precision if isinstance(row.place, str) else None
    if place in ("site", "town"):
        return "place"
    if hosts := words.codes(row.host):
        return "country" if len(hosts) == 1 else "set"
    if place in ("sea", "region"):
        return "sea"
    return "beside" if kin(row, known) else None


def kin(row: Row, known: Known) -> tuple[str, ...]:
    """The hosts of the whole that a deployment is part of; none when no whole or no host is known."""
    whole = known.rows.get(row.part_of)
    return words.codes(whole.host) if whole else ()


def not_drawn(
    dataset: Dataset, known: Known, chosen: Iterable[Row], claims: pd.DataFrame
) -> tuple[NotDrawn, ...]:
    """All of the chosen deployments and of the shown claims that no mark stands for."""
    places = places_by_id(dataset)
    deployments = [
        NotDrawn("deployment", str(row.Index), str(row.name), reason)
        for row in chosen
        if (reason := _reason(row, known, places))
    ]
    loose = claims.loc[claims["shown_in"].isna(), ["id", "quote", "citation", "kind"]]
    return (
        *deployments,
        *(
            NotDrawn(
                "claim", row.id, row.quote if isinstance(row.quote, str) else row.citation, _LOOSE[row.kind]
            )
            for row in each_row(loose)
        ),
    )


_LOOSE = {
    "deployment": "It names no deployment that can be told apart.",
    "measure": "A measure: no force and no place are stated.",
    "logistics": "Supply of ships, not a deployment; no place is stated.",
    "adversary": "An adversary's action: where it takes place is not stated, and a target is not a location.",
    "meeting": "A meeting, not a deployment.",
    "statement": "A statement: no deployment is in it.",
}
"""Why a claim about no deployment is not drawn, by its kind."""


def _reason(row: Row, known: Known, places: Mapping[str, Place]) -> str:
    if row.gave_way:
        return "A whole that is drawn through its parts; its own figures stand in the table."
    if pd.notna(row.standing) and row.standing == Standing.GONE:
        return f"Its status is “{row.status}”."
    if anchor_of(row, known, places):
        return ""
    if not isinstance(row.place, str):
        return "No host and no place are stated."
    place = places[row.place]
    if place.precision == "country":
        return f"“{place.name}” is a whole country: its centre would look like a base."
    return f"“{place.name}” has no borders, so no country can be coloured."
