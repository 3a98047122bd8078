"""A server that reads its record again and again holds one record, not many."""

from __future__ import annotations

import gc

import pytest

from eastflank.store.tables import read
from eastflank.ui import collector
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
        collector.settle()
        del record
        return gc.get_freeze_count()

    first = [held() for _ in range(2)][-1]
    assert first > 1000
    last = [held() for _ in range(reloads)][-1]
    assert last <= 1.01 * first


def test_readings_that_follow_each_other_are_settled_once_and_a_later_one_again() -> None:
    waiting, settled = list[object](), list[str]()
    settling = collector.Settling(
        after=lambda _delay, act: waiting.append(act), act=lambda: settled.append("done")
    )
    settling.later()
    settling.later()
    assert (len(waiting), settled) == (1, [])
    waiting.pop()()
    settling.later()
    assert (len(waiting), settled) == (1, ["done"])
