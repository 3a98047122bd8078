"""Laws of taking a base's name apart, of sounds, and of the check of aerodromes."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.gazetteer import offline
from eastflank.gazetteer.aerodrome_check import checked, in_sixtieths
from eastflank.gazetteer.airbases import Airbases
from eastflank.gazetteer.curated import BASES, Curated
from eastflank.gazetteer.geocoder import Together
from eastflank.gazetteer.hit import Match, Reading
from eastflank.gazetteer.installations import SIGNS, fits
from eastflank.gazetteer.lookup import candidates
from eastflank.gazetteer.name_endings import ENDINGS
from eastflank.gazetteer.parts import segments, take_apart
from eastflank.gazetteer.words import COUNTRIES, PHRASES, Words
from eastflank.model import Point, Theatre
from eastflank.names.sounding import latin, sounding_of, soundings_of
from eastflank.reading.folding import fold

# Parts


@given(st.text())
def test_a_name_is_taken_apart_without_inventing_words_and_the_core_is_folded(text: str) -> None:
    parts = take_apart(text)
    assert set(parts.core.split()) <= set(fold(text).split())
    assert fold(parts.core) == parts.core or parts.core.startswith("the ")
    assert parts.core in parts.longer


@given(st.sampled_from(sorted(SIGNS)), st.sampled_from(("grobina", "novo selo", "шяуляй")), st.booleans())
def test_the_words_for_a_kind_are_set_aside_before_and_after_a_place(
    words: tuple[str, ...],
    place: str,
    before: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    phrase = " ".join(words)
    parts = take_apart(f"{phrase} {place}" if before else f"{place} {phrase}")
    assert parts.core == fold(place)
    assert parts.kinds == (() if SIGNS[words].kind == "unit" else (SIGNS[words].kind,))


@pytest.mark.parametrize(
    ("name", "core", "kinds"),
    [
        ("Tapa Army Base", "tapa", ("base",)),
        ("Naval Station Rota", "rota", ("naval base",)),
        ("RAF Lakenheath", "lakenheath", ("air base",)),
        ("Base aérienne 118 Mont-de-Marsan", "mont de marsan", ("air base",)),
        ("33. Baza Lotnictwa Transportowego Powidz", "powidz", ("air base",)),
        ("Campo Militar de Santa Margarida", "santa margarida", ("training area",)),
        ("Fallschirmjägerkaserne Seedorf", "seedorf", ("barracks",)),
        ("Полигон Ново село", "ново село", ("training area",)),
        ("Αεροπορική Βάση Λάρισας", "λαρισασ", ("air base",)),
        ("Vilnius", "vilnius", ()),
        ("Military Base", "", ("base",)),
    ],
)
def test_names_are_taken_apart(name: str, core: str, kinds: tuple[str, ...]) -> None:
    assert (take_apart(name).core, take_apart(name).kinds) == (core, kinds)


def test_a_genitive_is_also_read_as_a_nominative() -> None:
    assert "λαρισα" in take_apart("Αεροπορική Βάση Λάρισας").nominatives()
    assert "parolannummi" in take_apart("Parolannummen varuskunta").nominatives()
    assert "ваз" not in take_apart("Тапа").nominatives() == ()
    assert all(fold(ending) == ending for endings in ENDINGS.values() for pair in endings for ending in pair)


def test_a_name_falls_into_parts_at_commas_brackets_and_dashes() -> None:
    assert segments("Rose Barracks, Vilseck") == ("Rose Barracks", "Vilseck")
    assert segments("HMNB Clyde (Faslane)") == ("HMNB Clyde", "Faslane")
    assert segments("Bielsko-Biała") == ("Bielsko-Biała",)
    assert segments("Kuchyňa – Malacky") == ("Kuchyňa", "Malacky")


def test_people_call_barracks_a_camp_but_no_air_base_a_range() -> None:
    assert fits("barracks", ["camp"]) and fits("air base", ["base"]) and fits("base", ["air base"])
    assert not fits("air base", ["training area"])


# Sounds


@given(st.text())
def test_a_sound_is_made_of_plain_words_and_does_not_depend_on_case(text: str) -> None:
    assert sounding_of(text) == " ".join(sounding_of(text).split())
    assert sounding_of(fold(latin(text))) == sounding_of(text)


@given(st.lists(st.text().map(fold)))
def test_many_names_have_the_sounds_that_each_has_alone(names: list[str]) -> None:
    assert soundings_of(names) == [sounding_of(name) for name in names]


def test_letters_of_other_scripts_become_latin_and_latin_ones_and_signs_stay() -> None:
    assert latin("Ādaži — Ørland, Адажи 7 №") == "Ādaži — Ørland, Adazhi 7 №"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Адажи", "Ādaži"), ("Шяуляй", "Šiauliai"), ("Редзиково", "Redzikowo"), ("ვაზიანი", "Vaziani"),
        ("Στεφανοβίκειο", "Stefanovikeio"), ("Grafenwoehr", "Grafenwöhr"), ("Oerland", "Ørland"),
        ("Мирославец", "Mirosławiec"), ("Жагань", "Żagań"), ("Лиелварде", "Lielvārde"), ("Aarhus", "Århus"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_has_one_sound(one: str, other: str) -> None:
    assert sounding_of(one) == sounding_of(other)


def test_different_names_keep_different_sounds() -> None:
    assert (
        len({sounding_of(name) for name in ("Rukla", "Dukla", "Tapa", "Tata", "Adazi", "Niger", "Nigeria")})
        == 7
    )


# Aerodromes


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59))
def test_degrees_minutes_and_seconds_written_as_decimals_are_read_back(
    degree: int, minute: int, second: int
) -> None:
    written = degree + minute / 100 + second / 10_000
    assert in_sixtieths(written) == pytest.approx(degree + minute / 60 + second / 3600, abs=1e-9)


def test_what_cannot_be_minutes_and_seconds_is_not_read_so() -> None:
    assert in_sixtieths(50.7401) is None and in_sixtieths(50.1275) is None and in_sixtieths(49.66281) is None


def field(icao: str, city: str, lat: float, lon: float, country: str = "BE") -> dict[str, object]:
    return {
        "icao": icao,
        "name": f"{city or icao} Air Base",
        "city": city,
        "country": country,
        "lat": lat,
        "lon": lon,
    }


MISREAD = [field(f"EB{number:02}", f"Town {number}", 50.1436, 4.3845) for number in range(6)]


def of_belgium(country: str, name: str) -> list[Point]:
    return [Point(50.25, 4.61)] if (country, name[:4]) == ("BEL", "town") else []


def test_a_country_that_is_misread_again_and_again_is_corrected_and_what_nobody_can_check_is_refused() -> (
    None
):
    right, unknown = field("EBOK", "Town 9", 50.26, 4.61), field("EBXX", "", 51.1006, 5.2812)
    *corrected, kept, refused = checked([*MISREAD, right, unknown], of_belgium, {"BE": "BEL"})
    assert {each.point for each in corrected} == {Point(50.24333, 4.64583)}
    assert all("Corrected: airportsdata has 50.1436, 4.3845" in each.note for each in corrected)
    assert (kept.point, kept.note) == (Point(50.26, 4.61), "")
    assert refused.point is None and "no town shows which is meant" in refused.note


def test_one_misplaced_field_does_not_condemn_its_country() -> None:
    (only,) = checked(MISREAD[:1], of_belgium, {"BE": "BEL"})
    assert only.point == Point(50.1436, 4.3845)


def test_a_field_far_from_its_town_says_so() -> None:
    (far,) = checked([field("EBFA", "Town 1", 52.9, 4.6)], of_belgium, {"BE": "BEL"})
    assert far.note == "It lies 295 km from Town 1, its town in airportsdata."


def test_a_refused_field_never_stands_before_a_place() -> None:
    bases = Airbases([*MISREAD, field("EBXX", "", 51.1006, 5.2812)], {"BE": "BEL"}, of_belgium)
    (hit,) = bases.hits("EBXX")
    assert hit.point is None and hit.match is Match.ALIKE


# Together


def town(name: str, country: str, lat: float, lon: float, population: int) -> dict[str, object]:
    return {
        "id": len(name) * 1000 + population % 997, "name": name, "ascii": fold(name), "alternates": "",
        "lat": lat, "lon": lon, "country": country, "kind": "town", "population": population,
    }  # fmt: skip


TOWNS = offline.Offline(
    pd.DataFrame(
        [
            town("Tapa", "EST", 59.261, 25.959, 5168),
            town("Tapa", "IND", 30.298, 75.369, 23248),
            town("Ādaži", "LVA", 57.071, 24.337, 6734),
            town("Odesa", "UKR", 46.486, 30.744, 1010537),
            town("Odessa", "USA", 31.846, -102.368, 114428),
            town("Kaliningrad", "RUS", 54.706, 20.511, 475056),
            town("Königsberg", "AUT", 47.581, 16.132, 588),
            town("Herrenberg", "DEU", 48.595, 8.866, 34192),
            town("Diekirch", "LUX", 49.867, 6.155, 7295),
            town("Boden", "SWE", 65.82, 21.69, 16000),
            town("Boden", "DEU", 50.45, 7.8, 700),
        ]
    ),
    pd.DataFrame(
        [
            ("Königsberg", "Kaliningrad", "RUS", "Its German name until 1946."),
            ("Odessa", "Odesa", "UKR", "Its Russian name."),
        ],
        columns=list(offline.FORMER),
    ),
)
KEPT = pd.DataFrame(columns=list(BASES))
SUPPLEMENT = pd.DataFrame(
    [
        ("camp-adazi", "Camp Ādaži", "", "LVA", "camp", 57.1, 24.4, "site", "curated", "Within 4 km."),
        (
            "boden-air",
            "Boden air base",
            "",
            "SWE",
            "air base",
            65.81,
            21.69,
            "site",
            "curated",
            "Within 1 km.",
        ),
        (
            "lonely",
            "Xanadu barracks",
            "Kublai",
            "SWE",
            "barracks",
            60.0,
            15.0,
            "site",
            "curated",
            "Within 1 km.",
        ),
    ],
    columns=list(BASES),
)
COUNTRY = Words(
    pd.DataFrame([("SWE", "SE", "Sweden", "", "Stockholm", 62.0, 15.0)], columns=list(COUNTRIES)),
    pd.DataFrame(columns=list(PHRASES)),
)
ALL = (Curated(KEPT, SUPPLEMENT), COUNTRY, TOWNS)
THEATRE = Theatre(
    region=(Point(40.0, 12.0), Point(66.0, 42.0)), around=(Point(34.0, -32.0), Point(72.0, 62.0))
)


def first(query: str) -> tuple[str, str | None, Reading]:
    found = candidates(query, None, ALL, theatre=THEATRE)[0]
    return found.name, found.country, found.reading


@pytest.mark.parametrize(
    ("query", "name", "country", "reading"),
    [
        ("Tapa Army Base", "Tapa", "EST", Reading.PLACE),
        ("Camp Adazi", "Camp Ādaži", "LVA", Reading.WHOLE),
        ("Adazi Military Base", "Camp Ādaži", "LVA", Reading.BASE),
        ("Adazi training area", "Camp Ādaži", "LVA", Reading.OTHER_BASE),
        ("база Адажи", "Camp Ādaži", "LVA", Reading.BASE),
        ("Тапа", "Tapa", "EST", Reading.WHOLE),
        ("Odessa", "Odesa", "UKR", Reading.WHOLE),
        ("Königsberg", "Kaliningrad", "RUS", Reading.WHOLE),
        ("Herrenberg barracks, Diekirch", "Diekirch", "LUX", Reading.PLACE),
        ("Fliegerhorst Boden, Sweden", "Boden air base", "SWE", Reading.BASE),
        ("5th Great Kublai", "Xanadu barracks", "SWE", Reading.WORDS),
    ],
)
def test_the_place_in_a_name_is_found_and_how_is_said(
    query: str, name: str, country: str, reading: Reading
) -> None:
    assert first(query) == (name, country, reading)


def test_that_a_town_and_not_the_base_was_found_is_said() -> None:
    alone = candidates("Tapa Army Base", None, ALL)[0]
    assert alone.note == "The place of that name, not the base itself: no base of that name is known here."
    beside = [each for each in candidates("Boden barracks", None, ALL) if not each.installation]
    assert {each.note for each in beside} == {"The place of that name, not the base itself."}
    assert candidates("Tapa", None, ALL)[0].note == ""


def test_a_former_name_brings_its_sentence() -> None:
    found = candidates("Königsberg", None, ALL)
    assert [(each.country, each.match) for each in found] == [("RUS", Match.FORMER), ("AUT", Match.EXACT)]
    assert found[0].note == "Its German name until 1946."
    assert found[0].why.startswith("a former or foreign name of it, town")


@given(st.sampled_from(("Tapa", "Boden", "Odessa", "Adazi")), st.sampled_from(sorted(SIGNS)))
def test_with_words_for_a_kind_whatever_the_bare_name_finds_is_still_among_the_candidates(
    place: str, words: tuple[str, ...]
) -> None:
    bare = {hit.name for hit in Together(ALL).hits(place) if hit.match is not Match.ALIKE}
    dressed = {hit.name for hit in Together(ALL).hits(f"{' '.join(words)} {place}")}
    assert bare <= dressed


def test_a_place_is_listed_once_however_many_parts_of_the_name_find_it() -> None:
    found = candidates("Camp Adazi (Adazi, Ādaži base)", None, ALL)
    assert len({(each.name, each.point) for each in found}) == len(found)
