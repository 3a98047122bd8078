"""Reading a record takes longer than most commands: records that never change are read only once."""

from __future__ import annotations

import functools
import importlib
from pathlib import Path
from typing import Any

import pytest

from eastflank.commands import data_option
from eastflank.model import Dataset
from eastflank.store import tables
from tests.frozen import FOLDER

SECOND = Path(__file__).parents[1] / "second_theatre"

_read_once = functools.cache(tables.read)


def _read(root: Path, **more: Any) -> Dataset:
    return _read_once(root) if root in (FOLDER, SECOND) else tables.read(root, **more)


@pytest.fixture(autouse=True)
def _records_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--data` with the frozen record or the second theatre gives what was read before in this process."""
    monkeypatch.setattr(data_option, "read", _read)


@pytest.fixture
def coarse_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files hold coarse pictures: for laws about words. `test_picture_files.py` looks at fine ones."""
    coarse = importlib.import_module("tests.coarse")  # it needs libraries that few tests need
    monkeypatch.setattr("eastflank.render.picture.files.png_of", coarse.png_of)
