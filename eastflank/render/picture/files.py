"""The picture as files: SVG, and PNG drawn without a browser or any font of the machine's own."""

from __future__ import annotations

import resvg_py

from eastflank.render.picture import faces, two_maps
from eastflank.render.picture.png_text import with_text
from eastflank.render.picture.runs import needed_files
from eastflank.render.picture.sheet import Sheet
from eastflank.render.picture.svg import document
from eastflank.render.xml_text import possible
from eastflank.report.contents import Briefing, Size

SIZES = (
    Size(1920, 1080, "1920x1080"),
    Size(3840, 2160, "3840x2160"),
    Size(1440, 1080, "1440x1080"),
    Size(1080, 1080, "1080x1080"),
)
"""The sizes of pictures, the default first: two in 16:9, then 4:3, square."""


def svg(briefing: Briefing, size: Size | None) -> bytes:
    """The picture as an SVG document of that size; None: the default."""
    size = size or SIZES[0]
    return document(_sheet(briefing, size), size.width, briefing.marking).encode()


def png(briefing: Briefing, size: Size | None) -> bytes:
    """The picture as a PNG of that size; None: the default."""
    size = size or SIZES[0]
    picture = png_of(_sheet(briefing, size), size.width)
    said = with_text(picture, "Link", briefing.link)
    return with_text(said, "Handling", possible(briefing.marking)) if briefing.marking else said


def png_of(sheet: Sheet, width: int) -> bytes:
    """A sheet as a PNG so many pixels wide."""
    return resvg_py.svg_to_bytes(
        svg_string=document(sheet, width),
        skip_system_fonts=True,
        font_files=[str(file) for file in needed_files(text.words for text in sheet.texts)],
        font_family=faces.FAMILY,
    )


def texts(briefing: Briefing, size: Size | None) -> tuple[str, ...]:
    """Every text of the picture of that size, each paragraph as a whole; None: the default."""
    found = _sheet(briefing, size or SIZES[0]).texts
    return tuple(dict.fromkeys(text.paragraph.words if text.paragraph else text.words for text in found))


def _sheet(briefing: Briefing, size: Size) -> Sheet:
    """The sheet, laid out once for the picture, its preview and its texts."""
    return briefing.once(two_maps.sheet, size)
