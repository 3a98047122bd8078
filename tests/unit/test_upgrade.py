"""A dataset with the previous schema is upgraded when it is opened, with a backup and a report beside it."""

from __future__ import annotations

import csv
import shutil
from datetime import date
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
    assert upgrade.upgraded(after, date(2026, 11, 27)).report == ()
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


@pytest.fixture
def cited(tmp_path: Path) -> Path:
    """The small record in the schema that had no word for what nobody says, with such a claim."""
    data = Path(shutil.copytree(SECOND, tmp_path / "cited"))
    schema = data / "datapackage.json"
    text = schema.read_text(encoding="utf-8")
    assert text.count(',\n                "inferred"') == 1
    schema.write_text(text.replace(',\n                "inferred"', ""), encoding="utf-8")
    claims = data / "claims.csv"
    header, first, rest = claims.read_text(encoding="utf-8").split("\n", 2)
    cells = next(csv.DictReader([header, first]))
    said = "list.csv, sheet A: no row"
    gone = {**cells, "id": "a-gone", "basis": "cited", "quote": "", "quote_prefix": "", "citation": said}
    row = ",".join(f'"{cell}"' if "," in cell else cell for cell in gone.values())
    claims.write_text(f"{header}\n{row}\n{first}\n{rest}", encoding="utf-8")
    return data


def test_claims_from_the_silence_of_a_list_are_inferred_and_the_journal_tells_it(
    cited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (cited / "claims.csv").read_text(encoding="utf-8")
    folder.located(str(cited), {})
    assert "1 claim rests on a row that a list no longer has." in capsys.readouterr().err
    dataset = tables.read(cited)
    assert [row.id for row in dataset.claim_rows if row.basis == "inferred"] == ["a-gone"]
    (change,) = dataset.changes.to_dict("records")
    assert (change["row"], change["column"], change["before"], change["after"]) == (
        "a-gone", "basis", "cited", "inferred",
    )  # fmt: skip
    after = (cited / "claims.csv").read_text(encoding="utf-8")
    assert after.replace(",inferred,", ",cited,") == before
    assert (cited / "datapackage.json").read_bytes() == (SECOND / "datapackage.json").read_bytes()


def test_a_schema_that_is_stricter_on_purpose_stays(cited: Path) -> None:
    schema = cited / "datapackage.json"
    text = schema.read_text(encoding="utf-8")
    schema.write_text(text.replace('"judged"\n', '"cited"\n'), encoding="utf-8")
    before = parts.packed(folder.of(cited))
    assert upgrade.upgraded(before, date(2026, 11, 27)).files == before
