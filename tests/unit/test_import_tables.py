"""Messy tables are understood as a person would; nothing hostile is written or causes a traceback."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.figures import UNKNOWN, StatedStrength, strength
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.files import limits, opening
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import import_command
from tests.frozen import FOLDER
from tests.tables import hostile
from tests.tables.trying import refusal

TABLES = Path(__file__).parents[1] / "tables"
SAMPLES = sorted((TABLES / "samples").iterdir())
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def understood(name: str, content: bytes, against: Against) -> Import:
    file = opening.opened(name, content)
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def outcome(told: Import) -> dict[str, object]:
    """All that must be exact: the counts, what each row says, and each problem."""
    counts = told.counts
    return {
        "what": told.file.what,
        "counts": [counts.imported, counts.proposals, counts.problems, counts.lines],
        "skipped": [[line.number, line.kind] for line in told.table.lines],
        "rows": [
            f"{one.line} {one.outcome} {';'.join(one.nation)} in {';'.join(one.host)} {one.place}: "
            f"{one.low}..{one.high} {one.hedge} [{one.date} {one.starts} {one.ends}] {one.status}"
            for one in told.entries
        ],
        "proposals": [f"{mark.line} {mark.column} “{mark.value}” {mark.kind}" for mark in told.marks],
        "problems": [
            f"{one.line} {one.column} “{one.value}” {one.reason} {one.suggestion}" for one in told.problems
        ],
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_messy_table_imports_as_a_person_would_wish(sample: Path, against: Against) -> None:
    expected = json.loads((TABLES / "expected" / f"{sample.name}.json").read_text(encoding="utf-8"))
    told = understood(sample.name, sample.read_bytes(), against)
    assert outcome(told) == expected
    counts = told.counts
    kept = counts.imported + counts.proposals + counts.problems + sum(counts.skipped.values())
    assert kept == counts.lines


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("c. 1,000", StatedStrength(1000, 1000, "about")),
        ("800-1,000", StatedStrength(800, 1000, "")),
        ("up to 500", StatedStrength(None, 500, "up to")),
        ("fewer than 50", StatedStrength(None, 49, "up to")),
        ("20+", StatedStrength(20, None, "at least")),
        ("1.000", StatedStrength(1000, 1000, "")),
        ("1 000", StatedStrength(1000, 1000, "")),
        ("1'000", StatedStrength(1000, 1000, "")),
        ("1\u202f000", StatedStrength(1000, 1000, "")),
        ("about 200-300", StatedStrength(200, 300, "about")),
        ("800-1k", StatedStrength(800, 1000, "")),
        ("1k-2k", StatedStrength(1000, 2000, "")),
        ("unknown", UNKNOWN),
        ("n/a", UNKNOWN),
        ("–", UNKNOWN),
    ],
)
def test_numbers_of_persons_as_people_write_them(cell: str, expected: StatedStrength) -> None:
    assert strength(cell) == expected


@pytest.mark.parametrize("cell", ["1.5", "-3", "several", "99999999", "=1+1", "12,34", "1e5", "٣٠٠"])
def test_what_is_no_number_of_persons_is_said(cell: str) -> None:
    found = strength(cell)
    assert isinstance(found, Wrong)
    assert found.reason and found.suggestion


@pytest.mark.parametrize(
    "cell", ["1-2k", "3-4 thousand", "up to 200-300", "fewer than 200-300", "at least 100-200", "200-300+"]
)
def test_a_range_that_can_be_read_in_two_ways_is_asked_about(cell: str) -> None:
    assert isinstance(strength(cell), Wrong)


def test_dates_as_spreadsheets_have_them() -> None:
    order = Order(None)
    assert day(date(1905, 7, 9), order) == Day("2017", "a year in a date cell")
    assert day("2017.0", order) == day(2017, order) == Day("2017")
    assert day("March 2022", order) == Day("2022-03")
    assert isinstance(day("05/06/2017", order), Wrong)
    assert day("05/06/2017", Order(day_first=True)) == Day("2017-06-05")
    assert day("17-06-05", Order(day_first=True)) == Day("2005-06-17", "a short year")
    assert day("13.06.17", order) == day("2017-06-13", order) == Day("2017-06-13")


@pytest.mark.parametrize("rest", ["UK,Estonia,Tapa,450,x\n", 'UK,Estonia,Tapa,450,"x"\n'])
@pytest.mark.parametrize(
    "row", ['USA,Poland,Orzysz,800,"begun\n', 'USA,Poland,"Orzysz,800,x\n', '"USA,Poland,Orzysz,800,x\n']
)
def test_a_quotation_mark_that_is_not_closed_takes_in_no_other_row(row: str, rest: str) -> None:
    text = "Nation,Host,Base,Troops,Note\n" + row
    for content in (text, text + rest, text + rest + "Canada,Latvia,Camp Adazi,450,y\n"):
        with pytest.raises(UnreadableTable, match="begins in line 2 and does not end"):
            opening.opened("table.csv", content.encode())


def test_quotation_marks_in_a_cell_and_line_breaks_in_it_are_read(against: Against) -> None:
    text = (
        'Nation,Host,Base,Troops,Note\nUK,Estonia,Tapa,800,"two, ""or""\nmore"\nUSA,Poland,Orzysz,9,"A" x\n'
    )
    told = understood("table.csv", text.encode(), against)
    assert [(one.line, one.low, one.note) for one in told.entries] == [
        (2, 800, 'two, "or" more. The table names the place “Tapa”.'),
        (4, 9, "A x. The table names the place “Orzysz”."),
    ]


def one_row(row: str, against: Against) -> Import:
    return understood("table.csv", f"Nation,Host,Base,Troops,Since\n{row}\n".encode(), against)


def test_a_country_in_the_column_of_places_is_no_place_without_a_host(against: Against) -> None:
    told = one_row("USA,,Georgia,300,2017", against)
    assert [(one.kind, one.value) for one in told.problems] == [("nowhere", "Georgia")]


@pytest.mark.parametrize("base", ["Toruń - Bydgoszcz", "Toruń / Bydgoszcz", "Bydgoszcz and Toruń"])
def test_the_figure_of_several_bases_is_put_on_none_of_them(base: str, against: Against) -> None:
    told = one_row(f"USA,Poland,{base},300,2017", against)
    assert [mark.kind for mark in told.marks] == ["several places"]


def test_a_base_with_another_town_behind_it_is_a_proposal(against: Against) -> None:
    told = one_row('Canada,Latvia,"Camp Adazi, Riga",300,2017', against)
    assert [(mark.kind, "Camp Ādaži" in mark.said) for mark in told.marks] == [("a place near", True)]


@pytest.mark.parametrize("command", [["import", "none.csv", "--to", "none"], ["read", "none.txt"]])
def test_a_day_that_is_none_is_told_in_words(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--date", "2016-13-01"])
    assert ended.value.code == 2
    assert (
        "--date: “2016-13-01” is not a day. Write the year first, such as 2016-06-14."
        in capsys.readouterr().err
    )


def test_nothing_begins_at_an_open_end(against: Against) -> None:
    told = one_row("USA,Poland,Orzysz,300,present", against)
    assert [(one.column, one.value) for one in told.problems] == [("Since", "present")]


def test_a_contradiction_names_a_line_that_says_something_else(against: Against) -> None:
    rows = "USA,Poland,Orzysz,900,2017\nUSA,Poland,Orzysz,900,2017\nUSA,Poland,Orzysz,800,2017"
    told = one_row(rows, against)
    assert [(one.line, one.value, one.reason.split(" says")[0]) for one in told.problems] == [
        (2, "900", "Line 4"),
        (3, "900", "Line 4"),
        (4, "800", "Line 2"),
    ]


def imported(capsys: pytest.CaptureFixture[str], file: Path, to: Path, *more: str) -> tuple[int, str]:
    status = main(["import", str(file), "--to", str(to), *more])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_other_sheets_are_named_with_what_the_terminal_can_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said = imported(capsys, TABLES / "samples" / "two_sheets.xlsx", tmp_path / "own", "--dry-run")
    assert "The file has 1 other sheet: " in said
    assert "To read another sheet, name it with --sheet." in said


def test_sheets_that_are_not_named_are_counted() -> None:
    names = [f"Year {number}" for number in range(1, 16)]
    assert import_command.other_sheets(names).startswith("The file has 15 other sheets: Year 1, ")
    assert "Year 12 and 3 more." in import_command.other_sheets(names)


def test_the_same_file_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, to = TABLES / "samples" / "long.csv", tmp_path / "own"
    assert imported(capsys, file, to)[0] == 0
    before = {each.name: each.read_bytes() for each in to.iterdir() if each.is_file()}
    assert main(["check", "--data", str(to)]) == 0
    status, said = imported(capsys, file, to)
    assert status == 0 and "0 new claims, 0 with other values, 6 the same, 0 gone" in said
    assert {each.name: each.read_bytes() for each in to.iterdir() if each.is_file()} == before


def test_a_changed_row_retracts_its_draft_and_a_missing_one_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "own"
    for month, rows in (("01", "USA,Poland,800\nUK,Estonia,900\n"), ("02", "USA,Poland,850\n")):
        file = tmp_path / f"tracker-2024-{month}.csv"
        file.write_text(f"Nation,Host,Troops\n{rows}", encoding="utf-8")
        status, said = imported(capsys, file, to)
        assert status == 0
    assert "0 new claims, 1 with other values, 0 the same, 1 gone" in said
    reviews = sorted(tables.read(to).claims["review"])
    assert reviews == ["draft", "draft", "retracted"]
    assert main(["check", "--data", str(to)]) == 0


def test_nothing_imported_is_never_a_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("Nation,Host,Troops\nNarnia,Poland,5\n", encoding="utf-8")
    status, said = imported(capsys, file, tmp_path / "own")
    assert status == 1 and "No row could be imported" in said
    assert not (tmp_path / "own").exists()


HOSTILE = hostile.files()
SPREAD = sorted(HOSTILE)[::7]


@pytest.mark.parametrize("name", SPREAD)
def test_of_a_hostile_file_nothing_is_taken_and_words_say_why(name: str, against: Against) -> None:
    said = refusal(HOSTILE[name], against)
    assert not said.startswith("WRONG"), said


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(UnreadableTable, match="Unpacked"):
        opening.opened("bomb.xlsx", hostile.zipped({"a": b"\0" * 2_000_000}))


@pytest.mark.parametrize("coordinates", ["0,0", "52.3,52.3", "52.3,", "52.1,19.4"])
@pytest.mark.parametrize("place", ["", "Orzysz"])
def test_coordinates_that_are_not_used_are_marked_with_what_is_kept(
    coordinates: str, place: str, against: Against
) -> None:
    text = f"Nation,Host,Base,Lat,Lon,Troops\nUSA,Poland,{place},{coordinates},30\n"
    (one,) = understood("table.csv", text.encode(), against).entries
    assert one.point is None and not one.problems
    (mark,) = one.marks
    assert mark.column == "Lat"
    assert ("looked up by name" in mark.said) == bool(place)
    assert ("only the country is kept" in mark.said) == (not place)


def years(heading: str, rows: str, against: Against) -> Import:
    text = f"Nation,Host,Base,2015,2016,{heading}\nUSA,Poland,Orzysz,1,2,3\n{rows}\n"
    return understood("table.csv", text.encode(), against)


@pytest.mark.parametrize(
    ("heading", "edtf"),
    [
        ("2019/20", "2019/2020"),
        ("2021–2023", "2021/2023"),
        ("31.12.2021", "2021-12-31"),
        ("2021-06-01", "2021-06-01"),
        ("June 2021", "2021-06"),
        ("Q3 2021", "2021-07/2021-09"),
    ],
)
def test_a_day_that_is_a_column_is_read_as_a_year_is(heading: str, edtf: str, against: Against) -> None:
    told = years(heading, "UK,Estonia,Tapa,,,800", against)
    assert not told.problems
    assert [(one.date, one.low) for one in told.entries if one.line == 3] == [(edtf, 800)]


@pytest.mark.parametrize(
    ("heading", "value"), [("2018p", "2018p"), ("FY 2018", "FY 2018"), ("Total", "800"), ("Other", "800")]
)
def test_a_row_with_a_figure_that_is_not_imported_is_no_row_without_figures(
    heading: str, value: str, against: Against
) -> None:
    told = years(heading, "UK,Estonia,Tapa,,,800\nItaly,Latvia,Adazi,,,", against)
    assert [(line.number, line.kind) for line in told.table.lines][1:] == [(4, "empty")]
    (problem,) = [each for each in told.problems if each.line == 3]
    assert problem.value == value
    assert problem.column == (heading if value != heading else "year")


@pytest.mark.parametrize(
    "heading", ["2018e", "2018 est.", "2018 (est.)", "Troops 2018 (estimate)", "2018 [e]"]
)
def test_a_year_of_estimates_is_read_as_the_year_and_a_mark_says_so(heading: str, against: Against) -> None:
    told = years(heading, "UK,Estonia,Tapa,,,800\nItaly,Latvia,Adazi,,,more than 70", against)
    assert not told.problems
    first, second = (one for one in told.entries if one.date == "2018" and one.line > 2)
    assert (first.low, first.high, first.hedge) == (800, 800, "about")
    assert (second.low, second.high, second.hedge) == (70, None, "more than")
    assert [(mark.line, mark.kind, mark.value) for mark in told.marks] == [
        (2, "an estimate", heading),
        (3, "an estimate", heading),
        (4, "an estimate", heading),
    ]


def test_what_else_a_heading_of_years_or_nations_says_is_kept_in_the_note(against: Against) -> None:
    told = years("2018*", "UK,Estonia,Tapa,,,800", against)
    assert [(one.date, one.note, one.outcome) for one in told.entries if one.line == 3] == [
        ("2018", "In the column “2018*”. The table names the place “Tapa”.", "imported")
    ]
    text = "Host,USA,Germany (planned),France [1],Estonia (EST),Spain (est.)\nPoland,1,2,3,4,5\n"
    told = understood("table.csv", text.encode(), against)
    assert [(one.nation, one.note, one.hedge) for one in told.entries] == [
        (("USA",), "", ""),
        (("DEU",), "In the column “Germany (planned)”.", ""),
        (("FRA",), "In the column “France [1]”.", ""),
        (("EST",), "", ""),
        (("ESP",), "", "about"),
    ]


def test_a_column_that_numbers_the_rows_has_no_figures(against: Against) -> None:
    text = "#,Nation,Host,Base,2015,2016\n1,USA,Poland,Orzysz,1,2\n2,UK,Estonia,Tapa,,\n"
    told = understood("table.csv", text.encode(), against)
    assert not told.problems and told.counts.skipped == {"empty": 1, "header": 1}


@pytest.mark.parametrize(
    ("name", "host", "larger"),
    [
        ("Königsberg", "Poland", "Kaliningrad, RUS"),
        ("Freiburg", "Poland", "Freiburg, DEU"),
        ("Königsberg", "Russia", ""),
        ("Warschau", "Poland", ""),
        ("Arys", "Poland", ""),
        ("Memel", "Lithuania", ""),
    ],
)
def test_an_older_name_is_certain_only_if_no_larger_place_has_it(
    name: str, host: str, larger: str, against: Against
) -> None:
    told = one_row(f"USA,{host},{name},26,2017", against)
    (one,) = told.entries
    assert one.outcome == ("proposal" if larger else "imported")
    assert [larger in mark.said for mark in told.marks] == [True] * bool(larger)


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("UK,Hawaii,,9,2017", "Host", "Hawaii"),
        ("UK,USA,,9,2017", "Host", "USA"),
        ("UK,,Fort Hood,9,2017", "Base", "Fort Hood"),
        ("UK,Alabama,Fort Hood,9,2017", "Base", "Fort Hood"),
    ],
)
@pytest.mark.parametrize("without", [frozenset[int](), frozenset([2])])
def test_a_country_off_the_map_is_told_with_the_cell_that_names_it(
    row: str, column: str, value: str, without: frozenset[int], against: Against
) -> None:
    text = f"Nation,Host,Base,Troops,Since\nUK,Texas,Fort Hood,8,2017\n{row}\n"
    file = opening.opened("table.csv", text.encode())
    sheet, _ = importing.chosen(file, None)
    told = importing.understood(file, sheet, against, Decisions(without=without))
    marks = [one for entry in told.entries if entry.line == 3 for one in entry.marks]
    assert [(one.column, one.value) for one in marks if one.kind == "off the map"] == [(column, value)]
    assert not [one for one in told.problems if one.kind == "off the map"]


OUTSIDE = """Nation,Host,Base,Unit,Troops,Since
France,Mali,Gao,Barkhane,1000,2014
USA,South Korea,Camp Humphreys,Eighth Army,28500,2018
Japan,Djibouti,,Japanese base,180,2011
USA,Mongolia,,Trainers,20,2019
Fiji,Fiji,,At home,900,2019
UK,Bahrain,,Naval base,300,2018
South Korea,Poland,Orzysz,Observers,12,2020
Australia,Poland,,Instructors,70,2023
"""


def test_rows_outside_the_map_are_proposals_and_add_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, target = tmp_path / "table.csv", tmp_path / "mine"
    file.write_text(OUTSIDE, encoding="utf-8")
    asked = ["import", str(file), "--to", str(target), "--date", "2026-06-30"]
    assert main([*asked, "--dry-run"]) == 1
    assert "2 without a doubt, 6 proposals, 0 with problems, skipped: 1 header." in capsys.readouterr().out
    assert main([*asked, "--accept-proposals"]) == 0
    held = tables.read(target)
    assert len(held.claims) == 8
    claims = held.claims.set_index("deployment")
    assert sorted(claims["host"]) == ["BHR", "DJI", "FJI", "KOR", "MLI", "MNG", "POL", "POL"]
    assert held.places.set_index("id").loc[claims.loc["barkhane", "place"], "country"] == "MLI"
    assert held.nations_by_code["MNG"].capital.lat == pytest.approx(47.9, abs=0.1)
    assert main([*asked, "--accept-proposals"]) == 0
    assert "0 new claims, 0 with other values, 8 the same, 0 gone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("row", "lat"),
    [("Mali,16.27,-0.04", 16.27), ("Singapore,1.35,103.8", 1.35), ("Senegal,14.7,-17.45", 14.7)],
)
def test_coordinates_outside_the_map_are_kept_if_they_lie_in_the_host(
    row: str, lat: float, against: Against
) -> None:
    told = understood(
        "table.csv", f"Nation,Host,Lat,Lon,Unit,Troops\nFrance,{row},Team,9\n".encode(), against
    )
    (one,) = told.entries
    assert [mark.kind for mark in one.marks] == ["off the map"] and not one.problems
    assert one.point is not None and one.point.lat == lat
    wrong_one = understood(
        "table.csv", b"Nation,Host,Lat,Lon,Unit,Troops\nFrance,Mali,59.26,25.97,Team,9\n", against
    )
    assert [problem.kind for problem in wrong_one.problems] == ["coordinates elsewhere"]
