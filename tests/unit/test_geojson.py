"""GeoJSON as RFC 7946 has it, and no place that no claim names."""

import json
from dataclasses import replace

import geojson as judge
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render import geojson
from eastflank.report.contents import Briefing
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.frozen import RECORD
from tests.representatives import examples

VIEWS = (
    "",
    "nation=CAN&asof=2016-10-26",
    "asof=2016-06-14",
    "asof=2022-06-28",
    "asof=2017-06-30&since=2016-07-09",
)
SMALL = briefing("", dataset(claim("one", "2016-07-08")))
every_view = pytest.mark.parametrize("query", VIEWS)


def written(said: Briefing) -> dict:
    found = json.loads(geojson.write(said))
    assert isinstance(found, dict)
    return found


def features(query: str) -> dict[str, dict]:
    return {feature["id"]: feature for feature in written(of_the_record(query))["features"]}


@every_view
def test_it_is_valid(query: str) -> None:
    found = judge.loads(geojson.write(of_the_record(query)))
    assert isinstance(found, judge.FeatureCollection)
    assert found.errors() == []
    assert "crs" not in found
    for feature in found["features"]:
        if feature["geometry"]:
            shape = shapely.from_geojson(judge.dumps(feature["geometry"]))
            assert shape.is_valid
            assert shape.equals_exact(shapely.orient_polygons(shape), 0), "outer rings go against the clock"


@every_view
def test_its_box_holds_every_shape_east_before_north(query: str) -> None:
    found = written(of_the_record(query))
    west, south, east, north = found["bbox"]
    shapes = [
        shapely.from_geojson(json.dumps(one["geometry"])) for one in found["features"] if one["geometry"]
    ]
    assert shapely.total_bounds(shapes).tolist() == [west, south, east, north]
    assert 10 < west < east < 45
    assert 40 < south < north < 61


def test_a_named_place_is_a_point_and_a_host_alone_is_its_whole_country() -> None:
    tapa = features("asof=2017-06-30")["efp-est"]
    place = RECORD.places.set_index("id").loc["tapa"]
    assert tapa["geometry"] == {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
    assert tapa["properties"]["geometry_is"] == "The place that a claim names"
    latvia = features("nation=CAN&asof=2016-10-26")["efp-lva"]
    assert latvia["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert latvia["properties"]["geometry_is"] == "The whole host country: no base is stated"
    shape = shapely.from_geojson(json.dumps(latvia["geometry"]))
    assert shape.contains(shapely.Point(24.1, 56.9))


def test_a_set_is_all_of_its_hosts_together() -> None:
    whole = features("asof=2016-06-14")["efp"]
    shape = shapely.from_geojson(json.dumps(whole["geometry"]))
    for lon, lat in ((25.5, 59.0), (24.1, 56.9), (24.0, 55.0), (21.0, 52.2)):
        assert shape.contains(shapely.Point(lon, lat))
    assert "as one set" in whole["properties"]["geometry_is"]


def test_a_missing_host_and_a_group_shown_through_its_units_have_no_geometry() -> None:
    assert features("asof=2016-06-14")["us-battalion"]["geometry"] is None
    whole = features("asof=2017-06-30")["efp"]
    assert whole["geometry"] is None
    assert whole["properties"]["geometry_is"] == f"None: {whole['properties']['not_drawn']}"


@every_view
def test_it_holds_the_figures_and_their_claims(query: str) -> None:
    said = of_the_record(query)
    for entry, feature in zip(said.entries, written(said)["features"], strict=True):
        held = feature["properties"]
        assert (held["name"], held["strength"]) == (entry.name, entry.strength)
        assert (held["status"] or "", held["status_words"]) == (entry.state or "", entry.status)
        assert (held["troops_low"], held["troops_high"]) == (entry.low, entry.high)
        assert (held["claims"], held["sources"]) == (list(entry.claims), list(entry.footnotes))


def test_beside_the_features_stands_what_is_true_of_the_view() -> None:
    said = briefing("nation=CAN&asof=2016-10-26", marking="Training only")
    view = written(said)["eastflank"]
    assert (view["title"], view["asof"], view["filters"], view["counts"]) == (
        said.title, "2016-10-26", "Involving Canada", said.counts,
    )  # fmt: skip
    assert (view["credit"], view["version"], view["link"], view["marking"]) == (
        said.credit, said.version, said.link, "Training only",
    )  # fmt: skip
    assert [note["number"] for note in view["sources"]] == [note.number for note in said.footnotes]
    assert [one["quote"] for one in view["claims"]] == [item.quote for item in said.evidence]


def test_an_empty_view_has_no_box() -> None:
    found = written(of_the_record("asof=2010-01-01"))
    assert "bbox" not in found
    assert found["features"] == []


@examples(10, soak=20)
@given(st.text(st.characters(codec="utf-8")) | st.just(HOSTILE))
def test_any_name_comes_back_letter_by_letter(name: str) -> None:
    said = replace(SMALL, entries=(replace(SMALL.entries[0], name=name),))
    assert written(said)["features"][0]["properties"]["name"] == name
