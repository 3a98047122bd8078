"""The data set of this server, read once and again when a file has changed."""

from __future__ import annotations

import functools
import gc
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import streamlit as st

from eastflank import checks
from eastflank.model import Dataset, Finding
from eastflank.record.as_of import Known
from eastflank.record.disagreements import Disagreement, disagreements
from eastflank.render.web_map import scene_script
from eastflank.report.contents import Briefing, briefing_of
from eastflank.scene.composition import compose
from eastflank.scene.side_by_side import compose_pair, composed
from eastflank.store import outlines
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder, located
from eastflank.store.stamp import Stamp, stamp
from eastflank.store.tables import read
from eastflank.view.address import base_url
from eastflank.view.change_days import change_days
from eastflank.view.comparison import Comparison, compare
from eastflank.view.days import FIRST_DAY
from eastflank.view.facet_counts import Counts, counts_of
from eastflank.view.filters import EVERYTHING, Filters, evidence_part
from eastflank.view.selection import View, known_by, select


@st.cache_resource(show_spinner="Reading the tables …", max_entries=2)
def _read(root: Path, stamp: Stamp) -> Dataset | BrokenData:
    """The dataset, or why there is none; `stamp` makes a changed file a new question."""
    del stamp
    try:
        found: Dataset | BrokenData = read(root)
    except BrokenData as broken:  # remembered like a dataset: a hundred thousand wrong rows take a while
        found = broken
    settle()
    return found


def settle() -> None:
    """Let the garbage collector pass over all that is held now: modules and the record, which stay.

    It then looks only at what readers make and leave behind. What it passed over before is looked at once
    more first, so that a record that was read again leaves nothing behind.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def place() -> Folder:
    """The folder that `EASTFLANK_DATA` names, or the shipped one. Raises BrokenData where it is none."""
    return located(None, os.environ)


def load() -> Dataset:
    """The dataset as its files now are. Raises BrokenData with all findings."""
    chosen = place()
    found = _read(chosen.root, stamp(chosen))
    if isinstance(found, BrokenData):
        raise BrokenData(found.findings)
    return found


def forget() -> None:
    """Read the files anew at the next `load`."""
    _read.clear()


def findings_in(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data without keeping it from being shown; looked for once."""
    return _findings(dataset, place().root, dataset.version)


@st.cache_resource(show_spinner=False, max_entries=2)
def _findings(_dataset: Dataset, root: Path, version: str) -> tuple[Finding, ...]:
    del root, version
    return checks.findings(_dataset, outlines.shapes(_dataset.base_map["countries"]))


def public_address() -> str:
    """`EASTFLANK_URL`, where readers reach the dashboard; empty where it is not set or no address.

    A link then begins as the reader's own address does.
    """
    try:
        return base_url(os.environ.get("EASTFLANK_URL", ""))
    except ValueError:
        return ""


def briefing_for(  # noqa: PLR0913 - each is one thing that a view alone does not know
    dataset: Dataset,
    view: View,
    compared: Comparison | None,
    selected: str,
    *,
    query: Mapping[str, Sequence[str]],
    marking: str,
    side_by_side: bool,
) -> Briefing:
    """What every product of the view says. Costs some hundredths of a second: only for who asks for it."""
    earlier, scene = composed(view, dataset, selected, compared, side_by_side=side_by_side)
    return briefing_of(
        view,
        dataset,
        scene,
        dataset.base_map,
        query=query,
        base_url=public_address(),
        selected=selected,
        marking=marking,
        compared=compared,
        earlier=earlier,
    )


@functools.lru_cache(maxsize=2)
def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return tuple(day.date() for day in sorted(dataset.claims["known_on"].unique()))


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _known(_dataset: Dataset, version: str, evidence: Filters, day: date) -> Known:
    del version  # it stands for the data set, which is too large to compare
    return known_by(_dataset, evidence, day)


def known_for(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on a day by the evidence that counts; folded once for each."""
    return _known(dataset, dataset.version, evidence_part(filters), day)


def record_for(dataset: Dataset, filters: Filters, days: Sequence[date]) -> list[Known]:
    """What was known on each of the days; folded once for each."""
    return [known_for(dataset, filters, day) for day in days]


def view_for(dataset: Dataset, filters: Filters, day: date) -> View:
    """The view for a data version, filters and day; made once for each."""
    return _view(dataset, dataset.version, filters, day)


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _view(_dataset: Dataset, version: str, filters: Filters, day: date) -> View:
    del version
    return select(_dataset, filters, known_for(_dataset, filters, day))


def counts_for(dataset: Dataset, view: View) -> Counts:
    """How many each value of a filter would find; counted once for each day, evidence and role."""
    return _counts(dataset, view, dataset.version, view.filters, view.day)


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _counts(_dataset: Dataset, _view: View, version: str, filters: Filters, day: date) -> Counts:
    del version, filters, day
    return counts_of(_view, _dataset)


def disagreements_for(dataset: Dataset, view: View) -> tuple[Disagreement, ...]:
    """Where sources differ about the view's deployments; looked for once for each day and evidence."""
    found = _disagreements(dataset, view.known, dataset.version, evidence_part(view.filters), view.day)
    return tuple(one for one in found if one.deployment in view.by_id)


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _disagreements(
    _dataset: Dataset, _known: Known, version: str, evidence: Filters, day: date
) -> tuple[Disagreement, ...]:
    del version, evidence, day
    return disagreements(_dataset, _known)


def comparison_for(dataset: Dataset, view: View, since: date | None) -> Comparison | None:
    """The view compared with an earlier day; None where none is asked for, or it comes after the view's."""
    if since is None or since > view.day:
        return None
    return _comparison(dataset, view, dataset.version, view.filters, view.day, since)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Filters: repr})
def _comparison(
    _dataset: Dataset, _view: View, version: str, filters: Filters, day: date, since: date
) -> Comparison:
    del version, day
    return compare(_view, view_for(_dataset, filters, since), _dataset)


def map_script(
    dataset: Dataset, view: View, selected: str, theme: str, compared: Comparison | None = None
) -> str:
    """What the map is given to draw the view; written once for each view, selection, theme and comparison."""
    since = compared.since if compared else None
    return _script(dataset, view, compared, dataset.version, view.filters, (view.day, since), selected, theme)


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _script(
    _dataset: Dataset,
    _view: View,
    _compared: Comparison | None,
    version: str,
    filters: Filters,
    days: tuple[date, date | None],
    selected: str,
    theme: str,
) -> str:
    del version, filters, days
    return scene_script(compose(_view, _dataset, _dataset.label_points, selected, _compared), theme)


def pair_scripts(dataset: Dataset, compared: Comparison, selected: str, theme: str) -> tuple[str, str]:
    """What the maps of two days side by side are given: the earlier, then the later."""
    view = compared.view
    return _pair(
        dataset, compared, dataset.version, view.filters, (compared.since, view.day), selected, theme
    )


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Filters: repr})
def _pair(
    _dataset: Dataset,
    _compared: Comparison,
    version: str,
    filters: Filters,
    days: tuple[date, date],
    selected: str,
    theme: str,
) -> tuple[str, str]:
    del version, filters, days
    earlier, later = compose_pair(_compared, _dataset, _dataset.label_points, selected)
    return scene_script(earlier, theme), scene_script(later, theme)


@st.cache_resource(show_spinner=False, max_entries=8)
def empty_map_script(_dataset: Dataset, version: str, theme: str) -> str:
    """What the map is given to draw no view at all, not even a legend."""
    del version
    scene = compose(view_for(_dataset, EVERYTHING, FIRST_DAY), _dataset, _dataset.label_points)
    legend = replace(scene.legend, heading="")
    return scene_script(replace(scene, areas=(), marks=(), arcs=(), ghosts=(), legend=legend), theme)


def fold_ahead(dataset: Dataset, filters: Filters, days: Sequence[date]) -> None:
    """Begin to fold all the days in the background, unless that was done for the same evidence before."""
    _folding(dataset, dataset.version, evidence_part(filters), tuple(days))


def turning(dataset: Dataset, filters: Filters, days: Sequence[date]) -> frozenset[int] | None:
    """The numbers of those days on which the view changes; None while the days are being folded."""
    folding = _folding(dataset, dataset.version, evidence_part(filters), tuple(days))
    return None if folding.record is None else _turns(folding.record, dataset, dataset.version, filters)


@st.cache_resource(show_spinner=False, max_entries=256, hash_funcs={Filters: repr})
def _turns(_record: Sequence[Known], _dataset: Dataset, version: str, filters: Filters) -> frozenset[int]:
    del version
    return change_days(_record, filters, _dataset)


class _Folding(Thread):
    """Folds days while the reader reads; it ends with the server."""

    def __init__(self, fold: Callable[[], Sequence[Known]]) -> None:
        super().__init__(name="folding", daemon=True)
        self._fold = fold
        self.record: Sequence[Known] | None = None
        """None until all days are folded."""

    def run(self) -> None:
        self.record = self._fold()


@st.cache_resource(show_spinner=False, max_entries=16, hash_funcs={Filters: repr})
def _folding(_dataset: Dataset, version: str, evidence: Filters, days: tuple[date, ...]) -> _Folding:
    del version
    folding = _Folding(lambda: record_for(_dataset, evidence, days))
    folding.start()
    return folding
