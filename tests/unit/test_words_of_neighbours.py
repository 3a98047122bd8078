"""What tables in French, German, Lithuanian, Polish, Latvian and Estonian say in words is read, or asked about."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.gazetteer.locatives import nominatives
from eastflank.intake.tables.cells import days, statuses
from eastflank.intake.tables.cells.days import Day, Order
from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.places.found_places import PlaceSpot
from eastflank.intake.tables.rows import figure_words
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import tables
from tests.frozen import FOLDER


@pytest.mark.parametrize(
    ("cell", "low", "high", "hedge", "doubted"),
    [
        ("une centaine", 100, 100, "about", True),
        ("une vingtaine de militaires", 20, 20, "about", True),
        ("un millier", 1_000, 1_000, "about", True),
        ("deux cents", 200, 200, "", False),
        ("deux mille cinq cents soldats", 2_500, 2_500, "", False),
        ("trois cent vingt et un", 321, 321, "", False),
        ("jusqu’à deux cents", None, 200, "up to", False),
        ("cent", 100, 100, "", False),
    ],
)
def test_a_french_figure_in_words_is_read_and_a_round_one_is_a_proposal(
    cell: str, low: int | None, high: int | None, hedge: str, *, doubted: bool
) -> None:
    found = figure_words.stated(cell)
    assert isinstance(found, StatedStrength)
    assert (found.low, found.high, found.hedge) == (low, high, hedge)
    assert (figure_words.doubt(found.words) == "words at a figure") == doubted


@pytest.mark.parametrize(
    "cell", ["un", "plusieurs centaines", "deux centaines", "cent cent", "vingt onze", "mille mille"]
)
def test_what_is_no_one_number_in_words_is_asked_about(cell: str) -> None:
    assert isinstance(figure_words.stated(cell), Wrong)


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("fin avril 2024", "2024-04"), ("début mars 2024", "2024-03"), ("mi-mars 2024", "2024-03"),
        ("Ende 2023", "2023"), ("Anfang Mai 2024", "2024-05"), ("mitte 2024", "2024"), ("late 2023", "2023"),
        ("the end of April 2024", "2024-04"),
    ],
)  # fmt: skip
def test_a_part_of_a_month_or_a_year_is_its_whole_with_a_mark(cell: str, edtf: str) -> None:
    assert days.day(cell, Order(None)) == Day(edtf, "a part of a time")
    assert days.day_of("starts", f"since {cell}", Order(None)) == Day(edtf, "a part of a time")


@pytest.mark.parametrize("cell", ["fin 3 avril 2024", "Ende", "late", "fin du monde", "mid-17"])
def test_a_part_of_nothing_known_is_no_day(cell: str) -> None:
    assert isinstance(days.day(cell, Order(None)), Wrong)


def test_relieved_and_relief_differ_by_their_accent_alone() -> None:
    assert [(statuses.status(one), statuses.assumption(one)) for one in ("relevé", "Relevée", "relève")] == [
        ("withdrawn", "relieved"), ("withdrawn", "relieved"), ("deployed", "a manner"),
    ]  # fmt: skip
    assert isinstance(statuses.status("releve"), Wrong)


@pytest.fixture(scope="module")
def against() -> Against:
    return against_dataset(tables.read(FOLDER), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("words", "country", "place"),
    [
        ("Rukloje", "LTU", "rukla"), ("w Orzyszu", "POL", "orzysz"), ("Ādažos", "LVA", "adazi"),
        ("Tapal", "EST", "tapa"), ("Tapas", "EST", "tapa"),
    ],
)  # fmt: skip
def test_a_name_as_it_stands_in_a_sentence_is_the_one_curated_place(
    words: str, country: str, place: str, against: Against
) -> None:
    found = against.gazetteers.place(words, country)
    assert isinstance(found, PlaceSpot)
    assert (found.id, found.mark) == (place, "")


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [("Vilniuje", "LTU", "Vilnius"), ("Warszawie", "POL", "Warsaw"), ("Tallinnas", "EST", "Tallinn")],
)
def test_another_place_in_such_a_form_is_a_proposal(
    words: str, country: str, name: str, against: Against
) -> None:
    found = against.gazetteers.place(words, country)
    assert isinstance(found, PlaceSpot)
    assert found.name == name
    assert name in found.mark and found.kind == "a place near"


def test_a_form_is_read_in_its_own_country_alone(against: Against) -> None:
    assert nominatives("Rukloje", "DEU") == ()
    assert nominatives("Rukla 2", "LTU") == ()
    assert "bemowo piskie" in nominatives("w Bemowie Piskim", "POL")
    assert not isinstance(against.gazetteers.place("Xyzowie", "POL"), PlaceSpot)
