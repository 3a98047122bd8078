"""The placement of labels, run as pictures run it: symbols nailed, words moved, nothing left out."""

import itertools
import math
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.picture.placement import placed
from tests.representatives import examples

FRAME = {"x": 6.0, "y": 6.0, "w": 700.0, "h": 440.0}
FREE = {"x": 0.0, "y": 0.0, "w": 712.0, "h": 452.0}
NAILED, FAN, GAP = 12.0, 40.0, 3.0
SYMBOL, DOT = {"w": 39.0, "h": 32.0}, {"w": 12.0, "h": 15.0}
LABELS = {"full": {"w": 110.0, "h": 33.0}, "name": {"w": 60.0, "h": 15.0}, "number": {"w": 15.0, "h": 15.0}}
WEST = [[100.0, 100.0], [300.0, 100.0], [300.0, 400.0], [100.0, 400.0]]
EAST = [[300.0, 100.0], [500.0, 100.0], [500.0, 400.0], [300.0, 400.0]]


def mark(number: int, x: float, y: float, **other: Any) -> dict[str, Any]:
    """A unit at a place of the western country."""
    plain = {"id": f"m{number}", "anchor": "place", "x": x, "y": y, "hosts": ["W"], "symbol": SYMBOL}
    told = {"heading": f"M{number}", "labels": LABELS, "group": 0, "ties": []}
    return plain | told | {"dot": DOT, "selected": False, "gone": False, "crowd": False} | other


def task(*marks: dict[str, Any], **other: Any) -> dict[str, Any]:
    """A map of two countries, both hosts."""
    lands = [{"id": "W", "host": True, "rings": [WEST]}, {"id": "E", "host": True, "rings": [EAST]}]
    plain = {"frames": [{"free": FREE, "blocked": []}], "brief": True, "zoom": 5.0, "marks": list(marks)}
    ground = {"hosts": ["W", "E"], "lands": lands, "forbidden": [], "countries": 3, "capital": 7}
    return plain | {"arcs": [], "names": []} | ground | other


def country(name: str, iso3: str, **other: Any) -> dict[str, Any]:
    """The name of a country."""
    plain = {"id": f"country {name}", "role": "country", "name": name, "iso3": iso3, "rank": 1}
    return plain | {"w": 60.0, "h": 13.0, "points": [[200, 250]], "note": None} | other


def boxes(found: dict[str, Any]) -> list[tuple[str, dict[str, float]]]:
    """All that was placed, with whose it is."""
    marks = [
        (id_, at[part]) for id_, at in found["marks"].items() for part in ("symbol", "label") if at[part]
    ]
    arcs = [(id_, at) for id_, at in found["arcs"].items() if at]
    return [*marks, *arcs, *found["names"].items()]


def touching(found: dict[str, Any]) -> list[str]:
    """Each two of different things that are nearer to each other than the gap."""
    return [
        f"{one} {other}"
        for (one, a), (other, b) in itertools.combinations(boxes(found), 2)
        if one != other
        and a["x"] < b["x"] + b["w"] + GAP - 0.02
        and b["x"] < a["x"] + a["w"] + GAP - 0.02
        and a["y"] < b["y"] + b["h"] + GAP - 0.02
        and b["y"] < a["y"] + a["h"] + GAP - 0.02
    ]


def off(found: dict[str, Any], one: dict[str, Any]) -> float:
    """How far a mark's symbol stands off its place."""
    at = found["marks"][one["id"]]["symbol"]
    return math.dist((at["x"] + at["w"] / 2, at["y"] + at["h"] / 2), (one["x"], one["y"]))


SPOTS = st.tuples(st.floats(40, 660), st.floats(40, 410))


@examples(20)
@given(st.lists(SPOTS, min_size=1, max_size=14))
def test_symbols_are_nailed_nothing_touches_and_all_can_be_read(spots: list[tuple[float, float]]) -> None:
    marks = [mark(number, *map(round, spot)) for number, spot in enumerate(spots)]
    found = placed(task(*marks))
    assert touching(found) == []
    rows = {row["id"]: row for row in found["key"]}
    for one in marks:
        at = found["marks"][one["id"]]
        assert at["level"] == "full" or one["id"] in rows
        if at["level"] in ("name", "number"):
            assert at["number"] == rows[one["id"]]["number"] is not None
        if at["symbol"]:
            near = [math.dist((one["x"], one["y"]), (b["x"], b["y"])) for b in marks if b is not one]
            crowded = min(near, default=999) <= at["symbol"]["w"] + GAP
            assert off(found, one) <= (FAN if crowded else NAILED) + 0.02
        else:
            assert at["joined"]
    for _, at in boxes(found):
        assert at["x"] >= FRAME["x"] - 0.01 and at["x"] + at["w"] <= FRAME["x"] + FRAME["w"] + 0.01
        assert at["y"] >= FRAME["y"] - 0.01 and at["y"] + at["h"] <= FRAME["y"] + FRAME["h"] + 0.01


def test_alone_a_symbol_stands_on_its_place_with_its_card_beside_it() -> None:
    one = mark(1, 200, 200)
    found = placed(task(one))
    assert off(found, one) == 0
    at = found["marks"]["m1"]
    assert (at["level"], at["side"], at["leader"], at["dot"], found["key"]) == (
        "full",
        "right",
        None,
        False,
        [],
    )


def test_two_at_one_place_step_apart_and_are_tied_to_its_dot() -> None:
    marks = [mark(1, 200, 200), mark(2, 200, 200)]
    found = placed(task(*marks))
    assert all(NAILED < off(found, one) <= FAN for one in marks)
    assert all(found["marks"][one["id"]]["dot"] for one in marks)


def test_a_card_without_room_becomes_a_number_and_a_row_of_the_key() -> None:
    wall = {"x": 0.0, "y": 0.0, "w": 700.0, "h": 180.0}
    below = {"x": 0.0, "y": 222.0, "w": 700.0, "h": 300.0}
    labels = LABELS | {"full": {"w": 900.0, "h": 33.0}, "name": {"w": 800.0, "h": 15.0}}
    found = placed(task(mark(1, 200, 200, labels=labels), frames=[{"free": FREE, "blocked": [wall, below]}]))
    assert (found["marks"]["m1"]["level"], found["marks"]["m1"]["number"]) == ("number", 1)
    assert found["key"] == [{"id": "m1", "group": 0, "number": 1}]


def test_the_key_is_ordered_by_kind_then_north_to_south() -> None:
    labels = LABELS | {"full": {"w": 900.0, "h": 33.0}}
    marks = [
        mark(1, 200, 300, labels=labels),
        mark(2, 400, 100, labels=labels, group=1),
        mark(3, 500, 120, labels=labels),
    ]
    assert [(row["id"], row["number"]) for row in placed(task(*marks))["key"]] == [
        ("m3", 1),
        ("m1", 2),
        ("m2", 3),
    ]


@pytest.mark.parametrize("w", [40, 120, 260, 420])
def test_words_without_a_base_never_lie_over_another_host(w: int) -> None:
    labels = LABELS | {"full": {"w": float(w), "h": 33.0}}
    west = country("West", "W", rank=4)  # too small a country to be named at this zoom
    found = placed(task(mark(1, 280, 250, anchor="country", labels=labels), names=[west], hosts=[]))
    at = found["marks"]["m1"]["label"]
    assert at["x"] < 300 and at["x"] + at["w"] > 100 and at["y"] < 400 and at["y"] + at["h"] > 100
    assert at["x"] + at["w"] <= 300 or at["y"] >= 400 or at["y"] + at["h"] <= 100


def test_words_never_lie_over_a_forbidden_area() -> None:
    found = placed(
        task(
            mark(1, 200, 250, anchor="country"),
            forbidden=[{"rings": [[[100, 150], [300, 150], [300, 390], [100, 390]]]}],
        )
    )
    at = found["marks"]["m1"]["label"]
    assert at["y"] + at["h"] <= 150 or at["y"] >= 390 or at["x"] + at["w"] <= 100


@pytest.mark.parametrize("width", [340, 500, 700])
def test_each_arc_is_named_at_every_width(width: int) -> None:
    marks = [mark(n, width * 0.8, 60 + n * 45) for n in range(8)]
    arcs = [
        {
            "id": f"L{n} m{n}",
            "lead": f"L{n}",
            "path": [[-50, 40 + n * 50], [width * 0.8, 60 + n * 45]],
            "w": 70.0,
            "h": 15.0,
        }
        for n in range(8)
    ]
    free = FREE | {"w": width + 12.0}
    found = placed(task(*marks, arcs=arcs, frames=[{"free": free, "blocked": []}]))
    assert [id_ for id_, at in found["arcs"].items() if not at] == []
    assert touching(found) == []


def test_what_is_said_of_a_country_stands_at_its_name_or_in_the_key() -> None:
    note = {"w": 120.0, "h": 28.0}
    name = country("West", "W", note=note)
    found = placed(task(names=[name]))
    assert found["names"]["country West"]["level"] == "note" and found["key"] == []
    narrow = name | {"note": note | {"w": 650.0}}
    found = placed(task(names=[narrow]))
    assert found["names"]["country West"]["level"] == "name"
    assert found["key"] == [{"id": "country West", "group": 3, "number": None}]


def test_smaller_places_are_named_where_the_map_is_larger() -> None:
    names = [
        country(f"N{rank}", "N", rank=rank, points=[[520 + 30 * rank, 60 * rank]], w=40.0)
        for rank in (1, 2, 3, 4)
    ]
    named = [sorted(placed(task(names=names, zoom=zoom))["names"]) for zoom in (4.25, 4.5, 5.25, 6.0)]
    assert [len(some) for some in named] == [1, 2, 3, 4]


def test_what_is_said_of_a_country_names_it_at_every_zoom_but_not_its_capital() -> None:
    noted = country("West", "W", rank=4, note={"w": 120.0, "h": 28.0})
    capital = country("Town", "W", rank=4, role="capital", id="capital Town", points=[[600, 100]])
    assert sorted(placed(task(names=[noted, capital], zoom=4.0))["names"]) == ["country West"]


def test_a_country_that_hosts_something_is_named_before_one_that_does_not() -> None:
    ranked = [country("A", "N", rank=1, points=[[600, 60]]), country("B", "E", rank=2, points=[[600, 60]])]
    for hosts, named in ((["E"], "country B"), ([], "country A")):
        assert list(placed(task(names=ranked, hosts=hosts, lands=[]))["names"]) == [named]


def test_ties_begin_in_the_middle_of_the_words_and_there_are_none_without_words() -> None:
    hosts = [[200.0, 300.0], [400.0, 300.0]]
    one = mark(1, 60, 60, anchor="set", hosts=["W", "E"], ties=hosts)
    at = placed(task(one))["marks"]["m1"]
    middle = [at["label"]["x"] + at["label"]["w"] / 2, at["label"]["y"] + at["label"]["h"] / 2]
    assert at["ties"] == [[*middle, *end] for end in hosts]
    large = {"w": 900.0, "h": 33.0}
    crowded = placed(task(one | {"labels": {"full": large, "name": large, "number": large}}))["marks"]["m1"]
    assert (crowded["level"], crowded["ties"]) == ("key", [])


def test_a_small_map_has_smaller_symbols_but_not_in_a_briefing() -> None:
    small = [{"free": FREE | {"h": 500.0}, "blocked": []}]
    widths = {
        brief: placed(task(mark(1, 200, 200), frames=small, brief=brief))["marks"]["m1"]["symbol"]["w"]
        for brief in (True, False)
    }
    assert widths == {True: 39.0, False: 28.08}


def test_of_a_thousand_marks_each_has_a_symbol_or_shares_one_and_a_row_of_the_key() -> None:
    chance = random.Random(3)  # noqa: S311 - the same each time
    marks = [mark(n, chance.uniform(40, 660), chance.uniform(30, 420)) for n in range(1000)]
    found = placed(task(*marks))
    assert len(found["key"]) == 1000
    numbers = {row["id"]: row["number"] for row in found["key"]}
    joined = {id_: at["joined"] for id_, at in found["marks"].items() if not at["symbol"]}
    assert [id_ for id_, other in joined.items() if numbers[id_] != numbers[other]] == []
    assert touching(found) == []
