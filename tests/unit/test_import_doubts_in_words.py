"""Words in a cell that speak against its column are never left out without a problem or a mark."""

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


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def one_row(heading: str, cell: str, against: Against) -> Import:
    return understood(f"Nation,Host,Unit,Troops,{heading}\nUK,Estonia,Camp Guard,20,{cell}\n", against)


@pytest.mark.parametrize("word", ["until", "Till", "by"])
@pytest.mark.parametrize(
    ("heading", "kind"),
    [("From", "an end for a start"), ("Start", "an end for a start"), ("Date", "an end for a day")],
)
def test_a_day_until_when_is_no_start_and_no_day(
    word: str, heading: str, kind: str, against: Against
) -> None:
    (problem,) = one_row(heading, f"{word} Sep 2024", against).problems
    assert (problem.kind, problem.column, problem.value) == (kind, heading, f"{word} Sep 2024")
    assert f"“{word}”" in problem.reason


@pytest.mark.parametrize("word", ["since", "From", "as of"])
def test_a_day_from_when_is_no_end(word: str, against: Against) -> None:
    (problem,) = one_row("To", f"{word} Jan 2024", against).problems
    assert (problem.kind, problem.value) == ("a start for an end", f"{word} Jan 2024")
    assert f"“{word}”" in problem.reason


@pytest.mark.parametrize(
    ("heading", "cell", "days"),
    [
        ("From", "since Sep 2024", ("", "2024-09", "")),
        ("From", "from Sep 2024", ("", "2024-09", "")),
        ("To", "until Sep 2027", ("", "", "2027-09")),
        ("To", "by Sep 2027", ("", "", "2027-09")),
        ("Date", "as of Sep 2024", ("2024-09", "", "")),
        ("Date", "in Sep 2024", ("2024-09", "", "")),
    ],
)
def test_a_word_that_its_column_says_too_needs_no_mark(
    heading: str, cell: str, days: tuple[str, str, str], against: Against
) -> None:
    told = one_row(heading, cell, against)
    assert [(one.date, one.starts, one.ends) for one in told.entries] == [days]
    assert not told.problems and not told.marks


def at_place(host: str, place: str, against: Against) -> Import:
    return understood(f'Nation,Host,Base,Troops,Since\nUSA,"{host}","{place}",20,2024\n', against)


@pytest.mark.parametrize(
    ("host", "place", "both"),
    [
        ("Poland", "Germany", ("Poland", "Germany")),
        ("PL", "Germany", ("Poland", "Germany")),
        ("Romania", "Turkey", ("Romania", "Turkey")),
        ("LT", "LV", ("Lithuania", "Latvia")),
        ("RO", "MK", ("Romania", "North Macedonia")),
        ("Estonia and Latvia", "Lithuania", ("Estonia", "Latvia", "Lithuania")),
    ],
)
def test_a_country_that_is_not_the_host_is_asked_about_with_both(
    host: str, place: str, both: tuple[str, ...], against: Against
) -> None:
    (problem,) = at_place(host, place, against).problems
    assert (problem.kind, problem.column, problem.value) == ("another country", "Base", place)
    assert all(name in problem.reason for name in both)


@pytest.mark.parametrize(
    ("host", "place"), [("Poland", "Poland"), ("LT", "Lithuania"), ("Estonia and Latvia", "Latvia")]
)
def test_the_host_as_the_place_is_no_contradiction(host: str, place: str, against: Against) -> None:
    assert not at_place(host, place, against).problems


def test_a_base_in_the_host_with_the_letters_of_another_country_can_be_chosen(against: Against) -> None:
    told = at_place("Romania", "MK", against)
    assert [one.kind for one in told.problems] == ["another country"]
    (choice,) = told.choices.values()
    assert [each.name for each in choice.candidates] == ["Mihail Kogălniceanu air base"]


@pytest.mark.parametrize(
    ("host", "place", "words"),
    [
        ("Poland", "Orzysz?", "?"),
        ("Lithuania", "Rukla (former)", "former"),
        ("Lithuania", "Rukla (planned)", "planned"),
        ("Lithuania", "Rukla (until Sep 2024)", "until"),
        ("Poland", "ex-Bemowo Piskie", "ex-"),
        ("Estonia", "not Tapa", "not"),
        ("Estonia", "Tapa (from 2027)", "from"),
        ("Estonia", "Tapa (geplant)", "geplant"),
    ],
)
def test_words_of_doubt_or_of_another_time_at_a_place_are_a_proposal_that_quotes_them(
    host: str, place: str, words: str, against: Against
) -> None:
    told = at_place(host, place, against)
    (mark,) = [one for one in told.marks if one.kind == "a doubt at a place"]
    assert (mark.column, mark.value) == ("Base", place)
    assert f"“{words}”" in mark.said


@pytest.mark.parametrize(
    ("host", "place"), [("Poland", "Orzysz"), ("Estonia", "Tapa"), ("Latvia", "Camp Ādaži")]
)
def test_a_place_without_such_words_has_no_mark(host: str, place: str, against: Against) -> None:
    told = at_place(host, place, against)
    assert not told.marks and not told.problems
