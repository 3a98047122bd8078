"""The same a thousand times, with every check."""

from pathlib import Path

import pytest

from tests.killing import kill


@pytest.mark.soak
def test_no_change_is_lost_or_halved_in_a_thousand_kills(tmp_path: Path) -> None:
    assert kill(tmp_path, 1000, whole=True) > 0
