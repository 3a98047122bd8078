"""`geocode`: what it prints, and how a chosen place comes into `places.csv`."""

from __future__ import annotations

import argparse
import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from geopy.exc import GeocoderUnavailable
from hypothesis import given
from hypothesis import strategies as st

from eastflank.commands.geocode import add_arguments, run_with
from eastflank.store import schema
from eastflank.store.table_text import TableText
from tests.frozen import FOLDER
from tests.unit.canned_nominatim import ON, RANGE, canned

COLUMNS = ("id", "name", "country", "lat", "lon", "precision", "geocoder", "query", "looked_up_on", "note")
HEADER = ",".join(COLUMNS) + "\n"
TAPA = 'tapa,Tapa,EST,59.26056,25.95861,town,geonames,"Tapa, EE",2026-11-22,"The town,\nnot the camp."\n'
PLACES = schema.read(FOLDER)["places"]
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,5}", fullmatch=True)
TODAY = date(2026, 11, 22)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of one place."""
    for name in ("datapackage.json", "nations.csv"):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / "places.csv").write_bytes((HEADER + TAPA).encode())
    return tmp_path


def asked(data: Path, *words: str, settings: dict[str, str] | None = None, answer: object = None) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    args = parser.parse_args([*words, "--data", str(data)])
    return run_with(args, settings or {}, TODAY, canned(answer))


def row(place: str, note: str = "") -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"id": place, "name": place, "note": note}


@given(st.lists(IDS, unique=True, min_size=1), st.text('a,"\n\u2028é'))
def test_rows_are_kept_in_the_order_of_their_ids_and_read_back_as_they_were(
    places: list[str], note: str
) -> None:
    table = TableText.of(PLACES, HEADER)
    for place in places:
        table = table.with_row(row(place, note))
    read = list(csv.DictReader(io.StringIO(str(table), newline="")))
    assert read == [row(place, note) for place in sorted(places)]


@given(IDS.filter(lambda place: place != "tapa"))
def test_one_more_row_leaves_every_other_byte_as_it_was(place: str) -> None:
    new = str(TableText.of(PLACES, HEADER + TAPA).with_row(row(place)))
    assert new.replace(f"{place},{place},,,,,,,,\n", "", 1) == HEADER + TAPA


def test_a_file_without_a_last_line_end_gets_one() -> None:
    kept = TableText.of(PLACES, HEADER + TAPA[:-1]).with_row(row("z"))
    assert str(kept) == HEADER + TAPA + "z,z,,,,,,,,\n"


def test_an_id_is_never_used_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Tapa", "--accept", "1") == 1
    told = capsys.readouterr().err
    assert "places.csv, line 2: the id “tapa” is taken, by Tapa." in told and "--id" in told


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(data: Path) -> None:
    file = data / "places.csv"
    file.chmod(0o640)
    before = {path.name for path in data.iterdir()}
    assert asked(data, "Rukla", "--country", "LTU", "--accept", "1") == 0
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_bytes().count(b"\n") == (HEADER + TAPA).count("\n") + 1
    assert {path.name for path in data.iterdir()} == before


def test_candidates_are_numbered_each_with_its_reasons(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(data, "Tapa", "--country", "est") == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "“Tapa” in Estonia may mean:"
    assert printed[1] == (
        "  1. Tapa, Estonia: town, precision town, 59.2606, 25.9586 (geonames); 36 km inside the border"
    )
    assert printed[2] == "     in EST, as asked, curated, its exact name, town, in the region"


def test_nothing_found_says_so_and_names_near_ones(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Tapxa") == 1
    printed = capsys.readouterr()
    assert printed.out == "No place named “Tapxa” is known.\n"
    assert "Similar names: Tapa" in printed.err


def test_a_place_elsewhere_is_shown_but_is_no_answer(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Tapa", "--country", "LVA") == 1
    assert "No place named “Tapa” in Latvia is known. Elsewhere:" in capsys.readouterr().out


def test_words_without_a_place_are_refused_before_anybody_online_is_asked(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(data, "the south", settings=ON, answer=AssertionError("asked")) == 1
    assert "“the south” has no point on the map." in capsys.readouterr().err


def test_what_is_found_online_is_ranked_with_the_rest(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Novo Selo", "--country", "BGR", settings=ON, answer=[RANGE]) == 0
    assert "nominatim agree" in capsys.readouterr().out


def test_a_failure_online_leaves_what_is_known_offline(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(data, "Tapa", settings=ON, answer=GeocoderUnavailable("down")) == 0
    printed = capsys.readouterr()
    assert "cannot be reached. Check the network. What follows was found offline." in printed.err
    assert "1. Tapa, Estonia" in printed.out


def test_the_chosen_place_becomes_a_row(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Amari", "--accept", "1", "--id", "amari") == 0
    added = "amari,Amari Air Base,EST,59.2603,24.2085,site,airportsdata,Amari,2026-11-22,Aerodrome EEEI.\n"
    assert (data / "places.csv").read_text(encoding="utf-8") == HEADER + added + TAPA
    assert capsys.readouterr().out == "Kept in places.csv: amari (Amari Air Base, 59.2603, 24.2085).\n"
    assert asked(data, "Szczecin", "--accept", "1") == 0
    assert (
        ",geonames,Szczecin,2026-11-22,GeoNames 3083829 (CC BY 4.0).\n" in (data / "places.csv").read_text()
    )


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["Tapa", "--accept", "1"], 1, "the id “tapa” is taken"),
        (["Tapa", "--accept", "9"], 2, "--accept 9: there are 5 places to choose from."),
        (["Tapa", "--accept", "0"], 2, "--accept 0"),
        (["Xyzzyx-on-Qwx", "--accept", "1"], 2, "there are 0 places"),
        (["Amari", "--accept", "1", "--id", "Ämari air base"], 1, "places.csv, line 4 (Ämari air base), id"),
        (["Tata", "--country", "MAR", "--accept", "1"], 1, "“MAR” is not in nations.csv"),
        (["Tapa", "--country", "EE"], 2, "--country EE is not an ISO 3166-1 alpha-3 code"),
        (["…"], 2, "holds no letter or digit"),
    ],
)
def test_a_refusal_says_why_and_leaves_the_table_untouched(
    data: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, message: str
) -> None:
    assert asked(data, *words) == status
    assert message in capsys.readouterr().err
    assert (data / "places.csv").read_bytes() == (HEADER + TAPA).encode()


def test_a_missing_setting_or_table_is_a_message(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(data, "Tapa", settings={"EASTFLANK_NOMINATIM": "1"}) == 2
    assert "EASTFLANK_USER_AGENT is not set" in capsys.readouterr().err
    (data / "places.csv").unlink()
    assert asked(data, "Tapa") == 2
    assert "places.csv: The file is missing." in capsys.readouterr().err
