"""Errors of the reading rules, counted from the decisions of a dataset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eastflank.curation.proposal_rows import Reviewed
from eastflank.curation.review import ReviewOutcome

_OF_THE_PERSON = frozenset(("deployment",))
"""Fields that no rule reads: the person chooses them."""
_MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A field that a person corrected."""

    proposal: str
    """The id of the row."""
    read: str
    """What the rules read; empty if nothing."""
    decided: str
    """The value now; empty if none."""


@dataclass(slots=True)
class OfAField:
    """How often a field was read correctly or wrongly, in the accepted proposals."""

    right: int = 0
    mended: int = 0
    """The person entered another value."""
    removed: int = 0
    """The person removed the value."""
    missed: int = 0
    """Nothing was read, and the person wrote something."""
    not_held: int = 0
    """It was read, but the claim could not hold it, and the person did not enter it."""
    doubted: int = 0
    """It was left open as in doubt."""
    doubted_right: int = 0
    """It was left open as in doubt, and the person entered that value."""
    examples: list[Example] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Errors:
    """The rules' errors."""

    articles: int
    outcomes: Mapping[ReviewOutcome, int]
    by_kind: Mapping[str, Mapping[ReviewOutcome, int]]
    reasons: Mapping[str, int]
    """Why proposals were refused, the most frequent first."""
    fields: Mapping[str, OfAField]
    """By name, those with the most corrections first."""


def errors(found: Iterable[Reviewed]) -> Errors:
    """Count what was decided."""
    rows = tuple(found)
    kinds: dict[str, Counter[ReviewOutcome]] = {}
    fields: dict[str, OfAField] = {}
    for row in rows:
        kinds.setdefault(row.kind, Counter())[row.outcome] += 1
        if row.outcome is not ReviewOutcome.REFUSED:
            _count(row, fields)
    worst = sorted(fields.items(), key=lambda one: (-_wrong(one[1]), one[0]))
    reasons = Counter(row.reason for row in rows if row.outcome is ReviewOutcome.REFUSED)
    return Errors(
        len({row.source for row in rows}),
        Counter(row.outcome for row in rows),
        dict(sorted(kinds.items())),
        dict(sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
        dict(worst),
    )


def _wrong(one: OfAField) -> int:
    return one.mended + one.removed + one.missed


def _count(row: Reviewed, fields: dict[str, OfAField]) -> None:
    for name in sorted({*row.read, *row.decided} - _OF_THE_PERSON):
        one = fields.setdefault(name, OfAField())
        read, decided = row.read.get(name), row.decided.get(name, "")
        held = read.held if read else ""
        if read and read.doubted:
            one.doubted += 1
            one.doubted_right += bool(held) and held == decided
            if not decided or held == decided:
                continue
            read = None
        if read and held == decided:
            one.right += bool(held)
            one.not_held += not held
            continue
        one.mended += bool(read and decided)
        one.removed += bool(read and not decided)
        one.missed += read is None
        if len(one.examples) < _MOST_EXAMPLES:
            one.examples.append(Example(row.id, held or (read.value if read else ""), decided))
