"""Shapes of the sheet as shapes of a slide: each can be moved and recoloured.

Geometry is in pixels of the sheet; a slide is measured in EMU, 914,400 for an inch (ECMA-376, 20.1.2.1).
Python-pptx has no custom dashes and no round line ends: so these DrawingML elements are written here.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import shapely
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import namespaces, nsdecls, qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from eastflank.render.picture import faces
from eastflank.render.picture.sheet import Box, Spot, Stroke
from eastflank.render.untyped import Shape, Shapes, Slide
from eastflank.render.xml_text import possible

_FINE = 100
"""Steps for a pixel in a freeform's own grid, which has only whole numbers."""
_DECORATIVE = (
    f"<a:extLst {nsdecls('a')}>"
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_CORNERS = 8
"""Corners of the polygon for a disc, too small to be visible."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From pixels of the sheet to units of the slide."""

    emu: float
    """EMU to a pixel."""
    typeface: str | None = faces.FAMILY
    """The typeface of words; None: the slide's master decides typeface and colours."""

    def points(self, pixels: float) -> float:
        """A length in typographic points."""
        return pixels * self.emu / Pt(1)

    def corner(self, box: Box) -> tuple[Emu, Emu, Emu, Emu]:
        """A box's left, top, width and height in EMU."""
        return tuple(Emu(round(value * self.emu)) for value in box)  # type: ignore[return-value]


def freeform(
    shapes: Shapes, name: str, rings: Sequence[Sequence[Spot]], scale: Scale, *, closed: bool
) -> Shape | None:
    """One shape of several closed rings (holes by the even-odd rule) or open lines; None for no ring."""
    paths = [fine for ring in rings if len(fine := _fine(ring)) > 1]
    if not paths:
        return None
    xs, ys = zip(*itertools.chain(*paths), strict=True)
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    wide, high = max(right - left, 1), max(bottom - top, 1)
    # Python-pptx's own builder measures the whole shape again for each point, and searches all points of #
    # all shapes for a free id: on a map of Europe that takes most of the time.
    tree, unit = shapes._element, scale.emu / _FINE  # noqa: SLF001 - see above
    number = _free_number(tree)
    frame = (round(value * unit) for value in (left, top, wide, high))
    element = CT_Shape.new_freeform_sp(number, f"Freeform {number - 1}", *frame)
    tree.insert_element_before(element, "p:extLst")
    path = element.add_path(w=wide, h=high)
    path[:] = parse_xml(_path(paths, left, top, closed=closed))
    return bare(shapes._shape_factory(element), name)  # noqa: SLF001 - see above


_GROUPS = etree.XPath("p:grpSp", namespaces=namespaces("p"))
_NUMBERS = etree.XPath("*/p:cNvPr/@id | */*/p:cNvPr/@id", namespaces=namespaces("p"), smart_strings=False)
"""The ids of a group and of the shapes in it. The thousands of points of shapes are not searched."""


def _free_number(tree: Shapes) -> int:
    """The smallest free shape id of the slide."""
    taken = {*_numbers(tree.getroottree().getroot().cSld.spTree)}
    return next(number for number in itertools.count(1) if number not in taken)


def _numbers(group: Shapes) -> Iterator[int]:
    """The ids of a group and of everything in it."""
    yield from map(int, _NUMBERS(group))
    for inner in _GROUPS(group):
        yield from _numbers(inner)


def _path(rings: Iterable[Sequence[tuple[int, int]]], left: int, top: int, *, closed: bool) -> str:
    """The points as DrawingML writes them, from the shape's upper left corner."""
    steps = []
    for ring in rings:
        for number, (x, y) in enumerate(ring):
            step = "lnTo" if number else "moveTo"
            steps.append(f'<a:{step}><a:pt x="{x - left}" y="{y - top}"/></a:{step}>')
        if closed:
            steps.append("<a:close/>")
    return f"<a:path {nsdecls('a')}>{''.join(steps)}</a:path>"


def bare(shape: Shape, name: str) -> Shape:
    """The shape under its name, without the shadows and colours that a theme would give it.

    Screen readers read the texts of the groups; single shapes are marked as decorative.
    """
    shape.name = name
    decorate(shape)
    style = shape._element.find(qn("p:style"))  # noqa: SLF001 - python-pptx keeps the theme's look
    if style is not None:
        shape._element.remove(style)  # noqa: SLF001
    return shape


def decorate(shape: Shape) -> None:
    """Mark a shape as decorative, so that screen readers skip it (MS-ODRAWXML, 2.32.2)."""
    properties = shape._element.xpath("./*/p:cNvPr")[0]  # noqa: SLF001 - python-pptx has no setter
    properties.append(parse_xml(_DECORATIVE))


def describe(shape: Shape, words: str) -> None:
    """Set the alternative text of a shape for screen readers."""
    properties = shape._element.xpath("./*/p:cNvPr")[0]  # noqa: SLF001 - python-pptx has no setter
    properties.set("descr", plain(words))


def plain(text: str) -> str:
    """Text for a slide: characters that XML 1.0 cannot hold become the replacement character."""
    return possible(text.replace("\r", "\ufffd"))  # PowerPoint breaks no line there


def measure_groups(slide: Slide) -> None:
    """Set the size of each group from its contents: python-pptx does not include freeforms."""
    for group in slide.shapes._spTree.xpath(".//p:grpSp[not(.//p:grpSp)]"):  # noqa: SLF001 - see above
        group.recalculate_extents()


def _fine(ring: Sequence[Spot]) -> list[tuple[int, int]]:
    """The ring on a freeform's grid, without repeated points."""
    points = [(round(x * _FINE), round(y * _FINE)) for x, y in ring]
    return [point for number, point in enumerate(points) if not number or point != points[number - 1]]


def clipped_rings(rings: Iterable[Sequence[Spot]], box: Box) -> list[Sequence[Spot]]:
    """The part of each ring that lies in `box`: a slide does not clip."""
    inside = shapely.clip_by_rect(
        [shapely.Polygon(ring) for ring in rings], box.x, box.y, box.right, box.bottom
    )
    areas = [part for part in shapely.get_parts(inside) if part.geom_type == "Polygon"]
    return [[Spot(*point) for point in area.exterior.coords[:-1]] for area in areas]


def clipped_lines(points: Sequence[Spot], box: Box) -> list[Sequence[Spot]]:
    """The parts of an open line that lie in `box`."""
    inside = shapely.clip_by_rect(shapely.LineString(points), box.x, box.y, box.right, box.bottom)
    return [[Spot(*point) for point in part.coords] for part in shapely.get_parts(inside)]


def stripes(rings: Sequence[Sequence[Spot]], gap: float, *, rising: bool) -> list[Sequence[Spot]]:
    """Diagonal lines over an area, `gap` pixels apart; `rising`: from lower left to upper right."""
    area = _area(rings)
    if area.is_empty:
        return []
    left, top, right, bottom = area.bounds
    reach, step = bottom - top, gap * 2**0.5
    upper, lower = (bottom, top) if rising else (top, bottom)
    # Measured from the sheet's corner, so that the stripes of neighbours align.
    crossing = upper if rising else -upper
    first = math.floor((left - reach + crossing) / step) * step - crossing
    starts = [first + number * step for number in range(int((right - first) / step) + 1)]
    lines = shapely.multilinestrings([[(x, upper), (x + reach, lower)] for x in starts])
    cut = shapely.get_parts(shapely.intersection(lines, area))
    return [[Spot(*point) for point in part.coords] for part in cut if part.length > 0]


def dots(rings: Sequence[Sequence[Spot]], gap: float, radius: float) -> list[Sequence[Spot]]:
    """Rings of small discs in diagonal rows, completely inside an area, `gap` pixels apart."""
    area = _area(rings)
    if area.is_empty:
        return []
    half = gap / 2**0.5  # every second spot of this grid: rows at 45 degrees
    left, top, right, bottom = (math.floor(edge / half) for edge in area.bounds)
    spots = [
        Spot(x * half, y * half)
        for x in range(left, right + 1)
        for y in range(top, bottom + 1)
        if (x + y) % 2 == 0
    ]
    inner = area.buffer(-radius)
    shapely.prepare(inner)
    return [_disc(spot, radius) for spot in spots if shapely.contains_xy(inner, *spot)]


def _area(rings: Sequence[Sequence[Spot]]) -> shapely.Geometry:
    return functools.reduce(shapely.symmetric_difference, map(shapely.Polygon, rings), shapely.Polygon())


def _disc(at: Spot, radius: float) -> Sequence[Spot]:
    turns = (2 * math.pi * step / _CORNERS for step in range(_CORNERS))
    return [Spot(at.x + radius * math.cos(turn), at.y + radius * math.sin(turn)) for turn in turns]


def rectangle(shapes: Shapes, name: str, box: Box, radius: float, scale: Scale) -> Shape:
    """A rectangle, with round corners where `radius` is not 0."""
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if radius else MSO_SHAPE.RECTANGLE
    shape = shapes.add_shape(kind, *scale.corner(box))
    if radius:
        shape.adjustments[0] = min(0.5, radius / max(min(box.w, box.h), radius))
    return bare(shape, name)


def disc(shapes: Shapes, name: str, at: Spot, radius: float, scale: Scale) -> Shape:
    """A filled circle."""
    box = Box(at.x - radius, at.y - radius, 2 * radius, 2 * radius)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *scale.corner(box))
    return bare(shape, name)


def fill(shape: Shape, colour: str | None) -> None:
    """Fill a shape with a colour; None: no fill."""
    if colour is None:
        shape.fill.background()
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)


def stroke(shape: Shape, look: Stroke | None, scale: Scale) -> None:
    """Draw a shape's edge, or a line, as the sheet says; None: no edge."""
    if look is None:
        shape.line.fill.background()
        return
    shape.line.color.rgb = rgb(look.colour)
    shape.line.width = Emu(round(look.width * scale.emu))
    properties = shape.line._get_or_add_ln()  # noqa: SLF001 - python-pptx has no round ends and no own dashes
    if look.round:
        properties.set("cap", "rnd")
    if look.dash:
        dashes = OxmlElement("a:custDash")
        lengths = [*look.dash, *look.dash] if len(look.dash) % 2 else look.dash
        for length, gap in zip(lengths[::2], lengths[1::2], strict=True):
            piece = OxmlElement("a:ds")
            piece.set("d", _share(length, look.width))
            piece.set("sp", _share(gap, look.width))
            dashes.append(piece)
        properties.append(dashes)
    properties.append(OxmlElement("a:round"))


def _share(length: float, width: float) -> str:
    """A length in thousandths of a percent of a line's width, the unit of dashes; never 0."""
    return str(max(1000, round(length / width * 100_000)))


def rgb(colour: str) -> RGBColor:
    """A colour, from sRGB hex."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)
