"""Crowds: a map that cannot place all its marks shows those near each other as one, and loses none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eastflank.model import Box, Dataset, Point
from eastflank.render.picture.placement import placed
from eastflank.scene import crowds
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Crowd, Scene
from eastflank.store.tables import read
from eastflank.ui import crowd_clicks
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.request import request_of
from eastflank.view.selection import View, view_of
from tests.bench.crowded import write_crowded
from tests.frozen import RECORD, SEEDS

DAY = date(2022, 6, 28)
_RIGA = Point(56.0, 22.0), Point(57.5, 25.0)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("large") / "data"
    write_crowded(folder, 600, days=60, sources=60)
    return read(folder, SEEDS)


@pytest.fixture(scope="module")
def view(large: Dataset) -> View:
    return view_of(large, EVERYTHING, DAY)


def _scene(view: View, large: Dataset, selected: str = "", shown: Box | None = None) -> Scene:
    return compose(view, large, large.label_points, selected, None, shown)


def test_a_record_of_the_usual_size_has_no_crowd() -> None:
    view = view_of(RECORD, EVERYTHING, DAY)
    scene = compose(view, RECORD, RECORD.label_points)
    assert scene.marks == scene.every
    assert not any(mark.crowd for mark in scene.marks)


def test_each_deployment_is_drawn_for_itself_or_counted_in_one_crowd(large: Dataset, view: View) -> None:
    scene = _scene(view, large)
    assert len(scene.every) > crowds.MOST >= len(scene.marks)
    units = {mark.id: view.known.deployments[mark.id].missing or 1 for mark in scene.every}
    assert sum(mark.crowd or units[mark.id] for mark in scene.marks) == sum(units.values())


def test_a_crowd_says_how_many_of_each_kind_and_never_adds_strengths(large: Dataset, view: View) -> None:
    for mark in _scene(view, large).marks:
        if mark.crowd:
            assert f"{mark.crowd:,} deployments" in mark.details[0]
            assert "persons" not in " ".join((*mark.lines, *mark.details))


def test_the_selected_deployment_has_its_own_mark(large: Dataset, view: View) -> None:
    one = _scene(view, large).every[40].id
    assert [mark.id for mark in _scene(view, large, one).marks if mark.selected] == [one]


def test_closer_each_deployment_in_the_frame_is_drawn(large: Dataset, view: View) -> None:
    scene = _scene(view, large, shown=_RIGA)

    def inside(at: Point) -> bool:
        return _RIGA[0].lat <= at.lat <= _RIGA[1].lat and _RIGA[0].lon <= at.lon <= _RIGA[1].lon

    drawn = {mark.id for mark in scene.marks if inside(mark.at)}
    assert drawn == {mark.id for mark in scene.every if inside(mark.at)}
    assert any(mark.crowd for mark in scene.marks)


def test_a_crowd_opens_what_it_counts(large: Dataset, view: View) -> None:
    crowd = max(
        (mark for mark in _scene(view, large).marks if isinstance(mark.symbol, Crowd)),
        key=lambda mark: mark.crowd,
    )
    area = crowds.box_of(crowd.id)
    assert area is not None
    opened = view_of(large, Filters(area=area), DAY)
    assert len(_scene(opened, large).every) >= crowd.crowd
    south, west, north, east = area
    assert _scene(opened, large).opening == (Point(south, west), Point(north, east))


def test_a_link_holds_an_area_and_says_what_is_none() -> None:
    assert request_of({"area": ["56", "22.5", "57", "24"]}, RECORD).filters.area == (56.0, 22.5, 57.0, 24.0)
    assert request_of({"area": ["56;22.5;57;24"]}, RECORD).filters.area == (56.0, 22.5, 57.0, 24.0)
    for wrong in ("57;22.5;56;24", "56;22", "here", "56;22.5;57;999"):
        (unread,) = request_of({"area": [wrong]}, RECORD).unread
        assert unread.parameter == "area"


def test_what_a_browser_tells_of_a_crowd_is_only_believed_where_it_is_one() -> None:
    for told in ("area:", "area:1,2,3", "area:nan,1,2,3", "area:5,1,2,3", "area:inf,1,inf,3", "efp-lva"):
        assert crowd_clicks.narrowed(told, EVERYTHING) is None
    assert crowd_clicks.narrowed("hosts:LVA;EST", EVERYTHING) == replace(EVERYTHING, host=("LVA", "EST"))


def test_a_crowd_is_always_placed_and_never_in_the_key() -> None:
    free = {"x": 0.0, "y": 0.0, "w": 312.0, "h": 212.0}
    size = {"w": 30.0, "h": 30.0}
    marks = [
        {
            "id": f"{number}", "anchor": "place", "heading": "Crowd", "x": 150.0, "y": 100.0, "hosts": [],
            "symbol": size, "dot": size, "ties": [], "labels": {"full": size, "name": size, "number": size}, "group": 0, "selected": False, "gone": False,
            "crowd": True,
        }
        for number in range(40)
    ]  # fmt: skip
    found = placed(
        {
            "frames": [{"free": free, "blocked": []}], "brief": True, "zoom": 5.0, "marks": marks, "arcs": [],
            "names": [], "capital": 7, "hosts": [], "countries": 3, "lands": [], "forbidden": [],
        }
    )  # fmt: skip
    assert len(found["marks"]) == len(marks)
    assert all(one["symbol"] for one in found["marks"].values())
    assert found["key"] == []
