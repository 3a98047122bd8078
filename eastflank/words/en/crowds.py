"""Texts of a crowd: a mark for several deployments near each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.model import Kind
from eastflank.words.en import values as words
from eastflank.words.en.datasets import of_one

OPENED = "Click to show these alone, on the map and in the table."
LEGEND = "so many near each other"
ALL = "Show the whole map again"
_LEADS = 5


def heading(number: int, places: Sequence[str]) -> str:
    """The place that they share, or how many they are."""
    common = set(places)
    if len(common) == 1:
        return places[0]
    return f"{number:,} deployments near each other"


def title(number: int, heading: str) -> str:
    """The first line of a crowd's details."""
    told = f"{number:,} deployments"
    return heading if heading.startswith(told) else f"{told}: {heading}"


def lines(anchor: str, number: int) -> tuple[str, ...]:
    """The text on the card of a crowd without a point."""
    told = f"{number:,} deployments"
    return {
        "country": (f"{told}; base not stated, or not exactly known",),
        "set": (told, "for these hosts as a set"),
    }.get(anchor, (told,))


def kinds(counts: Mapping[Kind, int], dataset: str = "") -> tuple[str, ...]:
    """How many units of each kind: “8 battlegroups and 4 brigades”. Kinds are never added to each other.

    `dataset` is the title of the one that they are in, if there are several.
    """
    told = [words.units(kind, number) for kind, number in counts.items() if number]
    return (words.listed(told) + of_one(dataset),) if told else ()


def statuses(counts: Mapping[str, int], dataset: str = "") -> str:
    """How many of each status: “Status: 9 deployed, 3 agreed”; `dataset` as for kinds."""
    told = [
        f"{number:,} {words.status(status) or 'not stated'}"
        for status, number in sorted(counts.items(), key=_most_first)
    ]
    return f"Status{of_one(dataset)}: {', '.join(told)}"


def leads(counts: Mapping[str, int], dataset: str = "") -> tuple[str, ...]:
    """Who leads most of them; `dataset` as for kinds."""
    if not counts:
        return ()
    ordered = sorted(counts.items(), key=_most_first)
    told = [f"{name} {number:,}" for name, number in ordered[:_LEADS]]
    rest = len(ordered) - _LEADS
    return (f"Lead{of_one(dataset)}: {', '.join(told)}{f' and {rest} more' if rest > 0 else ''}",)


def changes(counts: Mapping[str, int]) -> tuple[str, ...]:
    """How many of them changed since the day compared with, by form."""
    if not counts:
        return ()
    return (f"Changes: {', '.join(f'{number:,} {form}' for form, number in sorted(counts.items()))}",)


def among(names: Sequence[str], more: int) -> str:
    """Some of them by name."""
    return f"Among them: {'; '.join(names)}{f'; and {more:,} more' if more > 0 else ''}"


def in_area(south: float, west: float, north: float, east: float) -> str:
    """An area in the sentence over the map, after what is counted."""
    return (
        f"at {_degrees(south, 'NS')} to {_degrees(north, 'NS')}, "
        f"{_degrees(west, 'EW')} to {_degrees(east, 'EW')}"
    )


def _degrees(value: float, ends: str) -> str:
    return f"{abs(value):.2f}° {ends[0] if value >= 0 else ends[1]}"


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]
