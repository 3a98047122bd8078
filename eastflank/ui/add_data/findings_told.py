"""Findings as the page shows them: a row by its name, a column by its label, without file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eastflank.model import Dataset, Finding
from eastflank.words.chosen import (
    add_table,
    claim_entry,
    findings_in_files,
    findings_in_forms,
    saving_changes,
    source_entry,
)

_KEY = re.compile(r"line \d+(?: \((.*)\))?", re.DOTALL)
"""The pattern of a row in a finding without a key of its own, see `store.columns.row`."""
_LABELS: Mapping[str, Mapping[str, str]] = {
    "sources.csv": source_entry.SOURCE_LABELS,
    "claims.csv": claim_entry.LABELS,
    "contributions.csv": claim_entry.LABELS,
    "deployments.csv": claim_entry.NEW_DEPLOYMENT_LABELS,
}


def told(finding: Finding, datasets: Sequence[Dataset] = (), coming: str = "") -> str:
    """A finding in words for the page.

    The row's name is looked up in the first of `datasets` that has it. `coming` is the title of a source that
    is being added and that none of them has yet.
    """
    where = place(finding, datasets, coming)
    said = in_words(finding)
    return f"{where}: {said}" if where else said


def in_words(finding: Finding) -> str:
    """What is wrong and what to do. A form has fields with labels where a file has cells in columns."""
    if finding.problem == findings_in_files.CELL_EMPTY:
        return saving_changes.FIELD_EMPTY
    return findings_in_forms.in_form(f"{finding.problem} {finding.remedy}".strip())


def by_rows(finding: Finding, dataset: Dataset) -> str:
    """A finding about claims of a table, which are named by their unit and their row of the file."""
    cited = {
        one: claim.citation
        for one, claim in dataset.claims_by_id.items()
        if claim.citation and _is_in(one, finding)
    }
    claim = dataset.claims_by_id.get(finding.key) if finding.table == "claims.csv" else None
    names = dataset.deployment_names
    unit = names.get(claim.deployment or "", "") if claim else ""
    said = in_rows(in_words(finding), cited, names)
    if not claim or not unit or finding.key not in cited:
        where = in_rows(place(finding, [dataset]), cited, names)
        return f"{where}: {said}" if where else said
    return f"{add_table.unit_in_row(unit, cited[finding.key])}: {said}"


def _is_in(claim: str, finding: Finding) -> bool:
    return claim == finding.key or claim in finding.problem or claim in finding.row


def in_rows(text: str, cited: Mapping[str, str], names: Mapping[str, str]) -> str:
    """A text with rows instead of ids of claims, and names instead of ids of deployments of several words."""

    def name(found: re.Match[str]) -> str:
        own = found[0]
        if own in cited:
            return cited[own]
        return f"“{names[own]}”" if "-" in own and own in names else own

    return _ID.sub(name, text)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def place(finding: Finding, datasets: Sequence[Dataset] = (), coming: str = "") -> str:
    """Where it is: “Source “The mission”, Published on”; empty if a finding names no table."""
    if not finding.table:
        return ""
    key = finding.key or _key_in(finding.row)
    name = next((found for one in datasets if (found := _name(finding.table, key, one))), "")
    if not name and finding.table == "sources.csv":
        name = coming
    row = saving_changes.row(finding.table.removesuffix(".csv"), name or key, quoted=bool(name))
    label = _LABELS.get(finding.table, {}).get(finding.column, finding.column)
    return f"{row}, {label}" if label else row


def _key_in(row: str) -> str:
    found = _KEY.fullmatch(row)
    return (found[1] or "") if found else row


def _name(table: str, key: str, dataset: Dataset) -> str:
    """The name of a row; empty if it has no name, or does not exist."""
    match table:
        case "sources.csv":
            source = dataset.sources_by_id.get(key)
            return (source.title or "") if source else ""
        case "deployments.csv":
            return dataset.deployment_names.get(key, "")
        case "places.csv":
            place = dataset.places_by_id.get(key)
            return place.name if place else ""
        case _:
            return ""
