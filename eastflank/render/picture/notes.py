"""The footnotes that a picture needs: the sources of what it shows."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import Deployment
from eastflank.report.contents import Briefing, Footnote

NOTES_APART = ",\u2009"
"""The separator between the numbers of a card's footnotes."""
_FIELDS = ("status", "lead", "host", "place")
"""The fields of a deployment that its card shows, besides its strength."""


def notes_of(briefing: Briefing) -> Mapping[str, tuple[int, ...]]:
    """For each deployment on the map, the footnote numbers of the claims that its card shows."""
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    return {
        mark.id: tuple(
            sorted({numbers[claim] for claim in _claims(briefing.view.by_id[mark.id]) & numbers.keys()} - {0})
        )
        for mark in briefing.scene.marks
        if not mark.crowd
    }


def _claims(one: Deployment) -> set[str]:
    """The claims of what a deployment's card shows."""
    fields = {getattr(one, f"{field}_claim") for field in _FIELDS} - {None}
    return {*fields, *one.disputed, *([one.figure.claim] if one.figure else [])}


def footnotes_of(briefing: Briefing) -> tuple[Footnote, ...]:
    """The footnotes of the cards on every map, and of the quotes that matter, in their order."""
    days = (briefing, briefing.beside) if briefing.beside else (briefing,)
    needed = {number for day in days for numbers in notes_of(day).values() for number in numbers}
    needed |= {quote.footnote for quote in briefing.quotes}
    return tuple(footnote for footnote in briefing.footnotes if footnote.number in needed)
