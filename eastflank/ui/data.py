"""The data set of this server, read once and again when a file has changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import streamlit as st

from eastflank.evidence import DATA, SEEDS
from eastflank.evidence.outlines import read_anchors
from eastflank.evidence.tables import read
from eastflank.filters import Filters
from eastflank.model import Dataset, Point
from eastflank.view import View, view_of

_FOLDER = Path(os.environ.get("EASTFLANK_DATA", DATA))


@st.cache_resource(show_spinner="Reading the tables …", max_entries=2)
def _read(folder: Path, stamp: tuple[tuple[str, int, int], ...]) -> Dataset:
    """The data set; `stamp` makes a changed file a new question."""
    del stamp
    return read(folder, SEEDS)


def load() -> Dataset:
    """The data set as the files now are. Raises `BrokenData` with all findings."""
    return _read(_FOLDER, _stamp(_FOLDER))


load.clear = _read.clear  # type: ignore[attr-defined]


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted([*folder.glob("*.csv"), *folder.glob("*.json"), *SEEDS.glob("*.txt")])
    return tuple((file.name, stat.st_mtime_ns, stat.st_size) for file in files for stat in [file.stat()])


@st.cache_resource(show_spinner=False)
def anchors() -> dict[str, Point]:
    """Each country's label point."""
    return read_anchors(DATA / "basemap")


@st.cache_resource(show_spinner=False, max_entries=512, hash_funcs={Filters: repr})
def _view(_dataset: Dataset, version: str, filters: Filters, day: date) -> View:
    del version  # it stands for the data set, which is too large to compare
    return view_of(_dataset, filters, day)


def view_for(dataset: Dataset, filters: Filters, day: date) -> View:
    """The view, computed once for each data version, filters and day."""
    return _view(dataset, dataset.version, filters, day)
