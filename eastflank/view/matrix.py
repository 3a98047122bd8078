"""Nations against hosts: who leads or sends people where, and how many."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.model import Dataset, Deployment, Kind, Standing
from eastflank.record.as_of import Known
from eastflank.record.sums import Added, added
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.view.totals import Total, totals_of
from eastflank.words.chosen import left_out as reasons
from eastflank.words.chosen import matrix_cells
from eastflank.words.chosen import values as words


@dataclass(frozen=True, slots=True)
class Entry:
    """One nation's part in one deployment."""

    nation: str
    host: str
    deployment: str
    name: str
    kind: Kind
    sort: str
    """The sort of deployment in words; it distinguishes two entries of one cell."""
    status: str | None
    standing: Standing | None
    leads: bool
    sends: bool
    """Whether a claim says that the nation's people are in it."""
    figure: str
    """How many, in words, with the year if it is an earlier one; “not stated” if there is no figure."""

    def __str__(self) -> str:
        """“leads · about 450”, “sends”, “150 · arriving”."""
        known = self.figure != words.NOT_STATED
        parts = [
            matrix_cells.LEADS if self.leads else "",
            self.figure if known else matrix_cells.SENDS if self.sends and not self.leads else "",
            "" if self.standing == Standing.PRESENT else words.status(self.status) or matrix_cells.NO_STATUS,
        ]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A deployment of the view that fits in no cell."""

    deployment: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The sum of a nation's contingents."""

    sum: Added
    stating: int
    """How many of them have a figure in force."""
    silent: int
    """How many of them have none."""
    parts: tuple[tuple[str, Sent], ...] = ()
    """The titles of several datasets: figures of two datasets are never added, so there is no sum."""


@dataclass(frozen=True)
class Matrix:
    """A view as nations against hosts. Nations and hosts are ISO 3166-1 alpha-3 codes, by name."""

    nations: tuple[str, ...]
    hosts: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Entry, ...]]
    """By nation and host; no entry if no claim connects the two."""
    deployments: Mapping[str, tuple[Deployment, ...]]
    """The units by host, only those with a single host."""
    host_totals: Mapping[str, tuple[Total, ...]]
    """The sum of a host's deployments: their own strengths, not their contingents'."""
    nation_totals: Mapping[str, Sent]
    """The sum of a nation's contingents in force, over all hosts."""
    left_out: tuple[LeftOut, ...]


def matrix_of(view: View, dataset: Dataset) -> Matrix:
    """The view's units by the nations in them and their single host.

    Sets of several hosts are left out, because it is not stated who goes where. Also left out are groups,
    statistics, ended deployments, and plans that no source repeated for two years.
    """
    names = names_by_code(dataset)
    left_out = tuple(
        LeftOut(one.id, one.name, reason)
        for one in view.deployments
        if (reason := _why_not(one, names, view.known))
    )
    out = {item.deployment for item in left_out}
    standing = [one for one in view.deployments if one.id not in out]
    entries = [entry for one in standing for entry in _entries(one, view.day)]
    by_name = functools.partial(sorted, key=lambda code: names.get(code, code))
    hosts = by_name({one.host[0] for one in standing})
    nations = by_name({entry.nation for entry in entries})
    deployments = {host: tuple(one for one in standing if one.host == (host,)) for host in hosts}
    return Matrix(
        nations=tuple(nations),
        hosts=tuple(hosts),
        cells={
            (nation, host): found
            for nation in nations
            for host in hosts
            if (found := tuple(one for one in entries if (one.nation, one.host) == (nation, host)))
        },
        deployments=deployments,
        host_totals={host: totals_of(there, view.known) for host, there in deployments.items()},
        nation_totals={nation: _sent_in_each(nation, standing, view.known) for nation in nations},
        left_out=left_out,
    )


def _why_not(one: Deployment, names: Mapping[str, str], known: Known) -> str:
    if one.over:
        return reasons.is_over(one.status)
    if one.sort != "unit":
        return reasons.NOT_A_UNIT[one.sort]
    if one.lapsed:
        return reasons.LAPSED
    if one.counted_with in known.deployments:
        return reasons.counted_with(known.deployments[one.counted_with].name)
    if len(one.host) > 1:
        return reasons.of_several_hosts(one.host, names)
    return "" if one.host else reasons.NO_HOST


def _entries(one: Deployment, day: date) -> Iterator[Entry]:
    """Each nation's part in a deployment."""
    sent = {part.nation: part for part in one.contingents}
    for nation in dict.fromkeys([*one.lead, *sent]):
        part = sent.get(nation)
        figure = words.dated(part.figure, day) if part else words.NOT_STATED
        if part and part.figure and part.planned:
            figure = matrix_cells.planned(figure)
        yield Entry(
            nation=nation,
            host=one.host[0],
            deployment=one.id,
            name=one.name,
            kind=one.kind,
            sort=words.unit_kind(one.kind, 1),
            status=one.status,
            standing=one.standing,
            leads=nation in one.lead,
            sends=part is not None,
            figure=figure,
        )


def _sent_in_each(nation: str, standing: Sequence[Deployment], known: Known) -> Sent:
    if not known.titles:
        return _sent_by(nation, standing)
    found = {
        title: _sent_by(nation, [one for one in standing if one.dataset == name])
        for name, title in known.titles.items()
    }
    parts = tuple((title, sent) for title, sent in found.items() if sent.stating or sent.silent)
    return Sent(added([]), 0, 0, parts)


def _sent_by(nation: str, standing: Iterable[Deployment]) -> Sent:
    """The sum of a nation's contingents in force in deployments that are there."""
    parts = [part for one in standing if one.present for part in one.contingents if part.nation == nation]
    figures = [part.figure for part in parts if part.figure and not part.old]
    return Sent(added(figures), len(figures), len(parts) - len(figures))
