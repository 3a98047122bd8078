"""Nations against hosts: who leads or sends people where, and how many."""

from __future__ import annotations

import pandas as pd

from eastflank import words
from eastflank.model import Dataset, each_row
from eastflank.view import View, names_by_code

_ONE = 3
"""Letters of one nation's code: a longer list is a set."""


def matrix(view: View, dataset: Dataset) -> pd.DataFrame:
    """One row a nation, one column a host country, by ISO 3166-1 alpha-3 code.

    A cell says “leads”, the nation's newest stated strength there, “sends” where none is stated, or
    several of these; it is empty where no claim ties the two. Only deployments with a single host
    count: of a set it is not said who goes where.
    """
    names = names_by_code(dataset)
    hosts = view.deployments["host"].dropna()
    host_of = {str(one): str(host) for one, host in hosts[hosts.str.len() == _ONE].items()}
    cells: dict[tuple[str, str], list[str]] = {}
    roles = view.known.roles
    for row in each_row(roles[(roles["role"] == "lead") & roles["deployment"].isin(host_of)]):
        cells.setdefault((row.nation, host_of[row.deployment]), []).append("leads")
    sent = view.known.contingents
    for row in each_row(sent[sent["deployment"].isin(host_of)]):
        figure = words.strength_of(row)
        cell = cells.setdefault((row.nation, host_of[row.deployment]), [])
        cell.append("sends" if figure == words.NOT_STATED else figure)
    nations = sorted({nation for nation, _ in cells}, key=lambda code: names.get(code, code))
    columns = sorted(set(host_of.values()), key=lambda code: names.get(code, code))
    rows = [[_text(cells.get((nation, host), [])) for host in columns] for nation in nations]
    return pd.DataFrame(rows, index=nations, columns=columns)


def _text(entries: list[str]) -> str:
    """The entries of a cell, each once; that a nation sends people goes without saying beside a figure."""
    figures = any(entry not in ("leads", "sends") for entry in entries)
    return " · ".join(entry for entry in dict.fromkeys(entries) if not (figures and entry == "sends"))
