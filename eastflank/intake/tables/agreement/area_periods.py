"""When something is in which countries, asked for many times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from eastflank.intake.tables.target.units import Hosts

Period = tuple[Hosts, date, date]
"""The countries, the first and the last day."""


class AreaPeriods:
    """Periods, found by day without looking at all of them."""

    def __init__(self, periods: Iterable[Period]) -> None:
        self._ending: dict[date, set[Hosts]] = defaultdict(set)
        self._beginning: dict[date, set[Hosts]] = defaultdict(set)
        joined: dict[Hosts, list[list[date]]] = defaultdict(list)
        for area, first, last in sorted(set(periods), key=lambda one: (one[1], one[2], sorted(one[0]))):
            self._ending[last].add(area)
            self._beginning[first].add(area)
            if joined[area] and joined[area][-1][1] >= first:
                joined[area][-1][1] = max(joined[area][-1][1], last)
            else:
                joined[area].append([first, last])
        self._joined: Mapping[Hosts, Sequence[Sequence[date]]] = joined
        self._firsts = {area: [first for first, _ in there] for area, there in joined.items()}
        self._ends, self._begins = sorted(self._ending), sorted(self._beginning)

    def has(self, area: Hosts, first: date, last: date) -> bool:
        """Whether it is in these countries on one of these days."""
        at = bisect_right(self._firsts.get(area, ()), last)
        return at > 0 and self._joined[area][at - 1][1] >= first

    def elsewhere(self, area: Hosts, first: date, last: date) -> bool:
        """Whether it is in other countries on one of these days."""
        return any(self.has(other, first, last) for other in self._firsts if other != area)

    def before(self, day: date) -> tuple[date, frozenset[Hosts]]:
        """The last day before this one on which a period ends, and the countries of these periods."""
        at = bisect_left(self._ends, day)
        return (
            (self._ends[at - 1], frozenset(self._ending[self._ends[at - 1]]))
            if at
            else (date.min, frozenset())
        )

    def after(self, day: date) -> frozenset[Hosts]:
        """The countries of the periods that begin next after this day."""
        at = bisect_right(self._begins, day)
        return frozenset(self._beginning[self._begins[at]]) if at < len(self._begins) else frozenset()

    def meet(self) -> bool:
        """Whether it is in two areas on one day."""
        return any(
            self.elsewhere(area, first, last) for area, there in self._joined.items() for first, last in there
        )
