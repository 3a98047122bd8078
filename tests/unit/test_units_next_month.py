"""A unit with a new name is a question, never a decision; a unit that moved says from where to where."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables import change_lists
from tests.months import Months

HEADS = "Unit,Nation,Host,Place,Persons,Kind\n"
ONE = "Task Force One,USA,Poland,Powidz,400,\n"
TWO = "Task Force Two,USA,Poland,Powidz,400,\n"


@pytest.fixture
def months(tmp_path: Path) -> Months:
    months = Months(tmp_path / "again")
    months.bring(HEADS + ONE + "Nord,ITA,Latvia,Adazi,50,\n")
    return months


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (TWO, ["task-force-two"]),
        (TWO.replace("400", "390"), []),  # another figure, and no kind
        (TWO.replace("Powidz", "Lask"), []),
        (TWO.replace("USA", "GBR"), []),
        (TWO + "Task Force Three,USA,Poland,Powidz,400,\n", []),  # it may be either
        (TWO + ONE, []),
    ],
)
def test_one_gone_and_one_new_that_agree_are_a_question(rows: str, asked: list[str], months: Months) -> None:
    found = months.next(HEADS + rows + "Nord,ITA,Latvia,Adazi,50,\n")
    assert [one.made for one in found.may_be_renamed] == asked
    assert not found.renamed
    assert found.new  # it decides nothing: the unit is new
    if asked:
        assert found.gone[0].deployment == "task-force-one"


def test_a_unit_that_is_the_same_keeps_its_id_and_its_history_with_a_mark(months: Months) -> None:
    rows = HEADS + TWO + "Nord,ITA,Latvia,Adazi,50,\n"
    found = months.bring(rows, renamed={"task-force-two": "task-force-one"})
    assert [len(each) for each in (found.new, found.gone, found.changed)] == [0, 0, 1]
    assert not found.may_be_renamed
    dataset = months.dataset
    assert dataset.deployment_names["task-force-one"] == "Task Force Two"
    assert "task-force-two" not in dataset.deployment_names
    note = dataset.deployments.set_index("id").at["task-force-one", "note"]
    assert "It was called “Task Force One” before the table table-2.csv." in note
    claims = dataset.claims[dataset.claims["deployment"] == "task-force-one"]
    assert sorted(claims["review"]) == ["draft", "retracted"]
    assert "a new name" in claims.loc[claims["review"] == "draft", "note"].item()
    found = months.next(rows)
    assert (found.same, found.edits, found.may_be_renamed) == (2, (), ())


def test_the_command_asks_and_takes_an_answer_only_to_its_question(
    months: Months, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "table-2.csv"
    file.write_text(HEADS + TWO + "Nord,ITA,Latvia,Adazi,50,\n", encoding="utf-8")
    asked = ["import", str(file), "--to", str(months.folder)]
    assert main([*asked, "--dry-run"]) == 0
    assert "--renamed task-force-two" in capsys.readouterr().out
    assert main([*asked, "--renamed", "nord"]) == 2
    assert "does not ask about this unit" in capsys.readouterr().err
    assert main([*asked, "--renamed", "task-force-two"]) == 0
    assert "“Task Force One” is now called “Task Force Two”" in capsys.readouterr().out
    assert months.dataset.deployment_names["task-force-one"] == "Task Force Two"


def test_a_unit_that_moved_is_told_with_both_places(tmp_path: Path) -> None:
    months = Months(tmp_path / "moved")
    heads = "Unit,Nation,Host,Place,Persons,Date\n"
    months.bring(heads + "Nord,USA,Poland,Powidz,400,2026-10-01\nSud,USA,Poland,Powidz,30,2026-10-01\n")
    found = months.next(heads + "Nord,USA,Poland,Lask,400,2026-11-01\nSud,USA,Poland,Powidz,30,2026-11-01\n")
    (listed,) = change_lists.lists(found, months.dataset, 9)
    assert listed.kind == "renewed"
    moved, stayed = listed.shown
    before, after = moved.cells
    assert before.endswith("at Powidz Military Air Base")
    assert after.endswith("at Lask Military Air Base")
    assert not any(" at " in cell for cell in stayed.cells)
