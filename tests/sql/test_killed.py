"""A process that is killed while it writes into a database, or synchronises one with a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.killing import kill_apply, kill_import, kill_sync


def test_a_killed_process_loses_no_acknowledged_change_of_a_database(tmp_path: Path) -> None:
    assert kill_apply(f"sqlite:///{tmp_path / 'record.db'}", 15).harmless


def test_a_killed_sync_is_ended_by_the_next(tmp_path: Path) -> None:
    assert kill_sync(tmp_path / "data", f"sqlite:///{tmp_path / 'record.db'}", 15).harmless


@pytest.mark.soak
def test_a_thousand_kills_lose_no_acknowledged_change(address: str) -> None:
    assert kill_apply(address, 1000).harmless


@pytest.mark.soak
def test_a_thousand_killed_imports_lose_no_acknowledged_row(address: str) -> None:
    assert kill_import(address, 1000).harmless


@pytest.mark.soak
def test_a_thousand_killed_syncs_are_ended_by_the_next(tmp_path: Path, address: str) -> None:
    assert kill_sync(tmp_path / "data", address, 1000).harmless
