"""A part of a figure is told as one, a change of a figure is no figure, and a total is no row."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows.figure_words import stated
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import imported_claims
from tests.frozen import FOLDER


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against)


@pytest.mark.parametrize(
    "words",
    [
        "incl. 50 French",
        "including 50",
        "of which 50 French",
        "(dont 50 Français)",
        "(davon 50 Franzosen)",
        "w tym 50 Francuzów",
        "(iš jų 50)",
        "из них 50",
        "y compris 50 Français",
        "including fifty French",
    ],
)
def test_a_part_of_a_figure_is_a_proposal_that_quotes_it(words: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops\nBelgium,Estonia,Jaguar,300 {words}\n", against)
    (entry,) = told.entries
    assert (entry.low, entry.high) == (300, 300)
    (mark,) = told.marks
    assert mark.kind == "a part of a figure"
    plain = words.strip("()")
    assert f"“{plain}”" in mark.said
    assert plain in entry.note


@pytest.mark.parametrize(
    "cell",
    [
        "another 500",
        "500 more",
        "500 extra",
        "+500",
        "100 fewer",
        "doubling to 2,000",
        "up from 500 to 1,100",
        "1,700 → 4,700",
        "200 => 250",
        "500 mehr",
        "kolejnych 200",
        "ещё 300",
        "4 800 + 200 cywilów",
        "4,800 soldiers + 200 civilians",
    ],
)
def test_a_change_is_told_as_a_change_and_never_as_a_number(cell: str) -> None:
    found = stated(cell)
    assert isinstance(found, Wrong)
    assert found.kind == "a change"
    assert "change" in found.reason


@pytest.mark.parametrize(("cell", "low"), [("more than 500", 500), ("20+", 20), ("at least 40", 40)])
def test_a_bound_is_no_change(cell: str, low: int) -> None:
    found = stated(cell)
    assert isinstance(found, StatedStrength)
    assert found.low == low


def test_a_minus_is_told_as_what_may_be_a_change() -> None:
    found = stated("-200")
    assert isinstance(found, Wrong)
    assert found.suggestion.startswith("If it is a change")


def test_words_for_the_size_of_a_unit_are_kept_beside_its_figure() -> None:
    assert stated("~700 (battalion-sized)") == StatedStrength(700, 700, "about", words="battalion-sized")
    assert isinstance(stated("1 (battalion-sized)"), Wrong)
    assert isinstance(stated("2 (battalions)"), Wrong)


@pytest.mark.parametrize("cell", ["3 500*)", "3 500 *)", "3 500 *", "3 500*"])
@pytest.mark.parametrize("mark", ["*)", "*"])
def test_a_star_with_a_bracket_is_a_mark_of_a_footnote(cell: str, mark: str, against: Against) -> None:
    told = understood(
        f"Nation;Host;Unit;Troops\nUS;Poland;Nord;{cell}\nUK;Poland;Sud;50\n{mark} w tym personel cywilny\n",
        against,
    )
    with_mark, without = told.entries
    assert (with_mark.low, with_mark.problems) == (3500, ())
    assert with_mark.note.endswith(imported_claims.footnote("*", "w tym personel cywilny"))
    assert not without.note
    assert not any("footnote" in each for each in told.assumptions)


@pytest.mark.parametrize(
    "total",
    [
        "Total Roumanie",
        "Sous-total Air et mer",
        "Sous-total",
        "Subtotal land",
        "Razem",
        "Iš viso",
        "Iš viso Lietuvoje",
        "Zwischensumme",
        "Summe",
        "Итого",
        "Łącznie",
    ],
)
@pytest.mark.parametrize("heading", ["Théâtre", "Host"])
def test_a_total_is_no_row_under_whatever_heading(total: str, heading: str, against: Against) -> None:
    told = understood(
        f"{heading},Nation,Country,Troops\nRomania,France,Romania,800\n{total},,,800\n"
        if heading != "Host"
        else f"Host,Nation,Unit,Troops\nRomania,France,Aigle,800\n{total},,,800\n",
        against,
    )
    assert [line.kind for line in told.table.lines] == ["header", "total"]
    assert len(told.entries) == 1


def test_a_unit_that_is_called_total_is_a_row_beside_other_words(against: Against) -> None:
    told = understood("Unit,Nation,Host,Troops\nTotal Victory,France,Romania,800\n", against)
    assert [one.name for one in told.entries] == ["Total Victory"]


@pytest.mark.parametrize(
    ("cell", "code"), [("🇺🇸", "USA"), ("🇵🇱 ", "POL"), ("🇨🇦 Canada", "CAN"), ("Danish 🇩🇰", "DNK")]
)
def test_a_flag_is_its_country(cell: str, code: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops\n{cell},Latvia,Nord,80\nUK,Latvia,Sud,80\n", against)
    assert told.entries[0].nation == (code,)
    assert not told.problems


def test_a_flag_beside_the_name_of_another_country_is_a_problem(against: Against) -> None:
    told = understood("Nation,Host,Unit,Troops\n🇫🇷 Germany,Latvia,Nord,80\n", against)
    assert [one.column for one in told.problems] == ["Nation"]


@pytest.mark.parametrize(
    ("part", "numbers"),
    [
        ("Danish,Viking,Estonia,Tapa,150", ["3", "2"]),
        ("Danish,KRH,Estonia,Amari,150", ["3", "2"]),
        ("Danish,Viking,Latvia,Adazi,150", []),
        ("Danish,Viking,Estonia,Amari,150", []),
        ("French,Lynx,Estonia,Tapa,300", []),
    ],
)
def test_a_part_that_another_row_may_have_too_is_told_in_both_rows(
    part: str, numbers: list[str], against: Against
) -> None:
    whole = "British,KRH,Estonia,Tapa,950 (of which 150 Danish)"
    told = understood(f"Nation,Unit,Host,Place,Troops\n{whole}\n{part}\n", against)
    said = [mark.said for mark in told.marks if "another row" in mark.kind]
    assert len(said) == len(numbers)
    for each, number in zip(said, numbers, strict=True):
        assert f"Line {number} " in each
        assert "counted twice" in each
    assert [entry.outcome for entry in told.entries] == ["proposal", "proposal" if numbers else "imported"]


# --- rows that a column tells apart, and hosts between the rows ------------------------------------------------


@pytest.mark.parametrize("second", ["50", "800"])
def test_a_column_that_tells_two_rows_apart_is_named(second: str, against: Against) -> None:
    told = understood(
        "Host,Nation,Operation,Einheiten,Place,Troops\n"
        "Romania,France,Aigle,2e brigade,Cincu,800\n"
        f"Romania,France,Aigle,EM de brigade,Cincu,{second}\n",
        against,
    )
    assert told.problems
    for problem in told.problems:
        assert "“Einheiten”" in problem.suggestion
        assert "not imported" in problem.suggestion
        assert not problem.suggestion.startswith(("Keep only", "Remove"))


def test_without_such_a_column_one_of_two_lines_is_to_be_kept(against: Against) -> None:
    told = understood(
        "Host,Nation,Unit,Place,Troops\nRomania,France,Aigle,Cincu,800\nRomania,France,Aigle,Cincu,50\n",
        against,
    )
    assert {one.suggestion for one in told.problems} == {"Keep only the line that is right."}


SECTIONS = """Nation;Unit;Base;Troops
LITHUANIA;;;
Germany;Nord;Rukla;1600
Norway;Sud;Rukla;150
Total Lithuania;;;1750
LATVIA;;;
* estimates;;;
Canada;West;Adazi;2200
At sea;;;
Canada;Ship;;80
"""


def test_a_country_alone_on_a_line_is_the_host_of_the_rows_below_as_a_proposal(against: Against) -> None:
    told = understood(SECTIONS, against)
    assert [(one.name, one.host) for one in told.entries] == [
        ("Nord", ("LTU",)),
        ("Sud", ("LTU",)),
        ("West", ("LVA",)),
        ("Ship", ()),
    ]
    said = [mark.said for mark in told.marks if mark.kind == "a host above"]
    assert ["LITHUANIA" in each for each in said] == [True, True, False]
    assert "LATVIA" in said[2]
    assert all(not entry.marks or entry.outcome == "proposal" for entry in told.entries)
    assert [line.kind for line in told.table.lines].count("section") == 2
    assert told.entries[-1].outcome == "problem"


@pytest.mark.parametrize(
    "text",
    [
        "Nation;Host;Base;Troops\nLITHUANIA;;;\nGermany;Latvia;Adazi;1600\n",
        "Unit;Base;Troops;Since\nLITHUANIA;;;\nNord;Adazi;1600;2022\n",
    ],
)
def test_such_a_line_is_no_host_where_a_column_has_hosts_or_none_has_nations(
    text: str, against: Against
) -> None:
    told = understood(text, against)
    assert [one.host for one in told.entries] == [("LVA",)]
    assert "section" not in [line.kind for line in told.table.lines]
