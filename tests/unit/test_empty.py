"""A map without marks has a message, and a map with marks has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eastflank.record.as_of import known_as_of
from eastflank.scene.composition import compose
from eastflank.store import DATA, label_points
from eastflank.view.empty import nothing_drawn
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import known_by, select
from tests.frozen import RECORD

ANCHORS = label_points.read(DATA)
_NAMED = {
    nation
    for column in (RECORD.claims["lead"], RECORD.claims["host"], RECORD.contributions["nation"])
    for nations in column.dropna()
    for nation in str(nations).split(";")
}
ALONE = [
    *(replace(EVERYTHING, source=(one,)) for one in sorted(RECORD.sources["id"])),
    *(replace(EVERYTHING, nation=(one,)) for one in sorted(_NAMED)),
    *(replace(EVERYTHING, host=(one,)) for one in sorted(_NAMED)),
    *(
        replace(EVERYTHING, status=(one,))
        for one in ("considered", "pledged", "agreed", "decided", "arriving", "deployed", "ended")
    ),
]


@pytest.mark.parametrize("day", ["2016-06-14", "2022-06-28", "2024-03-31"])
def test_a_map_says_that_it_is_empty_when_it_is(day: str) -> None:
    at = date.fromisoformat(day)
    known = known_as_of(RECORD, at)
    wrong = []
    for filters in ALONE:
        view = select(RECORD, filters, known_by(RECORD, filters, at) if filters.source else known)
        scene = compose(view, RECORD, ANCHORS)
        empty = not scene.marks and not scene.statistics
        told = not view.deployments or bool(nothing_drawn(view))
        if empty != told:
            wrong.append((filters, [one.id for one in view.deployments]))
    assert wrong == []
