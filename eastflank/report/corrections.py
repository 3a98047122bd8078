"""Corrections in a view since a link or a product of it was made, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from eastflank.model import Dataset
from eastflank.report.entries import DeploymentEntry, entries_of
from eastflank.report.evidence import evidence_of
from eastflank.report.totals_in_words import nation_lines, total_sentence
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import corrections as words

_OF_A_CLAIM = frozenset({"claims", "claim_spans", "contributions"})
"""Tables whose keys begin with a claim's id."""
_SILENT = frozenset({"note", "citation"})
"""Columns that do not affect any figure."""


class _Change(Protocol):
    """A change of the record, with the attributes of `store.recorded.RecordedChange`."""

    @property
    def id(self) -> str: ...
    @property
    def changed_on(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def key(self) -> tuple[str, ...]: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Correction:
    """One statement of a view that has changed."""

    deployment: str
    """Its id; empty for a total."""
    field: str
    """The name of an entry's field; empty if the deployment appeared or disappeared, or for a total."""
    before: str
    """In words, as it was; empty if nothing was stated."""
    now: str
    sentence: str
    reasons: tuple[str, ...]
    """The reasons, each with its change and day; empty if no change of its own rows explains it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a view states, with its evidence."""

    entries: Mapping[str, DeploymentEntry]
    """By the deployment's id."""
    totals: tuple[str, ...]


def stated(view: View, dataset: Dataset) -> Stated:
    """The rows and totals of a view, as in every product."""
    names = names_by_code(dataset)
    entries = entries_of(view, dataset, evidence_of(view, dataset, {}))
    totals = (*nation_lines(view, names), *(total_sentence(total, view.known) for total in view.totals))
    return Stated({entry.id: entry for entry in entries}, totals)


def corrections_between(then: Stated, now: Stated, changes: Sequence[_Change]) -> tuple[Correction, ...]:
    """The differences between a view of an earlier edition and the same view today, by deployment."""
    found = list(_in_deployments(then, now, changes))
    gone = [total for total in then.totals if total not in now.totals]
    fresh = [total for total in now.totals if total not in then.totals]
    for place in range(max(len(gone), len(fresh))):
        before, after = (texts[place] if place < len(texts) else "" for texts in (gone, fresh))
        found.append(Correction("", "", before, after, words.total(before, after), ()))
    return tuple(found)


def _in_deployments(then: Stated, now: Stated, changes: Sequence[_Change]) -> Iterator[Correction]:
    for one in dict.fromkeys((*now.entries, *then.entries)):
        before, after = then.entries.get(one), now.entries.get(one)
        reasons = tuple(_reasons(one, [entry for entry in (before, after) if entry], changes))
        if before and after:
            for field in words.NAMES:
                was, is_now = getattr(before, field), getattr(after, field)
                if was != is_now:
                    told = words.differs(after.name, field, was, is_now)
                    yield Correction(one, field, was, is_now, told, reasons)
        elif after:
            yield Correction(one, "", "", after.strength, words.came(after.name, after.strength), reasons)
        elif before:
            yield Correction(one, "", before.strength, "", words.went(before.name, before.strength), reasons)


def _reasons(
    deployment: str, entries: Iterable[DeploymentEntry], changes: Sequence[_Change]
) -> Iterator[str]:
    """Why rows about a deployment changed, each reason once, the newest first."""
    claims = {claim for entry in entries for claim in entry.claims}
    told: set[str] = set()
    for change in reversed(changes):
        own = change.table in _OF_A_CLAIM and change.key[0] in claims
        about = change.table == "deployments" and change.key[0] == deployment
        moved = deployment in (change.before, change.after)
        if (own or about or moved) and change.column not in _SILENT and change.reason not in told:
            told.add(change.reason)
            yield words.why(change.reason, change.id, change.changed_on)
