"""Every hostile table: nothing of it is taken, and words say why; with the command nothing is written."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables.target.against import against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER
from tests.tables import hostile
from tests.tables.trying import refusal

TODAY = date(2026, 11, 26)


def test_of_every_hostile_file_nothing_is_taken_and_words_say_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts.unpack(datasets.empty(of(FOLDER), "blank"), tmp_path, lasting=False)
    against = against_dataset(tables.read(tmp_path), TODAY)
    said = {name: refusal(content, against) for name, content in hostile.files().items()}
    wrong = {name: words for name, words in said.items() if words.startswith("WRONG")}
    with capsys.disabled():
        print(f"\ntried {len(said)}, clear {len(said) - len(wrong)}, wrong {len(wrong)}")  # noqa: T201 - the soak prints its figures
    assert not wrong
    assert len(said) >= 300
    assert Counter(said.values()).most_common(1)[0][1] < len(said) / 4, (
        "one message for everything says nothing"
    )


@pytest.mark.parametrize("name", sorted(hostile.files())[::12])
def test_the_command_writes_nothing(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, to = tmp_path / "file.csv", tmp_path / "own"
    file.write_bytes(hostile.files()[name])
    status = main(["import", str(file), "--to", str(to), "--accept-proposals"])
    said = capsys.readouterr()
    assert status in (1, 2)
    assert "Traceback" not in said.out + said.err
    assert [each.name for each in tmp_path.iterdir()] == ["file.csv"]
