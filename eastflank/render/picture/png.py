"""A sheet as PNG, drawn without a browser and without any font of the machine's own."""

from __future__ import annotations

import resvg_py

from eastflank.render.picture import svg, typeface
from eastflank.render.picture.sheet import Sheet


def png(sheet: Sheet, width: int) -> bytes:
    """The sheet as a PNG so many pixels wide, in the sheet's own proportions; the same bytes each time."""
    return resvg_py.svg_to_bytes(
        svg_string=svg.document(sheet),
        zoom=width / sheet.width,
        skip_system_fonts=True,
        font_files=[str(file) for file in typeface.FILES.values()],
        font_family=typeface.FAMILY,
    )
