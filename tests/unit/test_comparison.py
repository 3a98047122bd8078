"""A view compared with an earlier one on the map: what is new, what was different, and what is gone."""

from datetime import date

import pytest

from eastflank.scene.composition import compose
from eastflank.scene.drawn import Scene
from eastflank.store import DATA, label_points
from eastflank.view.changes import Change
from eastflank.view.comparison import SIGNS, Changed, compare, form_of
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.frozen import RECORD
from tests.unit.test_scene import ANCHORS

POINTS = label_points.read(DATA)
DAYS = sorted(day.date() for day in RECORD.claims["known_on"].unique())


def compared(*claims: dict, filters: Filters = EVERYTHING, **tables: list) -> Scene:
    """The scene of 2017 compared with 14 June 2016."""
    small = dataset(*claims, **tables)
    before, view = (view_of(small, filters, day) for day in (date(2016, 6, 14), date(2017, 1, 1)))
    return compose(view, small, ANCHORS, compared=compare(view, before, small))


def said(scene: Scene) -> dict[str, tuple[str, str]]:
    return {mark.id: tuple(mark.change) for mark in (*scene.marks, *scene.ghosts) if mark.change}


OLD = claim("old", "2016-06-14", status="considered", host="LVA")


def test_a_mark_says_that_it_is_new_or_how_it_was_and_what_stayed_says_nothing() -> None:
    scene = compared(
        OLD,
        claim("new", "2016-07-08", status="decided"),
        claim("other", "2016-07-08", deployment="lithuania", status="decided", host="LTU"),
        claim("same", "2016-06-14", deployment="whole", status="agreed", host="LVA;LTU", unit_count=2),
    )
    assert said(scene) == {"latvia": ("moved", "was considered"), "lithuania": ("new", "new"), "whole": (
        "gone", "now drawn through its units; was agreed")}  # fmt: skip
    still = compared(OLD, claim("again", "2016-07-08", status="considered"))
    assert said(still) == {}
    assert not still.legend.changes


@pytest.mark.parametrize("status", ["ended", "withdrawn", "denied"])
def test_what_is_gone_is_a_ghost_where_it_stood_and_not_a_mark(status: str) -> None:
    scene = compared(OLD, claim("new", "2016-07-08", status=status))
    (ghost,) = scene.ghosts
    assert (scene.marks, scene.areas, scene.arcs) == ((), (), ())
    assert (ghost.id, ghost.at, ghost.lines) == ("latvia", ANCHORS["LVA"], ())
    assert ghost.change == Changed("gone", f"{status}; was considered")


def test_what_turned_out_to_be_another_is_a_ghost_that_names_it() -> None:
    early = claim("early", "2016-06-14", deployment="early", status="considered", host="LVA")
    scene = compared(early, claim("new", "2016-07-08", status="decided", host="LVA"))
    assert said(scene) == {"early": ("gone", "turned out to be Battlegroup Latvia"), "latvia": ("new", "new")}


def test_what_the_filters_no_longer_find_is_a_ghost_that_says_why() -> None:
    led = claim("led", "2016-06-14", status="deployed", lead="CAN", host="LVA")
    scene = compared(
        led, claim("new", "2016-07-08", lead="DEU"), filters=Filters(nation=("CAN",), role="lead")
    )
    assert said(scene) == {"latvia": ("gone", "no longer in this view; was led by Canada")}


def test_the_title_and_the_legend_name_the_day_and_only_what_is_drawn() -> None:
    scene = compared(OLD, claim("new", "2016-07-08", status="decided"))
    assert scene.title == "One battlegroup decided, as known on 1 January 2017; changes since 14 June 2016"
    assert scene.legend.changes == (("moved", "otherwise on 14 June 2016"),)


@pytest.mark.parametrize("since", DAYS[::8], ids=str)
@pytest.mark.parametrize("day", DAYS[3::24], ids=str)
def test_with_or_without_a_comparison_the_same_is_drawn_and_nothing_that_was_is_lost(
    since: date, day: date
) -> None:
    if since > day:
        return
    before, view = view_of(RECORD, day=since), view_of(RECORD, day=day)
    plain, scene = (
        compose(view, RECORD, POINTS),
        compose(view, RECORD, POINTS, compared=compare(view, before, RECORD)),
    )
    assert [mark.id for mark in scene.marks] == [mark.id for mark in plain.marks]
    assert (scene.areas, scene.arcs, scene.members) == (plain.areas, plain.arcs, plain.members)
    earlier = {mark.id for mark in compose(before, RECORD, POINTS).marks}
    assert {ghost.id for ghost in scene.ghosts} == earlier - {mark.id for mark in plain.marks}
    assert (
        {form for form, _ in said(scene).values()} == {form for form, _ in scene.legend.changes} <= set(SIGNS)
    )


@pytest.mark.parametrize(
    ("kind", "form"),
    [("new", "new"), ("ended", "gone"), ("became", "gone"), ("status", "moved"), ("contributors", "moved")],
)
def test_a_single_change_has_the_form_of_what_happened(kind: str, form: str) -> None:
    assert form_of(Change("latvia", "Battlegroup Latvia", kind, "", "", "", ())) == form
