"""A process killed while it changes the record loses nothing that it acknowledged, and halves nothing."""

from pathlib import Path

from tests.killing import kill


def test_no_change_is_lost_or_halved_when_its_process_is_killed(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    assert kill(tmp_path, 28, whole=False) > 0
    assert kill(tmp_path / "whole", 2, whole=True) > 0
