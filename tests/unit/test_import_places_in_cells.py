"""What a cell says about a place beside its name is read, marked, or asked about."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.places.found_places import PlaceSpot
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


def at_place(host: str, place: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", f'Nation,Host,Base,Troops\nUSA,"{host}","{place}",500\n'.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against)


def spot(told: Import) -> PlaceSpot:
    (found,) = told.spots.values()
    return found


@pytest.mark.parametrize(
    ("host", "place", "parts_"),
    [
        ("Lithuania", "Rukla / Pabrade", ("Rukla", "Pabrade")),
        ("Latvia", "Adazi and Lielvarde", ("Adazi", "Lielvarde")),
        ("Poland", "Nowa Deba i Powidz", ("Nowa Deba", "Powidz")),
        ("Poland", "Poznan, Powidz, Zagan", ("Poznan", "Powidz", "Zagan")),
        ("", "Rzeszow / Powidz, Poland", ("Rzeszow", "Powidz")),
    ],
)
def test_several_places_in_a_cell_keep_their_figure_whole_with_the_country(
    host: str, place: str, parts_: tuple[str, ...], against: Against
) -> None:
    told = at_place(host, place, against)
    (entry,), (mark,) = told.entries, told.marks
    assert mark.kind == "several places"
    assert all(f"“{part}”" in mark.said for part in parts_)
    assert (entry.low, entry.high) == (500, 500)
    assert spot(told).point is None and len(entry.host) == 1


@pytest.mark.parametrize("host", ["", "Latvia and Estonia"])
def test_several_places_without_a_single_host_are_told_as_such(host: str, against: Against) -> None:
    (problem,) = at_place(host, "Adazi and Tapa", against).problems
    assert problem.kind == "several places, no host"
    assert "“Adazi”, “Tapa”" in problem.reason


def test_different_places_that_a_cell_can_mean_are_not_called_one_name(against: Against) -> None:
    told = at_place("Romania", "Constanta (MK)", against)
    assert [one.kind for one in told.problems] == ["perhaps several places"]
    (choice,) = told.choices.values()
    assert len(choice.candidates) > 1


@pytest.mark.parametrize(
    ("host", "place", "found", "country"),
    [
        ("Poland", "Powidz, Poland", "Powidz", "POL"),
        ("Poland", "Powidz (Poland)", "Powidz", "POL"),
        ("Poland", "Powidz, PL", "Powidz", "POL"),
        ("Poland", "Poland - Powidz", "Powidz", "POL"),
        ("", "Powidz, Poland", "Powidz", "POL"),
        ("Lithuania", "Rukla, Litauen", "Rukla", "LTU"),
    ],
)
def test_a_place_with_its_country_is_read_as_the_place_in_it(
    host: str, place: str, found: str, country: str, against: Against
) -> None:
    told = at_place(host, place, against)
    (entry,) = told.entries
    assert (entry.outcome, entry.host) == ("imported", (country,))
    assert spot(told).name.startswith(found) and spot(told).point is not None


def test_the_base_at_the_largest_place_of_a_name_is_meant_and_the_others_are_named(against: Against) -> None:
    for place in ("Mihail Kogalniceanu", "Mihail Kogalniceanu, Romania"):
        told = at_place("Romania", place, against)
        assert spot(told).name == "Mihail Kogălniceanu air base"
        (mark,) = told.marks
        assert mark.kind == "a place near" and "(44.68, 27.73)" in mark.said


@pytest.mark.parametrize(
    ("host", "place", "named"),
    [
        ("Poland", "Orzysz, Germany", "Germany"),
        ("Poland", "Powidz (Deutschland)", "Germany"),
        ("Germany", "Rostock; Poland", "Poland"),
        ("Estonia and Latvia", "Powidz, Poland", "Poland"),
    ],
)
def test_a_place_in_a_country_that_is_not_the_host_is_asked_about(
    host: str, place: str, named: str, against: Against
) -> None:
    (problem,) = at_place(host, place, against).problems
    assert (problem.kind, problem.value) == ("another country", place)
    assert f"This names {named}" in problem.reason


@pytest.mark.parametrize(
    "place",
    [
        "near Rzeszow", "nr. Rzeszow", "Nr Rzeszow", "bei Rzeszow", "outside Rzeszow", "Rzeszow area",
        "Rzeszow (region)", "20 km north of Rzeszow", "south-east of Rzeszow", "nordöstlich von Rzeszow",
        "Raum Rzeszow", "w pobliżu Rzeszow", "prie Rzeszow", "под Rzeszow", "Camp Nord near Rzeszow",
        "near Rzeszow, Poland",
    ],
)  # fmt: skip
def test_what_is_near_a_place_is_not_at_it(place: str, against: Against) -> None:
    told = at_place("Poland", place, against)
    (mark,) = told.marks
    assert (mark.kind, mark.value) == ("near a place", place)
    assert spot(told).precision == "region"
    found = told.changes(told.taken(proposals=True), against, TableOrigin(told.file, TODAY, TODAY))
    (row,) = [one.row for one in found.edits if isinstance(one, Insert) and one.table == "places"]
    assert (row["name"], row["precision"]) == ("Area of Rzeszów", "region")
    assert "near" in row["note"]
    (claim,) = [one.row for one in found.edits if isinstance(one, Insert) and one.table == "claims"]
    assert f"“{place}”" in claim["note"]


@pytest.mark.parametrize(
    ("host", "place"), [("Poland", "Drawsko Pomorskie Training Area"), ("Poland", "Nowa Deba")]
)
def test_a_training_area_and_a_name_of_several_words_are_the_place_itself(
    host: str, place: str, against: Against
) -> None:
    assert not at_place(host, place, against).marks


@pytest.mark.parametrize("place", ["various", "Several locations", "verschiedene Standorte", "różne"])
def test_words_for_several_places_without_a_name_are_no_unknown_place(place: str, against: Against) -> None:
    told = at_place("Poland", place, against)
    assert [mark.kind for mark in told.marks] == ["no point"]
    assert told.entries[0].host == ("POL",)


@pytest.mark.parametrize("place", ["Tapa (2019)", "Tapa 2019", "Tapa, 2019"])
def test_a_year_at_a_place_is_a_proposal_that_quotes_it(place: str, against: Against) -> None:
    told = at_place("Estonia", place, against)
    assert [mark.kind for mark in told.marks][:1] == ["a doubt at a place"]
    assert "“2019”" in told.marks[0].said


@pytest.mark.parametrize(
    ("host", "place", "parts_"),
    [
        ("Poland", "Orzysz / Bemowo Piskie", ("Orzysz", "Bemowo Piskie")),
        ("Poland", "Orzysz and Bemowo Piskie", ("Orzysz", "Bemowo Piskie")),
        ("Poland", "Orzysz, Bemowo Piskie", ("Orzysz", "Bemowo Piskie")),
        ("", "Orzysz / Bemowo Piskie", ("Orzysz", "Bemowo Piskie")),
        ("Lithuania", "Rukla / Gaižiūnai", ("Rukla", "Gaižiūnai")),
    ],
)
def test_places_near_each_other_in_a_cell_are_a_proposal_that_names_them(
    host: str, place: str, parts_: tuple[str, ...], against: Against
) -> None:
    told = at_place(host, place, against)
    (entry,), (mark,) = told.entries, told.marks
    assert (entry.outcome, mark.kind, mark.value) == ("proposal", "places near each other", place)
    assert all(f"“{part}”" in mark.said for part in parts_)
    assert spot(told).point is not None and f"kept at {spot(told).name}" in mark.said


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("Latvia", "Adazi / Camp Adazi"),
        ("Latvia", "Адажи / Adazi"),
        ("Latvia", "HQ MND-N / Adazi"),
        ("Poland", "Orzysz / Training Area"),
        ("Romania", "Mihail Kogalniceanu / MK Air Base"),
        ("Lithuania", "Rukla, Jonava"),
    ],
)
def test_two_names_of_one_place_a_staff_and_an_address_are_no_second_place(
    host: str, place: str, against: Against
) -> None:
    told = at_place(host, place, against)
    assert not told.marks and spot(told).point is not None


@pytest.mark.parametrize(
    "place", ["Adazi and Foobarville", "Foobarville; Adazi", "Adazi + Lielvarde & Foobarville"]
)
def test_a_place_that_is_not_known_beside_a_known_one_is_told(place: str, against: Against) -> None:
    told = at_place("Latvia", place, against)
    (entry,), (mark,) = told.entries, told.marks
    assert (entry.outcome, mark.kind) == ("proposal", "several places, not all known")
    assert "“Adazi”" in mark.said and "Not known: “Foobarville”." in mark.said
    assert spot(told).point is None and entry.host == ("LVA",)
    (problem,) = at_place("", place, against).problems
    assert problem.kind == "several places, no host" and "“Foobarville”" in problem.reason
