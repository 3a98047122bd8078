"""A process killed while it changes the record loses nothing that it acknowledged, and leaves nothing incomplete."""

from pathlib import Path

import pytest

from tests.killing import kill_apply, kill_import

TRIES = 15
"""The soak kills each a thousand times."""


def test_no_change_is_lost_or_halved_when_its_process_is_killed(tmp_path: Path) -> None:
    assert kill_apply(str(tmp_path / "data"), TRIES).harmless


@pytest.mark.soak  # the test above kills one change, this one many
def test_no_row_is_lost_or_halved_when_an_import_is_killed(tmp_path: Path) -> None:
    assert kill_import(str(tmp_path / "data"), TRIES).harmless
