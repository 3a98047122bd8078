"""A unit with a new name is a question, never a decision; a unit that moved says from where to where."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables.renewal import change_lists
from tests.months import Months

pytestmark = pytest.mark.usefixtures("read_once")

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
    moved, stayed = change_lists.lists(found, months.dataset, 9)
    assert (moved.kind, stayed.kind) == ("otherwise", "renewed")
    (what,) = moved.shown[0].cells
    assert "Place: Powidz Military Air Base → Lask Military Air Base" in what
    assert not any("Place" in cell or " at " in cell for cell in stayed.shown[0].cells)


# --- a unit that moved from one file to the next ---------------------------------------------------------------

MOVING = "Unit,Nation,Host,Place,Persons,Date,Since\n"
STAYS = "Sud,USA,Poland,Powidz,30,2026-10-01,2022\n"


@pytest.mark.parametrize(
    ("then", "now", "where"),
    [
        ("2026-10-01,2022-02", "2026-10-01,2022-02", "Romania,Mihail Kogalniceanu"),  # the same days
        (",2022-02", ",2022-02", "Romania,Mihail Kogalniceanu"),  # a period up to the day of the table
        (",2022-02", ",2022-02", "Poland,Lask"),
        (",", ",", "Poland,Lask"),
        ("2026-09-01,", "2026-10-01,", "Romania,Mihail Kogalniceanu"),
    ],
)
def test_a_unit_with_one_row_in_each_file_moved_and_is_told_as_renewed_with_both_places(
    then: str, now: str, where: str, tmp_path: Path
) -> None:
    months = Months(tmp_path / "moved")
    months.bring(f"{MOVING}Nord,USA,Poland,Zagan,4700,{then}\n{STAYS}")
    moved = f"{MOVING}Nord,USA,{where},4700,{now}\n{STAYS}"
    found = months.bring(moved)
    assert (found.new, found.gone, len(found.renewed)) == ((), (), 1)
    assert not found.may_be_renamed
    assert months.dataset.deployment_names.keys() == {"nord", "sud"}
    assert found.after.persons == (4730, 4730, 0)
    before = months.dataset.claims.set_index("id")
    assert [*before.loc[[*found.renewed[0]], "deployment"]] == ["nord", "nord"]
    third = months.next(moved)
    assert (third.new, third.gone, third.renewed, third.same) == ((), (), (), 2)
    assert third.after.persons == (4730, 4730, 0)


@pytest.mark.parametrize(
    ("host", "place", "site"),
    [
        ("Romania", "Mihail Kogalniceanu", "Mihail Kogălniceanu air base"),
        ("Poland", "Lask", "Lask Military Air Base"),
    ],
)
def test_the_list_and_the_mark_name_both_places_of_a_unit_that_moved(
    host: str, place: str, site: str, tmp_path: Path
) -> None:
    months = Months(tmp_path / "moved")
    months.bring(f"{MOVING}Nord,USA,Poland,Zagan,4700,2026-10-01,\n{STAYS}")
    rows = f"{MOVING}Nord,USA,{host},{place},4700,2026-10-01,\n{STAYS}"
    marks = {mark.kind: mark.said for mark in months.read(rows).marks}
    found = months.next(rows)
    (listed,) = change_lists.lists(found, months.dataset, 9)
    ((_, (what,)),) = listed.shown
    assert listed.kind == "otherwise"
    assert f"Place: Żagań barracks → {site}" in what
    assert ("Host: Poland → Romania" in what) == (host == "Romania")
    assert ("a move between files" in marks) == (host != "Poland")
    if host != "Poland":
        assert "Poland" in marks["a move between files"]
        assert "at the same time" not in marks["a move between files"]


TWICE = "Nord,USA,Poland,Zagan,4000,2026-10-01,\nNord,USA,Poland,Powidz,700,2026-10-01,\n"
KIND = "Battalion,USA,Poland,Zagan,400,2026-10-01,\n"


@pytest.mark.parametrize(
    ("rows", "now", "made"),
    [
        (TWICE, "Nord,USA,Romania,Mihail Kogalniceanu,4700,2026-10-01,\n", "nord-rou"),
        (KIND, KIND.replace("Zagan", "Lask").replace("400", "390"), "american-battalion-lask"),
        (KIND, KIND.replace("Poland,Zagan", "Latvia,Adazi"), "american-battalion-adazi"),
    ],
)
def test_a_unit_that_may_have_moved_is_a_question_and_an_answer_keeps_its_id(
    rows: str, now: str, made: str, tmp_path: Path
) -> None:
    months = Months(tmp_path / "perhaps")
    months.bring(MOVING + rows + STAYS)
    (unit,) = months.dataset.deployment_names.keys() - {"sud"}
    found = months.next(MOVING + now + STAYS)
    (asked,) = found.may_be_renamed
    assert (asked.unit, asked.made) == (unit, made)
    assert all(place in asked.question for place in filter(None, asked.places))
    assert found.new  # it decides nothing
    assert found.gone
    months.bring(MOVING + now + STAYS, renamed={made: unit})
    assert months.dataset.deployment_names.keys() == {unit, "sud"}
    assert "was called “Nord”" not in "".join(months.dataset.deployments["note"].fillna(""))


@pytest.mark.parametrize(
    "now",
    [
        "Nord,ITA,Romania,Mihail Kogalniceanu,4700,2026-10-01,\n",  # another nation
        "Ost,USA,Romania,Mihail Kogalniceanu,4700,2026-10-01,\n",  # another name
        "Nord,USA,Poland,Zagan,4700,2026-10-01,\nNord,USA,Romania,Mihail Kogalniceanu,700,2026-10-01,\n",
    ],
)
def test_another_nation_or_name_or_a_second_row_is_no_move(now: str, tmp_path: Path) -> None:
    months = Months(tmp_path / "other")
    months.bring(f"{MOVING}Nord,USA,Poland,Zagan,4700,2026-10-01,\n{STAYS}")
    found = months.next(MOVING + now + STAYS)
    assert not found.renewed
    assert not found.may_be_renamed
    assert len(found.new) == 1


def test_a_unit_that_another_source_has_too_is_not_taken_as_moved(tmp_path: Path) -> None:
    months = Months(tmp_path / "sources")
    months.bring(f"{MOVING}Nord,USA,Poland,Zagan,4700,2026-10-01,\n{STAYS}")
    dataset = months.dataset
    claim = dataset.claims.loc[dataset.claims["deployment"] == "nord", "id"].item()
    path = months.folder / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(claim, "other-claim"), encoding="utf-8")
    parts_ = months.folder / "contributions.csv"
    parts_.write_text(parts_.read_text(encoding="utf-8").replace(claim, "other-claim"), encoding="utf-8")
    rows = f"{MOVING}Nord,USA,Romania,Mihail Kogalniceanu,4700,2026-10-01,\n{STAYS}"
    kinds = [mark.kind for mark in months.read(rows).marks]
    assert "one name" in kinds
    assert "a move between files" not in kinds


def test_what_only_earlier_claims_say_is_not_told_as_if_the_file_said_it(tmp_path: Path) -> None:
    months = Months(tmp_path / "said")
    months.bring(MOVING + TWICE + STAYS)
    moved = "Nord,USA,Romania,Mihail Kogalniceanu,4700,2026-10-01,\n"
    both = f"{moved}Nord,USA,Poland,Zagan,4000,2026-10-01,\n"
    (alone,) = [mark.said for mark in months.read(MOVING + moved + STAYS).marks if mark.kind == "one name"]
    assert alone.startswith("Earlier claims have “Nord” in Poland")
    stated = [mark.said for mark in months.read(MOVING + both + STAYS).marks if mark.kind == "one name"]
    assert stated
    assert all(each.startswith("“Nord” is in Poland too") for each in stated)


def test_rows_with_other_values_of_another_day_are_counted_and_listed_first(tmp_path: Path) -> None:
    months = Months(tmp_path / "values")
    heads = "Unit,Nation,Host,Place,Persons,Status,Date\n"
    rows = (
        "Nord,USA,Poland,Powidz,{},deployed,{day}\nSud,USA,Poland,Powidz,30,{},{day}\n"
        "Ost,ITA,Latvia,Adazi,{},deployed,{day}\n"
    )
    months.bring(heads + rows.format("400", "planned", "about 50", day="2026-10-01"))
    found = months.next(heads + rows.format("400", "deployed", "50", day="2026-11-01"))
    assert found.numbers == (0, 2, 1)
    first, second = change_lists.lists(found, months.dataset, 9)
    assert (first.kind, second.kind) == ("otherwise", "renewed")
    told = {one.claim.unit: one.cells[0] for one in first.shown}
    assert "Status: decided → deployed" in told["Sud"]
    assert "Persons: about 50 → 50" in told["Ost"]
