"""Only the map, laid out for a document's first page: as wide as the page, with room below it."""

from __future__ import annotations

from eastflank.render.picture import layout, two_maps
from eastflank.render.picture.sheet import Box, Sheet
from eastflank.report.contents import Briefing, Size

_FORM = layout.Frame(width=2540.0, unit=2.0, beside=True)
"""On landscape A4 it is 115 mm high, and its letters are about as large as those of the table below."""
_TWO_DAYS = Size(3508, 2480, "A4")
"""Two maps take a whole page, with their own headings and legend."""


def sheet(briefing: Briefing) -> Sheet:
    """The sheet, laid out once. For two days side by side, both maps."""
    return briefing.once(_sheet)


def _sheet(briefing: Briefing) -> Sheet:
    if briefing.beside is not None:
        return two_maps.sheet(briefing, _TWO_DAYS, more="pages")
    return layout.map_alone(briefing, _FORM, Box(0, 0, _FORM.width, layout.HEIGHT))
