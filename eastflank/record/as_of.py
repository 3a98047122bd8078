"""What is known on a day: claims combined into deployments; each field keeps its claim.

The rules are in the modules beside this one, each a function that says what it does: the order of claims
in `claim_index`, status and ends in `account`, strengths in `strength`, contingents in `contingents`, groups
in `groups`, statistics in `statistics`. The Method page prints them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from eastflank import dates
from eastflank.model import (
    SORTS,
    ClaimRow,
    Contingent,
    Dataset,
    Deployment,
    Remembering,
)
from eastflank.record.account import (
    SILENT,
    Account,
    with_basis,
)
from eastflank.record.claim_index import years_later
from eastflank.record.groups import is_word_about, units_of, with_groups
from eastflank.record.kept_accounts import accounts_on, deployment_on
from eastflank.record.newest_first import NewestFirst, SomeClaims, arranged
from eastflank.record.overtaken import never_revived
from eastflank.record.roles import roles_of
from eastflank.record.selected import SelectedClaims, all_claims, newest_first_of, selected_from
from eastflank.record.statistics import with_statistics
from eastflank.record.wholes import ended_with_wholes, last_name, with_memberships


@dataclass(frozen=True, eq=False)
class Known(Remembering):
    """The deployments known on a day, and their claims."""

    day: date
    deployments: Mapping[str, Deployment]
    """By id, those with at least one claim."""
    evidence: NewestFirst
    """The claims that may count, whether they are known by then or not."""
    _current: Mapping[str, str]
    """By id, the deployments that turned out to be another by then, and which."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the datasets by their names, if several are shown together; otherwise empty."""
    accounts: Mapping[str, Account] = field(default_factory=dict)
    """By deployment, what the claims known of it amount to."""

    @cached_property
    def in_order(self) -> tuple[Deployment, ...]:
        """The deployments: units first, then groups, then statistics; ended ones come last."""
        return tuple(sorted(self.deployments.values(), key=_place_in_order))

    @cached_property
    def roles(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By deployment the nations in it, by role; see `roles_of`."""
        return {one.id: roles_of(one) for one in self.deployments.values()}

    @cached_property
    def taking_part(self) -> Mapping[str, Sequence[Deployment]]:
        """By nation the deployments in which it takes part."""
        found: dict[str, list[Deployment]] = {}
        for one in self.deployments.values():
            for nation in self.roles[one.id]["contributor"]:
                found.setdefault(nation, []).append(one)
        return found

    @cached_property
    def start(self) -> int:
        """The position in `evidence` from which the claims are known by then."""
        return self.evidence.start(self.day)

    @cached_property
    def claims(self) -> SomeClaims:
        """The claims that are known by then, newest first, those of one day by id."""
        return SomeClaims(self.evidence.claims, range(self.start, len(self.evidence.claims)))

    @property
    def newest(self) -> dates.DaysTold | None:
        """The newest days that a claim describes; that it was read later says nothing about a later day.

        Of claims that begin on the same day, the most exact one counts. None if there is no claim.
        """
        return self.evidence.newest(self.start)

    @cached_property
    def owners(self) -> tuple[Mapping[str, int], NDArray[np.intp]]:
        """A number for each deployment, and for none; for each claim the number of the one it belongs to."""
        shown = [last_name(one, self._current) for one in self.evidence.deployments]
        number = {one: place for place, one in enumerate(dict.fromkeys(shown))}
        return number, np.array([number[one] for one in shown], np.intp)[self.evidence.about[self.start :]]

    def claims_of(self, deployment: str) -> Sequence[ClaimRow]:
        """The claims that now belong to a deployment, newest first."""
        number, owners = self.owners
        places = np.flatnonzero(owners == number.get(deployment, -1))
        return SomeClaims(self.evidence.claims, places + self.start)

    @property
    def loose(self) -> NDArray[np.intp]:
        """The positions in `evidence` of the known claims about no deployment."""
        loose = self.evidence.loose
        return loose[np.searchsorted(loose, self.start) :]

    def shown_in(self, claim: ClaimRow) -> str:
        """The deployment that a claim now belongs to; empty if it is about none."""
        return last_name(claim.deployment, self._current)

    @cached_property
    def contingents(self) -> tuple[Contingent, ...]:
        """Every nation's part in every deployment, by deployment and nation."""
        return tuple(one for item in self.deployments.values() for one in item.contingents)


def _place_in_order(one: Deployment) -> tuple[bool, int, int, str, str]:
    return one.over, SORTS.index(one.sort), one.kind.place, one.name, one.id


def known_as_of(dataset: Dataset, day: date, claims: pd.DataFrame | SelectedClaims | None = None) -> Known:
    """Everything known on `day`, from `claims` if given (a selection of `dataset.claims`).

    For several days, prepare the selection once (`selected_from`); several datasets that are
    shown together need its rows. A selection never revives anything: what ended in the full record stays
    ended, and a value that the full record has overtaken names the claim that overtook it.

    Raises ValueError if `claims` are not a selection of the dataset's claims.
    """
    if dataset.parts:
        if isinstance(claims, SelectedClaims):
            raise ValueError("Several datasets are shown together: pass the rows of their claims.")
        return _joined(dataset, day, claims)
    whole = _known(dataset, day, all_claims(dataset))
    selected = selected_from(dataset, claims) if isinstance(claims, pd.DataFrame) else claims
    if selected is None or selected.ids is None:
        return whole
    part = _known(dataset, day, selected)
    found = never_revived(part.deployments, whole.deployments, dataset.nations_by_code)
    return replace(part, deployments=found)


def _joined(dataset: Dataset, day: date, claims: pd.DataFrame | None) -> Known:
    """What each of several datasets knows, side by side: no dataset changes what another one knows."""
    parts = []
    for part in dataset.parts:
        own = part.dataset.claims
        among = own if claims is None else own[own["id"].isin(claims["id"])]
        parts.append(
            known_as_of(part.dataset, day, None if claims is None or len(among) == len(own) else among)
        )
    return Known(
        day,
        {one: found for part in parts for one, found in part.deployments.items()},
        dataset.once(newest_first_of)
        if claims is None
        else arranged(row for part in parts for row in part.evidence.claims),
        {one: whole for part in parts for one, whole in part._current.items()},  # noqa: SLF001 - this module's own
        dataset.titles,
        {one: account for part in parts for one, account in part.accounts.items()},
    )


def _known(dataset: Dataset, day: date, selected: SelectedClaims) -> Known:
    index = selected.index
    current = {one.member: one.whole for one in index.became if one.holds(day)}
    finally_ = {one.member: one.whole for one in index.became}
    accounts = accounts_on(dataset, index, day, selected.ids, current)
    memberships = [one for one in index.parts if one.holds(day)]
    rows = dataset.deployments_by_id
    found = {
        one: deployment_on(dataset, rows[one], account, day, last_name(one, finally_))
        for one, account in accounts.items()
    }
    found = with_memberships(found, memberships, current)
    found = ended_with_wholes(found, accounts)
    found = _with_words_of_groups(found, accounts, day)
    found = with_groups(found, index.by_id)
    found = with_statistics(found, _moves(found), day)
    found = {one.id: with_basis(_in_force(one), index.by_id) for one in found.values()}
    return Known(day, found, selected.evidence, current, accounts=accounts)


def _with_words_of_groups(
    known: Mapping[str, Deployment], accounts: Mapping[str, Account], day: date
) -> dict[str, Deployment]:
    """Each deployment with the last report about it: a report about a group is also about its units."""
    found = {}
    for one in known.values():
        last = one.last_word
        above, seen = one.part_of, {one.id}
        while above in known and above not in seen:
            words = [
                claim.told_last
                for claim in accounts[above].claims
                if (last is None or claim.told_last > last) and is_word_about(claim, one)
            ]
            last = max([word for word in (last, *words) if word], default=None)
            seen.add(above)
            above = known[above].part_of
        # A group is as current as the newest word about one of its units.
        inside = [unit.last_word for unit in units_of(one.id, known)] if one.sort == "group" else []
        last = max([word for word in (last, *inside) if word], default=None)
        silent = bool(last and not one.over and years_later(last, SILENT) < day)
        same = (last, silent) == (one.last_word, one.silent)  # checking is cheaper than copying
        found[one.id] = one if same else replace(one, last_word=last, silent=silent)
    return found


def _in_force(one: Deployment) -> Deployment:
    """A group or a statistic whose figure is no longer in force: it is moved to `earlier`, for the table."""
    if one.sort == "unit" or one.figure is None or not (one.old or one.off_map):
        return one
    return replace(one, figure=None, counts=None, earlier=one.figure, disputed=(), old=False)


def _moves(known: Mapping[str, Deployment]) -> Mapping[str, date]:
    """For each unit that is there or over, the first day that the claim which says so describes."""
    return {
        one.id: (dates.bounds(one.ends).first if one.ended_on and one.ends else None)
        or one.ended_on
        or one.status_told
        for one in known.values()
        if one.sort == "unit" and one.status_told and (one.over or one.status == "leaving")
    }
