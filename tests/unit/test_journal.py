"""Hundreds of rows that are added together share rows of the journal, and can still be undone."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.store import edits, folder, journal, tables
from eastflank.store.editions import before, changes_after
from eastflank.store.edits import Replace
from eastflank.store.journal import Noted

DAY = date(2026, 11, 26)
NUMBERS = st.sampled_from([0, 1, journal.FEW, journal.FEW + 1, journal.BLOCK + 1])


@given(NUMBERS, NUMBERS)
def test_every_new_row_is_named_once_in_its_order(first: int, second: int) -> None:
    changes = [
        Noted(table, f"{table}-{number}", "why", came={"id": f"{table}-{number}", "name": "x"})
        for table, many in (("places", first), ("claims", second))
        for number in range(many)
    ]
    told = list(journal.told(changes, {"places": ("id", "name"), "claims": ("id", "name")}))
    for table, many in (("places", first), ("claims", second)):
        own = [one for one in told if one.table == table]
        named = [key for one in own for key in one.row.split(journal.BETWEEN)]
        assert named == [f"{table}-{number}" for number in range(many)]
        assert len(own) == (many if many <= journal.FEW else -(-many // journal.BLOCK))


def rows(data: Path) -> list[dict[str, str]]:
    with (data / "changes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.soak  # single rows are taken back above
def test_many_rows_that_came_at_once_are_taken_back_as_single_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "FEW", 10)
    monkeypatch.setattr(journal, "BLOCK", 50)
    file, data = tmp_path / "units.csv", tmp_path / "own"
    many = journal.BLOCK + 5
    rows_of_table = "".join(f"USA,Poland,Unit {number},{number + 5},2022\n" for number in range(many))
    file.write_text(f"Nation,Host,Unit,Troops,Year\n{rows_of_table}", encoding="utf-8")
    assert main(["import", str(file), "--to", str(data)]) == 0
    came = [one for one in rows(data) if one["table"] == "claims"]
    assert [one["row"].count(journal.BETWEEN) + 1 for one in came] == [journal.BLOCK, 5]
    assert came[0]["after"] == "50 rows that came at once."
    imported = tables.read(data)
    ids = sorted(imported.claims["id"])
    assert sorted(key for one in came for key in one["row"].split(journal.BETWEEN)) == ids
    last = imported.edition
    edit = Replace("claims", (ids[3],), {"note": "Read again."})
    edits.apply(data, [edit], who="a", when=DAY, reason="its note", expected=imported.version)
    now = tables.read(data)
    assert before(folder.of(data), changes_after(now, last)).claims.equals(imported.claims)
    empty = before(folder.of(data), changes_after(now, ""))
    assert empty.claims.empty and empty.deployments.empty and empty.changes.empty
