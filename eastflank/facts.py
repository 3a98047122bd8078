"""What a claim states, in one sentence of ours: never the source's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eastflank import words
from eastflank.model import Dataset, stated


def facts(claim: Any, names: Mapping[str, str], places: Mapping[str, str], contingents: str = "") -> str:
    """The values of a row of `claims.csv` in words: “arriving; led by Canada, in Latvia, at Ādaži;
    about 1,000 persons”. `contingents` is a list made by `contingents_of`. Empty when it states none."""
    leads = words.listed(sorted(names.get(code, code) for code in words.codes(claim.lead)))
    hosts = words.listed(sorted(names.get(code, code) for code in words.codes(claim.host)))
    place = places.get(claim.place, "") if isinstance(claim.place, str) else ""
    acts = "by" if claim.kind in ("logistics", "adversary") else "led by"
    where = [
        f"{acts} {leads}" if leads else "",
        f"in {hosts}" if hosts else "",
        f"at {place}" if place else "",
    ]
    parts = [
        stated(claim.status) or "",
        ", ".join(part for part in where if part),
        _strength(claim),
        f"units: {int(claim.unit_count)}" if stated(claim.unit_count) else "",
        contingents,
        f"begins {words.when(claim.starts)}" if isinstance(claim.starts, str) else "",
    ]
    return words.capitalised("; ".join(part for part in parts if part))


def _strength(claim: Any) -> str:
    figure = words.strength(stated(claim.troops_low), stated(claim.troops_high), stated(claim.hedge))
    if figure == words.NOT_STATED:
        return ""
    counts = stated(claim.counts)
    return f"{figure} persons" + (f" ({words.COUNTS[counts]})" if counts and counts != "whole" else "")


def contingents_of(dataset: Dataset) -> Mapping[str, str]:
    """By claim, its contingents in words: “with Canada 450, Spain 300 and Italy”."""
    names = dataset.nations.set_index("iso3")["name"]
    rows = dataset.contributions
    texts = [
        names.get(row.nation, row.nation) + ("" if figure == words.NOT_STATED else f" {figure}")
        for row in rows.itertuples()
        for figure in [words.strength(stated(row.troops_low), stated(row.troops_high), stated(row.hedge))]
    ]
    return {
        str(claim): f"with {words.listed(group)}"
        for claim, group in rows.assign(text=texts).groupby("claim")["text"]
    }
