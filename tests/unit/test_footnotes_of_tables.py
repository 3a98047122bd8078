"""A footnote under a table goes into the notes of the rows that bear its mark; no other is lost."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import notes
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import imported_claims, rows_of_tables
from tests.frozen import FOLDER

HEAD = "Nation,Host,Base,Unit,Troops,As of,Remarks"
ROWS = {
    "figure": "UK,Estonia,Tapa,Battlegroup,400{mark},2022,",
    "nation": "UK{mark},Estonia,Tapa,Battlegroup,400,2022,",
    "unit": "UK,Estonia,Tapa,Battlegroup{mark},400,2022,",
    "remark": "UK,Estonia,Tapa,Battlegroup,400,2022,{mark}",
}
SAID = "Announced on 3 May"


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(against: Against, *lines: str) -> Import:
    file = opening.opened("made-up.csv", "\n".join((HEAD, *lines)).encode())
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


@pytest.mark.parametrize(
    ("where", "mark"),
    [
        (where, mark)
        for where in sorted(ROWS)
        for mark in ("¹", "*", "†", "[1]", "**", " 1)")
        if (where, mark) != ("nation", " 1)")  # not recognised: a problem says so
    ],
)
def test_a_row_with_the_mark_has_the_footnote_in_its_note(where: str, mark: str, against: Against) -> None:
    other = "France,Estonia,Tapa,Company,300,2022,"
    told = understood(against, ROWS[where].format(mark=mark), other, f"{mark.strip()} {SAID}")
    with_mark, without = told.entries
    assert not with_mark.problems
    assert imported_claims.footnote(mark.strip(" []¹)") or "1", SAID) in with_mark.note
    assert SAID not in without.note
    assert not any(SAID in each for each in told.assumptions)


def test_marks_are_compared_without_brackets_and_several_are_told_in_their_order(against: Against) -> None:
    told = understood(against, 'UK,Estonia,Tapa,Battlegroup,400,2022,"¹, ²"', "1) One", "[2] Two", "3 Three")
    (entry,) = told.entries
    assert entry.note.startswith("¹, ². Footnote 1 in the table: “One”. Footnote 2 in the table: “Two”.")
    assert rows_of_tables.footnote_of_no_row("3", 5, "Three") in told.assumptions


@pytest.mark.parametrize("mark", ["*", "¹", "†", "[a]", " 1)"])
def test_a_mark_at_a_figure_without_a_footnote_is_a_proposal(mark: str, against: Against) -> None:
    row = ROWS["figure"].format(mark=mark)
    for lines in ((row,), (row, "‡ Something else")):
        (entry,) = understood(against, *lines).entries
        assert (entry.outcome, entry.low) == ("proposal", 400)
        (one,) = entry.marks
        assert (one.kind, one.column, one.value) == ("a mark without a footnote", "Troops", f"400{mark}")
        assert f"“{mark.strip()}”" in one.said
    (entry,) = understood(against, row, f"{mark.strip()} {SAID}").entries
    assert entry.outcome == "imported" and SAID in entry.note


def test_a_figure_is_no_mark(against: Against) -> None:
    told = understood(against, "UK,Estonia,Tapa,Expert,1,2022,", f"1 {SAID}")
    assert SAID not in told.entries[0].note
    assert rows_of_tables.footnote_of_no_row("1", 3, SAID) in told.assumptions


def test_a_footnote_that_no_note_may_have_is_told(against: Against) -> None:
    told = understood(against, "UK,Estonia,Tapa,Battlegroup,400*,2022,", "* See <b>there</b>")
    assert "<b>" not in told.entries[0].note
    assert any("<b>there</b>" in each for each in told.assumptions)


def test_a_long_footnote_is_kept_whole(against: Against) -> None:
    said = "word " * 100 + "end"
    told = understood(against, "UK,Estonia,Tapa,Battlegroup,400*,2022,", f"* {said}")
    assert imported_claims.footnote("*", said) in told.entries[0].note


# --- the same row next month ---------------------------------------------------------------------------------

ONE = imported_claims.footnote("1", "Said “so”. And more")
PLACE = imported_claims.place_in_other_words("MK Air Base")
SOURCE = imported_claims.source_in_table("a list")
MARK = imported_claims.assumed("zero", "0", rows_of_tables.MARKS["zero"])


BEFORE = pytest.mark.parametrize("before", ["", "Own words.", "¹ Type: guns."])
AFTER = pytest.mark.parametrize("after", ["", SOURCE, MARK, f"{SOURCE} {MARK}"])


def _note(*parts: str) -> str:
    return " ".join(filter(None, parts))


@pytest.mark.parametrize("place", ["", PLACE])
@BEFORE
@AFTER
def test_a_note_of_an_older_version_says_the_same(before: str, place: str, after: str) -> None:
    old, now = _note(before, after), _note(before, ONE, place, after)
    assert notes.alike(old, now)
    assert not notes.alike(f"Other. {old}".strip(), now)
    assert not notes.alike(now, old)
    assert not notes.alike(now.replace("1", "2"), now)


@BEFORE
@AFTER
def test_the_words_for_a_place_are_no_change_of_a_note_and_are_told_apart(before: str, after: str) -> None:
    # A place in other words is the same place. `place_words` gives them, and an import lists the two.
    old, now = _note(before, after), _note(before, PLACE, after)
    others = now.replace("MK", "MKK")
    for one, other in ((old, now), (now, old), (others, now)):
        assert notes.alike(one, other)
        assert not notes.alike(f"Other. {one}", other)
    assert [notes.place_words(each) for each in (old, now, others)] == ["", "MK Air Base", "MKK Air Base"]


def test_a_mark_whose_footnote_is_missing_says_the_same_as_in_an_older_version() -> None:
    missing = imported_claims.assumed("a mark without a footnote", "504*", "Not known.")
    assert notes.alike("Mark at the figure: *", f"Mark at the figure: * {missing}")
    assert notes.alike(f"Mark at the figure: * {missing}", "Mark at the figure: *")
    assert not notes.alike("Mark at the figure: *", f"Mark at the figure: † {missing}")


def test_parts_of_a_note_are_sentences_and_a_note_of_an_older_version_says_the_same() -> None:
    assert (
        imported_claims.sentences(["as of May", "", SOURCE, "Type: guns"])
        == f"as of May. {SOURCE} Type: guns"
    )
    assert imported_claims.sentences(["Own?", "Other"]) == "Own? Other"
    old = f"as of May Source in the table: a list {MARK}"
    now = imported_claims.sentences(["as of May", SOURCE, MARK])
    assert notes.alike(old, now)
    assert not notes.alike(old.replace("May", "June"), now)
    assert not notes.alike(old.replace("a list", "a lists"), now)
    chosen = imported_claims.country_chosen("Xyz")
    assert notes.alike(chosen.replace(imported_claims.CHOSEN, imported_claims.CHOSEN_BEFORE), chosen)


def test_a_footnote_before_words_for_the_place_that_an_older_version_kept_too() -> None:
    for place in (f"{PLACE} ", ""):
        assert notes.alike(f"Own. {PLACE} {SOURCE}", f"Own. {ONE} {place}{SOURCE}")
        assert not notes.alike(f"Own. {ONE} {place}{SOURCE}", f"Own. {PLACE} {SOURCE}")
