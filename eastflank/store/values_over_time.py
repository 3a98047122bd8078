"""What a cell was, by its changes. Pure.

Two sides may have changed it, each without the other: then a change begins at an older value.
"""

from __future__ import annotations

from collections.abc import Sequence


def way(changes: Sequence[tuple[str, str]], start: str, end: str) -> tuple[int, ...]:
    """The fewest changes that lead from a value to another, by their places; the oldest of equal ways.

    Each change is what was before it and after it. Empty if the values are the same, or no way
    leads there.
    """
    ways: dict[str, tuple[int, ...]] = {start: ()}
    waiting = [start]
    for value in waiting:  # grows: the values are reached by ever longer ways
        for place, (before, after) in enumerate(changes):
            if before == value and after not in ways:
                ways[after] = (*ways[value], place)
                waiting.append(after)
    return ways.get(end, ())
