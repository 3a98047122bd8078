"""A value that remembers what is made of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from functools import cached_property
from threading import Lock
from typing import Concatenate, ParamSpec, Self, TypeVar, cast

T = TypeVar("T")
Rest = ParamSpec("Rest")


class Remembering:
    """A value that does not change, with all that was made of it: both are kept equally long.

    So several datasets can live in one server, and none throws out what was made of another.
    """

    @cached_property
    def _made(self) -> dict[Hashable, object]:
        return {}

    def once(self, make: Callable[Concatenate[Self, Rest], T], *rest: Rest.args, **named: Rest.kwargs) -> T:
        """What `make` makes of this value and the `rest`, made once; the rest are few small values."""
        key = (make, rest, *sorted(named.items()))
        if key not in self._made:
            self._made.setdefault(key, make(self, *rest, **named))  # two threads may come here at once
        return cast("T", self._made[key])

    @cached_property
    def _latest(self) -> tuple[Lock, dict[Hashable, OrderedDict[Hashable, Future[object]]]]:
        return Lock(), {}

    def latest(
        self,
        most: int,
        make: Callable[Concatenate[Self, Rest], T],
        *rest: Rest.args,
        **named: Rest.kwargs,
    ) -> T:
        """As `once`, where the `rest` may be of many values: of each `make`, the `most` last asked for stay.

        It is made by one thread, and the others that ask for it wait. If that fails, the next that asks
        begins again.
        """
        lock, made_by = self._latest
        key = (rest, *sorted(named.items()))
        while True:
            with lock:
                made = made_by.setdefault(make, OrderedDict())
                found = made.get(key)
                answer = made[key] = found or Future()
                made.move_to_end(key)
                while len(made) > most:
                    made.popitem(last=False)
            if found is None:
                try:
                    answer.set_result(make(self, *rest, **named))
                finally:
                    if not answer.done():
                        with lock:
                            made.pop(key, None)
                        answer.cancel()  # wakes those that wait
                return cast("T", answer.result())
            try:
                return cast("T", found.result())
            except CancelledError:
                continue  # it could not be made: this thread tries
