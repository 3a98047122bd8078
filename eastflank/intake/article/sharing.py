"""Sets a proposal's sender as lead or contributor, and moves its strength to the matching fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from eastflank.intake.article.proposals import FIELDS, Proposal, ReadField

WHO = frozenset(("lead", "contributors"))
"""The fields that name who sends."""


def senders(one: Proposal) -> frozenset[str]:
    """The codes of all nations that lead or contribute."""
    return frozenset(code for name in WHO & set(one.fields) for code in one.fields[name].value.split(";"))


def with_fields(one: Proposal, fields: Mapping[str, ReadField]) -> Proposal:
    """The proposal with other fields, in the usual order."""
    return replace(one, fields={name: fields[name] for name in FIELDS if name in fields})


def as_lead(one: Proposal) -> Proposal:
    """Makes the only contributing nation the lead; its share becomes the strength."""
    fields = dict(one.fields)
    fields["lead"] = fields.pop("contributors")
    share = fields.pop("contributor_troops", None)
    counts = fields.get("counts")
    if share and counts and counts.spans == share.spans:
        fields.pop("counts")  # only the share itself said that it counts a contingent
    if share:
        low, _, high = share.value.partition("=")[2].partition("-")
        if low:
            fields["troops_low"] = ReadField(low, share.spans[:1])
        if high:
            fields["troops_high"] = ReadField(high, share.spans[-1:])
    return with_fields(one, fields)


def as_contributor(one: Proposal) -> Proposal:
    """Makes the only lead nation a contributor; the strength becomes its share."""
    fields = dict(one.fields)
    fields["contributors"] = fields.pop("lead")
    return with_its_share(with_fields(one, fields))


def with_its_share(one: Proposal) -> Proposal:
    """Makes a strength the share of the only contributing nation, unless it counts something else."""
    who, counts = one.fields.get("contributors"), one.fields.get("counts")
    if who is None or ";" in who.value or counts is None or counts.value not in ("whole", "contingent"):
        return one
    fields = dict(one.fields)
    low, high = fields.pop("troops_low", None), fields.pop("troops_high", None)
    if low or high:
        value = f"{who.value}={low.value if low else ''}-{high.value if high else ''}"
        spans = dict.fromkeys([*(low.spans if low else ()), *(high.spans if high else ())])
        fields["contributor_troops"] = ReadField(value, tuple(spans))
    if "contributor_troops" in fields:
        fields["counts"] = ReadField("contingent", counts.spans)
    return with_fields(one, fields)
