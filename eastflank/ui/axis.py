"""Positions of days on an axis, and its labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

_MANY = 9
"""The most labels of an axis."""
_LAST_LABEL = 95.0
"""The last position for a label, in percent of the width: later ones would be cut off."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
"""The possible distances between two labels, in months."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, drawn from left to right over the whole width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """The position of a day's start, in percent of the width; days outside are put at the ends."""
        inside = min(max(day, self.first), self.last)
        return round(100 * (inside - self.first).days / max((self.last - self.first).days, 1), 3)

    def span(self, start: date, end: date) -> dict[str, float]:
        """Left edge and width of a span whose end is the first day after it."""
        left = self.at(start)
        return {"x": left, "w": round(self.at(end) - left, 3)}

    def ticks(self) -> list[dict[str, Any]]:
        """The positions and texts of the labels: years, or months if there are few years."""
        step = next((step for step in _MONTHS if len(list(self._firsts(step))) <= _MANY), _MONTHS[-1])
        return [
            {"x": self.at(day), "text": f"{day:%Y}" if day.month == 1 else f"{day:%b %Y}"}
            for day in self._firsts(step)
            if self.at(day) <= _LAST_LABEL
        ]

    def _firsts(self, step: int) -> Iterator[date]:
        """The first day of every `step`-th month inside."""
        month = self.first.year * 12
        while (day := date(month // 12, month % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            month += step
