"""What is known on a day: claims folded into deployments, each field remembering its claim.

The rules, which the Method page prints:

* A claim counts from the day it was said; where that is not known, from its source's publication.
* Each field takes the newest claim that states it. Two claims of one day rank by how far the matter
  had come, then by the source's reliability, then by id, so that the order of rows never matters.
* A status only moves forward, until a claim says that the deployment has ended or was withdrawn.
* A strength is taken from claims of the deployment's own standing, if one of them states it, so that
  a plan for later is not shown as being there. A ceiling counts only where no strength is stated.
* Sources that give different strengths in the same period disagree: the range spans both.
* Where a curator decided which of the claims that disagree a field takes, it takes that one, from the day
  on which the claim counts until a newer one speaks of another time.
* A deployment that turned out to be another one is shown by itself until that one is decided.
* A whole gives way to its parts as soon as each part has a claim of at least the same status, if the
  parts stand in all of its hosts; a whole that states no host is wider than the parts known of it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from eastflank.model import Dataset, Row, Standing, each_row
from eastflank.record.claim_index import FIELDS, FIGURES, RANKS, Codes, Column, Ledger, Rows, ledger_of
from eastflank.words import en as words

SETTLED = RANKS["decided"]
"""The rank from which a deployment absorbs those that became it."""


@dataclass(frozen=True, eq=False)
class Known:
    """The deployments known on a day, and the claims they rest on."""

    day: date
    deployments: pd.DataFrame
    """One row a deployment with at least one claim, indexed by id.

    Columns of `deployments.csv`; `status`, `standing` (an int of `Standing`, missing when no status is
    stated), `lead`, `host`, `place`, `starts`, `ends`, `unit_count`, `troops_low`, `troops_high`, `hedge`,
    `counts`, each of the last four from one claim; `status_claim`, `lead_claim` … `strength_claim`: the ids
    of the claims they come from; `strength_known_on`, `strength_grade`: the day from which the strength's
    claim counts, and its grade, or of several that are spanned the lowest;
    `disputed`: ids of the claims whose strengths differ, joined by `;`; `claim_count`; `gave_way`: a whole
    whose parts are drawn instead of it.
    """
    claims: pd.DataFrame
    """The claims said by then, newest first, with `shown_in`: the deployment they now belong to."""
    roles: pd.DataFrame
    """One row for each deployment, nation and role (`lead`, `host`, `contributor`)."""
    contingents: pd.DataFrame
    """One row for each deployment and contributing nation: its newest stated strength
    (`troops_low`, `troops_high`, `hedge`; missing: not stated) and the `claim` it comes from."""

    @functools.cached_property
    def rows(self) -> Mapping[str, Row]:
        """The deployments by id as single rows, read once for all the views of them."""
        return {row.Index: row for row in each_row(self.deployments)}


def as_of(dataset: Dataset, day: date, claims: pd.DataFrame | None = None) -> Known:
    """Everything known on `day`, from `claims` if given (a selection of `dataset.claims`).

    Raises ValueError when they are no selection of them.
    """
    ledger = ledger_of(dataset)
    said, newest_first, newest_deployment = ledger.counting(day, None if claims is dataset.claims else claims)
    current = _current_codes(ledger, said)
    about = said[ledger.deployment[said] >= 0]
    fold = _Fold(ledger, about, current[ledger.deployment[about]])
    sent, whose = _sent(ledger, said, current)
    deployments = _deployments(fold)
    shown_in = ledger.deployments.index.array.take(current[newest_deployment], allow_fill=True)
    return Known(
        day=day,
        deployments=deployments,
        claims=newest_first.assign(shown_in=shown_in).reset_index(drop=True),
        roles=_roles(deployments, ledger, sent, whose),
        contingents=_contingents(ledger, sent, whose),
    )


@dataclass(frozen=True, eq=False)
class _Fold:
    """The claims about a deployment said by the day, oldest first."""

    ledger: Ledger
    rows: Rows
    """Their positions in the ledger."""
    whose: Codes
    """The code of the deployment that each now belongs to."""

    def settled(self, field: str, chosen: Rows) -> Rows:
        """As `newest`, but where a curator decided for one of the chosen claims, that one.

        It gives way to a newest one that speaks of another time.
        """
        found = self.newest(chosen)
        for decided in self.ledger.decisions:
            if decided.field != field or decided.row not in self.rows[chosen]:
                continue
            place = self.whose[np.searchsorted(self.rows, decided.row)]
            if self.ledger.same_time(field, found[[place]], decided.row)[0]:
                found[place] = decided.row
        return found

    def newest(self, chosen: Rows) -> Rows:
        """For each deployment the ledger's position of the last of the chosen claims; -1 where none is.

        `chosen` are positions in `rows`, in the order that counts.
        """
        found = np.full(len(self.ledger.deployments), -1)
        found[self.whose[chosen]] = self.rows[chosen]  # of several with one code the last one stays
        return found


def _current_codes(ledger: Ledger, said: Rows) -> Codes:
    """By deployment, the code of the one its claims belong to once those that became another are merged.

    One entry more than there are deployments: the last, which -1 reaches, is for claims about none.
    """
    settled = np.zeros(len(ledger.deployments) + 1, dtype=bool)
    settled[ledger.deployment[said[ledger.rank[said] >= SETTLED]]] = True
    settled[-1] = False
    alone = np.append(np.arange(len(ledger.deployments)), -1)
    became = np.append(ledger.became, -1)
    return np.where(settled[became], became, alone)


def _deployments(fold: _Fold) -> pd.DataFrame:
    ledger = fold.ledger
    claim_count = np.bincount(fold.whose, minlength=len(ledger.deployments))
    known = np.flatnonzero(claim_count)
    cells = ledger.cells
    newest = {
        field: fold.settled(field, np.flatnonzero(ledger.stated[field][fold.rows]))[known] for field in FIELDS
    }
    status = _status_rows(fold)
    columns: dict[str, Column] = {
        **{field: cells[field].take(rows, allow_fill=True) for field, rows in newest.items()},
        **{f"{field}_claim": cells["id"].take(rows, allow_fill=True) for field, rows in newest.items()},
        "status": cells["status"].take(status[known], allow_fill=True),
        "standing": np.where(status < 0, np.nan, ledger.standing[status])[known],
        "status_claim": cells["id"].take(status[known], allow_fill=True),
        **_strengths(fold, status, known),
        "claim_count": claim_count[known],
    }
    base = ledger.deployments.iloc[known]
    deployments = pd.concat([base, pd.DataFrame(columns, index=base.index)], axis="columns")
    deployments["gave_way"] = deployments.index.isin(_wholes_given_way(deployments, fold))
    return deployments


def _status_rows(fold: _Fold) -> Rows:
    """For each deployment the ledger's position of the claim whose status it has; -1 for none."""
    rank, standing = fold.ledger.rank[fold.rows], fold.ledger.standing[fold.rows]
    last_end = fold.newest(np.flatnonzero(standing == Standing.GONE))
    # After the last end only what follows it counts; with nothing after it, the end itself stands.
    after = np.flatnonzero((rank >= 0) & (fold.rows > last_end[fold.whose]))
    best = fold.settled("status", after[np.argsort(rank[after], kind="stable")])
    return np.where(best < 0, last_end, best)


def _strengths(fold: _Fold, status: Rows, known: Rows) -> Mapping[str, Column]:
    """The columns that describe the strength of the `known` deployments, given the claims of their status."""
    ledger = fold.ledger
    figures = np.flatnonzero(ledger.of_the_whole(fold.rows, fold.whose))
    rows, whose = fold.rows[figures], fold.whose[figures]
    standing = np.where(status < 0, -2, ledger.standing[status])
    own = ledger.standing[rows] == standing[whose]
    weight = 2 * own + ~np.isnan(ledger.figures["troops_low"][rows])
    newest = fold.settled("strength", figures[np.argsort(weight, kind="stable")])

    # low and high come from one claim, never mixed from several.
    result: dict[str, Column] = {
        name: ledger.cells[name].take(newest[known], allow_fill=True) for name in FIGURES
    }
    result["strength_claim"] = ledger.cells["id"].take(newest[known], allow_fill=True)
    result["strength_known_on"] = ledger.cells["known_on"].take(newest[known], allow_fill=True)
    result["strength_grade"] = ledger.cells["grade"].take(newest[known], allow_fill=True)
    result["disputed"] = pd.array([None] * len(known), dtype="str")
    weights = np.zeros(len(ledger.row), dtype="int64")
    weights[rows] = weight
    decided = [one.row for one in ledger.decisions if one.field == "strength"]
    for place, rivals in _rivals(rows, newest, whose, weights, ledger):
        if newest[place] in decided:
            continue
        at = int(np.searchsorted(known, place))
        lows, highs = (ledger.figures[bound][rivals] for bound in ("troops_low", "troops_high"))
        result["troops_low"][at] = pd.NA if np.isnan(lows).all() else int(np.nanmin(lows))
        result["troops_high"][at] = pd.NA if np.isnan(highs).all() else int(np.nanmax(highs))
        result["hedge"][at] = None
        grades = ledger.cells["grade"].take(rivals).dropna()
        result["strength_grade"][at] = max(grades, key=lambda one: (words.is_low(one), one), default=pd.NA)
        result["disputed"][at] = ";".join(ledger.cells["id"].take(rivals))
    return result


def _rivals(
    rows: Rows, newest: Rows, whose: Codes, weights: Codes, ledger: Ledger
) -> Iterator[tuple[int, Rows]]:
    """By deployment whose sources disagree, the claims whose figures stand against each other.

    `rows` are all claims of figures, `whose` their deployments, `newest` each deployment's newest,
    `weights` by the ledger's position how much a figure counts. The same period: the days on which two
    claims may have been said overlap.
    """
    rival = newest[whose]
    together = (
        (weights[rows] == weights[rival])
        & (ledger.standing[rows] == ledger.standing[rival])
        & (ledger.days_apart(rows, rival) == 0)
        & ((ledger.source[rows] != ledger.source[rival]) | (rows == rival))
    )
    rows, rival, whose = rows[together], rival[together], whose[together]
    differs = np.zeros(len(rows), dtype=bool)
    for values in ledger.figures.values():
        mine, other = values[rows], values[rival]
        differs |= (mine != other) & ~(np.isnan(mine) & np.isnan(other))
    disputed = np.isin(whose, whose[differs])
    for place in np.unique(whose[disputed]):
        yield int(place), rows[whose == place]


def _wholes_given_way(deployments: pd.DataFrame, fold: _Fold) -> list[str]:
    """Wholes of which, on some day so far, every part had a claim of at least the same status."""
    parts = deployments[deployments["part_of"].notna() & deployments["became"].isna()]
    if parts.empty:
        return []
    ranked = np.flatnonzero(fold.ledger.rank[fold.rows] >= 0)
    rank = fold.ledger.rank[fold.rows[ranked]]
    ranked, rank = ranked[(order := np.argsort(rank, kind="stable"))], rank[order]
    day = fold.ledger.day[fold.rows[ranked]]
    progress = np.full((day.max(initial=-1) + 1, len(fold.ledger.deployments)), -1)
    progress[day, fold.whose[ranked]] = rank  # of several on one day the most advanced stays
    progress = np.maximum.accumulate(progress, axis=0)
    hosts = dict(zip(deployments.index, deployments["host"].str.split(";"), strict=True))
    codes = {name: code for code, name in enumerate(fold.ledger.deployments.index)}
    members: dict[str, list[str]] = {}
    for part, whole in zip(parts.index, parts["part_of"], strict=True):
        members.setdefault(whole, []).append(part)
    given_way = []
    for whole, theirs in members.items():
        wanted = hosts.get(whole)
        covered = {host for part in theirs if isinstance(hosts[part], list) for host in hosts[part]}
        if not isinstance(wanted, list) or not set(wanted) <= covered:
            continue
        level = progress[:, [codes[part] for part in theirs]] >= progress[:, [codes[whole]]]
        if (level.all(axis=1) & (progress[:, codes[whole]] >= 0)).any():
            given_way.append(whole)
    return given_way


def _sent(ledger: Ledger, said: Rows, current: Codes) -> tuple[Rows, Codes]:
    """The contributions to the claims said by the day, and the deployment that each now belongs to."""
    counted = np.zeros(len(ledger.row), dtype=bool)
    counted[said] = True
    sent = np.flatnonzero(counted[ledger.sent_claim])
    return sent, current[ledger.deployment[ledger.sent_claim[sent]]]


def _roles(deployments: pd.DataFrame, ledger: Ledger, sent: Rows, whose: Codes) -> pd.DataFrame:
    """Which nations have which part in which deployment, in one long table."""
    rows = [
        (deployment, nation, role)
        for role in ("lead", "host")
        for deployment, nations in zip(deployments.index, deployments[role].tolist(), strict=True)
        if isinstance(nations, str)
        for nation in dict.fromkeys(nations.split(";"))
    ]
    first = np.full(len(ledger.deployments) * len(ledger.nations), -1)
    first[_pairs(ledger, sent, whose)[::-1]] = np.arange(len(sent))[::-1]
    first = np.sort(first[first >= 0])
    senders = zip(
        ledger.deployments.index.take(whose[first]),
        ledger.nations.take(ledger.sent_nation[sent[first]]),
        strict=True,
    )
    rows += [(deployment, nation, "contributor") for deployment, nation in senders]
    return pd.DataFrame(rows, columns=["deployment", "nation", "role"]).astype("str")


def _contingents(ledger: Ledger, sent: Rows, whose: Codes) -> pd.DataFrame:
    """The newest stated strength of each nation in each deployment, or else that it is there."""
    order = np.lexsort((ledger.sent_claim[sent], ledger.sent_stated[sent]))
    newest = np.full(len(ledger.deployments) * len(ledger.nations), -1)
    newest[_pairs(ledger, sent, whose)[order]] = sent[order]
    for decided in ledger.decisions:
        if decided.field != "contingent":
            continue
        theirs = sent[(ledger.sent_claim[sent] == decided.row) & (ledger.sent_nation[sent] == decided.nation)]
        for one, pair in zip(theirs, _pairs(ledger, theirs, whose[np.isin(sent, theirs)]), strict=True):
            if ledger.same_time("contingent", ledger.sent_claim[newest[[pair]]], decided.row)[0]:
                newest[pair] = one
    pairs = np.flatnonzero(newest >= 0)
    found = ledger.sent.iloc[newest[pairs]]
    return pd.DataFrame(
        {
            "deployment": ledger.deployments.index.array.take(pairs // max(len(ledger.nations), 1)),
            **{name: found[name].array for name in ("nation", "troops_low", "troops_high", "hedge", "claim")},
        }
    )


def _pairs(ledger: Ledger, sent: Rows, whose: Codes) -> Codes:
    """A number for each deployment and nation; they sort by deployment, then by nation."""
    return whose * len(ledger.nations) + ledger.sent_nation[sent]
