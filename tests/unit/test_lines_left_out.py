"""The other rows are read as if a line that a person leaves out were not there; the counts name it."""

from __future__ import annotations

import functools
import json
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.rows import leaving
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.store import datasets, parts, tables
from eastflank.store.edits import Insert
from eastflank.store.folder import of
from eastflank.words.chosen import import_command
from eastflank.words.chosen import rows_of_tables as words
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)
ROWS = (
    "Nation,Name,Host,Troops,Date",
    "Slovenia,Company,Latvia,50,2017-06-01",
    "Slovenia,Company,Latvia,42,2017-06-01",
    "Canada,Staff,Latvia,9,2017-06-01",
    "Canada,Staff,Estonia,9,2017-06-01",
    "USA,Battery,Poland,80,2017-06-01",
    "USA,Battery,Poland,80,2017-06-01",
    "USA,Wing,Poland,many,2017-06-01",
    "USA,Team,Poland,0,2017-06-01",
)
"""A contradiction, one name in two countries, a repeated line, a wrong figure, and an assumption."""


@functools.cache
def against() -> Against:
    with tempfile.TemporaryDirectory() as folder:
        parts.unpack(datasets.empty(of(FOLDER), "none"), Path(folder), lasting=False)
        return against_dataset(tables.read(Path(folder)), TODAY)


def understood(without: frozenset[int], rows: tuple[str, ...] = ROWS) -> Import:
    file = opening.opened("t.csv", "\n".join(rows).encode())
    return importing.understood(file, file.sheets[0], against(), Decisions(without=without))


def test_without_the_wrong_line_the_right_one_is_imported() -> None:
    assert [one.line for one in understood(frozenset()).problems] == [2, 3, 7, 8]
    for left, right in ((3, 2), (2, 3)):
        told = understood(frozenset({left}))
        assert [one.line for one in told.problems] == [7, 8]
        found = told.changes(told.taken(), against(), TableOrigin(told.file, TODAY, TODAY))
        claims = [one.row for one in found.edits if isinstance(one, Insert) and one.table == "claims"]
        figures = {row["citation"].rsplit(" ", 1)[-1]: row["troops_low"] for row in claims}
        assert figures[str(right)] == {2: "50", 3: "42"}[right] and str(left) not in figures


@given(without=st.frozensets(st.integers(1, 12)))
def test_the_rest_is_read_as_if_the_lines_were_blank_and_the_counts_add_up(
    without: frozenset[int],
) -> None:
    told = understood(without)
    kept = (row if at == 1 or at not in without else "" for at, row in enumerate(ROWS, 1))
    blanked = (*kept, "Norway,A,Latvia,1,")
    fewer = understood(frozenset(), blanked)
    assert told.entries == fewer.entries[:-1], "only the row that keeps the table from being empty is more"
    counts = told.counts
    lines = counts.imported + counts.proposals + counts.problems + sum(counts.skipped.values())
    assert lines == counts.lines == len(ROWS)
    rows = set(range(2, len(ROWS) + 1))
    assert counts.skipped.get(leaving.KIND, 0) == len(without & rows)
    said = [words.no_row_to_leave_out(sorted(without - rows))] if without - rows else []
    assert [one for one in told.assumptions if "leave out" in one] == said


def test_a_list_of_lines_has_numbers_and_ranges_and_nothing_else() -> None:
    assert leaving.lines_of(" 4, 7-9,11 – 12,") == frozenset({4, 7, 8, 9, 11, 12})
    assert leaving.lines_of("") == frozenset()
    for strange in ("four", "4;5", "7-", "-7", "9-7", "4 5", "12345678"):
        assert leaving.lines_of(strange) is None, strange


def test_the_command_leaves_lines_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "t.csv"
    file.write_text("\n".join(ROWS[:3]), encoding="utf-8")
    asked = ["import", str(file), "--to", str(tmp_path / "d"), "--dry-run", "--json"]
    assert main(asked) == 1
    assert json.loads(capsys.readouterr().out)["new"] == []
    assert main([*asked, "--without", "3"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["new"]), told["left_out"], told["counts"]["skipped"]) == (
        1, [3], {"header": 1, leaving.KIND: 1},
    )  # fmt: skip
    with pytest.raises(SystemExit):
        main([*asked, "--without", "three"])
    assert import_command.NOT_LINES.format(given="three") in capsys.readouterr().err
