"""Before a table is imported, it is told which of its rows cannot be accepted together."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import table_refusals
from eastflank.curation.table_refusals import Refusals, refusals
from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.store import folder, tables
from tests.frozen import FOLDER

pytestmark = pytest.mark.usefixtures("read_once")

DAY = date(2026, 11, 26)
HEADS = "Nation,Lead,Host,Unit,Troops,Counts"
WHOLE = ",France,Estonia,Camp Guard,500,whole"
FRENCH, FINNISH = "France,France,Estonia,Camp Guard,400,", "Finland,France,Estonia,Camp Guard,300,"


@pytest.fixture(scope="module")
def known() -> Against:
    return against_dataset(tables.read(FOLDER), DAY)


def told(tmp_path: Path, known: Against, *rows: str) -> Refusals | None:
    place = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    before = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    against = replace(known, dataset=tables.read(place))
    file = opening.opened("t.csv", "\n".join((HEADS, *rows)).encode())
    sheet, _ = importing.chosen(file, None)
    read = importing.understood(file, sheet, against)
    found = read.changes(read.taken(proposals=True), against, TableOrigin(file, DAY, DAY))
    assert len(found.new) == len(rows), read.problems
    answer = refusals(folder.of(place), found, against.dataset, "Ann Lee", DAY)
    assert before == {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    return answer


def test_contingents_that_are_more_than_their_whole_are_told_with_their_rows(
    tmp_path: Path, known: Against
) -> None:
    found = told(tmp_path, known, WHOLE, FRENCH, FINNISH)
    assert found is not None
    (finding,) = found.findings
    assert "add up to more than the whole, 500" in finding.problem
    assert {found.after.claims_by_id[one].citation for one in found.after.claims_by_id if one in finding.problem} == {
        "t.csv, row 3", "t.csv, row 4"
    }  # fmt: skip


def test_rows_that_fit_together_are_not_refused(tmp_path: Path, known: Against) -> None:
    assert told(tmp_path, known, WHOLE, FRENCH) is None


def test_more_changes_than_the_most_are_not_worked_out(
    tmp_path: Path, known: Against, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_refusals, "MOST", 1)
    assert told(tmp_path, known, WHOLE, FRENCH, FINNISH) is None
