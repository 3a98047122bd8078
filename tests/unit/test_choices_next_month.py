"""What a person chose about a table holds for its next file, where that has the same words, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.checks import places as checks_of_places
from eastflank.intake.tables import choices, importing, kept_choices, told_choices
from eastflank.intake.tables.choices import CELL, PLACE, PROPOSAL, ROW, TOTAL, TableChoice, TableWords
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.places import placing
from tests.months import Months

pytestmark = pytest.mark.usefixtures("read_once")

HEADS = "Unit,Nation,Host,Place,Persons\n"
ROWS = (
    "Guard,USA,Bulgaria,Novo Selo,50",
    "Nord,USA,Poland,Orzysz?,60",
    "Sud,USA,Estonia,Tappa,70",
    "Guess of June,USA,Estonia,Tapa,999",
)
FILE = HEADS + "\n".join(ROWS)


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Months:
    return Months(tmp_path_factory.mktemp("months") / "again")


@pytest.fixture(scope="module")
def chosen(months: Months) -> tuple[TableChoice, ...]:
    """What the editor chose about the first file: a place, a corrected cell, a row, a proposal."""
    asked = months.read(FILE).choices
    base = asked["Novo Selo", "BGR"].candidates[0]
    decided = Decisions(
        mended={("Place", "Tappa"): "Tapa"}, places={("Novo Selo", "BGR"): base}, without=frozenset({5})
    )
    told = months.read(FILE, decided)
    assert not told.problems
    return tuple(choices.signed(made(told, decided), (), words(told), "Ada", "2026-10-01"))


def made(told: Import, decided: Decisions) -> list[TableChoice]:
    taken = [mark for entry in told.taken(proposals=True) for mark in entry.marks]
    left = {entry.line for entry in told.left_out}
    return list(choices.made(told.table, taken, decided.places, decided.mended, left))


def words(told: Import) -> TableWords:
    return TableWords(told.table, placing.asked((*told.entries, *told.left_out)), told.marks)


def again(months: Months, text: str, chosen: tuple[TableChoice, ...]) -> tuple[Import, Decisions]:
    plain = months.read(text)
    decided = told_choices.taken_over(importing.UNDECIDED, chosen, words(plain))
    return months.read(text, decided), decided


def test_each_sort_of_choice_is_kept_with_its_words(chosen: tuple[TableChoice, ...]) -> None:
    assert {one.sort: one.words for one in chosen} == {
        PLACE: ("Novo Selo", "BGR"),
        CELL: ("Place", "Tappa"),
        ROW: tuple(
            part for pair in zip(HEADS.strip().split(","), ROWS[3].split(","), strict=True) for part in pair
        ),
        PROPOSAL: ("a doubt at a place", "Place", "Orzysz?"),
    }


def test_the_same_words_are_chosen_alike(months: Months, chosen: tuple[TableChoice, ...]) -> None:
    told, decided = again(months, FILE, chosen)
    assert not told.problems
    assert [one.name for one in told.taken()] == ["Guard", "Nord", "Sud"]
    assert [one.name for one in told.left_out] == ["Guess of June"]
    held = told_choices.in_force(chosen, words(told), decided, decided.without)
    assert set(held) == set(chosen)
    shown = list(told_choices.told(held, months.names))
    assert {one[2:] for one in shown} == {("Ada", "2026-10-01")}
    assert "“Novo Selo” in Bulgaria" in {one[0] for one in shown}


@pytest.mark.parametrize(
    ("row", "problems", "taken"),
    [
        (ROWS[0].replace("Novo Selo", "Novo selo"), 1, []),
        (ROWS[1].replace("Orzysz?", "Orzysz ?"), 0, []),
        (ROWS[2].replace("Tappa", "Tappxy"), 1, []),
        (ROWS[3].replace("999", "998"), 0, ["Guess of June"]),
    ],
)
def test_other_words_are_asked_about_again(
    row: str, problems: int, taken: list[str], months: Months, chosen: tuple[TableChoice, ...]
) -> None:
    told, _ = again(months, HEADS + row, chosen)
    assert len(told.problems) == problems
    assert [one.name for one in told.taken()] == taken


def test_of_two_rows_with_the_same_cells_none_is_left_out_next_month(
    months: Months, chosen: tuple[TableChoice, ...]
) -> None:
    told, _ = again(months, f"{FILE}\n{ROWS[3]}\n", chosen)
    assert not told.left_out
    twice = months.read(f"{FILE}\n{ROWS[3]}\n", Decisions(without=frozenset({6})))
    assert not [one for one in made(twice, Decisions()) if one.sort == ROW]


def test_a_total_that_is_left_out_is_one_next_month_too_with_whatever_sum(months: Months) -> None:
    total = "Total of the list,USA,Estonia,Tapa,{}\n"
    text = f"{HEADS}{ROWS[2].replace('Tappa', 'Tapa')}\n{total}"
    decided = Decisions(without=frozenset({3}))
    before = months.read(text.format(999), decided)
    kept = tuple(choices.signed(made(before, decided), (), words(before), "Ada", "2026-10-01"))
    (one,) = (one for one in kept if one.sort in (ROW, TOTAL))
    assert one.sort == TOTAL and "999" not in one.words
    told, then = again(months, text.format("1,060"), kept)
    assert [row.name for row in told.left_out] == ["Total of the list"]
    held = told_choices.in_force(kept, words(told), then, then.without)
    assert one in held and any(
        "whatever its sum" in said[0] for said in told_choices.told(held, months.names)
    )
    for other in (total.replace("Total", "Tower"), total.replace("list", "other list")):
        assert not again(months, text.replace(total, other).format(999), kept)[0].left_out
    twice = months.read(f"{text}{total}".format(999, 5), decided)
    assert [one.sort for one in made(twice, decided) if one.sort in (ROW, TOTAL)] == [ROW]


def test_a_choice_keeps_who_made_it_and_waits_if_its_words_are_not_in_the_file(
    months: Months, chosen: tuple[TableChoice, ...]
) -> None:
    told, decided = again(months, HEADS + "\n".join(ROWS[1:]), chosen)
    kept = choices.signed(made(told, replace(decided, places={})), chosen, words(told), "Ben", "2026-11-01")
    assert set(kept) == set(chosen)
    other = TableChoice(CELL, ("Place", "Tappa"), "Paldiski")
    kept = choices.signed([other], chosen, words(told), "Ben", "2026-11-01")
    assert replace(other, who="Ben", on="2026-11-01") in kept
    assert {one.sort for one in kept} == {PLACE, CELL}  # the row and the proposal were not chosen again


def test_choices_are_stored_by_table_and_what_is_none_is_ignored(
    tmp_path: Path, chosen: tuple[TableChoice, ...]
) -> None:
    kept_choices.keep(tmp_path, "tracker-10.csv", chosen)
    kept_choices.keep(tmp_path, "other.csv", chosen[:1])
    assert kept_choices.of_table(tmp_path, "tracker-11.csv") == chosen
    with (tmp_path / kept_choices.FILE).open("a", encoding="utf-8") as stream:
        stream.write('no choice\n{"table": "tracker", "choices": [{"sort": "cell", "words": ["a"]}]}\n')
    assert kept_choices.of_table(tmp_path, "tracker-11.csv") == chosen
    kept_choices.keep(tmp_path, "tracker-12.csv", ())
    assert kept_choices.of_table(tmp_path, "tracker-12.csv") == ()
    assert kept_choices.of_table(tmp_path, "other.csv") == chosen[:1]


def test_the_command_names_who_chose_what_and_can_leave_it(
    months: Months, chosen: tuple[TableChoice, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept_choices.keep(months.folder, "table-1.csv", chosen)
    file = tmp_path / "table-2.csv"
    file.write_text(FILE, encoding="utf-8")
    asked = ["import", str(file), "--to", str(months.folder), "--dry-run"]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "4 choices of an earlier file" in said
    assert "“Tappa” in “Place”: “Tapa” (chosen last time by Ada on 2026-10-01)" in said
    assert main([*asked, "--afresh"]) == 1
    assert "chosen last time" not in capsys.readouterr().out


def test_a_place_kept_with_only_its_country_never_stands_for_its_namesake_in_another(tmp_path: Path) -> None:
    """Its id may be the one that the gazetteer gives to the other place."""
    months = Months(tmp_path / "again")
    text = f"{HEADS}Guard,USA,Bulgaria,Novo Selo,50\nPatrol,USA,Romania,Novo Selo,40\n"
    ask = months.read(text).choices["Novo Selo", "BGR"]
    base = next(one for one in ask.candidates if one.id == "novo-selo")
    decided = Decisions(places={("Novo Selo", "BGR"): base, ("Novo Selo", "ROU"): None})
    for number in range(3):
        months.bring(text.replace(",50", f",5{number}"), decided)
        claims, places = months.dataset.claims, months.dataset.places.set_index("id")
        at = {host: set(claims.loc[claims["host"] == host, "place"]) for host in ("BGR", "ROU")}
        assert {places.loc[own, "country"] for own in at["BGR"]} == {"BGR"}
        assert not {places.loc[own, "lat"] for own in at["BGR"]} & {None}
        assert {(places.loc[own, "country"], places.loc[own, "precision"]) for own in at["ROU"]} == {
            ("ROU", "none")
        }
        assert "novo-selo" not in at["ROU"], "the gazetteer has this id for another place"


def test_an_id_that_another_place_of_the_dataset_has_is_not_taken_for_the_gazetteers(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    alone = f"{HEADS}Patrol,USA,Romania,Novo Selo,40\n"
    months.bring(alone, Decisions(places={("Novo Selo", "ROU"): None}))
    assert set(months.dataset.places["id"]) == {"novo-selo"}
    both = f"{HEADS}Guard,USA,Bulgaria,Novo Selo,50\nPatrol,USA,Romania,Novo Selo,41\n"
    base = months.read(both).choices["Novo Selo", "BGR"].candidates[0]
    months.bring(both, Decisions(places={("Novo Selo", "BGR"): base}))
    dataset = months.dataset
    assert not [*checks_of_places.a_place_lies_in_the_host(dataset)]
    assert dict(zip(dataset.places["country"], dataset.places["id"], strict=True)) == {
        "BGR": "novo-selo-training-area",
        "ROU": "novo-selo",
    }


def test_an_accepted_proposal_about_the_words_of_one_cell_is_kept_for_the_same_words(months: Months) -> None:
    heads = "Unit,Nation,Host,Place,Persons,Status\n"
    file = (
        f"{heads}Nord,USA,Poland,Powidz,60 (2 coys),planned\nSud,Spain / Portugal,Estonia,Tapa,70,deployed\n"
    )
    first = months.read(file)
    kept = made(first, importing.UNDECIDED)
    assert {one.words[2] for one in kept} == {"60 (2 coys)", "planned", "Spain / Portugal"}
    told, _ = again(months, file.replace("70", "75"), tuple(kept))
    assert [one.name for one in told.taken()] == ["Nord", "Sud"]
    for then, now in (("planned", "plan"), ("60 (2", "65 (2"), ("2 coys", "3 coys")):
        told, _ = again(months, file.replace(then, now), tuple(kept))
        assert [one.name for one in told.taken()] == ["Sud"]
