"""Where labels go: boxes in pixels. The counterpart of `browser/placement.js`, by the same rules.

A greedy placer. Things are placed in the order of their importance; each offers candidate boxes, best
first, and takes the first that lies inside the frame and touches nothing placed before it. Things that
matter alike are arranged together: of several orders the one that leaves them nearest to where they belong
is taken.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from eastflank.render.picture.sheet import Box, Spot

GAP = 3.0
"""Pixels kept free between any two boxes, where one pixel of a screen's map is one pixel here."""
# What it costs, in pixels of distance: to stand beside the place, on somebody else's, or nowhere.
_AWAY = 60.0
_COVERS = 30.0
_BESIDE = 26.0
"""So near to somebody else's place, a card that had to move would seem to speak of it."""
_NO_ROOM = 2000.0
_ORDERS = 16
_ROUNDS, _TRIES, _SENT_AWAY = 12, 80, 2
"""How often all are gone through again; how many better choices each tries; how many it may send away."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A box in which something may stand."""

    box: Box
    home: bool = False
    """Whether it stands where it belongs, and needs no leader."""
    mirrored: bool = False


@dataclass(slots=True)
class Placer:
    """A frame and what has been placed in it. `unit` is how many pixels a pixel of the screen's map has."""

    frame: Box
    unit: float = 1.0
    taken: list[Box] = field(default_factory=list)

    def block(self, box: Box) -> None:
        """Keep this box free of labels."""
        self.taken.append(box)

    def free(self, box: Box) -> bool:
        """Whether a box lies inside the frame and touches nothing placed."""
        if not inside(box, self.frame):
            return False
        gap = GAP * self.unit
        x, y, right, bottom = box.x - gap, box.y - gap, box.right + gap, box.bottom + gap
        for left, top, w, h in self.taken:  # tens of thousands of times for a picture
            if x < left + w and left < right and y < top + h and top < bottom:
                return False
        return True

    def place(self, choices: Iterable[Choice]) -> Choice | None:
        """The first choice with room, now taken; None where none has."""
        for choice in choices:
            if self.free(choice.box):
                self.block(choice.box)
                return choice
        return None


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be arranged: where it belongs, where it may stand, how much it matters."""

    point: Spot
    choices: Sequence[Choice]
    weight: float = 1.0


def inside(box: Box, frame: Box) -> bool:
    """Whether a box lies wholly within a frame."""
    return box.x >= frame.x and box.y >= frame.y and box.right <= frame.right and box.bottom <= frame.bottom


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def distance(point: Spot, box: Box) -> float:
    """How far a point is from a box; 0 inside it."""
    return math.hypot(
        max(box.x - point.x, point.x - box.right, 0.0), max(box.y - point.y, point.y - box.bottom, 0.0)
    )


def around(point: Spot, w: float, h: float, unit: float = 1.0, near: float = 16.0) -> Iterator[Box]:
    """Boxes of w × h around a point: beside, above, below, then ever further out.

    `near` is the first distance between the point and a box, in pixels of the screen's map.
    """
    gap = near
    while gap <= 260:  # noqa: PLR2004 - further away nobody sees what belongs together
        # At small distances the four sides come first; further out the ring has more places.
        places = max(8, round(gap / 7) * 2)
        for i in range(places):
            # Right, left, below right, above right …: alternate sides so that cards stay near.
            turn = (-1 if i % 2 else 1) * math.ceil(i / 2) * (math.pi / (places / 2))
            dx, dy = math.cos(turn), math.sin(turn)
            # Push the box out along the direction until its border, not its middle, is `gap` away.
            reach = min((w / 2) / max(abs(dx), 1e-6), (h / 2) / max(abs(dy), 1e-6))
            r = gap * unit + reach
            yield Box(point.x + dx * r - w / 2, point.y + dy * r - h / 2, w, h)
        gap += 14


def arrange(placer: Placer, items: Sequence[Item]) -> list[Choice | None]:
    """A choice for each item, or None where there is no room; all are taken from `placer`.

    Whoever lost most in one order is placed first in the next. Then each, where it helps all together,
    takes a better choice and sends away whoever stands there.
    """
    priced = [_priced(placer, item, items) for item in items]
    order = list(range(len(items)))
    best = last = _layout(placer, items, priced, order)
    for _ in range(1, _ORDERS):
        lost = [
            cost - (choices[0][0] if choices else cost)
            for cost, choices in zip(last.costs, priced, strict=True)
        ]
        worst = max(order, key=lost.__getitem__, default=0)
        if not order or lost[worst] == 0:
            break
        order = [worst, *(index for index in order if index != worst)]
        last = _layout(placer, items, priced, order)
        if last.total < best.total:
            best = last
    found = _settled(placer, items, priced, best).found
    for choice in found:
        if choice:
            placer.block(choice.box)
    return found


@dataclass(slots=True)
class _Layout:
    found: list[Choice | None]
    costs: list[float]

    @property
    def total(self) -> float:
        return sum(self.costs)


def _priced(placer: Placer, item: Item, items: Sequence[Item]) -> list[tuple[float, Choice]]:
    """The item's choices that are free, with what each costs; cheapest first, else in their own order."""
    others = [other.point for other in items if math.dist(item.point, other.point) > placer.unit]
    priced = []
    for choice in item.choices:
        if placer.free(choice.box):
            near = 0 if choice.home else _BESIDE * placer.unit
            covered = sum(distance(point, choice.box) <= near for point in others)
            away = distance(item.point, choice.box) / placer.unit + (0 if choice.home else _AWAY)
            priced.append((item.weight * (away + _COVERS * covered), choice))
    return sorted(priced, key=lambda pair: pair[0])


def _layout(
    placer: Placer, items: Sequence[Item], priced: Sequence[list[tuple[float, Choice]]], order: Sequence[int]
) -> _Layout:
    layout = _Layout([None] * len(items), [0.0] * len(items))
    _place_again(Placer(placer.frame, placer.unit), items, priced, layout, order)
    return layout


def _place_again(
    trial: Placer,
    items: Sequence[Item],
    priced: Sequence[list[tuple[float, Choice]]],
    layout: _Layout,
    order: Sequence[int],
) -> None:
    """Put the items of `order`, one after another, each at the cheapest choice that is free in `trial`."""
    for index in order:
        layout.found[index], layout.costs[index] = None, _NO_ROOM * items[index].weight
        for cost, choice in priced[index]:
            if trial.free(choice.box):
                trial.block(choice.box)
                layout.found[index], layout.costs[index] = choice, cost
                break


def _settled(
    placer: Placer, items: Sequence[Item], priced: Sequence[list[tuple[float, Choice]]], layout: _Layout
) -> _Layout:
    """The layout after no single item can better it by taking a better choice from at most two others."""
    for _ in range(_ROUNDS):
        before = layout.total
        worst = sorted(range(len(items)), key=lambda index: -layout.costs[index])
        for index in worst:
            layout = _taken(placer, items, priced, layout, index)
        if layout.total >= before:
            break
    return layout


def _taken(
    placer: Placer,
    items: Sequence[Item],
    priced: Sequence[list[tuple[float, Choice]]],
    layout: _Layout,
    index: int,
) -> _Layout:
    for cost, choice in priced[index][:_TRIES]:
        if cost >= layout.costs[index]:
            break
        alone = Placer(placer.frame, placer.unit, [choice.box])
        sent = [
            other
            for other, place in enumerate(layout.found)
            if place and other != index and not alone.free(place.box)
        ]
        if len(sent) > _SENT_AWAY:
            continue
        for order in itertools.permutations(sent):
            trial = _without(placer, layout, {index, *sent})
            trial.block(choice.box)
            moved = _Layout(list(layout.found), list(layout.costs))
            moved.found[index], moved.costs[index] = choice, cost
            _place_again(trial, items, priced, moved, order)
            if moved.total < layout.total - 1e-6:
                return moved
    return layout


def _without(placer: Placer, layout: _Layout, left_out: AbstractSet[int]) -> Placer:
    boxes = [place.box for other, place in enumerate(layout.found) if place and other not in left_out]
    return Placer(placer.frame, placer.unit, boxes)
