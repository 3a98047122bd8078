"""The datasets of this server, each read once and again when a file has changed."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from threading import Lock

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from eastflank.model import Dataset, Finding
from eastflank.model.overlay import Named, laid_over
from eastflank.store import datasets, folder, stores
from eastflank.store.broken import BrokenData
from eastflank.store.folder import Folder, located
from eastflank.store.stamp import Stamp, stamp_of
from eastflank.store.stores import Store
from eastflank.store.tables import holds, read
from eastflank.ui import collector
from eastflank.ui.waiting import Bar, SharedReading
from eastflank.words.chosen import datasets as words_of_datasets
from eastflank.words.chosen import page_frame, terms


class _Kept:
    """A dataset of this server in its last known state, or why it cannot be read; old states are dropped."""

    def __init__(self) -> None:
        self._reading = SharedReading()
        self._stamp: Stamp | None = None
        self._found: Dataset | BrokenData | None = None

    def as_of(self, place: Folder) -> Dataset | BrokenData:
        """The current dataset of its files; one session reads it while the others wait."""
        now = stamp_of(place)
        someone_waits = self._stamp != now and get_script_run_ctx(suppress_warning=True) is not None
        bar = Bar(seen=someone_waits)
        with st.spinner(terms.READING) if someone_waits else nullcontext():
            self._reading.begin(bar)
            try:
                if self._found is None or self._stamp != now:
                    self._found = self._read(place, bar)
                    self._stamp = now
                    collector.settle_later()
                return self._found
            finally:
                self._reading.end()
                bar.clear()

    def _read(self, place: Folder, bar: Bar) -> Dataset | BrokenData:
        def told(file: str, share: float) -> None:
            self._reading.tell(file, share)
            bar.show(file, share)

        try:
            return _expected_in(place) or read(place.root, told=told)
        except BrokenData as broken:  # cache errors too: a hundred thousand wrong rows take a while
            return broken


class _Expected:
    """The dataset after the last change by this process, until it or another one is shown."""

    def __init__(self) -> None:
        self.dataset: Dataset | None = None


@functools.cache
def _expected() -> _Expected:
    return _Expected()


def expect(dataset: Dataset) -> None:
    """Use this dataset, the result of a change, without reading it, if its files hold exactly it."""
    _expected().dataset = dataset


def _expected_in(place: Folder) -> Dataset | None:
    found = _expected().dataset
    before = stamp_of(place)
    if found is None or not holds(place, found) or stamp_of(place) != before:
        return None
    _expected().dataset = None
    return found


@functools.lru_cache(maxsize=8)
def _kept(_root: Path) -> _Kept:
    return _Kept()


def place() -> Folder:
    """The folder in `EASTFLANK_DATA`, or the shipped one. Raises BrokenData if it is not a dataset.

    If `EASTFLANK_DATABASE` names a database, a folder with its state of at most a second ago.
    """
    return located(None, os.environ)


def store(name: str = "") -> Store:
    """The store of the dataset of that name, or of the default one: its folder or a database.

    Raises BrokenData like `place_of`.
    """
    return stores.of(place_of(name) if name else place())


def catalogue() -> Mapping[str, str]:
    """The titles of all datasets by their names, the default one first. Raises BrokenData like `place`."""
    return datasets.catalogue(datasets.listed(os.environ))


def place_of(name: str) -> Folder:
    """The folder of a dataset of the catalogue. Raises BrokenData if it is gone."""
    found = next((one for one in datasets.listed(os.environ) if one.name == name), None)
    if found is None:
        raise BrokenData(
            [Finding(name, "", "", words_of_datasets.gone(name), page_frame.CHOOSE_ANOTHER_DATASET)]
        )
    return folder.of(found.path)


def load(names: Sequence[str] = ()) -> Dataset:
    """The current dataset of these names; several are combined; no name means the default one.

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
    """A cache of combined datasets of this server, until one of them changes."""

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
                collector.settle_later()
            return self._whole


@st.cache_resource(show_spinner=False, max_entries=4)
def _overlay(_names: tuple[str, ...]) -> _Overlay:
    return _Overlay()


def base_map(names: Sequence[str]) -> Path:
    """The folder of the base map for those datasets; no name means the default dataset's.

    If they have different base maps, these are combined in a temporary folder of this process.
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
    """Read the files again at the next `load`."""
    _kept.cache_clear()
    _overlay.clear()
