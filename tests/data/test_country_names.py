"""The shipped table of names of countries."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date

import pytest

from eastflank.gazetteer import words
from eastflank.names.answers import Ambiguous, Answer, Decided
from eastflank.names.countries import CODE_KINDS, CountryNames
from eastflank.reading.folding import fold
from eastflank.store import DATA, country_names

METONYMS = {"Moscow", "Kremlin", "Washington", "White House", "Pentagon"}
"""Other names in `nations.csv` that stand for a government and are no names of a country."""


@pytest.fixture(scope="module")
def names() -> CountryNames:
    return country_names.read(DATA)


def meant(answer: Answer) -> str:
    """The codes that an answer names, joined by “or”; empty: it is unknown."""
    if isinstance(answer, Decided):
        return answer.iso3
    return " or ".join(each.iso3 for each in answer.choices) if isinstance(answer, Ambiguous) else ""


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Korea", "KOR or PRK"), ("Congo", "COD or COG"), ("Guinea", "GIN or GNB or GNQ"), ("Guinean", "GIN or GNB or GNQ"),
        ("Republic of Korea", "KOR"), ("Korea, Republic of", "KOR"), ("DPRK", "PRK"), ("DR Congo", "COD"),
        ("Congo-Brazzaville", "COG"), ("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ"), ("Papua New Guinea", "PNG"),
        ("Georgia", "GEO"), ("Niger", "NER"), ("Nigeria", "NGA"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
        ("England", "GBR"), ("Scotland", "GBR"), ("Great Britain", "GBR"), ("the U.K.", "GBR"), ("GB", "GBR"),
        ("the United States", "USA"), ("U.S.", "USA"), ("USA", "USA"), ("America", "USA"), ("USSR", "SUN"),
        ("СССР", "SUN"), ("Yugoslavia", "YUG"), ("Serbia and Montenegro", "SCG"), ("GDR", "DDR"), ("East Germany", "DDR"),
        ("Kosovo", "XKX"), ("Kosova", "XKX"), ("Republic of China", "TWN"), ("China", "CHN"), ("Crimea", "UKR"),
        ("Deutschland", "DEU"), ("Allemagne", "DEU"), ("Германия", "DEU"), ("Німеччина", "DEU"), ("Niemcy", "DEU"),
        ("США", "USA"), ("ФРГ", "DEU"), ("Британія", "GBR"), ("Голландия", "NLD"), ("EE. UU.", "USA"), ("КНДР", "PRK"),
        ("Estland", "EST"), ("Eesti", "EST"), ("Эстония", "EST"), ("Ελλάδα", "GRC"), ("საქართველო", "GEO"),
        ("Czech Republic", "CZE"), ("Czechia", "CZE"), ("Czech", "CZE"), ("Danes", "DNK"), ("Dutch", "NLD"),
        ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Macedonia", "MKD"), ("FYROM", "MKD"), ("Moldavia", "MDA"),
        ("Austria", "AUT"), ("Australia", "AUS"), ("Slovakia", "SVK"), ("Slovenia", "SVN"), ("Ireland", "IRL"),
        ("Republic of Ireland", "IRL"), ("Northern Ireland", "GBR"), ("Dominican", "DOM or DMA"), ("Burma", "MMR"),
        ("Cote d'Ivoire", "CIV"), ("GER", "DEU"), ("CS", "CSK or SCG"), ("POL", "POL"), ("pl", "POL"), ("616", "POL"), ("Narnia", ""),
    ],
)  # fmt: skip
def test_names_mean_what_they_should(names: CountryNames, name: str, iso3: str) -> None:
    assert meant(names.look_up(name)) == iso3


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Česká republika", "CZE"), ("ceska republika", "CZE"), ("Slovenská republika", "SVK"), ("Rzeczpospolita Polska", "POL"),
        ("Eesti Vabariik", "EST"), ("Latvijas Republika", "LVA"), ("Lietuvos Respublika", "LTU"), ("Republika Slovenija", "SVN"),
        ("Bundesrepublik Deutschland", "DEU"), ("Republik Österreich", "AUT"), ("République française", "FRA"),
        ("Repubblica Italiana", "ITA"), ("Reino de España", "ESP"), ("República Portuguesa", "PRT"), ("Koninkrijk België", "BEL"),
        ("Royaume de Belgique", "BEL"), ("Koninkrijk der Nederlanden", "NLD"), ("Grand-Duché de Luxembourg", "LUX"),
        ("Kongeriget Danmark", "DNK"), ("Kongeriket Norge", "NOR"), ("Konungariket Sverige", "SWE"), ("Suomen tasavalta", "FIN"),
        ("Lýðveldið Ísland", "ISL"), ("România", "ROU"), ("Magyarország", "HUN"), ("Република България", "BGR"),
        ("Republika Hrvatska", "HRV"), ("Republika Srbija", "SRB"), ("Crna Gora", "MNE"), ("Republika e Shqipërisë", "ALB"),
        ("Република Северна Македонија", "MKD"), ("Republika e Kosovës", "XKX"), ("Ελληνική Δημοκρατία", "GRC"),
        ("Türkiye Cumhuriyeti", "TUR"), ("Україна", "UKR"), ("Republica Moldova", "MDA"), ("Российская Федерация", "RUS"),
        ("Рэспубліка Беларусь", "BLR"), ("Sakartvelo", "GEO"), ("Éire", "IRL"), ("Vereinigte Staaten von Amerika", "USA"),
        ("Großbritannien", "GBR"), ("Grande-Bretagne", "GBR"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_its_full_name_in_its_own_language(
    names: CountryNames, name: str, iso3: str
) -> None:
    assert meant(names.look_up(name)) == iso3


@pytest.mark.parametrize(
    ("name", "day", "iso3"),
    [
        ("USSR", date(1985, 1, 1), "SUN"),
        ("Yugoslavia", date(1999, 1, 1), "YUG"),
        ("Yugoslavia", date(2004, 1, 1), "BIH or HRV or MKD or MNE or SRB or SVN or XKX"),
        ("Serbia and Montenegro", date(2005, 1, 1), "SCG"),
        ("Serbia and Montenegro", date(2007, 1, 1), "MNE or SRB or XKX"),
        ("Czechoslovakia", date(2016, 1, 1), "CZE or SVK"),
        ("GDR", date(1991, 1, 1), "DEU"),
        ("Burma", date(2020, 1, 1), "MMR"),
    ],
)
def test_states_that_ended_keep_their_years(names: CountryNames, name: str, day: date, iso3: str) -> None:
    assert meant(names.look_up(name, day)) == iso3


def test_every_country_of_the_gazetteer_is_found_by_its_name_and_codes(names: CountryNames) -> None:
    """GeoNames lists two that ended; they keep their former codes."""
    countries = words.read(DATA / "gazetteer" / "countries.csv", words.COUNTRIES)
    asked = {"GIN": "Guinea (Conakry)", "MAF": "Saint Martin (French part)"}
    for country in countries.itertuples():
        shared = country.iso2 == "CS"  # of Czechoslovakia first, then of Serbia and Montenegro
        found = {
            meant(names.look_up(asked.get(country.iso3, country.name))),
            meant(names.look_up(country.iso3)),
            meant(names.look_up(country.iso3 if shared else country.iso2)),
        }
        assert found == {country.iso3}


def test_a_name_means_one_thing_and_a_country_has_one_set_of_codes(names: CountryNames) -> None:
    means, codes = defaultdict(set), defaultdict(set)
    for row in names.aliases:
        if row.kind not in CODE_KINDS:
            means[fold(row.alias)].add((row.iso3, row.kind == "ambiguous"))
        codes[row.iso3].add((row.iso2, row.numeric))
    assert {name for name, meaning in means.items() if len(meaning) > 1} == set()
    assert {code for code, others in codes.items() if len(others) > 1} == set()
    assert sum(row.kind == "name" for row in names.aliases) == 250


def test_each_country_has_an_adjective_or_is_a_small_territory(names: CountryNames) -> None:
    spoken = {row.iso3 for row in names.aliases if row.kind in ("adjective", "demonym", "ambiguous")}
    with (DATA / "nations.csv").open(encoding="utf-8", newline="") as table:
        assert {row["iso3"] for row in csv.DictReader(table)} - spoken == {"VAT"}
    assert len(spoken) > 200


def test_the_nations_of_the_record_are_found_by_each_of_their_names(names: CountryNames) -> None:
    with (DATA / "nations.csv").open(encoding="utf-8", newline="") as table:
        wrong = [
            (name, row["iso3"], meant(names.look_up(name)))
            for row in csv.DictReader(table)
            for name in (row["name"], *row["also_known_as"].split(";"))
            if name and name not in METONYMS and meant(names.look_up(name)) not in (row["iso3"], "CSK", "SCG")
        ]
    assert wrong == []
