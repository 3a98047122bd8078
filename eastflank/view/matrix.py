"""Nations against hosts: who leads or sends people where, and how many."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eastflank.model import Dataset, Row, Standing, each_row, stated
from eastflank.view.selection import View, names_by_code
from eastflank.view.totals import Total, totals_of
from eastflank.words import en as words


@dataclass(frozen=True, slots=True)
class Entry:
    """What one nation has in one deployment."""

    nation: str
    host: str
    deployment: str
    name: str
    kind: str
    sort: str
    """What sort of deployment it is, in words; tells two entries of one cell apart."""
    status: str | None
    standing: Standing | None
    leads: bool
    sends: bool
    """Whether a claim says that the nation's people are in it."""
    figure: str
    """How many, in words, with the year if it is an earlier one; “not stated” where none is."""

    def __str__(self) -> str:
        """“leads · about 450”, “sends”, “150 · arriving”."""
        known = self.figure != words.NOT_STATED
        parts = [
            "leads" if self.leads else "",
            self.figure if known else "sends" if self.sends and not self.leads else "",
            "" if self.standing == Standing.PRESENT else self.status or "status not stated",
        ]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A deployment of the view that no cell can hold."""

    deployment: str
    name: str
    reason: str


@dataclass(frozen=True)
class Matrix:
    """A view as nations against hosts. Nations and hosts are ISO 3166-1 alpha-3 codes, by name."""

    nations: tuple[str, ...]
    hosts: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Entry, ...]]
    """By nation and host; no entry where no claim ties the two."""
    deployments: Mapping[str, tuple[Row, ...]]
    """By host, the rows of `Known.deployments` that stand in it, and in it alone."""
    host_totals: Mapping[str, tuple[Total, ...]]
    """What the deployments of a host add up to: their own strengths, not their contingents'."""
    nation_totals: Mapping[str, tuple[Total, ...]]
    """What a nation's contingents add up to, over all hosts."""
    left_out: tuple[LeftOut, ...]


def matrix(view: View, dataset: Dataset) -> Matrix:
    """The view's deployments by the nations in them and the one host each stands in.

    Of a set of hosts it is not said who goes where, so it is left out, as is what has ended.
    """
    names = names_by_code(dataset)
    left_out = tuple(
        LeftOut(str(row.Index), str(row.name), reason)
        for row in view.rows
        if (reason := _why_not(row, names))
    )
    out = {item.deployment for item in left_out}
    standing = [row for row in view.rows if row.Index not in out]
    entries = _entries(view, standing)
    by_name = functools.partial(sorted, key=lambda code: names.get(code, code))
    hosts = by_name({row.host for row in standing})
    nations = by_name({entry.nation for entry, _ in entries})
    deployments = {host: tuple(row for row in standing if row.host == host) for host in hosts}
    return Matrix(
        nations=tuple(nations),
        hosts=tuple(hosts),
        cells={
            (nation, host): found
            for nation in nations
            for host in hosts
            if (found := tuple(one for one, _ in entries if (one.nation, one.host) == (nation, host)))
        },
        deployments=deployments,
        host_totals={host: totals_of(rows, dataset, view.day) for host, rows in deployments.items()},
        nation_totals={
            nation: totals_of((row for one, row in entries if one.nation == nation), dataset, view.day)
            for nation in nations
        },
        left_out=left_out,
    )


def _why_not(row: Row, names: Mapping[str, str]) -> str:
    hosts = words.codes(row.host)
    if stated(row.standing) == Standing.GONE:
        return f"Its status is “{row.status}”."
    if not hosts:
        return "Its host is not stated."
    if len(hosts) > 1:
        return f"A set: who goes where in {words.nations(row.host, names)} is not stated of it."
    return ""


def _entries(view: View, standing: Iterable[Row]) -> list[tuple[Entry, Row]]:
    """Each nation's part in each deployment; and the deployment's row with the contingent's strength."""
    claims = view.known.claims
    known_on = dict(zip(claims["id"], claims["known_on"], strict=True))
    grades = dict(zip(claims["id"], claims["grade"], strict=True))
    sent: dict[str, dict[str, Row]] = {}
    for contingent in each_row(view.known.contingents):
        sent.setdefault(contingent.deployment, {})[contingent.nation] = contingent
    found = []
    for row in standing:
        contingents = sent.get(row.Index, {})
        leads = words.codes(row.lead)
        for nation in dict.fromkeys([*leads, *contingents]):
            contingent = contingents.get(nation)
            own = row._replace(
                troops_low=contingent.troops_low if contingent else None,
                troops_high=contingent.troops_high if contingent else None,
                hedge=contingent.hedge if contingent else None,
                strength_grade=grades.get(contingent.claim) if contingent else None,
                strength_known_on=known_on.get(contingent.claim) if contingent else None,
            )
            entry = Entry(
                nation=nation,
                host=row.host,
                deployment=str(row.Index),
                name=str(row.name),
                kind=str(row.kind),
                sort=words.sort(row.programme, row.kind, one=True),
                status=stated(row.status),
                standing=None if stated(row.standing) is None else Standing(int(row.standing)),
                leads=nation in leads,
                sends=contingent is not None,
                figure=words.strength_on(own, view.day),
            )
            found.append((entry, own))
    return found
