"""A value that remembers what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
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
