"""The data set of this server, read once and again when a file has changed."""

from __future__ import annotations

import atexit
import functools
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Lock, Thread

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from eastflank.model import Box, Dataset, Finding
from eastflank.model.overlay import Named, laid_over
from eastflank.record.as_of import Known
from eastflank.render.web_map import scene_script
from eastflank.report.contents import Briefing, briefing_of
from eastflank.report.differences import Difference, differences
from eastflank.scene.composition import compose
from eastflank.scene.side_by_side import compose_pair, composed
from eastflank.store import audited, datasets, folder, stores
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder, located
from eastflank.store.stamp import Stamp, stamp
from eastflank.store.stores import Store
from eastflank.store.tables import holds, read
from eastflank.view.address import base_url
from eastflank.view.change_days import change_days
from eastflank.view.comparison import Comparison, compare
from eastflank.view.days import FIRST_DAY
from eastflank.view.facet_counts import Counts, counts_of
from eastflank.view.filtering import evidence_part
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import View, known_by, select
from eastflank.words.chosen import datasets as words_of_datasets
from eastflank.words.chosen import page_frame, terms


class _Kept:
    """A dataset of this server as its files last were, or why there is none; what it was before is let go."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stamp: Stamp | None = None
        self._found: Dataset | BrokenData | None = None

    def as_of(self, place: Folder) -> Dataset | BrokenData:
        """The dataset as its files now are; read by one session, while the others wait."""
        now = stamp(place)
        someone_waits = self._stamp != now and get_script_run_ctx(suppress_warning=True)
        told = st.spinner(terms.READING) if someone_waits else nullcontext()
        with told, self._lock:
            if self._found is None or self._stamp != now:
                try:
                    self._found = _expected_in(place) or read(place.root)
                except BrokenData as broken:  # remembered, too: a hundred thousand wrong rows take a while
                    self._found = broken
                self._stamp = now
                settle()
            return self._found


class _Expected:
    """The dataset that the last change of this process results in, until it is shown or another is."""

    def __init__(self) -> None:
        self.dataset: Dataset | None = None


@functools.cache
def _expected() -> _Expected:
    return _Expected()


def expect(dataset: Dataset) -> None:
    """Show this dataset, which a change has resulted in, without reading it where its files hold just it."""
    _expected().dataset = dataset


def _expected_in(place: Folder) -> Dataset | None:
    found = _expected().dataset
    before = stamp(place)
    if found is None or not holds(place, found) or stamp(place) != before:
        return None
    _expected().dataset = None
    return found


@functools.lru_cache(maxsize=8)
def _kept(_root: Path) -> _Kept:
    return _Kept()


def settle() -> None:
    """Let the garbage collector pass over all that is held now: modules and the record, which stay.

    It then looks only at what readers make and leave behind. What it passed over before is looked at once
    more first, so that a record that was read again leaves nothing behind.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def place() -> Folder:
    """The folder that `EASTFLANK_DATA` names, or the shipped one. Raises BrokenData where it is none.

    Where `EASTFLANK_DATABASE` names a database, a folder with its state of at most a second ago.
    """
    return located(None, os.environ)


def store(name: str = "") -> Store:
    """Where the dataset of that name, or the usual one, is read and changed: in its folder or a database.

    Raises BrokenData as `place_of`.
    """
    return stores.of(place_of(name) if name else place())


def catalogue() -> Mapping[str, str]:
    """The titles of all datasets by their names, the usual one first. Raises BrokenData as `place`."""
    return datasets.catalogue(datasets.listed(os.environ))


def place_of(name: str) -> Folder:
    """The folder of a dataset of the catalogue. Raises BrokenData where it is gone."""
    found = next((one for one in datasets.listed(os.environ) if one.name == name), None)
    if found is None:
        raise BrokenData(
            [Finding(name, "", "", words_of_datasets.gone(name), page_frame.CHOOSE_ANOTHER_DATASET)]
        )
    return folder.of(found.path)


def load(names: Sequence[str] = ()) -> Dataset:
    """The dataset of that name as its files now are; several are laid over each other; none: the usual one.

    Raises BrokenData with all findings.
    """
    if len(names) > 1:
        titles = catalogue()
        parts = tuple(Named(name, titles.get(name, name), load((name,))) for name in names)
        return _overlay(tuple(names)).of(parts)
    chosen = place_of(names[0]) if names else place()
    found = _kept(chosen.root).as_of(chosen)
    if isinstance(found, BrokenData):
        raise BrokenData(found.findings)
    return found


class _Overlay:
    """Datasets of this server laid over each other, until one of them is another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: tuple[Named, ...] = ()
        self._whole: Dataset | None = None

    def of(self, parts: tuple[Named, ...]) -> Dataset:
        with self._lock:
            same = [(one.title, id(one.dataset)) for one in self._parts] == [
                (one.title, id(one.dataset)) for one in parts
            ]
            if self._whole is None or not same:
                self._parts, self._whole = parts, laid_over(parts)
                settle()
            return self._whole


@st.cache_resource(show_spinner=False, max_entries=4)
def _overlay(_names: tuple[str, ...]) -> _Overlay:
    return _Overlay()


def base_map(names: Sequence[str]) -> Path:
    """The folder of the base map on which those datasets are drawn; none: the usual one's.

    Where they have different ones, these are drawn as one, from a folder of this process's own.
    """
    grounds = dict.fromkeys((place_of(name) if names else place()).ground for name in names or ("",))
    if len(grounds) > 1:
        return _written(tuple(sorted(load(names).base_map.items())))
    return next(iter(grounds)) / folder.BASE_MAP


@functools.cache
def _written(base_map: tuple[tuple[str, str], ...]) -> Path:
    made = Path(tempfile.mkdtemp(prefix="eastflank-basemap-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    for name, text in base_map:
        (made / f"{name}.json").write_text(text, encoding="utf-8")
    return made


def forget() -> None:
    """Read the files anew at the next `load`."""
    _kept.cache_clear()
    _overlay.clear()


def findings_in(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data without keeping it from being shown; looked for once."""
    return dataset.once(_findings)


_SOON_CHECKED = 20_000
"""Claims and deployments up to which a dataset is checked while a reader waits: in some seconds at most."""


def findings_so_far(dataset: Dataset) -> tuple[Finding, ...] | None:
    """As `findings_in`; None while a large dataset is being checked, which then goes on beside the reader."""
    parts = [part.dataset for part in dataset.parts] or [dataset]
    if sum(len(part.claims) + 2 * len(part.deployments) for part in parts) <= _SOON_CHECKED:
        return findings_in(dataset)
    checking = dataset.once(_checking)
    return checking.found


class _Checking(Thread):
    """Checks a large dataset beside its readers; it ends with the server."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(name="checking", daemon=True)
        self._dataset = dataset
        self.found: tuple[Finding, ...] | None = None
        """None until all is checked."""

    def run(self) -> None:
        self.found = findings_in(self._dataset)


def _checking(dataset: Dataset) -> _Checking:
    checking = _Checking(dataset)
    checking.start()
    return checking


def _findings(dataset: Dataset) -> tuple[Finding, ...]:
    if dataset.parts:
        return tuple(
            replace(finding, table=f"{part.title}: {finding.table}")
            for part in dataset.parts
            for finding in findings_in(part.original)
        )
    return audited.findings(dataset)


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


def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return dataset.once(_days_spoken)


def _days_spoken(dataset: Dataset) -> tuple[date, ...]:
    return tuple(day.date() for day in sorted(dataset.claims["known_on"].unique()))


_VIEWS = 256
"""Views that are kept of a dataset, and what is made of each; the latest that readers asked for."""
_PAIRS = 64
"""The same, of two days compared."""
_EVIDENCE = 16
"""Choices of evidence of which all days are kept."""


def known_for(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on a day by the evidence that counts; folded once for each."""
    return dataset.latest(_VIEWS, known_by, evidence_part(filters), day)


def record_for(dataset: Dataset, filters: Filters, days: Sequence[date]) -> list[Known]:
    """What was known on each of the days; folded once for each."""
    return [known_for(dataset, filters, day) for day in days]


def view_for(dataset: Dataset, filters: Filters, day: date) -> View:
    """The view for a dataset, filters and day; made once for each."""
    return dataset.latest(_VIEWS, _view, filters, day)


def _view(dataset: Dataset, filters: Filters, day: date) -> View:
    return select(dataset, filters, known_for(dataset, filters, day))


def counts_for(dataset: Dataset, view: View) -> Counts:
    """How many each value of a filter would find."""
    return view.once(counts_of, dataset)


def disagreements_for(dataset: Dataset, view: View) -> tuple[Difference, ...]:
    """Where sources differ about the view's deployments; looked for once for each day and evidence."""
    found = dataset.latest(_VIEWS, _disagreements, evidence_part(view.filters), view.day)
    return tuple(one for one in found if one.deployment in view.by_id)


def _disagreements(dataset: Dataset, evidence: Filters, day: date) -> tuple[Difference, ...]:
    return differences(dataset, known_for(dataset, evidence, day))


def comparison_for(dataset: Dataset, view: View, since: date | None) -> Comparison | None:
    """The view compared with an earlier day; None where none is asked for, or it comes after the view's."""
    if since is None or since > view.day:
        return None
    return dataset.latest(_PAIRS, _comparison, view.filters, view.day, since)


def _comparison(dataset: Dataset, filters: Filters, day: date, since: date) -> Comparison:
    return compare(view_for(dataset, filters, day), view_for(dataset, filters, since), dataset)


def map_script(  # noqa: PLR0913, PLR0917 - each is one thing that a view alone does not know
    dataset: Dataset,
    view: View,
    selected: str,
    theme: str,
    compared: Comparison | None = None,
    shown: Box | None = None,
) -> str:
    """What the map is given to draw the view; written once for each view, selection, theme and comparison.

    `shown` is the part of the earth to which the reader has moved the map.
    """
    since = compared.since if compared else None
    return dataset.latest(_VIEWS, _script, view.filters, (view.day, since), selected, theme, shown)


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
    """What the maps of two days side by side are given: the earlier, then the later."""
    view = compared.view
    return dataset.latest(_PAIRS, _pair, view.filters, (compared.since, view.day), selected, theme)


def _pair(
    dataset: Dataset, filters: Filters, days: tuple[date, date], selected: str, theme: str
) -> tuple[str, str]:
    compared = _comparison(dataset, filters, days[1], days[0])
    earlier, later = compose_pair(compared, dataset, dataset.label_points, selected)
    return scene_script(earlier, theme), scene_script(later, theme)


def empty_map_script(dataset: Dataset, theme: str) -> str:
    """What the map is given to draw no view at all, not even a legend."""
    return dataset.once(_empty_map_script, theme)


def _empty_map_script(dataset: Dataset, theme: str) -> str:
    scene = compose(view_for(dataset, EVERYTHING, FIRST_DAY), dataset, dataset.label_points)
    legend = replace(scene.legend, heading="")
    return scene_script(replace(scene, areas=(), marks=(), arcs=(), ghosts=(), legend=legend), theme)


_MOST_AHEAD = 100_000
"""Deployments times days up to which all days are folded ahead: some seconds' work."""


def may_fold_ahead(dataset: Dataset, days: Sequence[date]) -> bool:
    """Whether all days are soon folded, so that it is done before a reader asks for them."""
    return len(dataset.deployments) * len(days) <= _MOST_AHEAD


def fold_ahead(dataset: Dataset, filters: Filters, days: Sequence[date]) -> None:
    """Begin to fold all the days in the background, unless that was done for the same evidence before.

    Of a record with many deployments or days only those that a reader asks for are folded.
    """
    if may_fold_ahead(dataset, days):
        dataset.latest(_EVIDENCE, _folding, evidence_part(filters), tuple(days))


def turning(dataset: Dataset, filters: Filters, days: Sequence[date]) -> frozenset[int] | None:
    """The numbers of those days on which the view changes; None while the days are being folded.

    None, too, where they are not folded ahead: then no day is known to be one on which nothing changes.
    """
    if not may_fold_ahead(dataset, days):
        return None
    folding = dataset.latest(_EVIDENCE, _folding, evidence_part(filters), tuple(days))
    if folding.record is None:
        return None
    return dataset.latest(_VIEWS, _turns, filters, tuple(days))


def _turns(dataset: Dataset, filters: Filters, days: tuple[date, ...]) -> frozenset[int]:
    folding = dataset.latest(_EVIDENCE, _folding, evidence_part(filters), days)
    return change_days(folding.record or record_for(dataset, filters, days), filters, dataset)


class _Folding(Thread):
    """Folds days while the reader reads; it ends with the server."""

    def __init__(self, fold: Callable[[], Sequence[Known]]) -> None:
        super().__init__(name="folding", daemon=True)
        self._fold = fold
        self.record: Sequence[Known] | None = None
        """None until all days are folded."""

    def run(self) -> None:
        self.record = self._fold()


def _folding(dataset: Dataset, evidence: Filters, days: tuple[date, ...]) -> _Folding:
    folding = _Folding(lambda: record_for(dataset, evidence, days))
    folding.start()
    return folding
