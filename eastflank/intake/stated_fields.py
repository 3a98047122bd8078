"""The fields that a proposal and a claim state, and where they state them differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eastflank import dates
from eastflank.intake.article.proposals import Proposal
from eastflank.model import ClaimRow, Dataset
from eastflank.reading.folding import fold

_NATIONS = ("lead", "host")
_COMPARED = (
    "lead", "host", "contributors", "place", "troops_low", "troops_high", "hedge", "unit_count", "status",
    "starts", "ends",
)  # fmt: skip
"""Fields that are compared. Who said it, and when, identifies claims but does not count as a difference."""
FIGURES = ("troops_low", "troops_high", "unit_count")
_STRENGTHS = frozenset(("troops_low", "troops_high", "hedge"))


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that a proposal and a claim state differently."""

    field: str
    recorded: str
    """As the claim has it; nations as codes joined by semicolons."""
    proposed: str
    by: int | None = None
    """By how much the proposed figure is larger, or smaller if negative; None if it is not a figure."""


def values_of(proposal: Proposal, dataset: Dataset) -> dict[str, str]:
    """The stated fields as the record would hold them: a place by its id, if only one place has this name."""
    found = {name: field.value for name, field in proposal.fields.items()}
    if "place" in found:
        found["place"] = place_id(found["place"], dataset) or found["place"]
    return found


def place_id(name: str, dataset: Dataset) -> str:
    """The id of the only place of the record with this name; empty if there is none or several."""
    wanted = fold(name).removeprefix("the ")
    names = {one: fold(place.name) for one, place in dataset.places_by_id.items()}
    found = [one for one, known in names.items() if known == wanted]
    found = found or [one for one, known in names.items() if known.startswith(f"{wanted} ")]
    return found[0] if len(found) == 1 else ""


def stated_by(row: ClaimRow) -> dict[str, str]:
    """What a claim states, by the names of a proposal's fields."""
    found = {
        "lead": ";".join(sorted(row.lead)),
        "host": ";".join(sorted(row.host)),
        "contributors": ";".join(sorted(sent.nation for sent in row.contributions)),
        "place": row.place or "",
        "troops_low": "" if row.low is None else str(row.low),
        "troops_high": "" if row.high is None else str(row.high),
        "hedge": row.hedge or "",
        "unit_count": "" if row.unit_count is None else str(row.unit_count),
        "status": row.status or "",
        "starts": row.starts or "",
        "ends": row.ends or "",
    }
    return {name: value for name, value in found.items() if value}


def differences_of(values: Mapping[str, str], row: ClaimRow) -> tuple[FieldDifference, ...]:
    """The fields that both state, with different values."""
    recorded = stated_by(row)
    return tuple(
        FieldDifference(name, recorded[name], values[name], _by(name, recorded[name], values[name]))
        for name in _COMPARED
        if name in values and name in recorded and not _equal(name, values[name], recorded[name])
        if name not in _STRENGTHS
        or values.get("counts") == (row.counts or "")  # otherwise they count different things
        if name != "contributors" or row.complete  # otherwise more nations may take part than a claim lists
    )


def _by(name: str, recorded: str, proposed: str) -> int | None:
    return int(proposed) - int(recorded) if name in FIGURES else None


def _equal(name: str, one: str, other: str) -> bool:
    if name in ("starts", "ends"):
        return one == other or dates.bounds(one) == dates.bounds(other)
    if name in (*_NATIONS, "contributors"):
        return set(one.split(";")) == set(other.split(";"))
    return one == other


def shared_by(values: Mapping[str, str], row: ClaimRow) -> tuple[str, ...]:
    """The fields in which both state the same."""
    recorded = stated_by(row)
    return tuple(
        name
        for name in _COMPARED
        if name in values and name in recorded and _equal(name, values[name], recorded[name])
    )


def covers(values: Mapping[str, str], shared: Sequence[str]) -> bool:
    """Whether a claim states all that the proposal states, with at least two of these fields in common."""
    own = [name for name in _COMPARED if name in values and name != "hedge"]
    return len(shared) > 1 and set(own) <= set(shared)


def nations_of(values: Mapping[str, str]) -> set[str]:
    """The codes of the nations that lead or contribute."""
    joined = f"{values.get('lead', '')};{values.get('contributors', '')}"
    return set(filter(None, joined.split(";")))
