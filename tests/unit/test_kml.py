"""KML as a KML library reads it: places, times, figures, and balloons in which nothing runs."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import fastkml
import pytest
import shapely
from fastkml import containers, features
from fastkml.validator import validate
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Standing
from eastflank.render import kml
from eastflank.render.geometry import whereabouts
from eastflank.report.contents import Briefing
from eastflank.report.spans import spans_of
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.representatives import examples, these

CANADA = "nation=CAN&asof=2016-10-26"
VIEWS = ("", CANADA, "asof=2016-06-14", "asof=2022-06-28", "asof=2010-01-01")
SMALL = briefing("", dataset(claim("one", "2016-07-08")))
NS = "{http://www.opengis.net/kml/2.2}"
every_view = pytest.mark.parametrize("query", these(VIEWS, 1, 3))


def opened(said: Briefing) -> containers.Document:
    document = fastkml.KML.from_string(kml.write(said)).features[0]
    assert isinstance(document, containers.Document)
    return document


def placemarks(said: Briefing) -> dict[str, features.Placemark]:
    """By the deployment's id as it is on the day of the view; earlier spans bear a number behind it."""
    found = [one for one in opened(said).features if isinstance(one, features.Placemark)]
    return {str(one.id).removeprefix("deployment-"): one for one in found}


def data(feature: features.Placemark | containers.Document) -> dict[str, str]:
    return {item.name: item.value for item in feature.extended_data.elements}


@every_view
def test_each_deployment_is_a_placemark_with_its_figures_and_its_geometry(query: str) -> None:
    said = of_the_record(query)
    found = placemarks(said)
    assert [one for one in found if one in said.view.by_id] == [entry.id for entry in said.entries]
    assert {data(one)["Id"] for one in found.values()} == set(said.view.by_id)
    places = whereabouts(said)
    for entry in said.entries:
        one = found[entry.id]
        assert one.name == entry.name
        held = data(one)
        assert (held["Lead"], held["Host"]) == (entry.lead, entry.host)
        span = [span for span in spans_of(said)[entry.id] if span.standing != Standing.GONE][-1]
        over = entry.standing == Standing.GONE
        assert (held["Strength"], held["Status"]) == (
            (span.strength, span.status) if over else (entry.strength, entry.status)
        )
        assert held.get("Fewest persons") == (None if span.low is None else str(span.low))
        shape = places[entry.id].geometry
        assert (one.geometry is None) == (shape is None)
        if shape is not None:
            assert shapely.from_wkt(one.geometry.wkt).normalize().equals_exact(shape.normalize(), 1e-9)


@every_view
def test_it_is_valid_by_the_schema_of_kml(query: str, tmp_path: Path) -> None:
    (tmp_path / "view.kml").write_bytes(kml.write(of_the_record(query)))
    assert validate(file_to_validate=tmp_path / "view.kml")


def test_placemarks_last_as_long_as_a_status_and_a_strength_do_and_the_last_up_to_the_day_of_the_view() -> (
    None
):
    found = placemarks(of_the_record(CANADA))
    spans = [one for name, one in found.items() if name.startswith("efp-lva")]
    assert spans[0].times.begin.dt == date(2016, 6, 14)
    assert spans[-1].times.end.dt == date(2016, 10, 26)
    for before, after in pairwise(spans):
        end = before.times.end or before.times.timestamp
        assert end.dt < after.times.begin.dt
    said_that_day = placemarks(of_the_record("asof=2016-06-14"))["efp"]
    assert said_that_day.times.timestamp.dt == date(2016, 6, 14)


@every_view
def test_each_look_is_defined_once_and_says_lead_and_standing(query: str) -> None:
    said = of_the_record(query)
    document = opened(said)
    looks = [style.id for style in document.styles]
    assert len(set(looks)) == len(looks)
    assert {one.style_url.url.removeprefix("#") for one in placemarks(said).values()} == set(looks)


def test_a_colour_is_written_as_opacity_blue_green_red() -> None:
    style = next(one for one in opened(of_the_record(CANADA)).styles if one.id == "CAN-planned")
    assert {part.color for part in style.styles if hasattr(part, "width")} == {"ff6b2f8a"}


def test_it_asks_nobody_for_an_icon() -> None:
    root = ET.fromstring(kml.write(of_the_record()))  # noqa: S314 - this project wrote it
    assert root.findall(f".//{NS}href") == []


def test_it_says_what_is_true_of_the_view() -> None:
    said = briefing(CANADA, marking="Training only")
    document = opened(said)
    assert document.name == said.title
    held = data(document)
    assert (held["As of"], held["Filters"], held["Found"]) == ("2016-10-26", said.filters, said.counts)
    assert (held["Map and borders"], held["Data version"]) == (said.credit, said.version)
    assert (held["Link"], held["Marking"]) == (said.link, "Training only")
    for note in said.footnotes:
        assert note.publisher in document.description


def test_a_balloon_holds_the_quote_and_who_said_it() -> None:
    balloon = placemarks(of_the_record(CANADA))["efp-lva"].description
    assert "Canada is actively considering options" in balloon
    assert "Ashley Lemire" in balloon


def test_where_sources_differ_and_what_is_not_drawn_are_said() -> None:
    said = of_the_record("asof=2017-06-30")
    balloon = html.unescape(placemarks(said)["efp-lva"].description)
    assert "Sources differ. Contingent of Canada: 400–455 persons." in balloon
    about = html.unescape(opened(said).description)
    assert [item.label for item in said.view.not_drawn if item.label not in about] == []


@pytest.mark.parametrize("text", [HOSTILE, "$[name]", "]]>", "<script>pwn()</script>", "\x00\x08\x0b\ufffe"])
def test_hostile_text_is_text_in_the_file_and_in_the_balloon(text: str) -> None:
    said = replace(
        SMALL, title=text, marking=text, entries=(replace(SMALL.entries[0], name=text, lead=text),)
    )
    document = opened(said)
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", "\ufffd", text)
    assert document.name == shown
    only = placemarks(said)["latvia"]
    assert (only.name, data(only)["Lead"]) == (shown, shown)
    for balloon in (document.description, only.description):
        assert set(re.findall(r"</?([a-z]+\d?)", balloon)) <= {
            "p",
            "b",
            "ol",
            "ul",
            "li",
            "h3",
            "small",
            "br",
        }
        assert "$[" not in balloon


@examples(20)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_makes_a_file_that_can_be_read(text: str) -> None:
    said = replace(SMALL, title=text, entries=(replace(SMALL.entries[0], name=text),))
    root = ET.fromstring(kml.write(said))  # noqa: S314 - this project wrote it
    names = [element.text or "" for element in root.iter(f"{NS}name")]
    shown = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert names == [re.sub("\r\n?", "\n", shown)] * 2
