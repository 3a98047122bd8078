"""The same as the quick tests, a thousand times each."""

from pathlib import Path

import pytest

from tests.killing import kill_apply, kill_import


@pytest.mark.soak
def test_no_change_is_lost_or_halved_in_a_thousand_kills(tmp_path: Path) -> None:
    assert kill_apply(str(tmp_path / "data"), 1000).harmless


@pytest.mark.soak
def test_no_row_is_lost_or_halved_in_a_thousand_killed_imports(tmp_path: Path) -> None:
    assert kill_import(str(tmp_path / "data"), 1000).harmless
