"""Each sheet of a workbook is compared with what was imported from that sheet, and with no other one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from eastflank.__main__ import main
from eastflank.commands import import_table
from eastflank.intake.tables.renewal.sheet_keys import keys_of
from eastflank.intake.tables.rows.identities import table_key
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import tables
from tests.frozen import RECORD
from tests.unit.test_rows_found_again import HEADS, TODAY, told

pytestmark = pytest.mark.usefixtures("read_once")

UNITS = ("Canada,Latvia,Battle group,1500,2024-01-01", "Germany,Lithuania,Battle group,900,2024-01-01")
YEARS = ("Canada,Latvia,Battle group,1400,2024-01-01", "France,Romania,Battle group,800,2023")
"""The first row has the deployment, the nation and the day of a row of the other sheet."""
WHOLE: Mapping[str, tuple[str, ...]] = {"Deployments": UNITS, "By year": YEARS, "By year 2": YEARS[1:]}


class Workbook:
    """A workbook of which sheets are imported into one dataset, month by month."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.to, self._capsys = folder, folder / "own", capsys

    def imports(self, month: int, sheet: str, sheets: Mapping[str, tuple[str, ...]] = WHOLE) -> list[int]:
        """How many claims are new, changed, the same and gone when a sheet of a month's file is imported."""
        file = self.folder / f"tracker 2026-{month}.xlsx"
        with xlsxwriter.Workbook(file) as workbook:
            for name, rows in sheets.items():
                page = workbook.add_worksheet(name)
                for at, row in enumerate((HEADS, *rows)):
                    page.write_row(at, 0, row.split(","))
        main(["import", str(file), "--to", str(self.to), "--sheet", sheet, "--accept-proposals"])
        said = self._capsys.readouterr()
        return told(said.out + said.err)

    def as_before(self) -> None:
        """Take the sheets out of the ids, as an older version wrote them."""
        for path in self.to.glob("*.csv"):
            text = path.read_text(encoding="utf-8")
            text = text.replace("tracker-by-year-", "tracker-")
            path.write_text(text, encoding="utf-8")

    def ids(self) -> list[str]:
        """The ids of the claims."""
        return sorted(tables.read(self.to).claims["id"])


@pytest.fixture(scope="module")
def against() -> Against:
    return against_dataset(RECORD, TODAY)


@pytest.fixture
def workbook(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    against: Against,
) -> Workbook:
    # No row here names a place, so the gazetteers are read once for all.
    monkeypatch.setattr(import_table, "against_dataset", lambda dataset, _: replace(against, dataset=dataset))
    return Workbook(tmp_path, capsys)


def test_another_sheet_of_the_file_makes_nothing_gone_and_next_month_each_finds_its_own(
    workbook: Workbook,
) -> None:
    assert workbook.imports(10, "Deployments") == [2, 0, 0, 0]
    assert workbook.imports(10, "By year") == [2, 0, 0, 0]
    assert workbook.imports(10, "By year 2") == [1, 0, 0, 0]
    ids = workbook.ids()
    assert len(set(ids)) == 5
    for sheet, rows in WHOLE.items():
        assert workbook.imports(11, sheet) == [0, 0, len(rows), 0]
    assert workbook.ids() == ids
    fewer = {**WHOLE, "By year": (YEARS[0].replace("1400", "1450"),)}
    assert workbook.imports(12, "By year", fewer) == [0, 1, 0, 1]


def test_a_sheet_finds_its_claims_wherever_it_stands_and_where_it_is_alone(workbook: Workbook) -> None:
    for sheet in ("Deployments", "By year"):
        workbook.imports(10, sheet)
    moved = {"Read me": ("a,b,c,d,e",), "By year": YEARS, "Deployments": UNITS}
    first = {"By year": YEARS, "Deployments": UNITS}
    for sheets in (moved, first, {"By year": YEARS}):
        assert workbook.imports(11, "By year", sheets) == [0, 0, 2, 0]
    for sheets in (moved, first, {"Deployments": UNITS}, {"Table of May": UNITS}):
        sheet = "Deployments" if "Deployments" in sheets else "Table of May"
        assert workbook.imports(12, sheet, sheets) == [0, 0, 2, 0]


def test_claims_of_an_older_version_without_a_sheet_in_their_ids_are_found(workbook: Workbook) -> None:
    rows = {**WHOLE, "By year": YEARS[1:]}  # an older version could not hold one row of two sheets twice
    del rows["By year 2"]
    for sheet in rows:
        workbook.imports(10, sheet, rows)
    workbook.as_before()
    ids = workbook.ids()
    assert {one.rsplit("-", 1)[0] for one in ids} == {"tracker"}
    assert workbook.imports(11, "Deployments", rows) == [0, 0, 2, 0]
    assert workbook.imports(11, "By year", rows) == [0, 0, 1, 0]
    assert workbook.ids() == ids


def test_sheets_of_one_file_have_keys_of_their_own() -> None:
    sheets = ("Read me", "2023", "2024", "By year", "By-year", "Год")
    keys = [keys_of("tracker", sheet, sheets).keys[0] for sheet in sheets]
    assert keys[0] == "tracker" and len(set(keys)) == len(keys)
    assert keys == [keys_of(table_key("tracker 2027-01.xlsx"), sheet, sheets).keys[0] for sheet in sheets]
    assert keys_of(table_key("tracker.csv"), "", ("",)).keys == ("tracker",)
    renamed = [keys_of("a", sheet, ("A", sheet)).keys[0] for sheet in ("May 2026", "May 27")]
    assert renamed == ["a-may", "a-may"]
