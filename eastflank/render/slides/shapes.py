"""Shapes of the sheet as shapes of a slide: each can be moved, recoloured and typed over.

Geometry is in pixels of the sheet; a slide counts in EMU, of which 914,400 are an inch (ECMA-376, 20.1.2.1).
Python-pptx has no custom dashes, no soft edge of text and no round line ends: those few elements of
DrawingML are written here.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import shapely
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from eastflank.render.picture import typeface
from eastflank.render.picture.sheet import Box, Spot, Stroke, Text

Shapes: TypeAlias = Any
"""The shapes of a slide or of a group in it: python-pptx ships no types."""
Shape: TypeAlias = Any
Slide: TypeAlias = Any
Frame: TypeAlias = Any
"""A shape's text frame."""
Run: TypeAlias = Any
"""Text of one look in a paragraph."""

_FINE = 100
"""Steps to a pixel in a freeform's own grid, which holds whole numbers only."""
_CORNERS = 8
"""Of a disc so small that nobody sees them."""
SLACK = 3.0
"""Pixels by which a paragraph is wider than it need be: programs do not round as we do."""
_SPARE = 0.95
"""How large a line by itself is written: Arial, which many programs take where the shipped typeface is
missing, is up to 9 % wider, and must still find room on its card."""
_PANOSE = "020B0503030403020204"
"""What the shipped typeface looks like, for programs that look for one like it (ISO/IEC 14496-22)."""
_SWISS = "34"
"""Without serifs, letters of different widths (ECMA-376, 21.1.2.3.7)."""
_BOLD = 600
"""The lightest weight that a slide, which knows only normal and bold, draws bold."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From pixels of the sheet to units of the slide."""

    emu: float
    """EMU to a pixel."""

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
    # Python-pptx measures the whole shape anew for each point it writes: it makes the frame, we the points.
    builder = shapes.build_freeform(left, top, scale=scale.emu / _FINE)
    builder.add_line_segments([(max(right, left + 1), max(bottom, top + 1))], close=False)
    shape = builder.convert_to_shape()
    path = shape._element.xpath(".//a:path")[0]  # noqa: SLF001 - see above
    path[:] = parse_xml(_path(paths, left, top, closed=closed))
    return bare(shape, name)


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
    """The shape under its name, without the shadows and colours that a theme would give it."""
    shape.name = name
    style = shape._element.find(qn("p:style"))  # noqa: SLF001 - python-pptx keeps the theme's look
    if style is not None:
        shape._element.remove(style)  # noqa: SLF001
    return shape


def _fine(ring: Sequence[Spot]) -> list[tuple[int, int]]:
    """The ring on a freeform's grid, without points that fall onto the one before."""
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
    """Slanting lines over an area, `gap` pixels apart; rising: from lower left to upper right."""
    area = _area(rings)
    if area.is_empty:
        return []
    left, top, right, bottom = area.bounds
    reach, step = bottom - top, gap * 2**0.5
    upper, lower = (bottom, top) if rising else (top, bottom)
    # Counted from the sheet's corner, so that the stripes of neighbours meet.
    crossing = upper if rising else -upper
    first = math.floor((left - reach + crossing) / step) * step - crossing
    starts = [first + number * step for number in range(int((right - first) / step) + 1)]
    lines = shapely.multilinestrings([[(x, upper), (x + reach, lower)] for x in starts])
    cut = shapely.get_parts(shapely.intersection(lines, area))
    return [[Spot(*point) for point in part.coords] for part in cut if part.length > 0]


def dots(rings: Sequence[Sequence[Spot]], gap: float, radius: float) -> list[Sequence[Spot]]:
    """Rings of small discs in slanting rows over an area, each wholly in it, `gap` pixels apart."""
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
    """Fill a shape with a colour; None: with nothing."""
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
    """A length in thousandths of a percent of a line's width, as dashes are counted; never nothing."""
    return str(max(1000, round(length / width * 100_000)))


def written(shapes: Shapes, lines: Sequence[Text], scale: Scale) -> Shape:
    """Lines of text below each other, in one box: a paragraph, which wraps, or lines that do not."""
    left, top = min(text.box.x for text in lines), lines[0].box.y
    right, bottom = max(text.box.right for text in lines), lines[-1].box.bottom
    paragraph = lines[0].paragraph
    width = paragraph.room + SLACK if paragraph else right - left
    shape = shapes.add_textbox(*scale.corner(Box(left, top, width, bottom - top)))
    shape.name = lines[0].name
    fill_frame(bare_frame(shape), lines, scale)
    return shape


def flowing(shapes: Shapes, name: str, texts: Sequence[Text], box: Box, scale: Scale) -> Shape:
    """Paragraphs below each other in one text box, which flow in any typeface, and shrink where they must.

    A text of role `number` hangs out to the left of the paragraph after it.
    """
    shape = shapes.add_textbox(*scale.corner(box))
    shape.name = name
    frame = bare_frame(shape, MSO_ANCHOR.TOP)
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    below = box.y
    for number, lines in enumerate(_numbered(texts)):
        first, last = lines[0], lines[-1]
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.line_spacing = Pt(round(scale.points(first.box.h), 1))
        paragraph.space_before = Pt(round(max(0.0, scale.points(first.box.y - below)), 1))
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx indents nothing
        properties.set("marL", str(round((last.box.x - box.x) * scale.emu)))
        properties.set("indent", str(round((first.box.x - last.box.x) * scale.emu)))
        for text in lines[: 2 if first.role == "number" else 1]:
            told = text.paragraph.words if text.paragraph else f"{text.words}\t"
            write(paragraph.add_run(), replace(text, words=told), scale)
        below = last.box.bottom
    return shape


def _numbered(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The lines of each paragraph, behind its number where it has one."""
    block: list[Text] = []
    for text in texts:
        goes_on = block and (
            block[-1].role == "number" or (text.paragraph and text.paragraph is block[-1].paragraph)
        )
        if block and not goes_on:
            yield block
            block = []
        block.append(text)
    if block:
        yield block


def place_title(title: Shape, lines: Sequence[Text], width: float, scale: Scale) -> None:
    """Write a slide's own title, which outlines and screen readers go by, where the lines stand.

    `width`: of the slide, in pixels; the title has all of it but the same margin on both sides.
    """
    first, last = lines[0].box, lines[-1].box
    box = Box(first.x, first.y, width - 2 * first.x, last.bottom - first.y)
    title.left, title.top, title.width, title.height = scale.corner(box)
    fill_frame(bare_frame(title), lines, scale)


def fill_frame(frame: Frame, lines: Sequence[Text], scale: Scale) -> None:
    """Write the lines into an empty frame as one paragraph, each as high as the sheet has it.

    What wraps is written as a whole, so that it can be edited, and flows in any typeface.
    """
    paragraph = frame.paragraphs[0]
    paragraph.line_spacing = Pt(round(scale.points(lines[0].box.h), 1))
    whole = lines[0].paragraph
    if whole:
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        write(paragraph.add_run(), replace(lines[0], words=whole.words), scale)
        return
    for number, text in enumerate(lines):
        if number:
            paragraph.add_line_break()
        write(paragraph.add_run(), replace(text, size=text.size * _SPARE), scale)


def centred(shape: Shape) -> Shape:
    """The same shape, its words in its middle."""
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    return shape


def bare_frame(shape: Shape, anchor: MSO_ANCHOR = MSO_ANCHOR.MIDDLE) -> Frame:
    """A shape's text frame without margins, in which a line is as long as its words."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return frame


def write(run: Run, text: Text, scale: Scale) -> None:
    """Put a text's words into a run, with its look."""
    run.text = plain(text.words)
    font = run.font
    font.name = typeface.FAMILY
    latin = font._element.find(qn("a:latin"))  # noqa: SLF001 - python-pptx names a typeface and says no more
    latin.set("panose", _PANOSE)
    latin.set("pitchFamily", _SWISS)
    font.size = Pt(round(2 * scale.points(text.size)) / 2)  # a slide counts in half points
    font.bold = text.weight >= _BOLD
    font.italic = text.italic
    if text.struck:
        font._element.set("strike", "sngStrike")  # noqa: SLF001 - python-pptx strikes nothing through
    font.color.rgb = rgb(text.colour)
    if text.halo:
        effects, glow = OxmlElement("a:effectLst"), OxmlElement("a:glow")
        glow.set("rad", str(round(text.size / 5 * scale.emu)))
        colour = OxmlElement("a:srgbClr")
        colour.set("val", text.halo.lstrip("#"))
        glow.append(colour)
        effects.append(glow)
        # ECMA-376 has the effects of a run behind its fill.
        run.font._element.find(qn("a:solidFill")).addnext(effects)  # noqa: SLF001 - python-pptx has no glow


def plain(text: str) -> str:
    """Text as a slide can hold it: what XML 1.0 has no sign for becomes the replacement character."""
    return "".join(
        letter
        if letter in "\t\n" or (letter >= " " and letter not in "\ufffe\uffff" and not _half(letter))
        else "\ufffd"
        for letter in text
    )


def _half(letter: str) -> bool:
    """Whether it is half of a surrogate pair."""
    return "\ud800" <= letter <= "\udfff"


def rgb(colour: str) -> RGBColor:
    """A colour, from sRGB hex."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)
