"""What a claim states, in one sentence in our words, never the source's."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import ClaimRow, Contribution
from eastflank.words.chosen import claims as told
from eastflank.words.chosen import values as words

_DOING = frozenset({"logistics", "adversary"})
"""Kinds of claims in which a nation is not a lead but the one that acts."""


def facts(claim: ClaimRow, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """The values of a row of `claims.csv` in words; empty if it states none.

    “Arriving; led by Canada, in Latvia, at Ādaži; about 1,000 persons”. Names of nations and of places
    are given by code and by id.
    """
    leads = words.countries(claim.lead, names)
    hosts = words.countries(claim.host, names)
    meant_for = words.countries(claim.meant_for, names)
    place = places.get(claim.place or "", "")
    led = told.done_by if claim.kind in _DOING else told.led_by
    where = (
        led(leads) if leads else "",
        told.in_hosts(hosts) if hosts else "",
        told.at_place(place) if place else "",
        told.meant_for(meant_for) if meant_for else "",
    )
    others = (
        _strength(claim),
        told.units(claim.unit_count) if claim.unit_count else "",
        contingents(claim, names),
        told.begins(words.when(claim.starts)) if claim.starts else "",
        told.ends(words.when(claim.ends)) if claim.ends else "",
    )
    return told.sentence(words.status(claim.status), where, others)


def _strength(claim: ClaimRow) -> str:
    figure = words.figure(claim)
    if figure == words.NOT_STATED:
        return ""
    counts = claim.counts
    return told.strength(figure, words.COUNTS[counts] if counts and counts != "whole" else "")


def contingents(claim: ClaimRow, names: Mapping[str, str]) -> str:
    """The contingents of a claim in words: “with Canada 450, Spain 300 and Italy”; empty for none."""
    sent = [_contingent(one, names) for one in claim.contributions]
    return told.contingents(sent) if sent else ""


def _contingent(sent: Contribution, names: Mapping[str, str]) -> str:
    figure = words.figure(sent)
    nation = names.get(sent.nation, sent.nation)
    if sent.left:
        return told.left(nation)
    return told.contingent(nation, "" if figure == words.NOT_STATED else figure)
