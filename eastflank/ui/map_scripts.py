"""The scripts for the maps, written once for each view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from eastflank.model import Box, Dataset
from eastflank.render.web_map import scene_script
from eastflank.scene.composition import compose
from eastflank.scene.side_by_side import compose_pair
from eastflank.ui.views import PAIRS, comparison_for, view_for
from eastflank.view.comparison import Comparison, compare
from eastflank.view.days import FIRST_DAY
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import VIEWS, View


def map_script(  # noqa: PLR0913, PLR0917 - each is one thing that a view alone does not know
    dataset: Dataset,
    view: View,
    selected: str,
    theme: str,
    compared: Comparison | None = None,
    shown: Box | None = None,
) -> str:
    """The script that draws the view on the map; written once for each view, selection, theme and comparison.

    `shown` is the part of the earth to which the reader has moved the map.
    """
    since = compared.since if compared else None
    return dataset.latest(VIEWS, _script, view.filters, (view.day, since), selected, theme, shown)


def _script(  # noqa: PLR0913, PLR0917 - what it is kept by
    dataset: Dataset,
    filters: Filters,
    days: tuple[date, date | None],
    selected: str,
    theme: str,
    shown: Box | None,
) -> str:
    view = view_for(dataset, filters, days[0])
    compared = comparison_for(dataset, view, days[1])
    return scene_script(compose(view, dataset, dataset.label_points, selected, compared, shown), theme)


def pair_scripts(dataset: Dataset, compared: Comparison, selected: str, theme: str) -> tuple[str, str]:
    """The scripts of two maps side by side: the earlier day, then the later."""
    view = compared.view
    return dataset.latest(PAIRS, _pair, view.filters, (compared.since, view.day), selected, theme)


def _pair(
    dataset: Dataset, filters: Filters, days: tuple[date, date], selected: str, theme: str
) -> tuple[str, str]:
    compared = compare(view_for(dataset, filters, days[1]), view_for(dataset, filters, days[0]), dataset)
    earlier, later = compose_pair(compared, dataset, dataset.label_points, selected)
    return scene_script(earlier, theme), scene_script(later, theme)


def empty_map_script(dataset: Dataset, theme: str) -> str:
    """The script for an empty map without a legend."""
    return dataset.once(_empty_map_script, theme)


def _empty_map_script(dataset: Dataset, theme: str) -> str:
    scene = compose(view_for(dataset, EVERYTHING, FIRST_DAY), dataset, dataset.label_points)
    legend = replace(scene.legend, heading="")
    return scene_script(replace(scene, areas=(), marks=(), arcs=(), ghosts=(), legend=legend), theme)
