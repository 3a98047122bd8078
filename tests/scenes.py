"""Small scenes for tests: what a map draws of a few invented claims."""

from __future__ import annotations

from datetime import date
from typing import Any

from eastflank.model import Box, Point
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Mark, Scene
from eastflank.view.comparison import compare
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import dataset

ANCHORS = {"LVA": Point(56.8, 24.6), "LTU": Point(55.3, 23.9), "DEU": Point(51.0, 10.0)}
"""Where the names of countries stand."""


def scene(
    *claims: dict[str, Any],
    day: str = "2018-01-01",
    since: str = "",
    filters: Filters = EVERYTHING,
    selected: str = "",
    shown: Box | None = None,
    **tables: Any,
) -> Scene:
    """What the map shows of the claims on a day, compared with the day `since` where one is given."""
    data = dataset(*claims, **tables)
    view = view_of(data, filters, date.fromisoformat(day))
    compared = compare(view, view_of(data, filters, date.fromisoformat(since)), data) if since else None
    return compose(view, data, ANCHORS, selected, compared, shown)


def marks(*claims: dict[str, Any], **asked: Any) -> dict[str, Mark]:
    """The marks of a scene by id."""
    return {mark.id: mark for mark in scene(*claims, **asked).marks}
