"""Different words for one place in one table are one place, and troops of one nation there are one unit."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.store import datasets, parts, tables
from eastflank.store.edits import Insert
from eastflank.store.folder import of
from eastflank.words.chosen import imported_claims
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def understood(text: str, against: Against, decided: Decisions = importing.UNDECIDED) -> Import:
    file = opening.opened("table.csv", text.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against, decided)


def test_words_for_one_place_are_one_place_and_one_unit(against: Against) -> None:
    heads = "Nation,Host,Base,Troops,Date\n"
    rows = ["CAN,Latvia,Camp Adazi,450,2017", "CAN,Latvia,Adazi,500,2018", "USA,Poland,Warschau,4,2017"]
    told = understood(heads + "\n".join([*rows, "USA,Poland,Warsaw,5,2018"]), against)
    assert not told.problems and not told.marks
    assert [one.place for one in told.entries] == ["Adazi", "Adazi", "Warsaw", "Warsaw"]
    camp, short, foreign = map(imported_claims.place_in_other_words, ("Camp Adazi", "Adazi", "Warschau"))
    assert [one.note for one in told.entries] == [camp, short, foreign, ""]
    found = told.changes(told.taken(), against, TableOrigin(told.file, TODAY, TODAY))
    claims = [one.row for one in found.edits if isinstance(one, Insert) and one.table == "claims"]
    assert [row["deployment"] for row in claims] == ["can-lva-adazi"] * 2 + ["usa-pol-warsaw"] * 2
    assert [row["place"] for row in claims] == ["camp-adazi"] * 2 + ["warsaw"] * 2


@pytest.mark.parametrize(
    ("host", "words", "kept"),
    [
        ("Estonia", "Tapa", "Tapa"),
        ("Romania", "MK Air Base", "MK Air Base"),
        ("Romania", "mihail kogalniceanu  AIR base", ""),
        ("Poland", "Warsaw", ""),
    ],
)
def test_words_that_are_not_the_name_of_the_place_are_kept(
    host: str, words: str, kept: str, against: Against
) -> None:
    told = understood(f"Nation,Host,Base,Troops,Date\nUSA,{host},{words},5,2018\n", against)
    (entry,) = told.entries
    assert not entry.problems
    assert entry.note == (imported_claims.place_in_other_words(kept) if kept else "")


def test_of_a_corrected_place_the_note_has_the_words_of_the_table_alone(against: Against) -> None:
    text = "Nation,Host,Base,Troops,Date\nUSA,Estonia,Tappa,5,2018\n"
    told = understood(text, against, Decisions(mended={("Base", "Tappa"): "Tapa"}))
    assert told.entries[0].note == imported_claims.MENDED.format(heading="Base", value="Tappa")


def test_a_town_that_is_taken_for_the_base_there_has_a_mark(against: Against) -> None:
    rows = "USA,Lithuania,Siauliai,5,2018\nUSA,Lithuania,Siauliai Air Base,4,2017\n"
    told = understood(f"Nation,Host,Base,Troops,Date\n{rows}", against)
    assert [one.place for one in told.entries] == ["Siauliai", "Siauliai"]
    assert [(mark.line, mark.kind, mark.value) for mark in told.marks] == [(2, "one place", "Siauliai")]
    assert told.spots["Siauliai", "LTU"].name == "Šiauliai air base"


def test_a_place_that_a_person_chose_is_taken_for_no_other(against: Against) -> None:
    text = "Nation,Host,Base,Troops,Date\nCAN,Latvia,Camp Adazi,450,2017\nCAN,Latvia,Adazi,500,2017\n"
    told = understood(text, against, Decisions(places={("Adazi", "LVA"): None}))
    assert [(one.place, one.outcome) for one in told.entries] == [
        ("Camp Adazi", "imported"),
        ("Adazi", "imported"),
    ]


def test_two_rows_that_contradict_each_other_in_other_words_for_one_place_are_told(against: Against) -> None:
    text = "Nation,Host,Base,Troops,Date\nCAN,Latvia,Camp Adazi,450,2017\nCAN,Latvia,Adazi,500,2017\n"
    told = understood(text, against)
    assert [(one.line, one.kind) for one in told.problems] == [(2, "a contradiction"), (3, "a contradiction")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siauliai Air Base", "Siauliai barracks"),
        ("Siauliai", "Camp Nord near Siauliai"),
        ("Tapa", "Ämari"),
        ("Camp Adazi", "Camp Lielvarde"),
    ],
)
def test_words_for_different_bases_stay_different_places(one: str, other: str, against: Against) -> None:
    host = {"S": "Lithuania", "T": "Estonia", "C": "Latvia"}[one[0]]
    text = f"Nation,Host,Base,Troops,Date\nUSA,{host},{one},4,2017\nUSA,{host},{other},5,2018\n"
    told = understood(text, against)
    assert [each.place for each in told.entries] == [one, other]
