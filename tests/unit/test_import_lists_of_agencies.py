"""Lists as ministries and trackers keep them: numbered rows, ids, framework nations, days to be told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.store import datasets, parts, tables
from eastflank.store.edits import Insert
from eastflank.store.folder import of
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against)


def fields(told: Import) -> dict[str, str]:
    return {column.heading: column.field for column in told.columns}


def inserted(text: str, against: Against) -> dict[str, list[dict[str, str]]]:
    """The rows that an import brings, by their table."""
    file = opening.opened("made-up.csv", text.encode())
    told = importing.understood(file, importing.chosen(file, None)[0], against)
    found = told.changes(told.taken(proposals=True), against, TableOrigin(file, TODAY, TODAY))
    rows: dict[str, list[dict[str, str]]] = {}
    for edit in found.edits:
        if isinstance(edit, Insert):
            rows.setdefault(edit.table, []).append(dict(edit.row))
    return rows


NUMBERED = (
    "Sheet no,Nation,Host,Unit,{figure},Average strength\n"
    "1,Italy,Latvia,Task Force Baltic,370,352\n"
    "2,Italy,Hungary,Task Force Danube,250,236\n"
    "3,Italy,Bulgaria,Task Force Thrace,750,740\n"
)


@pytest.mark.parametrize("figure", ["Maximum strength", "Authorised posts"])
def test_the_numbers_of_the_rows_are_never_the_figure(figure: str, against: Against) -> None:
    told = understood(NUMBERED.format(figure=figure), against)
    assert fields(told)["Sheet no"] == ""
    assert {entry.high for entry in told.entries} & {1, 2, 3} == set()


def test_a_maximum_is_a_ceiling(against: Against) -> None:
    told = understood(NUMBERED.format(figure="Maximum strength"), against)
    assert fields(told)["Maximum strength"] == "high"
    assert [(entry.low, entry.high) for entry in told.entries] == [(None, 370), (None, 250), (None, 750)]


def test_a_maximum_beside_a_figure_is_not_read_in_its_place(against: Against) -> None:
    told = understood("Nation,Host,Unit,Troops,Maximum\nItaly,Latvia,Task Force Baltic,300,370\n", against)
    assert [(entry.low, entry.high) for entry in told.entries] == [(300, 300)]


def test_an_id_numbers_the_rows_of_a_table_and_not_its_units(against: Against) -> None:
    rows = inserted(
        "ID,Nation,Unit,Host,Place,Troops,As of\n"
        "T05,United States,2-70 AR,Poland,Orzysz,700,2024-04-01\n"
        "T06,United States,2-70 AR,Poland,Orzysz,800,2024-10-01\n",
        against,
    )
    assert [row["name"] for row in rows["deployments"]] == ["2-70 AR"]
    assert len(rows["claims"]) == 2


LED = (
    "Host,Location,Framework nation,Contributing nation,Troops\n"
    "Estonia,Tapa,United Kingdom,United Kingdom,900\n"
    "Estonia,Tapa,United Kingdom,France,350\n"
    "Lithuania,,Germany,Norway,150\n"
)


def test_nations_under_one_framework_nation_are_contingents_of_one_unit(against: Against) -> None:
    rows = inserted(LED, against)
    assert sorted(row["name"] for row in rows["deployments"]) == [
        "British-led troops at Tapa",
        "German-led troops in Lithuania",
    ]
    assert [(row["lead"], row["counts"], row["troops_low"]) for row in rows["claims"]] == [
        ("GBR", "contingent", "900"),
        ("GBR", "contingent", "350"),
        ("DEU", "contingent", "150"),
    ]
    assert [(row["nation"], row["troops_low"]) for row in rows["contributions"]] == [
        ("GBR", "900"),
        ("FRA", "350"),
        ("NOR", "150"),
    ]


def test_a_start_that_will_be_told_later_is_marked(against: Against) -> None:
    told = understood(
        "Nation,Unit,Host,Arrived\nCroatia,1st Bn,Poland,TBC\nItaly,2nd Bn,Poland,2024-05-01\n", against
    )
    assert [(mark.line, mark.value, mark.kind) for mark in told.marks] == [(2, "TBC", "a start not yet told")]


@pytest.mark.parametrize("note", ["considered", "still under consideration", "pledged in 2024", "offered"])
def test_a_remark_that_begins_with_a_plan_is_marked(note: str, against: Against) -> None:
    told = understood(f"Nation,Unit,Host,Notes\nTürkiye,1st Bn,Bulgaria,{note}\n", against)
    assert [mark.kind for mark in told.marks] == ["a status in words"]


ENDS = "Nation,Unit,Host,Status,End\nCzechia,1st Bn,Slovakia,{status},{end}\n"


@pytest.mark.parametrize(
    ("status", "end", "kind"),
    [
        ("decided", "2025-12-31", "a plan that is over"),
        ("agreed", "2025-12-31", "a plan that is over"),
        ("deployed", "2025-12-31", "an end before the table"),
        ("ended", "2027-12-31", "over before its end"),
    ],
)
def test_a_status_that_its_end_contradicts_is_marked_as_what_it_is(
    status: str, end: str, kind: str, against: Against
) -> None:
    told = understood(ENDS.format(status=status, end=end), against)
    assert [mark.kind for mark in told.marks if mark.kind != "a loose status"] == [kind]
    assert told.entries[0].status == ("ended" if status == "deployed" else status)


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [
        ("370 unità", (370, 370, "")),
        ("fino a 1.000 unità", (None, 1000, "up to")),
        ("da 50 a 100 unità", (50, 100, "")),
        ("oltre 200", (200, None, "more than")),
        ("až do 650 příslušníků", (None, 650, "up to")),
        ("60 až 95", (60, 95, "")),
        ("od 60 do 95", (60, 95, "")),
        ("hasta 500 efectivos", (None, 500, "up to")),
        ("cel puțin 200 militari", (200, None, "at least")),
        ("ongeveer 270 militairen", (270, 270, "about")),
        ("between 800 and 1,000", (800, 1000, "")),
    ],
)
def test_figures_in_the_languages_of_allies(cell: str, bounds: Sequence[object]) -> None:
    found = strength(cell)
    assert isinstance(found, StatedStrength)
    assert (found.low, found.high, found.hedge) == tuple(bounds)


def test_a_footnote_after_a_word_for_persons_is_a_footnote() -> None:
    found = strength("135 příslušníků 1)")
    assert isinstance(found, StatedStrength)
    assert (found.low, found.footnote) == (135, "1)")


@pytest.mark.parametrize("cell", ["from 500 to 1,100", "a 100", "na 5", "battalion (c. 800)"])
def test_what_may_be_a_change_or_a_name_stays_a_problem(cell: str) -> None:
    assert isinstance(strength(cell), Wrong)


@pytest.mark.parametrize(
    "cell", ["Lituania y Estonia", "Lithuania e Estonia", "Litwa i Estonia", "Litouwen en Estland"]
)
def test_countries_joined_in_the_languages_of_allies_are_several(cell: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops\nItaly,{cell},1st Bn,300\n", against)
    assert set(told.entries[0].host) == {"LTU", "EST"}


FACTSHEET = (
    "Host\tLocation\tFramework nation\tContributing nations\tTotal\n"
    "Latvia\tĀdaži\tCanada\tCanada (1,000), Italy (352), Spain (about 350) and Albania (21)\t{total}\n"
)


def contingents(rows: dict[str, list[dict[str, str]]]) -> list[tuple[str, str, str]]:
    return [(row["nation"], row["troops_low"], row.get("hedge", "")) for row in rows["contributions"]]


@pytest.mark.parametrize(
    ("total", "figure"),
    [("", ("1723", "about", "sum")), ("1,723", ("1723", "", "sum")), ("1,900", ("1900", "", "whole"))],
)
def test_nations_with_their_figures_in_one_cell_are_contingents(
    total: str, figure: tuple[str, str, str], against: Against
) -> None:
    rows = inserted(FACTSHEET.format(total=total), against)
    [claim] = rows["claims"]
    assert (claim["troops_low"], claim.get("hedge", ""), claim["counts"]) == figure
    assert claim["lead"] == "CAN"
    assert [row["name"] for row in rows["deployments"]] == ["Canadian-led troops at Ādaži"]
    assert contingents(rows) == [
        ("ALB", "21", ""),
        ("CAN", "1000", ""),
        ("ESP", "350", "about"),
        ("ITA", "352", ""),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "Canada (1,000), Atlantis (5)",
        "Canada (lead)",
        "Canada (1,000), Canada (5)",
        "Canada (1,000) + others",
    ],
)
def test_a_cell_of_which_a_part_is_no_nation_with_a_figure_stays_a_problem(
    cell: str, against: Against
) -> None:
    told = understood(f"Host\tUnit\tNations\nLatvia\tBattlegroup Latvia\t{cell}\n", against)
    [entry] = told.entries
    assert entry.contingents == ()
    assert [problem.value for problem in entry.problems] == [cell]


SERVICES = (
    "Nation,Host,Army,Navy,Air Force,{total}\n"
    'United States,Belgium,624,98,276,"1,025"\n'
    "United States,Bulgaria,9,5,7,33\n"
    "United States,Greece,9,321,41,381\n"
)


@pytest.mark.parametrize("total", ["Total", "Total¹", "Totals", "Gesamt", "Razem", "Celkem", "Totaal"])
def test_of_columns_of_figures_the_total_is_the_figure(total: str, against: Against) -> None:
    told = understood(SERVICES.format(total=total), against)
    assert fields(told)[total] == "strength"
    assert [(entry.low, entry.high) for entry in told.entries] == [(1025, 1025), (33, 33), (381, 381)]
    assert any(f"“{total}” is read as the strength" in said for said in told.assumptions)


@pytest.mark.parametrize("other", ["Total NATO", "Marines"])
def test_what_is_not_of_all_together_is_not_the_figure_beside_others(other: str, against: Against) -> None:
    told = understood(SERVICES.format(total=other), against)
    assert fields(told)[other] == ""
    assert {(mark.line, mark.value) for mark in told.marks if mark.column == other} == {
        (2, "1,025"),
        (3, "33"),
        (4, "381"),
    }


@pytest.mark.parametrize("cell", ["-", "–", "", "n/a"])
@pytest.mark.parametrize("total", ["Total", "Marines"])
def test_a_country_without_a_figure_in_any_column_is_a_proposal(
    cell: str, total: str, against: Against
) -> None:
    row = f"United States,Luxembourg,{cell},{cell},{cell},{cell}\n"
    told = understood(SERVICES.format(total=total) + row, against)
    [kind] = [mark.kind for mark in told.marks if mark.line == 5]
    assert kind == "no figure in any column"
    assert kind not in {mark.kind for mark in told.marks if mark.line != 5}


@pytest.mark.parametrize(
    "row", ["Italy,Latvia,1st Bn,-,,,", "Italy,Latvia,,-,deployed,,", "Italy,Latvia,,-,,2024,"]
)
def test_a_row_that_says_in_another_way_that_they_are_there_needs_no_figure(
    row: str, against: Against
) -> None:
    told = understood(f"Nation,Host,Unit,Troops,Status,Start,Place\n{row}\n", against)
    assert "no figure in any column" not in {mark.kind for mark in told.marks}


@pytest.mark.parametrize(
    "word", ["Prevista", "plánováno", "pianificato", "planificată", "gepland", "planned", "aangekondigd"]
)
def test_a_word_for_a_plan_that_says_not_how_firm_it_is_is_marked(word: str, against: Against) -> None:
    told = understood(f"Nation,Unit,Host,Status\nSpain,1st Bn,Latvia,{word}\n", against)
    assert [mark.kind for mark in told.marks] == ["a plan"]
    assert told.entries[0].status in ("decided", "pledged")


@pytest.mark.parametrize(("total", "told"), [("", 1), ("—", 1), ("1,723", 0), ("1,900", 0)])
def test_a_sum_that_no_cell_states_says_so_in_its_note(total: str, told: int, against: Against) -> None:
    [claim] = inserted(FACTSHEET.format(total=total), against)["claims"]
    assert claim["note"].count("The row states no total.") == told


@pytest.mark.parametrize("sent", ["", ",Spain", ',"Spain (50), France (20)"'])
def test_troops_at_one_place_that_two_nations_lead_are_two_units(sent: str, against: Against) -> None:
    table = (
        f"Host,Location,Total,Framework nation{',Contributing nations' if sent else ''}\n"
        f"Latvia,Ādaži,2000,Canada{sent}\n"
        f"Latvia,Ādaži,750,Denmark{sent}\n"
    )
    assert understood(table, against).problems == ()
    rows = inserted(table, against)
    assert sorted(row["name"] for row in rows["deployments"]) == [
        "Canadian-led troops at Ādaži",
        "Danish-led troops at Ādaži",
    ]
    assert sorted((row["lead"], row["troops_low"]) for row in rows["claims"]) == [
        ("CAN", "2000"),
        ("DNK", "750"),
    ]
    assert len({row["id"] for row in rows["claims"]}) == 2


def test_two_figures_of_troops_that_one_nation_leads_contradict_each_other(against: Against) -> None:
    table = "Host,Location,Framework nation,Total\nLatvia,Ādaži,Canada,2000\nLatvia,Ādaži,Canada,750\n"
    assert [problem.kind for problem in understood(table, against).problems] == ["a contradiction"] * 2


@pytest.mark.parametrize(
    ("total", "marked"),
    [("900", 1), ("about 900", 1), ("about 1,350", 0), ("up to 900", 1), ("1,723", 0), ("", 0)],
)
def test_parts_that_add_up_to_more_than_their_whole_are_marked(
    total: str, marked: int, against: Against
) -> None:
    told = understood(FACTSHEET.format(total=total), against)
    found = [mark for mark in told.marks if mark.kind == "parts above the whole"]
    assert len(found) == marked
    assert all("Its parts add up to 1,373, more than 900." in mark.said for mark in found)


@pytest.mark.parametrize(
    ("cell", "kind", "fault"),
    [
        ("United States (1,000, rotational)", "words in brackets", "“(1,000, rotational)”"),
        ("Canada (1,000), Norway (4 F-35, 60 personnel)", "words in brackets", "“(4 F-35, 60 personnel)”"),
        ("Spain [180]", "words in brackets", "“[180]”"),
        ("Canada (1,000), others (300)", "a word among nations", "“others”"),
        ("Atlantis (5)", "no nation", "No country"),
    ],
)
def test_what_is_wrong_in_a_cell_of_nations_with_figures_is_named(
    cell: str, kind: str, fault: str, against: Against
) -> None:
    told = understood(f"Host\tUnit\tNations\nLatvia\tBattlegroup Latvia\t{cell}\n", against)
    [problem] = told.problems
    assert problem.kind == kind
    assert fault in problem.reason


def test_a_refusal_says_that_a_column_of_countries_was_taken_for_who_sends(against: Against) -> None:
    with pytest.raises(UnreadableTable, match="“Country” is taken for the nation that sends"):
        understood("Country,Army,Total\nBelgium,624,1025\nBulgaria,9,33\n", against)
