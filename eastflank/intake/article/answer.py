"""A reading as plain values: the JSON of the terminal."""

from __future__ import annotations

from typing import Any

from eastflank.intake.article.proposals import Field, Proposal, Reading


def answer(reading: Reading) -> list[dict[str, Any]]:
    """The proposals as dictionaries: `quote` as `[start, stop]`, `kind`, and `fields` with value and spans."""
    return [_claim(proposal) for proposal in reading.proposals]


def _claim(proposal: Proposal) -> dict[str, Any]:
    return {
        "quote": list(proposal.quote),
        "kind": proposal.kind.value,
        "fields": {name: _field(field) for name, field in proposal.fields.items()},
        "sure": proposal.surety.value,
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"value": field.value, "spans": [list(span) for span in field.spans]}
    return told | ({"from": field.origin.value} if field.origin else {})
