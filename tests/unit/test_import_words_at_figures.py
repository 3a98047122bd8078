"""A figure with words beside it is read, and the words are kept; what they say of it is never lost."""

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
    ("cell", "low", "high", "hedge", "words"),
    [
        ("1,600 (incl. brigade staff)", 1600, 1600, "", "incl. brigade staff"),
        ("1,600 incl. staff", 1600, 1600, "", "incl. staff"),
        ("1,600 (surge)", 1600, 1600, "", "surge"),
        ("1,600 (2022)", 1600, 1600, "", "2022"),
        ("500 (300 + 200)", 500, 500, "", "300 + 200"),
        ("450 (3 coys)", 450, 450, "", "3 coys"),
        ("500 plus 20 tanks", 500, 500, "", "plus 20 tanks"),
        ("up to 300 (geplant)", None, 300, "up to", "geplant"),
        ("300-400 (rotating)", 300, 400, "", "rotating"),
        ("(planned) 500", 500, 500, "", "planned"),
        ("[504]", 504, 504, "", "[504]"),
        ("(504)", 504, 504, "", "(504)"),
        ("~1.2k", 1200, 1200, "about", ""),
        ("500 (troops)", 500, 500, "", ""),
        ("c. 500 (est.)", 500, 500, "about", ""),
    ],
)
def test_a_figure_with_words_is_read_and_its_words_are_kept(
    cell: str, low: int | None, high: int, hedge: str, words: str
) -> None:
    assert stated(cell) == StatedStrength(low, high, hedge, words=words)


@pytest.mark.parametrize(
    "cell",
    [
        "4 (Typhoon)", "12 (aircraft)", "1 (battalion)", "1.2 (thousand)", "15 (%)", "2 battalions",
        "4 Typhoons", "3 coys (450)", "some (surge)", "(surge)",
    ],
)  # fmt: skip
def test_what_counts_no_persons_stays_a_problem(cell: str) -> None:
    assert isinstance(stated(cell), Wrong)


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("1,600 (incl. brigade staff)", []),
        ("1,600 (surge)", ["words at a figure"]),
        ("[504]", ["a figure in brackets"]),
        ("504*", ["a mark without a footnote"]),
    ],
)
def test_words_that_may_change_a_figure_are_a_proposal_that_quotes_them(
    cell: str, kinds: list[str], against: Against
) -> None:
    told = understood(f'Nation,Host,Troops\nCanada,Latvia,"{cell}"\n', against)
    (entry,) = told.entries
    assert [mark.kind for mark in told.marks] == kinds
    words = cell.partition("(")[2].rstrip(")") or cell.removeprefix("504")
    assert words in entry.note
    assert all(words in mark.said for mark in told.marks)


def test_the_words_of_two_columns_of_bounds_are_both_kept(against: Against) -> None:
    told = understood("Nation,Host,Min,Max\nCanada,Latvia,500 (core),800 (surge)\n", against)
    (entry,) = told.entries
    assert (entry.low, entry.high) == (500, 800)
    assert "core; surge" in entry.note
    assert [mark.value for mark in told.marks] == ["500 (core)", "800 (surge)"]


@pytest.mark.parametrize(
    "row",
    [
        '"Latvia, Total",Latvia,,9000',
        '"Latvia, Total",,,9000',
        "Total Latvia,Latvia,,9000",
        "Lettland gesamt,Latvia,,9000",
        ",Latvia,Total,9000",
        "Canada,Latvia total,,9000",
    ],
)
def test_a_total_of_a_country_is_told_as_a_total_and_is_no_row(row: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops\nCanada,Latvia,1st Brigade,800\n{row}\n", against)
    assert [one.low for one in told.entries] == [800]
    assert [line.kind for line in told.table.lines] == ["header", "total"]


@pytest.mark.parametrize("unit", ["Total Defence Battalion", "Sum-of-All", "Battle Group Total Victory"])
def test_a_unit_with_such_a_word_in_its_name_is_a_row(unit: str, against: Against) -> None:
    told = understood(f"Nation,Host,Unit,Troops\nCanada,Latvia,{unit},800\n", against)
    assert [one.name for one in told.entries] == [unit]


def test_a_figure_that_no_column_imports_is_a_proposal_in_a_long_table(against: Against) -> None:
    told = understood(
        "Nation,Host,How many\nCanada,Latvia,~800\nUK,Estonia,1k\nFrance,Latvia,see text\n", against
    )
    assert [(mark.kind, mark.value) for mark in told.marks] == [
        ("a figure left out", "~800"),
        ("a figure left out", "1k"),
    ]
    assert not told.problems
