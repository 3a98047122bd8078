"""Results cached with a value are computed once, by one thread, and freed with the value."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from eastflank.model import Remembering


class Thing(Remembering):
    pass


def test_the_latest_stay_and_the_others_are_made_again() -> None:
    made: list[int] = []

    def doubled(_: Thing, number: int) -> int:
        made.append(number)
        return 2 * number

    thing = Thing()
    assert [thing.latest(2, doubled, number) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2], "1 was asked for again before 3 came, so 2 went"


def test_of_many_that_ask_at_once_one_makes_it() -> None:
    made: list[int] = []
    together, go_on = Barrier(4), Event()

    def slow(_: Thing, number: int) -> int:
        made.append(number)
        go_on.wait(10)
        return number

    def ask(thing: Thing) -> int:
        together.wait(10)
        return thing.latest(5, slow, 7)

    thing = Thing()
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(ask, thing) for _ in range(3)]
        together.wait(10)
        go_on.set()
        assert [one.result(10) for one in asked] == [7, 7, 7]
    assert made == [7]


def test_what_could_not_be_made_is_tried_again() -> None:
    answers = iter([ValueError("not yet"), 5])

    def sometimes(_: Thing) -> int:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    thing = Thing()
    with pytest.raises(ValueError, match="not yet"):
        thing.latest(1, sometimes)
    assert thing.latest(1, sometimes) == 5


def test_what_was_made_goes_with_the_value() -> None:
    def part(_: Thing, name: str) -> Thing:
        del name
        return Thing()

    thing = Thing()
    gone = [weakref.ref(thing.latest(1, part, "a")), weakref.ref(thing.once(part, "a"))]
    del thing
    gc.collect()
    assert [one() for one in gone] == [None, None]


def test_what_is_made_once_is_not_made_again() -> None:
    made: list[int] = []

    def doubled(_: Thing, number: int) -> int:
        made.append(number)
        return 2 * number

    thing = Thing()
    assert [thing.once(doubled, number) for number in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert made == [1, 2]
