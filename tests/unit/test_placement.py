"""Where labels go: nothing touches, nothing leaves the frame, and what finds no room is said."""

from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.picture.placement import (
    GAP,
    Choice,
    Item,
    Placer,
    around,
    arrange,
    distance,
    inside,
    overlap,
)
from eastflank.render.picture.sheet import Box, Spot

FRAME = Box(10, 20, 400, 300)
SPOTS = st.builds(Spot, st.floats(10, 410), st.floats(20, 320))
SIZES = st.tuples(st.floats(5, 120), st.floats(5, 60))


def item(point: Spot, size: tuple[float, float]) -> Item:
    w, h = size
    return Item(
        point,
        [Choice(Box(point.x - w / 2, point.y - h / 2, w, h), home=True), *map(Choice, around(point, w, h))],
    )


@given(st.lists(st.tuples(SPOTS, SIZES), max_size=8))
def test_what_is_arranged_lies_in_the_frame_and_nothing_touches(
    things: list[tuple[Spot, tuple[float, float]]],
) -> None:
    placer = Placer(FRAME)
    found = arrange(placer, [item(*thing) for thing in things])
    boxes = [choice.box for choice in found if choice]
    assert len(found) == len(things)
    assert placer.taken == boxes
    assert all(inside(box, FRAME) for box in boxes)
    grown = [
        Box(box.x - GAP + 1e-9, box.y - GAP + 1e-9, box.w + 2 * GAP - 2e-9, box.h + 2 * GAP - 2e-9)
        for box in boxes
    ]
    assert not [(a, b) for i, a in enumerate(grown) for j, b in enumerate(boxes) if i != j and overlap(a, b)]


def test_alone_everything_stands_where_it_belongs() -> None:
    (found,) = arrange(Placer(FRAME), [item(Spot(200, 150), (80, 30))])
    assert found == Choice(Box(160, 135, 80, 30), home=True)


def test_two_at_one_place_both_find_room_near_it() -> None:
    point = Spot(200, 150)
    found = arrange(Placer(FRAME), [item(point, (80, 30)), item(point, (80, 30))])
    assert [choice.home for choice in found if choice] == [True, False]
    assert all(choice and distance(point, choice.box) < 25 for choice in found)


def test_what_finds_no_room_is_none() -> None:
    placer = Placer(FRAME)
    placer.block(FRAME)
    assert arrange(placer, [item(Spot(200, 150), (80, 30))]) == [None]


def test_nothing_is_arranged_of_nothing() -> None:
    assert arrange(Placer(FRAME), []) == []


@given(SPOTS, SIZES)
def test_boxes_around_a_point_never_cover_it_and_go_outwards(point: Spot, size: tuple[float, float]) -> None:
    boxes = list(around(point, *size))
    assert boxes
    assert all(distance(point, box) > 0 for box in boxes)
    assert distance(point, boxes[0]) < distance(point, boxes[-1])
