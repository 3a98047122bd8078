"""What is known on a day: claims folded into deployments, each field remembering its claim.

The rules, which the Method page prints:

* A claim counts from the day it was said; where that is not known, from its source's publication.
* Each field takes the newest claim that states it. Two claims of one day rank by how far the matter
  had come, then by the source's reliability, then by id, so that the order of rows never matters.
* A status only moves forward, until a claim says that the deployment has ended or was withdrawn.
* A strength is taken from claims of the deployment's own standing, if one of them states it, so that
  a plan for later is not shown as being there. A ceiling counts only where no strength is stated.
* Sources that give different strengths in the same period disagree: the range spans both.
* A deployment that turned out to be another one is shown by itself until that one is decided.
* A whole gives way to its parts as soon as each part has a claim of at least the same status, if the
  parts stand in all of its hosts; a whole that states no host is wider than the parts known of it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from eastflank.model import STATUSES, Cell, Dataset, Row, Standing, each_row

RANKS: Mapping[str, int] = {status: rank for rank, status in enumerate(STATUSES)}
_STANDINGS = {status: int(standing) for status, standing in STATUSES.items()}
_FIELDS = ("lead", "host", "place", "starts", "ends", "unit_count")
_FIGURES = ("troops_low", "troops_high", "hedge", "counts")
_READ = (
    "id", "deployment", "source", "reliability", "known_on", "said_first", "said_last", "status",
    *_FIELDS, *_FIGURES,
)  # fmt: skip
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
    of the claims they come from; `strength_known_on`: the day from which the strength's claim counts;
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
    """Everything known on `day`, from `claims` if given (a selection of `dataset.claims`)."""
    claims = dataset.claims if claims is None else claims
    said = claims[claims["known_on"] <= pd.Timestamp(day)]
    # Only what the fold reads: moving the long texts about would cost most of its time.
    ranked = said[list(_READ)].assign(
        rank=said["status"].map(RANKS).astype("float64"),
        standing=said["status"].map(_STANDINGS).astype("float64"),
    )
    ranked = ranked.sort_values(
        ["known_on", "rank", "reliability", "id"],
        ascending=[True, True, False, True],
        na_position="first",
    )
    ranked["shown_in"] = _current_names(dataset.deployments, ranked)
    newest_first = said.assign(shown_in=ranked["shown_in"]).sort_values(
        ["known_on", "id"], ascending=[False, True]
    )
    about = ranked[ranked["shown_in"].notna()].reset_index(drop=True)

    statuses = _statuses(about)
    folded = _newest(about, _FIELDS).join(statuses)
    folded = folded.join(
        _strengths(about, statuses["standing"], set(dataset.deployments["part_of"].dropna()))
    )
    folded["claim_count"] = about.groupby("shown_in").size()
    deployments = dataset.deployments.set_index("id").join(folded, how="inner").sort_index()
    deployments["gave_way"] = deployments.index.isin(_wholes_given_way(deployments, about))

    sent = dataset.contributions.merge(about[["id", "shown_in"]].rename(columns={"id": "claim"}), on="claim")
    return Known(
        day=day,
        deployments=deployments,
        claims=newest_first.reset_index(drop=True),
        roles=_roles(deployments, sent),
        contingents=_contingents(sent, about),
    )


def _current_names(deployments: pd.DataFrame, said: pd.DataFrame) -> pd.Series:
    """For each claim, the deployment it belongs to once those that became another are merged."""
    became = deployments.dropna(subset="became").set_index("id")["became"]
    settled = said.loc[said["rank"] >= SETTLED, "deployment"].unique()
    merged = became[became.isin(settled)]
    return said["deployment"].replace(merged.to_dict())


def _newest(about: pd.DataFrame, fields: tuple[str, ...]) -> pd.DataFrame:
    """The last stated value of each field by deployment, and beside it the claim that states it."""
    sources = {f"{field}_claim": about["id"].where(about[field].notna()) for field in fields}
    return about[["shown_in", *fields]].assign(**sources).groupby("shown_in").last()


def _statuses(about: pd.DataFrame) -> pd.DataFrame:
    stated = about[about["status"].notna()]
    order = pd.Series(range(len(stated)), index=stated.index)
    is_end = stated["standing"] == Standing.GONE
    last_end = order.where(is_end).groupby(stated["shown_in"]).transform("max").fillna(-1)
    # After the last end only what follows it counts; with nothing after it, the end itself stands.
    after = stated[order > last_end]
    ends = stated[order == last_end]
    best = pd.concat([ends, after.sort_values("rank", kind="stable")]).groupby("shown_in").last()
    return best[["status", "standing", "id"]].rename(columns={"id": "status_claim"})


def _strengths(about: pd.DataFrame, standing: pd.Series, wholes: set[str]) -> pd.DataFrame:
    stated = about["troops_low"].notna() | about["troops_high"].notna()
    # One contingent, or one unit of several, is not the strength of the deployment.
    partial = (about["counts"] == "contingent") | (
        (about["counts"] == "unit") & about["shown_in"].isin(wholes)
    )
    figures = about[stated & ~partial]
    own = figures["standing"] == figures["shown_in"].map(standing)
    weight = 2 * own.astype("int64") + figures["troops_low"].notna().astype("int64")
    figures = figures.assign(weight=weight).sort_values("weight", kind="stable")
    # tail(1), not last(): low and high come from one claim, never mixed from several.
    newest = figures.groupby("shown_in").tail(1).set_index("shown_in")

    # The same period: the days on which two claims may have been said overlap.
    rivals = figures.join(_periods(newest), on="shown_in")
    first = figures["said_first"].fillna(figures["known_on"])
    last = figures["said_last"].fillna(figures["known_on"])
    together = (
        (rivals["weight"] == rivals["newest_weight"])
        & (last >= rivals["newest_first"])
        & (first <= rivals["newest_last"])
        & ((rivals["source"] != rivals["newest_source"]) | (rivals["id"] == rivals["newest_id"]))
    )
    rivals = rivals[together]
    grouped = rivals.groupby("shown_in")
    differ = grouped[list(_FIGURES[:3])].nunique(dropna=False).max(axis=1) > 1
    spread = pd.DataFrame(
        {
            "troops_low": grouped["troops_low"].min(),
            "troops_high": grouped["troops_high"].max(),
            "disputed": grouped["id"].agg(";".join),
        }
    )[differ.reindex(grouped.size().index)]

    result = newest[[*_FIGURES, "id", "known_on"]]
    result = result.rename(columns={"id": "strength_claim", "known_on": "strength_known_on"})
    result["disputed"] = spread["disputed"].reindex(result.index)
    disputed = result["disputed"].notna()
    for bound in ("troops_low", "troops_high"):
        result[bound] = result[bound].mask(disputed, spread[bound].reindex(result.index))
    result["hedge"] = result["hedge"].mask(disputed)
    return result


def _periods(newest: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "newest_id": newest["id"],
            "newest_weight": newest["weight"],
            "newest_source": newest["source"],
            "newest_first": newest["said_first"].fillna(newest["known_on"]),
            "newest_last": newest["said_last"].fillna(newest["known_on"]),
        }
    )


def _wholes_given_way(deployments: pd.DataFrame, about: pd.DataFrame) -> list[str]:
    """Wholes of which, on some day so far, every part had a claim of at least the same status."""
    parts = deployments[deployments["part_of"].notna() & deployments["became"].isna()]
    ranked = about.dropna(subset="rank")
    progress = ranked.pivot_table(index="known_on", columns="shown_in", values="rank", aggfunc="max")
    progress = progress.cummax().ffill()
    hosts = deployments["host"].str.split(";")
    given_way = []
    for whole, members in parts.groupby("part_of"):
        if not {whole, *members.index} <= set(progress.columns):
            continue
        covered = set(hosts[members.index].dropna().explode())
        theirs: Cell = hosts[whole]
        if not isinstance(theirs, list) or not set(theirs) <= covered:
            continue
        ranks = progress[list(members.index)]
        level = ranks.ge(progress[whole], axis=0).all(axis=1) & progress[whole].notna()
        if level.any():
            given_way.append(str(whole))
    return given_way


def _roles(deployments: pd.DataFrame, sent: pd.DataFrame) -> pd.DataFrame:
    """Which nations have which part in which deployment, in one long table."""
    lists = [
        deployments[role]
        .dropna()
        .str.split(";")
        .explode()
        .rename("nation")
        .rename_axis("deployment")
        .reset_index()
        .assign(role=role)
        for role in ("lead", "host")
    ]
    senders = (
        sent[["shown_in", "nation"]].rename(columns={"shown_in": "deployment"}).assign(role="contributor")
    )
    return pd.concat([*lists, senders], ignore_index=True).drop_duplicates().reset_index(drop=True)


def _contingents(sent: pd.DataFrame, about: pd.DataFrame) -> pd.DataFrame:
    order = pd.Series(about.index, index=about["id"])
    sent = sent.assign(
        order=sent["claim"].map(order), stated=sent["troops_low"].notna() | sent["troops_high"].notna()
    ).sort_values(["stated", "order"], kind="stable")
    newest = sent.groupby(["shown_in", "nation"]).tail(1)
    return (
        newest[["shown_in", "nation", "troops_low", "troops_high", "hedge", "claim"]]
        .rename(columns={"shown_in": "deployment"})
        .sort_values(["deployment", "nation"])
        .reset_index(drop=True)
    )
