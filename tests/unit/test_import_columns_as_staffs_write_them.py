"""No column of other things is taken for the troops, and no host for the nation that sends."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against)


def rows(told: Import) -> list[tuple[tuple[str, ...], tuple[str, ...], int | None]]:
    return [(one.nation, one.host, one.low) for one in told.entries]


@pytest.mark.parametrize(
    "heading",
    ["Vehicles", "Officers", "Population", "Companies", "Average", "Peak", "Civilian personnel", "Panzer"],
)
def test_what_a_heading_counts_besides_troops_is_no_figure_of_the_row(heading: str, against: Against) -> None:
    told = understood(f"Nation,Host,{heading}\nCanada,Latvia,20\nUK,Estonia,35\n", against)
    assert [one.low for one in told.entries] == [None, None]
    assert {mark.kind for mark in told.marks} == {"a figure left out"}
    beside = understood(f"Nation,Host,{heading},Crew\nCanada,Latvia,20,900\nUK,Estonia,35,700\n", against)
    assert [one.low for one in beside.entries] == [900, 700]


def test_of_several_columns_that_may_be_the_figure_by_their_values_none_is(against: Against) -> None:
    told = understood("Nation,Host,Here,There\nCanada,Latvia,450,500\nUK,Estonia,900,300\n", against)
    assert [one.low for one in told.entries] == [None, None]
    assert {mark.value for mark in told.marks} == {"450", "500", "900", "300"}


@pytest.mark.parametrize(
    "headings",
    ["Troops (planned),Troops (current)", "Authorised strength,Actual strength", "Troops (target),Personnel"],
)
def test_beside_a_column_of_plans_the_other_one_is_the_figure(headings: str, against: Against) -> None:
    told = understood(f"Nation,Host,{headings}\nGermany,Lithuania,5000,620\n", against)
    assert [one.low for one in told.entries] == [620]
    assert not told.marks


@pytest.mark.parametrize("heading", ["Troops (planned)", "Soldaten (geplant)", "Troops, authorised"])
def test_a_plan_in_the_only_heading_of_figures_is_a_proposal_that_quotes_it(
    heading: str, against: Against
) -> None:
    told = understood(f'Nation,Host,"{heading}"\nGermany,Lithuania,5000\nUK,Estonia,900\n', against)
    kinds = {mark.kind for mark in told.marks}
    assert kinds and kinds <= {"a plan in a heading", "a figure left out"}
    assert all(heading in (mark.column, mark.value) for mark in told.marks)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("Pays d'accueil;Pays contributeur;Effectifs\nEstonie;France;environ 350", ("FRA", "EST", 350)),
        ("Państwo;Kraj wysyłający;Liczba żołnierzy\nLitwa;Polska;ok. 150", ("POL", "LTU", 150)),
        ("Šalis;Priimančioji šalis;Karių skaičius\nVokietija;Lietuva;apie 900", ("DEU", "LTU", 900)),
        ("Entsendeland;Einsatzgebiet;Personalstärke\nDeutschland;Litauen;rund 620", ("DEU", "LTU", 620)),
        (
            "Направляющая страна;Принимающая страна;Численность\nКанада;Латвия;около 540 военнослужащих",
            ("CAN", "LVA", 540),
        ),
    ],
)
def test_who_sends_and_who_hosts_is_read_in_the_languages_of_staffs(
    table: str, row: tuple[str, str, int], against: Against
) -> None:
    told = understood(f"{table}\n", against)
    assert rows(told) == [((row[0],), (row[1],), row[2])]
    assert not told.marks and not told.problems


def test_two_columns_of_countries_without_known_headings_are_proposals_that_name_both(
    against: Against,
) -> None:
    told = understood("Alpha,Beta,Troops\nEstonia,France,350\n", against)
    (mark,) = told.marks
    assert mark.kind == "who and where by values"
    assert all(word in mark.said for word in ("Estonia", "France", "Alpha", "Beta"))
    one_known = understood("Alpha,Host,Troops\nFrance,Estonia,350\n", against)
    assert rows(one_known) == [(("FRA",), ("EST",), 350)] and not one_known.marks


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ok. 200", StatedStrength(200, 200, "about")),
        ("environ 350 soldats", StatedStrength(350, 350, "about")),
        ("ponad 230", StatedStrength(230, None, "more than")),
        ("plus de 300 militaires", StatedStrength(300, None, "more than")),
        ("do 1 000", StatedStrength(None, 1000, "up to")),
        ("iki 270 karių", StatedStrength(None, 270, "up to")),
        ("co najmniej 50 żołnierzy", StatedStrength(50, None, "at least")),
        ("mniej niż 10", StatedStrength(None, 9, "up to")),
        ("540 военнослужащих", StatedStrength(540, 540, "")),
    ],
)
def test_words_before_a_figure_are_read_in_these_languages_too(cell: str, expected: StatedStrength) -> None:
    assert strength(cell) == expected


@pytest.mark.parametrize(
    ("unit", "remark"),
    [
        ("1st Brigade", "withdrawn in 2023"),
        ("1st Brigade", "planned for 2025"),
        ("1st Brigade", "Ended Dec 2022"),
        ("1st Brigade", "geplant ab 2027"),
        ("1st Brigade (until 2023)", ""),
        ("2nd Battalion (withdrawn)", ""),
        ("Planned brigade", ""),
    ],
)
def test_words_of_another_time_in_a_remark_or_a_name_are_a_proposal_without_a_status(
    unit: str, remark: str, against: Against
) -> None:
    table = f"Nation,Host,Unit,Troops,Remarks\nUK,Estonia,{unit},900,{remark}\n"
    assert [mark.kind for mark in understood(table, against).marks] == ["a status in words"]
    with_status = table.replace("Remarks\n", "Remarks,Status\n").rstrip("\n") + ",deployed\n"
    assert not understood(with_status, against).marks


@pytest.mark.parametrize("remark", ["tank company", "of which 100 in Poland", "see the plan of 2022", ""])
def test_other_remarks_need_no_mark(remark: str, against: Against) -> None:
    told = understood(f"Nation,Host,Troops,Remarks\nUK,Estonia,900,{remark}\n", against)
    assert not told.marks


def test_the_lower_bound_above_the_upper_one_is_a_problem(against: Against) -> None:
    told = understood("Nation,Host,Low,High\nGermany,Lithuania,1000,620\nUK,Estonia,500,900\n", against)
    assert [(one.line, one.kind) for one in told.problems] == [(2, "a range that falls")]


def test_a_ceiling_is_not_the_strength_where_another_column_says_it(against: Against) -> None:
    told = understood("Nation,Host,Strength (max),Strength (current)\nGermany,Lithuania,1000,620\n", against)
    assert [one.low for one in told.entries] == [620]


@pytest.mark.parametrize(
    "heading", ["Troops as of 1 May 2024", "Troops (2024)", "Soldaten (Stand: 01.05.2024)"]
)
def test_a_figure_below_a_heading_that_names_a_time_is_no_figure_of_today_without_a_mark(
    heading: str, against: Against
) -> None:
    told = understood(f"Nation,Host,{heading}\nUK,Estonia,900\nUSA,Poland,10000\n", against)
    assert {mark.kind for mark in told.marks} == {"a time in a heading"}
    assert all(heading in mark.said for mark in told.marks)
    dated = understood(f"Nation,Host,{heading},Date\nUK,Estonia,900,2024-05-01\n", against)
    assert not dated.marks
