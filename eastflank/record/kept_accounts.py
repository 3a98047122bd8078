"""Accounts, and the deployments made from them, kept for all days on which they are the same."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from eastflank.model import Dataset, Deployment
from eastflank.record.account import Account, account_of
from eastflank.record.claim_index import ClaimIndex
from eastflank.record.on_a_day import deployment_on_its_own
from eastflank.record.wholes import last_name


def accounts_on(
    dataset: Dataset,
    index: ClaimIndex,
    day: date,
    among: frozenset[str] | None,
    current: Mapping[str, str],
) -> dict[str, Account]:
    """By deployment, the account of its own claims and of the claims about deployments that became it.

    An account depends on the day only through how many claims are known by then, so it is cached.
    """
    kept = dataset.once(_Accounts)
    gathered: dict[str, tuple[tuple[str, int], ...]] = {}
    for deployment in index.claims:
        number = index.number_by(deployment, day)
        if number:
            name = last_name(deployment, current)
            gathered[name] = (*gathered.get(name, ()), (deployment, number))
    found = {}
    for deployment, parts in sorted(gathered.items()):
        account = kept.of(deployment, parts, among, index)
        if account:
            found[deployment] = account
    return found


_MOST_KEPT = 20_000
"""Of so many accounts, and of so many deployments on a day, the results are cached; at least of two days."""
_MOST_CLAIMS_KEPT = 3_000_000


def _most_kept(dataset: Dataset) -> int:
    return max(_MOST_KEPT, 2 * len(dataset.deployments))


class _Accounts:
    """The cached accounts, by how many claims of each deployment were known, and which count."""

    def __init__(self, dataset: Dataset) -> None:
        self._kept: dict[_KeyOfAccount, Account | None] = {}
        self._most = _most_kept(dataset)
        self._claims = 0

    def of(
        self,
        deployment: str,
        parts: tuple[tuple[str, int], ...],
        among: frozenset[str] | None,
        index: ClaimIndex,
    ) -> Account | None:
        """The account of the first so many claims of each of `parts`; None if none of them counts."""
        key = (deployment, parts, among)
        if key not in self._kept:
            claims = [claim for part, number in parts for claim in index.first(part, number, among)]
            if len(self._kept) > self._most or self._claims > _MOST_CLAIMS_KEPT:
                self._kept.clear()
                self._claims = 0
            self._claims += len(claims)
            self._kept[key] = (
                account_of(deployment, claims, index.decisions, index.repeated) if claims else None
            )
        return self._kept[key]


_KeyOfAccount: TypeAlias = tuple[str, tuple[tuple[str, int], ...], frozenset[str] | None]


def deployment_on(dataset: Dataset, row: Deployment, account: Account, day: date, same_as: str) -> Deployment:
    """Like `deployment_on_its_own`, once for all days between two on which a part becomes old or due."""
    kept = dataset.once(_kept_deployments)
    key = (account, bisect.bisect_left(account.turns, day))
    if key not in kept:
        if len(kept) > _most_kept(dataset):
            kept.clear()
        kept[key] = deployment_on_its_own(row, account, day, same_as)
    return kept[key]


def _kept_deployments(_: Dataset) -> dict[tuple[Account, int], Deployment]:
    return {}
