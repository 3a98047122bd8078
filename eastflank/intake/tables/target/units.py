"""The deployments of a dataset by their names, and the countries where its claims have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from eastflank.intake.tables.rows.identities import folded
from eastflank.model import STATUSES, Dataset, Standing

Hosts = frozenset[str]
_COLUMNS = ["deployment", "host", "lead", "status", "first", "last", "place", "id"]


@dataclass(frozen=True, slots=True)
class Presence:
    """Where a deployment is at a time, as a row or a claim has it."""

    hosts: Hosts
    first: date
    last: date
    nations: Hosts
    """Who sends or leads, as far as it is stated."""
    there: bool
    """False if it says that the deployment is over."""
    deployment: str = ""
    """Its id in the dataset; empty for a row of the table."""
    place: str = ""
    """The id of the claim's place; empty if it has none, and for a row of the table."""
    claim: str = ""


class HeldUnits:
    """The deployments of a dataset; drafts count, retracted claims only as `former_homes`."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the deployments with a name, by the folded name."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for identifier, name in self._dataset.deployment_names.items():
            found[folded(name)].append(identifier)
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def homes(self) -> Mapping[str, Hosts]:
        """By deployment the hosts of the newest claim that states any; of two claims, the first by code."""
        return self._newest(self._located(self._dataset.claims))

    @cached_property
    def former_homes(self) -> Mapping[str, Hosts]:
        """Like `homes`, from retracted claims: for deployments whose hosts no other claim states.

        An import that was undone leaves them: if it is made again, its rows belong to them.
        """
        frame = self._hosted(self._dataset.claims)
        return self._newest(frame[~frame["deployment"].isin(self.homes)])

    @cached_property
    def places(self) -> Mapping[str, str]:
        """By deployment the place of its newest claim that has one; of two claims, the first by id.

        Retracted claims count only if no other claim states its hosts.
        """
        frame = self._hosted(self._dataset.claims)
        frame = frame[(frame["review"] != "retracted") | ~frame["deployment"].isin(self.homes)]
        frame = frame[frame["place"].notna()].sort_values(["told_last", "place"], ascending=[True, False])
        newest = frame.drop_duplicates("deployment", keep="last")
        return dict(zip(newest["deployment"], newest["place"], strict=True))

    @staticmethod
    def _newest(frame: pd.DataFrame) -> Mapping[str, Hosts]:
        frame = frame.sort_values(["told_last", "host"], ascending=[True, False])
        newest = frame.drop_duplicates("deployment", keep="last")
        return {str(own): hosts(host) for own, host in zip(newest["deployment"], newest["host"], strict=True)}

    @cached_property
    def senders(self) -> Mapping[str, Hosts]:
        """By deployment the nations that its claims name as lead or as taking part."""
        frame = self._dataset.claims
        frame = frame[(frame["review"] != "retracted") & frame["deployment"].notna()]
        found: defaultdict[str, set[str]] = defaultdict(set)
        for own, lead in zip(frame["deployment"], frame["lead"], strict=True):
            found[str(own)] |= hosts(lead)
        owner = dict(zip(frame["id"], frame["deployment"], strict=True))
        sent = self._dataset.contributions
        for claim, nation in zip(sent["claim"], sent["nation"], strict=True):
            if claim in owner:
                found[str(owner[claim])].add(str(nation))
        return {own: frozenset(nations) for own, nations in found.items()}

    def contingents(self, claims: Collection[str]) -> Mapping[str, Hosts]:
        """By claim the nations that take part, for these claims."""
        sent = self._dataset.contributions
        sent = sent[sent["claim"].isin(list(claims))]
        found: defaultdict[str, set[str]] = defaultdict(set)
        for claim, nation in zip(sent["claim"], sent["nation"], strict=True):
            found[str(claim)].add(str(nation))
        return {claim: frozenset(nations) for claim, nations in found.items()}

    def statements(self, ids: Collection[str]) -> Iterator[Presence]:
        """What the claims of these deployments state."""
        frame = self._dataset.claims
        frame = self._located(frame[frame["deployment"].isin(list(ids))])
        of_a_period = frame["as_at"].isna() & frame["said_on"].isna()
        first = frame["starts_first"].where(of_a_period).fillna(frame["told_first"])
        last = frame["ends_last"].where(of_a_period).fillna(frame["told_last"])
        for own, host, lead, status, begins, ends, place, claim in (
            frame.assign(first=first, last=last)[_COLUMNS].itertuples(index=False, name=None)
        ):  # fmt: skip
            days = _day(begins, date.min), _day(ends, date.max)
            there, at = is_there(status), place if isinstance(place, str) else ""
            yield Presence(hosts(host), min(days), max(days), hosts(lead), there, str(own), at, str(claim))

    @classmethod
    def _located(cls, frame: pd.DataFrame) -> pd.DataFrame:
        return cls._hosted(frame[frame["review"] != "retracted"])

    @staticmethod
    def _hosted(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["host"].notna() & frame["deployment"].notna()]


def hosts(cell: object) -> Hosts:
    """The nations of a cell; none if it is empty."""
    return frozenset(cell.split(";")) if isinstance(cell, str) and cell else frozenset()


def is_there(status: object) -> bool:
    """Whether a status does not say that the deployment is over."""
    return not (isinstance(status, str) and STATUSES.get(status) == Standing.GONE)


def _day(stamp: object, unknown: date) -> date:
    return stamp.date() if isinstance(stamp, pd.Timestamp) and not pd.isna(stamp) else unknown
