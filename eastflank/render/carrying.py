"""The sources of what a product shows."""

from __future__ import annotations

from eastflank.render.picture.notes import footnotes_of
from eastflank.report.contents import Briefing, Footnote
from eastflank.report.source_numbers import numbers_of


def shown(briefing: Briefing) -> tuple[Footnote, ...]:
    """The footnotes whose numbers are on the map, in the table and under the quotes, in their order."""
    needed = {note.number for note in footnotes_of(briefing)}
    needed |= {number for entry in briefing.entries for number in numbers_of(entry)}
    return tuple(note for note in briefing.footnotes if note.number in needed)
