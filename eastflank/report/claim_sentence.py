"""What a claim states, in one sentence of ours: never the source's words."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import ClaimRow, Contribution
from eastflank.words.chosen import values as words


def facts(claim: ClaimRow, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """The values of a row of `claims.csv` in words; empty when it states none.

    “Arriving; led by Canada, in Latvia, at Ādaži; about 1,000 persons”. Names of nations and of places
    are given by code and by id.
    """
    leads = words.countries(claim.lead, names)
    hosts = words.countries(claim.host, names)
    meant_for = words.countries(claim.meant_for, names)
    place = places.get(claim.place or "", "")
    acts = "by" if claim.kind in ("logistics", "adversary") else "led by"
    where = [
        f"{acts} {leads}" if leads else "",
        f"in {hosts}" if hosts else "",
        f"at {place}" if place else "",
        f"meant for {meant_for}" if meant_for else "",
    ]
    parts = [
        words.status(claim.status),
        ", ".join(part for part in where if part),
        _strength(claim),
        f"units: {claim.unit_count}" if claim.unit_count else "",
        contingents(claim, names),
        f"begins {words.when(claim.starts)}" if claim.starts else "",
        f"ends {words.when(claim.ends)}" if claim.ends else "",
    ]
    return words.capitalised("; ".join(part for part in parts if part))


def _strength(claim: ClaimRow) -> str:
    figure = words.figure(claim)
    if figure == words.NOT_STATED:
        return ""
    counts = claim.counts
    return words.persons(figure) + (f" ({words.COUNTS[counts]})" if counts and counts != "whole" else "")


def contingents(claim: ClaimRow, names: Mapping[str, str]) -> str:
    """The contingents of a claim in words: “with Canada 450, Spain 300 and Italy”; empty for none."""
    told = [_contingent(sent, names) for sent in claim.contributions]
    return f"with {words.listed(told)}" if told else ""


def _contingent(sent: Contribution, names: Mapping[str, str]) -> str:
    figure = words.figure(sent)
    nation = names.get(sent.nation, sent.nation)
    if sent.left:
        return f"without {nation}, which left"
    return nation if figure == words.NOT_STATED else f"{nation} {figure}"
