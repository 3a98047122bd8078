"""Laws of names, of ranking, and of the offline geocoders, on tables of a few rows."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given
from hypothesis import strategies as st
from shapely import box

from eastflank.gazetteer import offline
from eastflank.gazetteer.airbases import Airbases, bare_name
from eastflank.gazetteer.borders import border_of
from eastflank.gazetteer.curated import Curated
from eastflank.gazetteer.errors import AmbiguousPlace, NotAPlace, NothingAsked
from eastflank.gazetteer.geocoder import NoNetwork, PlaceGeocoder, Together
from eastflank.gazetteer.hit import Hit, Match, Origin, match_of
from eastflank.gazetteer.lookup import candidates, near_names
from eastflank.gazetteer.ranking import candidates_from, km_to_region, ranked, undecided
from eastflank.gazetteer.words import COUNTRIES, PHRASES, Words
from eastflank.model import Point, Theatre
from eastflank.reading.folding import fold

REGION = (Point(40.0, 12.0), Point(66.0, 42.0))
THEATRE = Theatre(region=REGION, around=(Point(34.0, -32.0), Point(72.0, 62.0)))
KINDS = ("country", "sea", "capital", "site", "air base", "region", "town", "airfield")
HITS = st.lists(
    st.builds(
        Hit,
        name=st.sampled_from(("Tapa", "Tápa")),
        country=st.sampled_from(("EST", "IND", None)),
        kind=st.sampled_from(KINDS),
        point=st.builds(Point, st.floats(-80, 80), st.floats(-170, 170)),
        precision=st.sampled_from(("site", "town", "country")),
        geocoder=st.sampled_from(("curated", "geonames", "airportsdata")),
        origin=st.sampled_from(Origin),
        match=st.sampled_from(Match),
        population=st.none() | st.integers(1, 10**7),
    ),
    max_size=6,
)


def town(name: str, country: str, lat: float, lon: float, **more: object) -> dict[str, object]:
    row = {"id": 1, "name": name, "ascii": fold(name), "lat": lat, "lon": lon, "country": country}
    return row | {"alternates": "", "kind": "town", "population": 0} | more


TOWNS = offline.Offline(
    pd.DataFrame(
        [
            town("Tapa", "EST", 59.261, 25.959, population=5168),
            town("Tapa", "IND", 30.298, 75.369, population=23248),
            town("Ādaži", "LVA", 57.071, 24.337, population=6734),
            town("Szczecin", "POL", 53.429, 14.553, population=395513, alternates="stettin|stettino"),
            town("Moscow", "RUS", 55.752, 37.618, population=10381222, kind="capital"),
            town("Moscow", "USA", 46.732, -117.0, population=25060),
            town("Poland", "USA", 44.061, -70.394, population=5314),
        ]
    )
)
PLACES = pd.DataFrame(
    [
        ("tapa", "Tapa", "EST", 59.26056, 25.95861, "town", "geonames", "The town."),
        ("east", "eastern Europe", None, None, None, "none", "none", "Nobody says which."),
    ],
    columns=["id", "name", "country", "lat", "lon", "precision", "geocoder", "note"],
)
WORDS = Words(
    pd.DataFrame(
        [
            ("POL", "PL", "Poland", "Polska", "Warsaw", 52.0, 20.0),
            ("USA", "US", "United States", "U.S.;America", "Washington", 40.0, -98.0),
            ("TUV", "TV", "Tuvalu", "", "Funafuti", None, None),
        ],
        columns=list(COUNTRIES),
    ),
    pd.DataFrame([("Pentagon", "", "", "metonym", None, None, "none", "A ministry.")], columns=list(PHRASES)),
)


# Folding


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_a_latin_name_is_folded_to_plain_words_and_case_and_composition_do_not_matter(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(text.swapcase().swapcase()) == fold(text) or "ß" in text.lower() or "ŉ" in text


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ādaži", "adazi"),
        ("Łask", "lask"),
        ("Mihail Kogălniceanu", "mihail kogalniceanu"),
        ("Škofja Loka", "skofja loka"),
        ("İzmir", "izmir"),
        ("Straßburg", "strassburg"),
        ("Ærøskøbing", "aeroskobing"),
        ("the U.S.", "us"),
        ("The the south", "south"),
        ("NATO-Russia border", "nato russia border"),
        ("NATO’s", "natos"),
        ("Київ", "киів"),
        (" — ", ""),
    ],
)
def test_names_fold_as_a_keyboard_without_diacritics_has_them(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_name_answers_exactly_or_folded_or_as_another_name_or_not() -> None:
    assert match_of("ādaži", "Ādaži") is Match.EXACT
    assert match_of("Adazi", "Ādaži") is Match.FOLDED
    assert match_of("Stettin", "Szczecin", ["Stettin"]) is Match.ALTERNATE
    assert match_of("Tallinn", "Tapa", ["Taps"]) is None


# Ranking


@given(HITS.flatmap(st.permutations), st.sampled_from(("EST", "IND", None)))
def test_the_order_of_the_hits_never_matters(hits: list[Hit], country: str | None) -> None:
    assert ranked(hits, country, theatre=THEATRE) == ranked(list(reversed(hits)), country, theatre=THEATRE)


@given(HITS, st.sampled_from(("EST", "IND")))
def test_what_lies_in_the_country_asked_for_comes_before_what_does_not(hits: list[Hit], country: str) -> None:
    inside = [hit.country == country for hit in ranked(hits, country)]
    assert inside == sorted(inside, reverse=True)


@given(HITS)
def test_without_a_country_the_curated_come_first_then_words_then_towns(hits: list[Hit]) -> None:
    origins = [min(hit.origin, Origin.GAZETTEER) for hit in ranked(hits)]
    assert origins == sorted(origins)


@given(HITS)
def test_every_place_is_a_candidate_or_agrees_with_one(hits: list[Hit]) -> None:
    found = candidates_from("Tapa", hits)
    assert len(found) <= len(hits)
    assert {hit.country for hit in hits} == {each.country for each in found}
    assert set(undecided(found)) <= set(found)
    assert bool(undecided(found)) is bool(hits)


@given(st.permutations(range(7)))
def test_nearness_a_name_a_capital_and_more_people_count_in_that_order(order: list[int]) -> None:
    near, far = Point(55.0, 25.0), Point(0.0, 100.0)

    def hit(kind: str, point: Point, match: Match, population: int) -> Hit:
        return Hit("X", "EST", kind, point, "town", "geonames", Origin.GAZETTEER, match, population)

    best_to_worst = [
        hit("capital", near, Match.FOLDED, 1),
        hit("town", near, Match.FOLDED, 9),
        hit("town", near, Match.EXACT, 8),
        hit("town", near, Match.FOLDED, 8),
        hit("town", near, Match.ALTERNATE, 99),
        hit("capital", far, Match.EXACT, 100),
        hit("town", near, Match.ALIKE, 99),
    ]
    assert ranked((best_to_worst[each] for each in order), theatre=THEATRE) == best_to_worst


def test_geocoders_that_have_the_same_town_are_one_candidate_that_names_them() -> None:
    places = PLACES.assign(geocoder=["curated", "none"])
    first, second = candidates("Tapa", None, [TOWNS, Curated(places)])
    assert (first.geocoder, first.agreeing, second.country) == ("curated", ("geonames",), "IND")


def test_two_labels_of_one_country_are_one_candidate_however_far_apart() -> None:
    poland = PLACES.head(1).assign(id="poland", name="Poland", country="POL", lat=54.0, precision="country")
    assert [each.origin for each in candidates("Poland", "POL", [Curated(poland), WORDS])] == [Origin.CURATED]


def test_each_candidate_says_why_it_is_where_it_is() -> None:
    first, second = candidates("Tapa", "EST", [Curated(PLACES), TOWNS], theatre=THEATRE)
    assert first.why == "in EST, as asked, curated, its exact name, town, in the region"
    assert second.why == (
        "not in EST, which was asked for, its exact name, town, 23,248 people, 3,203 km from the region"
    )


def test_the_region_has_no_distance_to_itself() -> None:
    assert km_to_region(Point(55.0, 25.0), REGION) == 0
    assert km_to_region(Point(39.0, 25.0), REGION) == pytest.approx(111.0, abs=0.5)


# Borders


def test_the_distance_to_the_border_is_geodesic_and_says_which_side() -> None:
    outline = box(24.0, 58.0, 28.0, 60.0)
    inside = border_of(Point(59.0, 24.5), outline)
    outside = border_of(Point(59.0, 23.5), outline)
    assert (inside.inside, outside.inside) == (True, False)
    # Half a degree of longitude at 59° N is 28.7 km; half a degree of latitude would be 55.7 km.
    assert inside.km == pytest.approx(28.7, abs=0.1) == outside.km
    assert (str(inside), str(outside)) == ("29 km inside the border", "29 km OUTSIDE the border")


def test_the_nearest_border_is_the_nearest_on_the_ground_and_not_in_degrees() -> None:
    """At 59.4° N a whole degree to the west is nearer than six tenths to the north."""
    assert border_of(Point(59.4, 25.0), box(24.0, 58.0, 28.0, 60.0)).km == pytest.approx(56.8, abs=0.2)


def test_the_border_of_a_country_without_an_outline_is_not_known() -> None:
    shapes = {"EST": box(22.0, 57.5, 28.2, 59.8)}
    estonian, indian = candidates("Tapa", None, [Curated(PLACES), TOWNS], shapes)
    assert estonian.border is not None and estonian.border.inside
    assert indian.border is None


# Geocoders


def test_every_geocoder_is_one_of_geopys_and_none_that_is_offline_has_a_network() -> None:
    for geocoder in (TOWNS, WORDS, Curated(PLACES), Airbases([], {}), Together([])):
        assert isinstance(geocoder, Geocoder) and isinstance(geocoder.adapter, NoNetwork)
        with pytest.raises(GeocoderUnavailable, match="offline geocoder must not ask for https://example"):
            geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_one_place_of_a_name_is_a_location_whose_raw_value_is_the_candidate() -> None:
    answer = TOWNS.geocode("Adazi")
    assert isinstance(answer, Location)
    assert (answer.latitude, answer.longitude, answer.raw.match) == (57.071, 24.337, Match.FOLDED)
    assert answer.address == "Ādaži, LVA (town at 57.0710, 24.3370; geonames)"


def test_a_name_that_nobody_knows_is_none_and_so_is_one_in_another_country() -> None:
    assert TOWNS.geocode("Atlantis") is TOWNS.geocode("Atlantis", exactly_one=False) is None
    assert TOWNS.geocode("Adazi", country="EST") is None


def test_several_places_that_answer_equally_are_listed_and_not_chosen_from() -> None:
    with pytest.raises(
        AmbiguousPlace, match=r"may mean 2 places: 1\. Tapa, IND .*; 2\. Tapa, EST "
    ) as refusal:
        TOWNS.geocode("Tapa")
    assert isinstance(refusal.value, GeocoderQueryError) and isinstance(refusal.value, ValueError)
    assert [place.raw.country for place in TOWNS.geocode("Tapa", exactly_one=False) or ()] == ["IND", "EST"]
    near, _ = candidates("Tapa", None, [TOWNS], theatre=THEATRE)
    assert near.country == "EST"  # for a dataset about that part of the world


def test_a_country_a_capital_or_the_curated_table_settles_it() -> None:
    assert TOWNS.geocode("Tapa", country="EST").raw.country == "EST"  # type: ignore[union-attr]
    assert TOWNS.geocode("Moscow").raw.country == "RUS"  # type: ignore[union-attr]
    assert Together([TOWNS, Curated(PLACES)]).geocode("Tapa").raw.id == "tapa"  # type: ignore[union-attr]


@pytest.mark.parametrize("nothing", ["", "  ", "—", "..."])
def test_an_empty_query_is_refused(nothing: str) -> None:
    for ask in (TOWNS.geocode, lambda query: candidates(query, None, [TOWNS])):
        with pytest.raises(NothingAsked, match="holds no letter or digit"):
            ask(nothing)


def test_a_country_is_not_the_town_abroad_that_bears_its_name() -> None:
    first, second = candidates("Poland", None, [TOWNS, WORDS])
    assert (first.kind, first.precision, second.country) == ("country", "country", "USA")
    assert candidates("the U.S.", None, [WORDS])[0].country == "USA"
    assert candidates("Tuvalu", None, [WORDS]) == ()


def test_words_without_a_place_are_refused_by_every_table_that_has_them() -> None:
    with pytest.raises(NotAPlace, match=r"“the Pentagon” has no point on the map\. A ministry\."):
        candidates("the Pentagon", None, [TOWNS, WORDS])
    with pytest.raises(NotAPlace, match="Nobody says which"):
        candidates("Eastern Europe", None, [Curated(PLACES)])


def test_a_town_is_found_by_a_whole_other_name_only() -> None:
    assert TOWNS.hits("Stettin")[0].match is Match.ALTERNATE
    assert TOWNS.hits("Stett") == []


def test_kept_places_are_found_by_name_or_id_and_the_first_row_of_an_id_counts() -> None:
    bases = pd.DataFrame(
        [("tapa", "Elsewhere", "EST", 59.3, 26.0, "town", "curated", ""),
         ("novo-selo", "Novo Selo training area", "BGR", 42.7, 26.6, "site", "curated", "")],
        columns=PLACES.columns,
    ).assign(also=["", "Novo Selo;Novo Selo range"])  # fmt: skip
    curated = Curated(PLACES, bases)
    assert [hit.name for hit in curated.hits("tapa")] == ["Tapa"]
    assert [hit.match for hit in curated.hits("Novo Selo range")] == [Match.ALTERNATE]
    assert curated.hits("Elsewhere") == []


def test_a_name_whose_position_in_its_country_nobody_knows_is_no_hit() -> None:
    row = {**dict.fromkeys(PLACES.columns), "id": "camp", "name": "The camp", "precision": "none"}
    alone = Curated(pd.DataFrame([{**row, "country": "LVA"}]).astype({"lat": float, "lon": float}))
    phrase = Curated(pd.DataFrame([row]).astype({"lat": float, "lon": float}))
    assert not alone.hits("The camp")
    assert [hit.kind for hit in phrase.hits("The camp")] == ["phrase"]


def test_a_base_that_a_claim_names_keeps_its_other_names() -> None:
    bases = PLACES.iloc[[0]].assign(name="Tapa barracks", also="Tapa Army Base")
    assert [(hit.name, hit.match) for hit in Curated(PLACES, bases).hits("Tapa Army Base")] == [
        ("Tapa", Match.ALTERNATE)
    ]


def test_a_base_answers_to_its_bare_name_and_an_airport_only_to_its_full_one() -> None:
    fields = [
        {"icao": "EEEI", "name": "Amari Air Base", "country": "EE", "lat": 59.26, "lon": 24.21},
        {"icao": "EYSA", "name": "Siauliai International Airport", "country": "LT", "lat": 55.9, "lon": 23.4},
        {"icao": "TAPA", "name": "V.C. Bird Airport", "country": "AG", "lat": 17.1, "lon": -61.8},
    ]
    bases = Airbases(fields, {"EE": "EST", "LT": "LTU"})
    assert [(hit.country, hit.kind, hit.match) for hit in bases.hits("Ämari")] == [
        ("EST", "air base", Match.FOLDED)
    ]
    assert [(hit.kind, hit.match) for hit in bases.hits("Šiauliai")] == [("airfield", Match.ALTERNATE)]
    assert bases.hits("Siauliai international airport")[0].match is Match.FOLDED
    assert (bases.hits("Tapa"), [hit.id for hit in bases.hits("TAPA")]) == ([], ["TAPA"])
    assert bare_name("Air Base") == "air base"


def test_a_mistyped_name_brings_near_ones_and_the_kept_places_first() -> None:
    geocoders: list[PlaceGeocoder] = [Curated(PLACES), TOWNS]
    assert near_names("Tappa", geocoders) == ("Tapa",)
    assert near_names("Szcecin", geocoders) == ("Szczecin",)
    assert near_names("Xyzzy", geocoders) == ()


def test_an_id_of_the_dataset_hides_no_other_place_of_the_supplement() -> None:
    own = {"id": "novo", "name": "Novo", "country": "ROU", "lat": 44.0, "lon": 26.0, "precision": "town"}
    base = {**own, "name": "Novo base", "country": "BGR", "lat": 42.7, "lon": 26.6, "precision": "site"}
    base |= {"also": "Old Novo", "installation": "training area", "geocoder": "curated"}
    both = Curated(pd.DataFrame([own]), pd.DataFrame([base]))
    assert [(hit.name, hit.country) for hit in both.hits("Novo base")] == [("Novo base", "BGR")]
    assert [(hit.name, hit.country) for hit in both.hits("Old Novo")] == [("Novo base", "BGR")]
    assert [hit.country for hit in both.hits("Novo")][:1] == ["ROU"]
