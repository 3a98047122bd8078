"""Findings that a change causes and that are a matter of judgement: they are answered with the change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from eastflank.checks import JUDGED, answers
from eastflank.model import Dataset, Finding
from eastflank.store.edits import Edit, Insert, Remove, Replace

About: TypeAlias = tuple[str, str]
"""The name of a check, and the key of the row in which it finds something wrong."""
_JUDGED = frozenset(law.__name__ for law in JUDGED)


def can_be_answered(problems: Sequence[Finding]) -> bool:
    """Whether all these findings can be settled by answers, or by removing answers that match no finding."""
    return bool(problems) and all(is_judged(one) or is_idle(one) for one in problems)


def is_judged(finding: Finding) -> bool:
    """Whether it is a matter of judgement: it may be accepted, with a reason."""
    return finding.check in _JUDGED and bool(finding.key)


def is_idle(finding: Finding) -> bool:
    """Whether it is about an answer that no longer matches any finding."""
    return finding.check == answers.CHECK and bool(finding.key)


def about(finding: Finding) -> About:
    """What a finding is about, as an answer identifies it."""
    return finding.check, finding.key


def edits_of(
    problems: Sequence[Finding], reasons: Mapping[About, str], after: Dataset, today: date
) -> tuple[Edit, ...]:
    """The edits that settle findings: one answer each, with its reason; unused answers are removed.

    `after` is the dataset as the change would leave it. An answer names the newest claim on the matter, so
    that a newer one raises the finding again; an answer that a newer claim has overtaken is renewed.
    """
    made: list[Edit] = []
    given = {(row.check, row.row): row.id for row in after.decision_rows if row.check}
    number = max((int(row.id[1:]) for row in after.decision_rows), default=0)
    for finding in dict.fromkeys(problems):
        reason = reasons.get(about(finding), "").strip()
        if is_idle(finding):
            made.append(Remove("decisions", (finding.key,)))
            continue
        deployment, claim = answers.matter_of(after, finding)
        cells = {"claim": claim, "decided_on": today.isoformat(), "reason": reason}
        if about(finding) in given:
            made.append(Replace("decisions", (given[about(finding)],), cells))
            continue
        number += 1
        row = {"id": f"D{number:03}", "deployment": deployment, "check": finding.check, "row": finding.key}
        made.append(Insert("decisions", {**row, **cells}))
    return tuple(made)
