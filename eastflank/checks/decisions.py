"""The law of decisions: what a curator decided still has something to decide."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from eastflank.checks.rows import Rows
from eastflank.model import Dataset, Finding, Row, each_row, stated
from eastflank.record.as_of import Known, as_of
from eastflank.record.disagreements import disagreements
from eastflank.words import en as words

_FIGURES = ["troops_low", "troops_high"]


def decisions_still_apply(dataset: Dataset) -> Iterator[Finding]:
    """A decision chooses among claims that disagree on the field, none of them said since.

    A claim that is no longer there is found when the tables are read.
    """
    if dataset.decisions.empty or dataset.claims["known_on"].isna().all():
        return
    rows = Rows("decisions", dataset.decisions)
    known = as_of(dataset, dataset.claims["known_on"].max().date())
    parties = {
        (found.deployment, found.field, found.nation, one.claim): found.statements
        for found in disagreements(dataset, known)
        for one in found.statements
    }
    taken: dict[frozenset[str], str] = {}
    choices = dataset.decisions[dataset.decisions["check"].isna()]
    for row in each_row(choices):
        problem = _misplaced(row, dataset, known)
        key = (row.deployment, row.field, stated(row.nation) or "", row.claim)
        if problem is None and key not in parties:
            remedy = "Remove the decision: the map follows the rules again."
            problem = (
                "claim",
                f"No other source of the time disagrees with {row.claim} on this any more.",
                remedy,
            )
        if problem is None:
            matter = frozenset([*key[:3], *(one.claim for one in parties[key])])
            problem = _outdated(row, dataset, known)
            if matter in taken:
                problem = (
                    "claim",
                    f"{taken[matter]} already decides this disagreement.",
                    "Keep one of the two.",
                )
            taken[matter] = row.id
        if problem is not None:
            yield rows.finding(int(row.Index), *problem)


_Problem = tuple[str, str, str]


def _misplaced(row: Row, dataset: Dataset, known: Known) -> _Problem | None:
    """Column, problem and remedy where a decision does not fit its claim; None where it does."""
    is_contingent = row.field == "contingent"
    if is_contingent != isinstance(row.nation, str):
        remedy = "Name the nation." if is_contingent else "Empty it."
        return (
            "nation",
            f"A decision on {row.field} {'needs a' if is_contingent else 'has no'} nation.",
            remedy,
        )
    claim = known.claims.set_index("id").loc[row.claim]
    if claim["shown_in"] != row.deployment:
        about = claim["shown_in"] if isinstance(claim["shown_in"], str) else "no deployment"
        return (
            "claim",
            f"{row.claim} is about {about}, not {row.deployment}.",
            "Correct the one or the other.",
        )
    if not _states(row, dataset, claim):
        return "claim", f"{row.claim} does not state the {row.field}.", "Choose a claim that does."
    return None


def _states(row: Row, dataset: Dataset, claim: pd.Series) -> bool:
    if row.field == "contingent":
        sent = dataset.contributions
        theirs = sent[(sent["claim"] == row.claim) & (sent["nation"] == row.nation)]
        return bool(theirs[_FIGURES].notna().to_numpy().any())
    return bool(claim[_FIGURES if row.field == "strength" else [row.field]].notna().any())


def _outdated(row: Row, dataset: Dataset, known: Known) -> _Problem | None:
    """What has been said of the matter since the decision; None where nothing has."""
    since = known.claims
    since = since[(since["shown_in"] == row.deployment) & (since["known_on"] > row.decided_on)]
    for _, claim in since.set_index("id", drop=False).iterrows():
        if _states(row._replace(claim=claim["id"]), dataset, claim):
            said = words.day(claim["known_on"].date())
            problem = f"{claim['id']} states the {row.field} on {said}, after the decision."
            return "decided_on", problem, "Decide anew with it, or remove the decision."
    return None
