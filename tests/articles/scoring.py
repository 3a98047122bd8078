"""Compares proposals with answers: matched by their words, then field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from eastflank.dates import bounds
from eastflank.reading.folding import fold

Claim = Mapping[str, Any]

FIELDS = (
    "lead", "host", "contributors", "contributor_troops", "place", "troops_low", "troops_high", "hedge", "counts",
    "status", "unit_count", "starts", "ends", "speaker", "said_on",
)  # fmt: skip
_OVERLAP = 0.5
"""Of the shorter quote, in characters, from which two quotes are about the same words."""


@dataclass
class Score:
    """Sums over articles."""

    proposed: int = 0
    expected: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    pairings: int = 0
    """Matched claims that pair a lead with a host which the answer does not pair."""
    unsupported: int = 0
    """Fields without characters and without a mark."""
    problems: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.expected if self.expected else 1.0


def value_of(claim: Claim, name: str) -> str:
    found = claim["fields"].get(name)
    return str(found["value"]) if found else ""


def same(name: str, one: str, other: str) -> bool:
    """Whether two values of a field mean the same: days by their bounds, names without accents and case."""
    if one == other:
        return True
    if name in ("starts", "ends", "said_on") and one and other:
        return bounds(one) == bounds(other)
    if name in ("place", "speaker"):
        plain, others = (fold(text).removeprefix("the ").replace("-", " ") for text in (one, other))
        return plain == others or (bool(plain and others) and (plain in others or others in plain))
    return False


def score(
    name: str, text: str, proposals: Sequence[Claim], answers: Sequence[Claim], total: Score, kind: str
) -> None:
    """Add one article's claims of a kind to the total."""
    found = [claim for claim in proposals if claim["kind"] == kind]
    wanted = [claim for claim in answers if claim["kind"] == kind]
    total.proposed += len(found)
    total.expected += len(wanted)
    pairs = matches(found, wanted)
    total.matched += len(pairs)
    for claim in found:
        total.unsupported += sum(not one["spans"] and "from" not in one for one in claim["fields"].values())
    taken_found, taken_wanted = {one for one, _ in pairs}, {other for _, other in pairs}
    for at, other in pairs:
        _fields(name, text, found[at], wanted[other], total)
    total.problems += [
        f"  {name}: FALSE {_told(text, claim)}" for at, claim in enumerate(found) if at not in taken_found
    ]
    total.problems += [
        f"  {name}: MISSED {_told(text, claim)}" for at, claim in enumerate(wanted) if at not in taken_wanted
    ]


def matches(found: Sequence[Claim], wanted: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs of indices, each used once: the best pair first."""
    scored = sorted(
        (
            (_agreement(one, other), at, place)
            for at, one in enumerate(found)
            for place, other in enumerate(wanted)
            if _overlap(one["quote"], other["quote"]) >= _OVERLAP
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for _, at, place in scored:
        if all(at != one and place != other for one, other in pairs):
            pairs.append((at, place))
    return pairs


def _agreement(one: Claim, other: Claim) -> float:
    names = (
        "lead",
        "host",
        "contributors",
        "contributor_troops",
        "place",
        "troops_low",
        "troops_high",
        "status",
        "starts",
    )
    equal = sum(
        bool(value_of(one, name)) and same(name, value_of(one, name), value_of(other, name)) for name in names
    )
    return equal + _overlap(one["quote"], other["quote"])


def _overlap(one: Sequence[int], other: Sequence[int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / max(min(one[1] - one[0], other[1] - other[0]), 1)


def _fields(name: str, text: str, claim: Claim, answer: Claim, total: Score) -> None:
    for column in FIELDS:
        got, wanted = value_of(claim, column), value_of(answer, column)
        if not got:
            total.missed[column] += bool(wanted)
        elif same(column, got, wanted):
            total.right[column] += 1
        else:
            total.wrong[column] += 1
            total.problems.append(f"  {name}: {column} {got!r}, not {wanted!r} {_told(text, claim)}")
    got_pairs = _pairs(claim)
    total.pairings += bool(got_pairs) and not got_pairs <= _pairs(answer)


def _pairs(claim: Claim) -> set[tuple[str, str]]:
    leads, hosts = (value_of(claim, name).split(";") for name in ("lead", "host"))
    return {(lead, host) for lead in leads for host in hosts if lead and host}


def _told(text: str, claim: Claim) -> str:
    start, stop = claim["quote"]
    return f"| {text[start:stop][:150]!r}"


def report(title: str, total: Score) -> Iterable[str]:
    """The figures in lines."""
    yield (
        f"{title}: precision {total.precision:.2f} ({total.matched}/{total.proposed}), "
        f"recall {total.recall:.2f} ({total.matched}/{total.expected}), "
        f"wrong pairings {total.pairings}, fields without words {total.unsupported}"
    )
    for column in FIELDS:
        given = total.right[column] + total.wrong[column]
        if given or total.missed[column]:
            share = f"{total.right[column] / given:.2f}" if given else "   -"
            yield f"    {column:20} right {share} ({total.right[column]}/{given}), not proposed {total.missed[column]}"
