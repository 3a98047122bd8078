"""Tests that share datasets never get one of other files than those that are there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eastflank.model import Dataset
from eastflank.store import folder, tables
from eastflank.store.broken import BrokenData
from tests import read_once
from tests.unit.small_data import SmallData


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    small = SmallData(tmp_path)
    small.write()
    return small


def held(root: Path) -> Dataset:
    return read_once.read(folder.of(root))


def test_the_same_files_are_one_dataset_wherever_they_are(small: SmallData, tmp_path: Path) -> None:
    first = held(small.data)
    assert held(shutil.copytree(small.data, tmp_path / "copy")) is first
    assert first.version == tables.read(small.data).version


def _table(data: Path) -> None:
    path = data / "claims.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Canada waits.", "Canada waits"), encoding="utf-8"
    )


def _article(data: Path) -> None:
    path = data / "seeds" / "ap.txt"
    path.write_bytes(path.read_bytes() + b"\n")


def _map(data: Path) -> None:
    shutil.copytree(folder.of(data).ground / "basemap", data / "basemap")
    (data / "basemap" / "credit.toml").write_text('line = "One"\nborders = "Two"\n', encoding="utf-8")


def _theatre(data: Path) -> None:
    shutil.copy(folder.of(data).theatre, data / "theatre.toml")


def _coverage(data: Path) -> None:
    path = data / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("{", "{ ", 1), encoding="utf-8")


@pytest.mark.parametrize("change", [_table, _article, _map, _theatre, _coverage])
def test_a_change_of_any_file_is_read(small: SmallData, change: Callable[[Path], None]) -> None:
    first = held(small.data)
    change(small.data)
    assert held(small.data) is not first
    assert held(small.data) is held(small.data)


def test_what_a_folder_would_hold_is_what_it_then_holds(small: SmallData) -> None:
    place = folder.of(small.data)
    changed = (small.data / "claims.csv").read_bytes().replace(b"Canada waits.", b"Canada waits")
    would = read_once.read(place, {"claims.csv": changed})
    assert would is not held(small.data)
    (small.data / "claims.csv").write_bytes(changed)
    assert held(small.data) is would


def test_without_an_article_it_is_another_dataset_and_a_refusal_is_never_kept(small: SmallData) -> None:
    held(small.data)
    for _ in range(2):
        with pytest.raises(BrokenData):
            read_once.read(folder.of(small.data), other={"ap.txt": None})
