"""Two days as two scenes that belong together: one frame, one legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from eastflank.model import Box, Dataset, Point
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Legend, Scene
from eastflank.view.comparison import Comparison
from eastflank.view.selection import View
from eastflank.words.chosen import side_by_side


class Pair(NamedTuple):
    """The earlier day and the later one, which has the marks of what changed.

    Both open on the same frame. The common legend is with the earlier one, whose key is usually shorter. The
    later one's legend has no heading and no rows, and is not drawn.
    """

    earlier: Scene
    later: Scene


def compose_pair(
    compared: Comparison, dataset: Dataset, anchors: Mapping[str, Point], selected: str = ""
) -> Pair:
    """Both days of a comparison; `anchors` and `selected` are those of `composition.compose`."""
    earlier = compose(compared.before, dataset, anchors, selected)
    later = compose(compared.view, dataset, anchors, selected, compared)
    opening = _around(earlier.opening, later.opening)
    whole = _around(earlier.whole, later.whole)
    legend = _both(earlier.legend, later.legend)
    return Pair(
        replace(earlier, opening=opening, whole=whole, legend=legend),
        replace(later, opening=opening, whole=whole, legend=NO_LEGEND),
    )


def composed(
    view: View, dataset: Dataset, selected: str, compared: Comparison | None, *, side_by_side: bool
) -> tuple[Scene | None, Scene]:
    """The scene of the earlier day, if both days are shown, and the scene of the view itself."""
    anchors = dataset.label_points
    if compared and side_by_side:
        return compose_pair(compared, dataset, anchors, selected)
    return None, compose(view, dataset, anchors, selected, compared)


NO_LEGEND = Legend(heading="", standings=(), symbols=(), notes=())
"""The legend of a map whose legend is beside another map."""


def _around(one: Box, other: Box) -> Box:
    """The smallest box that contains both."""
    (south, west), (north, east) = one
    (lower, left), (upper, right) = other
    return Point(min(south, lower), min(west, left)), Point(max(north, upper), max(east, right))


def _both(earlier: Legend, later: Legend) -> Legend:
    """Both legends in one, each thing once; a symbol in its most certain style."""
    drawn = sorted((*earlier.symbols, *later.symbols), key=lambda row: row[0].standing)
    symbols = {symbol.shows: (symbol, text) for symbol, text in drawn}
    standings = {**dict(earlier.standings), **dict(later.standings)}
    return Legend(
        heading=side_by_side.LEGEND_HEADING,
        standings=tuple(sorted(standings.items(), reverse=True)),
        symbols=tuple(symbols.values()),
        notes=_once((*earlier.notes, *later.notes)),
        changes=later.changes,
        figures=_once((*later.figures, *earlier.figures)),
    )


def _once(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The rows, with only the first of those with the same words."""
    found: dict[str, str] = {}
    for sample, text in rows:
        found.setdefault(text, sample)
    return tuple((sample, text) for text, sample in found.items())
