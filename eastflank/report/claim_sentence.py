"""What a claim states, in one sentence of ours: never the source's words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from eastflank.model import Row, codes, each_row, stated
from eastflank.words import en as words


def facts(claim: Row, names: Mapping[str, str], places: Mapping[str, str], contingents: str = "") -> str:
    """The values of a row of `claims.csv` in words; empty when it states none.

    “Arriving; led by Canada, in Latvia, at Ādaži; about 1,000 persons”. Names of nations and of places
    are given by code and by id; `contingents` is the claim's text from `contingents_of`.
    """
    leads = words.countries(codes(claim.lead), names)
    hosts = words.countries(codes(claim.host), names)
    meant_for = words.countries(codes(claim.meant_for), names)
    place = places.get(claim.place, "") if isinstance(claim.place, str) else ""
    acts = "by" if claim.kind in ("logistics", "adversary") else "led by"
    where = [
        f"{acts} {leads}" if leads else "",
        f"in {hosts}" if hosts else "",
        f"at {place}" if place else "",
        f"meant for {meant_for}" if meant_for else "",
    ]
    parts = [
        stated(claim.status) or "",
        ", ".join(part for part in where if part),
        _strength(claim),
        f"units: {int(claim.unit_count)}" if stated(claim.unit_count) else "",
        contingents,
        f"begins {words.when(claim.starts)}" if isinstance(claim.starts, str) else "",
        f"ends {words.when(claim.ends)}" if isinstance(claim.ends, str) else "",
    ]
    return words.capitalised("; ".join(part for part in parts if part))


def _strength(claim: Row) -> str:
    figure = words.strength_of(claim)
    if figure == words.NOT_STATED:
        return ""
    counts = stated(claim.counts)
    return words.persons(figure) + (f" ({words.COUNTS[counts]})" if counts and counts != "whole" else "")


def contingents_of(contributions: pd.DataFrame, names: Mapping[str, str]) -> Mapping[str, str]:
    """By claim, its contingents in words: “with Canada 450, Spain 300 and Italy”."""
    texts = [_contingent(row, names) for row in each_row(contributions)]
    grouped = contributions.assign(text=texts).groupby("claim")["text"]
    return {str(claim): f"with {words.listed(group)}" for claim, group in grouped}


def _contingent(row: Row, names: Mapping[str, str]) -> str:
    figure = words.strength_of(row)
    nation = names.get(row.nation, row.nation)
    if row.left == "yes":
        return f"without {nation}, which left"
    return nation if figure == words.NOT_STATED else f"{nation} {figure}"
