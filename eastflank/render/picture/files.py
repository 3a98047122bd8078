"""The picture as files: SVG, and PNG drawn without a browser or any font of the machine's own."""

from __future__ import annotations

import resvg_py

from eastflank.render.picture import layout, typeface
from eastflank.render.picture.svg import document
from eastflank.report.contents import Briefing, Size

SIZES = (
    Size(1920, 1080, "1920x1080"),
    Size(3840, 2160, "3840x2160"),
    Size(1440, 1080, "1440x1080"),
    Size(1080, 1080, "1080x1080"),
)
"""The sizes of pictures, the usual one first: twice 16:9, 4:3, square."""


def svg(briefing: Briefing, size: Size | None) -> bytes:
    """The picture as an SVG document of that size; None: the usual one."""
    size = size or SIZES[0]
    return document(layout.sheet(briefing, size), size.width).encode()


def png(briefing: Briefing, size: Size | None) -> bytes:
    """The picture as a PNG of that size; None: the usual one."""
    size = size or SIZES[0]
    return resvg_py.svg_to_bytes(
        svg_string=document(layout.sheet(briefing, size), size.width),
        skip_system_fonts=True,
        font_files=[str(file) for file in typeface.FILES.values()],
        font_family=typeface.FAMILY,
    )
