"""What is wrong with a row, and what was assumed about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from eastflank.words.chosen import rows_of_tables as words


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a value cannot be used."""

    kind: str
    """A key of `words.PROBLEMS`: problems of one kind are grouped and corrected in the same way."""
    reason: str
    suggestion: str


class Problem(NamedTuple):
    """Why a row is not imported: its position, its value, why that cannot be used, what to do."""

    sheet: str
    line: int
    column: str
    """The heading; empty if the whole row is meant."""
    value: str
    kind: str
    reason: str
    suggestion: str


class RowMark(NamedTuple):
    """What was assumed about a row: it stays a proposal until a person agrees."""

    sheet: str
    line: int
    column: str
    value: str
    kind: str
    """A key of `words.MARKS`."""
    said: str


_Told = TypeVar("_Told", bound="Problem | RowMark")


def grouped(found: Iterable[_Told]) -> Mapping[tuple[str, str], tuple[_Told, ...]]:
    """Problems, or marks, by their kind and column, the largest group first."""
    groups: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for each in found:
        groups[each.kind, each.column].append(each)
    largest = sorted(groups.items(), key=lambda group: -len(group[1]))
    return {key: tuple(members) for key, members in largest}


def wrong(kind: str, **parts: object) -> Wrong:
    """The problem of a kind, with its text filled in. Raises KeyError for a kind without a text."""
    reason, suggestion = words.PROBLEMS[kind]
    return Wrong(kind, reason.format(**parts), suggestion.format(**parts))
