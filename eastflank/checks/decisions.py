"""The law of decisions: the sources between which a curator decided still disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eastflank.checks.rows import TableRows
from eastflank.model import Claim, Dataset, DecisionRow, Finding
from eastflank.record.account import Account, account_of, days_apart, span_of
from eastflank.record.as_of import Known, known_as_of
from eastflank.record.claim_index import displaces, index_of
from eastflank.record.disagreements import disagreements_in
from eastflank.record.strength import counts_whole
from eastflank.words.chosen import findings_on_answers as told

_Problem = tuple[str, str, str]


def decisions_still_apply(dataset: Dataset) -> Iterator[Finding]:
    """A decision chooses among claims that disagree on the field, and no newer claim has overtaken it.

    It expires when a newer claim on the matter tells of a later time, never by today's date.
    """
    choices = [row for row in dataset.decision_rows if not row.check]
    if not choices or dataset.claims["known_on"].isna().all():
        return
    rows = TableRows("decisions", dataset.decisions)
    known = known_as_of(dataset, dataset.claims["known_on"].max().date())
    parties = {
        (found.deployment, found.field, found.nation, one.claim): found.statements
        for found in disagreements_in(dataset, known)
        for one in found.statements
    }
    accounts = _accounts(dataset, known)
    taken: dict[frozenset[str], str] = {}
    for row in choices:
        problem = _misplaced(row, known, accounts)
        key = (row.deployment, row.field, row.nation, row.claim)
        if problem is None and key not in parties:
            problem = ("claim", *told.nobody_disagrees(row.claim))
        if problem is None:
            matter = frozenset([*key[:3], *(one.claim for one in parties[key])])
            problem = _expired(row, known, accounts[row.deployment])
            if matter in taken:
                problem = ("claim", *told.decided_already(taken[matter]))
            taken[matter] = row.id
        if problem is not None:
            yield rows.finding(row.line, *problem)


def _accounts(dataset: Dataset, known: Known) -> Mapping[str, Account]:
    """By deployment, the account of its own claims and of the claims about deployments that became it."""
    index = index_of(dataset)
    found: dict[str, list[Claim]] = {}
    for row in known.claims:
        if row.id in index.by_id:
            found.setdefault(known.shown_in(row), []).append(index.by_id[row.id])
    return {deployment: account_of(deployment, claims, ()) for deployment, claims in found.items()}


def _misplaced(row: DecisionRow, known: Known, accounts: Mapping[str, Account]) -> _Problem | None:
    """Column, problem and remedy if a decision does not fit its claim; None if it does."""
    for column, cell in (("deployment", row.deployment), ("field", row.field), ("claim", row.claim)):
        if not cell:
            return column, *told.decision_without(column)
    is_contingent = row.field == "contingent"
    if is_contingent != bool(row.nation):
        said = told.decision_needs_nation if is_contingent else told.decision_has_no_nation
        return "nation", *said(row.field)
    about = next((name for name, account in accounts.items() if _claim(row, account)), None)
    if about != row.deployment:
        return "claim", *told.about_another(row.claim, about or "", row.deployment)
    claim = _claim(row, accounts[row.deployment])
    if claim is None or not _states(row, known, claim):
        return "claim", *told.does_not_state(row.claim, row.field)
    return None


def _claim(row: DecisionRow, account: Account) -> Claim | None:
    return next((claim for claim in account.claims if claim.id == row.claim), None)


def _states(row: DecisionRow, known: Known, claim: Claim) -> bool:
    """Whether a claim states the field, or the nation's contingent, that a decision is about."""
    if row.field == "contingent":
        return any(sent.nation == row.nation and sent.stated for sent in claim.contributions)
    if row.field == "strength":
        return counts_whole(claim, single=known.deployments[row.deployment].sort == "unit")
    return bool(getattr(claim, row.field))


def _expired(row: DecisionRow, known: Known, account: Account) -> _Problem | None:
    """The newest claim on the matter that describes a later time; None if there is none."""
    decided = _claim(row, account)
    if decided is None:
        return None
    for claim in reversed(account.counting):
        if (
            claim.told_last > decided.told_last
            and days_apart(claim, decided) > span_of(row.field)
            and displaces(claim, decided)
            and _states(row, known, claim)
        ):
            return "claim", *told.overtaken(claim.id, row.field, claim.told_last, row.claim)
    return None
