"""When troops came, left and were announced: no such day is taken for the day on which they are there."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER

DAY = date(2024, 2, 15)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), DAY)


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def fields(told: Import) -> dict[str, str]:
    return {column.heading: column.field for column in told.columns}


def kinds(told: Import) -> list[str]:
    return [mark.kind for mark in told.marks]


ENDS = (
    "Left", "Departed", "Withdrawn", "Until", "Rotation ends", "Mandate until", "Mandat bis", "Do", "Date de fin",
    "Fin", "Jusqu'au", "Jusqu’au", "Koniec", "Iki", "Pabaiga", "Дата окончания", "До", "Abzug", "Data zakończenia",
)  # fmt: skip
STARTS = (
    "Arrived",
    "Depuis le",
    "Date de début",
    "Od",
    "Nuo",
    "Дата начала",
    "Einsatzbeginn",
    "Data rozpoczęcia",
)


@pytest.mark.parametrize("heading", ENDS)
def test_a_column_of_ends_is_never_the_day_of_the_row(heading: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops,{heading}\nDK,Latvia,Dragoons,800,2025-11\n", against)
    (one,) = told.entries
    assert (fields(told)[heading], one.date, one.ends, one.status) == ("ends", "", "2025-11", "deployed")
    assert not told.marks and not told.problems


@pytest.mark.parametrize("heading", STARTS)
def test_a_column_of_starts_is_never_the_day_of_the_row(heading: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops,{heading}\nDK,Latvia,Dragoons,800,2022-05\n", against)
    (one,) = told.entries
    assert (fields(told)[heading], one.date, one.starts, one.status) == ("starts", "", "2022-05", "deployed")


@pytest.mark.parametrize("heading", ["Left", "Withdrawn", "Departed", "Announced", "Situation"])
def test_a_heading_that_can_say_something_else_holds_only_with_such_cells(
    heading: str, against: Against
) -> None:
    told = understood(f"Nation,Host,Unit,Troops,{heading}\nDK,Latvia,Dragoons,800,yes\n", against)
    assert not fields(told)[heading]


def test_an_unknown_heading_is_no_day_of_the_row_beside_another_column_of_days(against: Against) -> None:
    for known in ("Arrived", "Until", "Announced"):
        text = f"Nation,Host,Unit,Troops,{known},Foo\nDK,Latvia,Dragoons,800,2023-05,2023-11\n"
        told = understood(text, against)
        assert not fields(told)["Foo"]
        assert all(one.date != "2023-11" for one in told.entries)
    both = understood("Nation,Host,Unit,Troops,Foo,Bar\nDK,Latvia,Dragoons,800,2022-05,2023-11\n", against)
    assert (fields(both)["Foo"], fields(both)["Bar"]) == ("", "")


def test_the_only_column_of_days_under_an_unknown_heading_makes_each_row_a_proposal(against: Against) -> None:
    told = understood("Nation,Host,Unit,Troops,Foo\nDK,Latvia,A,8,2022-05\nUK,Latvia,B,9,2023\n", against)
    assert [(mark.line, mark.kind, mark.column) for mark in told.marks] == [
        (line, "a day by its values", "Foo") for line in (2, 3)
    ]
    assert "“Foo”" in told.marks[0].said


@pytest.mark.parametrize(
    ("columns", "cells", "status", "kind"),
    [
        ("", "", "ended", "an end before the table"),
        (",Status", ",", "ended", "an end before the table"),
        (",Status", ",deployed", "ended", "an end before the table"),
        (",Status", ",leaving", "ended", "an end before the table"),
        (",Status", ",agreed", "agreed", "a plan that is over"),
        (",As of", ",2023-06", "ended", "an end before its day"),
    ],
)
def test_who_ended_before_the_day_of_the_row_is_not_there_on_it(
    columns: str, cells: str, status: str, kind: str, against: Against
) -> None:
    text = f"Nation,Host,Unit,Troops,From,To{columns}\nDE,Slovakia,Guard,300,2022-03,2022-12-31{cells}\n"
    told = understood(text, against)
    (one,) = told.entries
    assert (one.status, one.ends) == (status, "2022-12-31")
    (mark,) = [mark for mark in told.marks if mark.kind == kind]
    assert "31 December 2022" in mark.said
    assert ("June 2023" if "As of" in columns else "15 February 2024") in mark.said


@pytest.mark.parametrize(
    ("ends", "more"), [("2024-02-15", ""), ("2024", ""), ("2022-12", ",2022-06"), ("", "")]
)
def test_an_end_that_is_not_over_on_the_day_of_the_row_changes_nothing(
    ends: str, more: str, against: Against
) -> None:
    heading = ",As of" if more else ""
    text = f"Nation,Host,Unit,Troops,From,To{heading}\nDE,Slovakia,Guard,300,2022-03,{ends}{more}\n"
    told = understood(text, against)
    assert [one.status for one in told.entries] == ["deployed"]
    assert not told.marks


def test_a_row_whose_status_says_that_it_is_over_needs_no_mark(against: Against) -> None:
    text = "Nation,Host,Unit,Troops,Arrived,Withdrawn,Status\nCA,Romania,CF-18,135,Sept 2022,Dec 2022,ended\n"
    told = understood(text, against)
    assert [(one.status, one.ends) for one in told.entries] == [("ended", "2022-12")]
    assert not told.marks and not told.problems


HEAD = "Nation,Host,Unit,Troops,Announced,Arrived"


def test_the_day_of_announcing_is_not_the_day_on_which_they_are_there(against: Against) -> None:
    told = understood(f"{HEAD}\nUS,Romania,2nd Cavalry,900,2022-02-04,2022-02-11\n", against)
    (one,) = told.entries
    assert (one.date, one.starts, one.said, one.status) == ("", "2022-02-11", "", "deployed")
    assert "“Announced” in the table: 4 February 2022." in one.note
    assert not told.marks


def test_what_is_only_announced_is_a_proposal_and_not_there(against: Against) -> None:
    rows = "US,Romania,2nd Cavalry,900,2022-02-04,2022-02-11\nUK,Poland,Sky Sabre,100,2022-03-09,\n"
    told = understood(f"{HEAD}\n{rows}", against)
    one = told.entries[1]
    assert (one.status, one.said, one.date) == ("pledged", "2022-03-09", "2022-03-09")
    assert [(mark.line, mark.column, mark.kind) for mark in told.marks] == [
        (3, "Announced", "announced only")
    ]
    ends = understood(f"{HEAD},Left\nES,Latvia,Company,600,2022,,2026\n", against)
    assert (ends.entries[0].status, kinds(ends)) == ("pledged", ["announced only"])
    said = understood(f"{HEAD},Status\nUK,Poland,Sky Sabre,100,2022-03-09,,deployed\n", against)
    assert (said.entries[0].status, kinds(said)) == ("deployed", ["announced, and no start"])


def test_a_day_of_announcing_after_the_day_of_the_table_is_a_problem(against: Against) -> None:
    (problem,) = understood(f"{HEAD}\nUK,Poland,Sky Sabre,100,2024-03-09,\n", against).problems
    assert (problem.kind, problem.column) == ("a day to come", "Announced")


@pytest.mark.parametrize(
    ("more", "kind"), [("", "a start after its day"), (",deployed", "there before its start")]
)
def test_a_start_after_the_day_of_the_row_is_a_plan(more: str, kind: str, against: Against) -> None:
    status = ",Status" if more else ""
    text = f"Nation,Host,Unit,Troops,Published,From{status}\nUS,Poland,Corps,9,2020-09,2022-06{more}\n"
    told = understood(text, against)
    (one,) = told.entries
    assert (one.status, one.date, kinds(told)) == ("decided", "2020-09", [kind])


@pytest.mark.parametrize("heading", ["Reported", "Published", "Date of article"])
def test_as_of_is_the_day_of_the_row_and_not_the_day_of_a_report(heading: str, against: Against) -> None:
    for head, cells in ((f"{heading},As of", "2023-05,2023-04"), (f"As of,{heading}", "2023-04,2023-05")):
        told = understood(f"Nation,Host,Unit,Troops,{head}\nUS,Poland,Corps,9,{cells}\n", against)
        (one,) = told.entries
        assert (one.date, one.status, fields(told)[heading]) == ("2023-04", "deployed", "said")
        assert not told.marks


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("déployé", "deployed"), ("rozmieszczona", "deployed"), ("laufend", "deployed"), ("en place", "deployed"),
        ("zakończona", "ended"), ("terminé", "ended"), ("baigta", "ended"), ("завершено", "ended"),
        ("wycofana", "withdrawn"), ("désengagé", "withdrawn"), ("sent home", "withdrawn"),
        ("envisagé", "considered"),
    ],
)  # fmt: skip
def test_a_status_in_another_language_is_read(cell: str, status: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops,Status\nDK,Latvia,Dragoons,800,{cell}\n", against)
    assert [one.status for one in told.entries] == [status]
    assert not told.marks and not told.problems


@pytest.mark.parametrize(
    ("cell", "status"),
    [("prévu", "decided"), ("planowana", "decided"), ("планируется", "decided"), ("im Aufbau", "arriving")],
)
def test_a_status_that_does_not_say_how_firm_it_is_is_a_proposal(
    cell: str, status: str, against: Against
) -> None:
    told = understood(f"Nation,Host,Unit,Troops,Status\nDK,Latvia,Dragoons,800,{cell}\n", against)
    assert ([one.status for one in told.entries], kinds(told)) == ([status], ["a plan"])


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("env. 800", (800, 800, "about")), ("40 à 60", (40, 60, "")), ("500 à 600", (500, 600, "")),
        ("rd. 1 000", (1000, 1000, "about")),
    ],
)  # fmt: skip
def test_a_figure_in_another_language_is_read(
    cell: str, read: tuple[int, int, str], against: Against
) -> None:
    (one,) = understood(f"Nation,Host,Unit,Effectif\nFR,Romania,Aigle,{cell}\n", against).entries
    assert (one.low, one.high, one.hedge) == read


@pytest.mark.parametrize("cell", ["néant", "keine", "kein Personal", "brak", "нет"])
def test_a_word_for_nobody_is_a_proposal_of_zero(cell: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Effectif\nFR,Romania,Aigle,{cell}\n", against)
    (one,) = told.entries
    assert (one.low, one.high, kinds(told)) == (0, 0, ["a word for zero"])


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("1er mars 2022", "2022-03-01"), ("fév. 2022", "2022-02"), ("1er déc. 2022", "2022-12-01"),
        ("15 marca 2022", "2022-03-15"), ("1 lipca 2022", "2022-07-01"), ("Okt. 2022", "2022-10"),
        ("depuis le 1er mars 2022", "2022-03-01"), ("od 1 marca 2022 r.", "2022-03-01"),
        ("2022 m. liepos 1 d.", "2022-07-01"), ("2017 m. vasaris", "2017-02"), ("5 мая 2022 г.", "2022-05-05"),
    ],
)  # fmt: skip
def test_a_day_in_another_language_is_read(cell: str, edtf: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops,Depuis le\nFR,Romania,Aigle,8,{cell}\n", against)
    assert [one.starts for one in told.entries] == [edtf]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Pays d'accueil", "host"), ("Implantation", "place"), ("Unité", "name"), ("Depuis le", "starts"),
        ("Jusqu'au", "ends"), ("Date de début", "starts"), ("Dislokacijos vieta", "place"),
        ("Valstybė siuntėja", "nation"), ("Vienetas", "name"),
    ],
)  # fmt: skip
def test_a_heading_in_another_language_is_known(heading: str, field: str, against: Against) -> None:
    told = understood(f"Foo,{heading},Host\nx,2022-05,Latvia\n", against)
    assert fields(told)[heading] == field


def test_a_column_of_situations_is_that_of_statuses(against: Against) -> None:
    told = understood("Nation,Host,Unit,Troops,Situation\nFR,Romania,Aigle,8,terminé\n", against)
    assert [one.status for one in told.entries] == ["ended"]


@pytest.mark.parametrize(
    "cell",
    [
        "terminé", "sent home", "withdrawn", "Relocated to Poland", "zakończona", "beendet", "abgezogen", "baigta",
        "завершено", "since then relieved", "nicht mehr dort", "désengagé", "перемещён", "planned for later",
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", ["", ",Status"])
def test_words_of_an_end_in_a_column_that_is_not_imported_leave_no_row_certain(
    cell: str, status: str, against: Against
) -> None:
    said = ",deployed" if status else ""
    text = f"Nation,Host,Unit,Troops,Foo{status}\nDK,Latvia,A,8,{cell}{said}\nUK,Latvia,B,9,fine{said}\n"
    told = understood(text, against)
    assert "Foo" in fields(told) and not fields(told)["Foo"]
    (mark,) = told.marks
    assert (mark.line, mark.column, mark.value) == (2, "Foo", cell)
    assert mark.kind in ("a time left out", "a status left out")
    assert f"“{cell}”" in mark.said


@pytest.mark.parametrize("cell", ["2023-11", "Nov 2022", "in 2019 or so", "Q4 2027 full", "1er mars 2022"])
def test_a_day_in_a_column_that_is_not_imported_leaves_no_row_certain(cell: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops,From,Foo\nDK,Latvia,A,8,2022,{cell}\n", against)
    (mark,) = told.marks
    assert (mark.column, mark.value, mark.kind) == ("Foo", cell, "a day left out")
    assert "“Foo”" in mark.said and f"“{cell}”" in mark.said


@pytest.mark.parametrize(
    "cells", [("12", "2000"), ("5", "-"), ("T-72", "4 Mirage 2000-5F"), ("https://a.example/2022/1", "")]
)
def test_other_cells_of_a_column_that_is_not_imported_are_no_days(
    cells: tuple[str, str], against: Against
) -> None:
    rows = "".join(
        f"DK,Latvia,{unit},8,2022,{cell},{unit}\n" for unit, cell in zip("ABC", (*cells, "7"), strict=True)
    )
    assert not understood(f"Nation,Host,Unit,Troops,From,Foo,Bar\n{rows}", against).marks


def test_a_column_headed_like_an_end_is_never_silent(against: Against) -> None:
    told = understood("Nation,Host,Unit,Troops,Left\nDK,Latvia,A,8,yes\nUK,Latvia,B,9,no\n", against)
    assert [(mark.line, mark.kind, mark.value) for mark in told.marks] == [(2, "an end left out", "yes")]
