"""A value that caches what is computed from it."""

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
    """An immutable value with a cache of results computed from it, which lives as long as the value.

    So several datasets can be used in one server without evicting each other's results.
    """

    @cached_property
    def _made(self) -> dict[Hashable, object]:
        return {}

    def once(self, make: Callable[Concatenate[Self, Rest], T], *rest: Rest.args, **named: Rest.kwargs) -> T:
        """The result of `make` for this value and `rest`, computed once; `rest` has few, small values."""
        key = (make, rest, *sorted(named.items()))
        if key not in self._made:
            self._made.setdefault(key, make(self, *rest, **named))  # two threads may come here at once
        return cast("T", self._made[key])

    def has(self, make: Callable[[Self], object]) -> bool:
        """Whether `once` has the result of `make` for this value already."""
        return (make, ()) in self._made

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
        """Like `once`, if `rest` may have many values: for each `make`, the `most` last used are kept.

        One thread computes it, and other threads that need it wait. If it fails, the next thread tries again.
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
                        answer.cancel()  # wakes the waiting threads
                return cast("T", answer.result())
            try:
                return cast("T", found.result())
            except CancelledError:
                continue  # the other thread failed: this one tries
