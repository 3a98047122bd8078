"""Answers to findings: why a curator accepts a finding, and until when.

An answer is a row of `decisions.csv` with the name of the check and the key of the row. Its `claim` is the
newest claim on the matter that the curator knew: when a newer one counts, the finding is raised again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from eastflank.checks.rows import TableRows
from eastflank.model import ClaimRow, Dataset, DecisionRow, Finding
from eastflank.model.reading_rows import memberships
from eastflank.words.chosen import findings_on_answers as told

CHECK = "answers_still_apply"
"""The check's name for an answer that no longer matches any finding: such an answer is a finding itself."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding that a curator answered."""

    finding: Finding
    decision: str
    """The id of the row in `decisions.csv`."""
    reason: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What the checks of the data found."""

    findings: tuple[Finding, ...]
    """What must still be fixed or answered, in the order of the tables and of their lines."""
    answered: tuple[Answered, ...]
    """What a curator answered, in the same order."""


def sorted_out(
    dataset: Dataset, findings: Iterable[Finding], checks: Collection[str], answerable: Collection[str]
) -> Audit:
    """The findings that are open and those that are answered; an answer that no longer applies is a finding.

    `checks` are the names of all checks; `answerable` are the names of those that allow an answer.
    """
    found = list(findings)
    answers = [row for row in dataset.decision_rows if row.check]
    if not answers:
        return Audit(tuple(found), ())
    rows = TableRows("decisions", dataset.decisions)
    raised = {(finding.check, finding.key) for finding in found}
    holding: dict[tuple[str, str], DecisionRow] = {}
    expired: dict[tuple[str, str], tuple[DecisionRow, str]] = {}
    wrong: list[Finding] = []
    matters = _Matters(dataset)
    for row in answers:
        about = (row.check, row.row)
        problem = _problem(row, about, raised, checks, answerable)
        if about in holding or about in expired:
            first = holding[about] if about in holding else expired[about][0]
            problem = ("row", *told.answered_twice(first.id))
        table = next((item.table for item in found if (item.check, item.key) == about), "")
        deployment = matters.deployment_of(table, about[1]) or row.deployment
        if problem is None and deployment and not row.claim:
            problem = ("claim", *told.names_no_claim(deployment))
        if problem is not None:
            wrong.append(replace(rows.finding(row.line, *problem), check=CHECK))
        elif newer := matters.newer_than(row, deployment):
            expired[about] = (row, newer)
        else:
            holding[about] = row
    return Audit(
        (*_open(found, holding, expired), *wrong),
        tuple(
            Answered(finding, holding[about].id, holding[about].reason)
            for finding in found
            if (about := (finding.check, finding.key)) in holding
        ),
    )


def matter_of(dataset: Dataset, finding: Finding) -> tuple[str, str]:
    """The deployment that a finding is about, and the newest claim about it; both may be empty.

    If no claim about it counts yet, the claim is the finding's own.
    """
    matters = _Matters(dataset)
    deployment = matters.deployment_of(finding.table, finding.key)
    own = finding.key.partition(", ")[0]
    if not deployment:
        return "", ""
    return deployment, matters.newest(deployment) or (own if own in dataset.claims_by_id else "")


def _open(
    found: Iterable[Finding],
    holding: Mapping[tuple[str, str], DecisionRow],
    expired: Mapping[tuple[str, str], tuple[DecisionRow, str]],
) -> Iterator[Finding]:
    for finding in found:
        about = (finding.check, finding.key)
        if about in expired:
            row, newer = expired[about]
            yield replace(finding, remedy=told.answered_before(finding.remedy, row.id, newer))
        elif about not in holding:
            yield finding


def _problem(
    row: DecisionRow,
    about: tuple[str, str],
    raised: Collection[tuple[str, str]],
    checks: Collection[str],
    answerable: Collection[str],
) -> tuple[str, str, str] | None:
    """Column, problem and remedy if an answer matches no finding; None if it matches one."""
    if row.check not in checks:
        return "check", *told.no_check(row.check, answerable)
    if row.check not in answerable:
        return "check", *told.no_matter_of_judgement(row.check)
    if about not in raised:
        return "row", *told.nothing_wrong_any_more(row.check, about[1])
    return None


class _Matters:
    """Which deployment a row is about, and which claims have come since a curator's answer."""

    def __init__(self, dataset: Dataset) -> None:
        self._claims = dataset.claims_by_id
        self._became = {
            row.member: row.whole for row in memberships(dataset.memberships) if row.relation == "became"
        }
        self._of_row = {
            "memberships.csv": {row.id: row.member for row in memberships(dataset.memberships)},
            "decisions.csv": {row.id: row.deployment for row in dataset.decision_rows},
        }

    def deployment_of(self, table: str, key: str) -> str:
        """The deployment that a row is about; empty where it is about none."""
        if table in ("claims.csv", "contributions.csv", "claim_spans.csv"):
            claim = self._claims.get(key.partition(", ")[0])
            return claim.deployment if claim else ""
        if table == "deployments.csv":
            return key
        return self._of_row.get(table, {}).get(key, "")

    def _are_one(self, one: str, other: str) -> bool:
        """Whether two deployments turned out to be the same: one became the other, or both became a third."""
        return self._last_name(one) == self._last_name(other)

    def _last_name(self, deployment: str) -> str:
        seen = {deployment}
        while (after := self._became.get(deployment)) and after not in seen:
            seen.add(after)
            deployment = after
        return deployment

    def newer_than(self, answer: DecisionRow, deployment: str) -> str:
        """The newest claim about a deployment that counted later than the answer's claim; empty if none.

        If the answer names a field, only claims that state this field are considered.
        """
        if not deployment:
            return ""
        since = self._claims[answer.claim].known_on
        return self.newest(deployment, since, answer.field, answer.nation)

    def newest(self, deployment: str, since: date = date.min, field: str = "", nation: str = "") -> str:
        """The newest claim about a deployment that counts from a later day than `since`; empty if none."""
        newer = [
            claim
            for claim in self._claims.values()
            if date.max > claim.known_on > since
            and claim.review not in ("retracted", "draft")
            and self._are_one(claim.deployment, deployment)
            and (not field or _states(claim, field, nation))
        ]
        return max(newer, key=lambda claim: (claim.known_on, claim.id)).id if newer else ""


def _states(claim: ClaimRow, field: str, nation: str) -> bool:
    """Whether a claim states a field; for contingents that nation's, or any if no nation is given."""
    if field == "contingent":
        return any(nation in ("", sent.nation) for sent in claim.contributions)
    if field == "strength":
        return claim.states_strength
    return getattr(claim, field) not in (None, ())
