"""Days as shares of a width, and where an axis of days is labelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

_MANY = 9
"""As many labels an axis has at most."""
_LAST_LABEL = 95.0
"""Percent of the width after which a label would be cut off."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
"""How many months may lie between two labels."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, drawn from left to right over the whole width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins, in percent of the width; days outside lie at the ends."""
        inside = min(max(day, self.first), self.last)
        return round(100 * (inside - self.first).days / max((self.last - self.first).days, 1), 3)

    def span(self, start: date, end: date) -> dict[str, float]:
        """Left edge and width of a span whose end is the first day after it."""
        left = self.at(start)
        return {"x": left, "w": round(self.at(end) - left, 3)}

    def ticks(self) -> list[dict[str, Any]]:
        """Where the labels stand, and what they say: years, or months where there are few years."""
        step = next((step for step in _MONTHS if len(list(self._firsts(step))) <= _MANY), _MONTHS[-1])
        return [
            {"x": self.at(day), "text": f"{day:%Y}" if day.month == 1 else f"{day:%b %Y}"}
            for day in self._firsts(step)
            if self.at(day) <= _LAST_LABEL
        ]

    def _firsts(self, step: int) -> Iterator[date]:
        """The first days of every `step` months inside."""
        month = self.first.year * 12
        while (day := date(month // 12, month % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            month += step
