"""The footnotes that a picture needs: those on which what it shows rests."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import stated
from eastflank.report.contents import Briefing, Footnote

NOTES_APART = ",\u2009"
"""Between the numbers of a card's footnotes."""
_FIELDS = ("status", "strength", "lead", "host", "place")
"""The fields of a deployment that its card shows."""


def notes_of(briefing: Briefing) -> Mapping[str, tuple[int, ...]]:
    """By deployment on the map, the numbers of the footnotes of the claims that its card shows."""
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    rows = briefing.view.deployments
    claims = {
        mark.id: {stated(rows.loc[mark.id, f"{field}_claim"]) for field in _FIELDS} & numbers.keys()
        for mark in briefing.scene.marks
    }
    return {mark: tuple(sorted({numbers[claim] for claim in found})) for mark, found in claims.items()}


def footnotes_of(briefing: Briefing) -> tuple[Footnote, ...]:
    """The footnotes of the cards and of the quotes that matter, in their order."""
    needed = {number for numbers in notes_of(briefing).values() for number in numbers}
    needed |= {quote.footnote for quote in briefing.quotes}
    return tuple(footnote for footnote in briefing.footnotes if footnote.number in needed)
