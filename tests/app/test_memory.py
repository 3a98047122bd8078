"""A server that reads its record again and again holds one record, not many."""

from __future__ import annotations

import gc

import pytest

from eastflank.store.tables import read
from eastflank.ui import data
from tests.frozen import FOLDER


@pytest.fixture(autouse=True)
def _thaw() -> None:
    yield
    gc.unfreeze()


@pytest.mark.soak
@pytest.mark.parametrize("reloads", [3, 200])
def test_what_the_collector_passes_over_stays_as_much(reloads: int) -> None:
    def held() -> int:
        record = read(FOLDER)
        data.settle()
        del record
        return gc.get_freeze_count()

    first = [held() for _ in range(2)][-1]
    assert first > 1000
    last = [held() for _ in range(reloads)][-1]
    assert last <= 1.01 * first
