"""The map's script: from this package alone, the same at every rerun, and all of a view in one layer."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

import eastflank.render
from eastflank.model import Point
from eastflank.render.browser_files import SCRIPTS, STYLES
from eastflank.render.web_map import BaseMap, base_map, scene_layer, scene_script, scene_values
from eastflank.scene import style
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Scene
from eastflank.view.comparison import Changed
from eastflank.view.selection import view_of
from tests.builders import claim, dataset

FILES, OUTLINES = "../files", "../outlines"
SCRIPT = "../../eastflank-scripts/map-0.js"
OPENING = (Point(41.2, 12.5), Point(60.4, 41.5))
BROWSER = Path(eastflank.render.__file__).parent / "browser"
ANCHORS = {"LVA": Point(56.8, 24.6), "LTU": Point(55.3, 23.9)}
CLAIMS = (
    claim(
        "a",
        "2016-07-08",
        status="decided",
        lead="CAN",
        host="LVA",
        place="adazi",
        troops_high=1000,
        hedge="up to",
    ),
    claim("b", "2016-07-08", deployment="lithuania", status="considered", lead="DEU;USA", host="LTU;LVA"),
    claim("c", "2016-07-08", deployment="sea", status="agreed", place="sea"),
)
DEPLOYMENTS = [
    {
        "id": "latvia",
        "name": "</script>“Latvia”",
        "programme": "eFP",
        "kind": "battlegroup",
        "echelon": "battalion",
    },
    {"id": "lithuania", "name": "{{ map_1 }}", "programme": "eFP", "kind": "battlegroup"},
    {"id": "sea", "name": "At sea", "programme": "tFP", "kind": "presence"},
]


def scene(selected: str = "", *claims: dict) -> Scene:
    data = dataset(*(claims or CLAIMS), deployments=DEPLOYMENTS)
    return compose(view_of(data, day=date(2017, 1, 1)), data, ANCHORS, selected)


SCENE = scene()


def built(theme: str = "light") -> str:
    base = BaseMap(theme, SCRIPT, FILES, OUTLINES, OPENING)
    base.get_root().render()
    return str(_get_map_string(base))


def test_no_file_of_the_map_comes_from_another_machine() -> None:
    base = BaseMap("light", SCRIPT, FILES, OUTLINES, OPENING)
    links = [address for _, address in (*base.default_js, *base.default_css)]
    group = scene_layer(scene_script(SCENE, "light"))
    for child in (group, *group._children.values()):
        links += [
            address for _, address in (*getattr(child, "default_js", []), *getattr(child, "default_css", []))
        ]
    assert links
    assert all(link == SCRIPT or link.startswith(FILES) for link in links)
    assert not re.search(r"https?:|//[a-z]", built())


def test_every_file_it_asks_for_is_there() -> None:
    for name in (*SCRIPTS, *STYLES, "vendor/fonts/fonts.css"):
        assert (BROWSER / name).is_file(), name


@pytest.mark.parametrize("theme", style.PALETTES)
def test_the_base_is_the_same_at_every_rerun_so_that_its_frame_stays(theme: str) -> None:
    assert generate_js_hash(built(theme), "map") == generate_js_hash(built(theme), "map")


def test_each_theme_has_a_base_of_its_own() -> None:
    assert generate_js_hash(built("light"), "map") != generate_js_hash(built("dark"), "map")


@pytest.mark.parametrize("theme", style.PALETTES)
def test_a_scene_becomes_plain_values(theme: str) -> None:
    values = scene_values(SCENE, theme)
    again = json.loads(json.dumps(values, allow_nan=False))
    assert [mark["id"] for mark in again["marks"]] == ["latvia", "lithuania", "sea"]
    assert again["marks"][0]["at"] == [57.07, 24.34]
    assert again["marks"][1]["ties"] == [list(ANCHORS["LTU"]), list(ANCHORS["LVA"])]
    assert again["marks"][2]["svg"] is None
    assert {arc["deployment"] for arc in again["arcs"]} == {"latvia", "lithuania"}
    assert {arc["dash"] for arc in again["arcs"]} == {"8 6", "1 6"}
    assert [entry["standing"] for entry in again["legend"]["standings"]] == ["planned", "considered"]
    assert again["members"] == list(SCENE.members)


@pytest.mark.parametrize(
    ("facts", "line", "told"),
    [
        ({"status": "deployed", "place": "adazi", "troops_low": 455, "troops_high": 455}, "455 (2016), deployed", ("455 (2016)", ", deployed", "")),
        ({"status": "decided", "place": "adazi", "troops_low": 455, "troops_high": 455}, "planned: 455 (2016), decided", None),
        ({"status": "deployed", "troops_low": 455, "troops_high": 455}, "455 (2016), deployed; base not stated", None),
        ({"status": "deployed", "place": "adazi"}, "deployed, strength not stated", None),
    ],
)  # fmt: skip
def test_a_card_whose_form_tells_its_status_may_leave_the_word_out(
    facts: dict[str, object], line: str, told: tuple[str, str, str] | None
) -> None:
    made = scene("", claim("a", "2016-07-08", lead="CAN", host="LVA", **facts))
    (mark,) = scene_values(made, "light")["marks"]
    assert (mark["lines"], mark["told"]) == ((line,), told)


def test_what_changed_reaches_the_browser_as_sign_and_words_on_marks_and_ghosts() -> None:
    moved = replace(SCENE.marks[0], change=Changed("moved", "was considered"))
    ghost = replace(SCENE.marks[2], lines=(), change=Changed("gone", "ended; was deployed"))
    legend = replace(SCENE.legend, changes=(("gone", "drawn on 14 June 2016, not now"),))
    values = scene_values(replace(SCENE, marks=(moved,), ghosts=(ghost,), legend=legend), "light")
    assert [mark["change"] for mark in values["marks"]] == [
        {"form": "moved", "words": "was considered", "sign": "Δ", "heads": False},
        {"form": "gone", "words": "ended; was deployed", "sign": "×", "heads": False},
    ]
    assert values["legend"]["changes"] == [
        {"form": "gone", "sign": "×", "words": "drawn on 14 June 2016, not now"}
    ]
    assert [mark["change"] for mark in scene_values(SCENE, "light")["marks"]] == [None, None, None]


def test_the_id_changes_exactly_when_the_scene_does() -> None:
    first = scene_values(SCENE, "light")["id"]
    assert scene_values(scene(), "light")["id"] == first
    others = [
        scene("latvia"),
        scene("", *CLAIMS[:2]),
        replace(SCENE, members=()),
        replace(SCENE, credit="Somebody else"),
        replace(SCENE, areas=()),
        replace(SCENE, arcs=SCENE.arcs[1:]),
    ]
    ids = {scene_values(other, "light")["id"] for other in others}
    assert len(ids) == len(others)
    assert first not in ids
    assert scene_values(SCENE, "dark")["id"] != first


def test_what_a_run_adds_to_its_map_is_on_no_other_map() -> None:
    def asked_for() -> BaseMap:
        return base_map("light", SCRIPT, FILES, OUTLINES, OPENING)

    one, before = asked_for(), _get_map_string(asked_for())
    script = scene_script(SCENE, "light")
    first = _get_feature_group_string(scene_layer(script), map=one)
    other = asked_for()
    assert "L.eastflank.scene" in first
    assert _get_map_string(other) == before == built()
    assert _get_feature_group_string(scene_layer(script), map=other) == first


def test_a_view_is_one_layer_whose_data_survive_the_way_to_the_browser() -> None:
    base = BaseMap("light", SCRIPT, FILES, OUTLINES, OPENING)
    base.get_root().render()
    base.render()
    script = str(_get_feature_group_string(scene_layer(scene_script(SCENE, "light")), map=base))
    ((literal, look),) = re.findall(r"L\.eastflank\.scene\((.*?), (\{[^{}]*\})\)\.addTo", script, re.DOTALL)
    assert json.loads(look) == {"brief": False}
    assert json.loads(literal) == json.loads(json.dumps(scene_values(SCENE, "light")))
    assert "</script>" not in script
    assert "map_1" not in script.replace(base.get_name(), "")
