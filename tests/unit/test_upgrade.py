"""A dataset with the previous schema is upgraded when it is opened, with a backup and a report beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.store import backup, folder, parts, tables, upgrade
from tests.killing import SECOND

TABLES_OF_THE_THEATRE = ("[around]", "[kinds]")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The small record in the previous schema."""
    data = Path(shutil.copytree(SECOND, tmp_path / "older"))
    for name in ("datapackage.json", "nations.csv"):
        path = data / name
        path.write_text(
            path.read_text(encoding="utf-8").replace("member_since", "nato_since"), encoding="utf-8"
        )
    parted = (data / "theatre.toml").read_text(encoding="utf-8").split("\n\n")
    kept = [part for part in parted if not part.startswith(TABLES_OF_THE_THEATRE)]
    (data / "theatre.toml").write_text("\n\n".join(kept).replace('called = "gulf"\n', ""), encoding="utf-8")
    (data / "basemap" / "credit.toml").unlink()
    return data


def test_it_is_upgraded_and_kept_as_it_was_and_told(older: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = parts.packed(folder.of(older))
    assert main(["check", "--data", str(older)]) == 0
    said = capsys.readouterr().err
    assert f"{older} was brought to the newest schema. As it was it is kept in" in said
    for part in (
        "member_since",
        "“region”",
        "[around]",
        "patrol, staff, sum, training",
        "basemap/credit.toml",
    ):
        assert part in said
    kept = older.with_name("older-before-upgrade-1.zip")
    assert backup.files_in(kept) == before
    assert kept.with_suffix(".txt").read_text(encoding="utf-8") == said
    dataset = tables.read(older)
    assert (dataset.nations["iso3"] == tables.read(SECOND).nations["iso3"]).all()
    assert dataset.nations["member_since"].equals(tables.read(SECOND).nations["member_since"])
    assert dataset.theatre.called == "region" and dataset.theatre.around == dataset.theatre.region
    assert sorted(dataset.theatre.kinds) == ["patrol", "staff", "sum", "training"]


def test_it_is_upgraded_once(older: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.located(str(older), {})
    after = parts.packed(folder.of(older))
    capsys.readouterr()
    folder.located(str(older), {})
    assert parts.packed(folder.of(older)) == after
    assert upgrade.upgraded(after).report == ()
    assert capsys.readouterr().err == ""
    assert len(list(older.parent.glob("older-*"))) == 2


def test_a_dataset_of_the_newest_schema_stays_byte_for_byte(tmp_path: Path) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    folder.located(str(data), {})
    assert parts.packed(folder.of(data)) == parts.packed(folder.of(SECOND))
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_file_that_cannot_be_read_stays_as_it_is_and_reading_it_says_why(
    older: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (older / "theatre.toml").write_text("name = [", encoding="utf-8")
    assert main(["check", "--data", str(older)]) == 2
    assert "This is not TOML" in capsys.readouterr().out
    assert (older / "theatre.toml").read_text(encoding="utf-8") == "name = ["
