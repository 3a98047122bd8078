"""Makes a dataset from typed frames: adds the bounds of dates, and values that claims get from sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from eastflank import dates
from eastflank.model import Dataset

_OF_THE_SOURCE = ("publisher", "via", "reliability")


def made(frames: Mapping[str, pd.DataFrame], articles: Mapping[str, str], version: str) -> Dataset:
    """The dataset of typed frames by table, with the bounds of their dates computed."""
    sources = _with_bounds(frames["sources"], "published", "published")
    memberships = _with_bounds(_with_bounds(frames["memberships"], "starts", "starts"), "ends", "ends")
    return Dataset(
        sources=sources,
        deployments=frames["deployments"],
        memberships=memberships,
        claims=_claims(frames["claims"], sources),
        claim_spans=frames["claim_spans"],
        contributions=frames["contributions"],
        places=frames["places"],
        nations=frames["nations"],
        programmes=frames["programmes"],
        decisions=frames["decisions"],
        changes=frames["changes"],
        proposals=frames.get("proposals", pd.DataFrame()),
        articles=articles,
        version=version,
    )


def _claims(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    names = (("said_on", "said"), ("as_at", "as_at"), ("starts", "starts"), ("ends", "ends"))
    for column, name in names:
        claims = _with_bounds(claims, column, name)
    its_source = sources.set_index("id").reindex(claims["source"]).set_axis(claims.index)
    known_on = claims["said_last"].fillna(its_source["published_last"])
    told_last = claims["as_at_last"].fillna(known_on)
    first = claims["as_at_first"].fillna(claims["said_first"].where(claims["as_at"].isna()))
    told_first = first.fillna(its_source["published_first"].where(claims["as_at"].isna())).fillna(told_last)
    of_the_source = {name: its_source[name] for name in _OF_THE_SOURCE}
    grade = of_the_source["reliability"] + claims["credibility"].astype("str")
    claims = claims.assign(
        known_on=known_on, told_first=told_first, told_last=told_last, **of_the_source, grade=grade
    )
    return _judged(claims)


def _judged(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims; a curator's inferences get the date of the newest claim on which they rest.

    Inferences that rest on each other in a circle stay without a date: `checks` reports them.
    """
    judged = claims["basis"] == "judged"
    if not judged.any():
        return claims
    claims = claims.copy()
    line_of = dict(zip(claims["id"], claims.index, strict=True))
    rests_on = {
        line: [line_of[one] for one in str(claims.loc[line, "rests_on"]).split(";") if one in line_of]
        for line in claims.index[judged]
    }
    waiting = dict.fromkeys(rests_on)  # an inference may rest on another one, which is dated before it
    while ready := [line for line in waiting if not any(one in waiting for one in rests_on[line])]:
        for line in ready:
            del waiting[line]
            found = claims.loc[rests_on[line], ["known_on", "told_last"]].dropna(subset="known_on")
            if found.empty:
                continue
            # An inference cannot be earlier than its claims.
            claims.loc[line, "known_on"] = found["known_on"].max()
            if claims.loc[line, ["as_at_last", "said_last"]].isna().all():
                claims.loc[line, ["told_first", "told_last"]] = found["told_last"].max()
    return claims


def _with_bounds(frame: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    """The frame with two more columns: the earliest and the latest day a column of EDTF dates may mean."""
    # Once for each different text, not for each row: a column of a million rows has few of them.
    places, texts = pd.factorize(frame[column])
    found = [*map(dates.bounds, texts.tolist()), dates.UNKNOWN]  # the index of an empty cell is -1
    return frame.assign(
        **{
            f"{name}_first": _days(frame.index, places, [bounds.first for bounds in found]),
            f"{name}_last": _days(frame.index, places, [bounds.last for bounds in found]),
        }
    )


def _days(
    index: pd.Index[int], places: npt.NDArray[np.intp], days: Sequence[date | None]
) -> pd.Series[pd.Timestamp]:
    return pd.Series(np.array(days, dtype="datetime64[s]")[places], index)
