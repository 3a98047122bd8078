"""Texts of the sheet as editable text of a slide: paragraphs that wrap, and lines that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from eastflank.render.picture import faces
from eastflank.render.picture.sheet import Box, Text
from eastflank.render.slides.shapes import Scale, plain, rgb
from eastflank.render.untyped import Frame, Run, Shape, Shapes
from eastflank.words.chosen import TAG

SLACK = 3.0
"""Extra width of a paragraph in pixels, because programs round differently."""
_PANOSE = "020B0503030403020204"
"""The PANOSE classification of the shipped typeface, for programs that search for a similar one (ISO/IEC
14496-22)."""
_SWISS = "34"
"""Without serifs, letters of different widths (ECMA-376, 21.1.2.3.7)."""
_BOLD = 600
"""From this weight on text is bold: a slide has only normal and bold."""


def written(shapes: Shapes, lines: Sequence[Text], scale: Scale) -> Shape:
    """Lines of text below each other in one box: a paragraph that wraps, or lines that do not."""
    left, top = min(text.box.x for text in lines), lines[0].box.y
    right, bottom = max(text.box.right for text in lines), lines[-1].box.bottom
    paragraph = lines[0].paragraph
    width = paragraph.room + SLACK if paragraph else right - left
    shape = shapes.add_textbox(*scale.corner(Box(left, top, width, bottom - top)))
    shape.name = lines[0].name
    fill_frame(bare_frame(shape), lines, scale)
    return shape


def flowing(shapes: Shapes, name: str, texts: Sequence[Text], box: Box, scale: Scale) -> Shape:
    """Paragraphs below each other in one text box, which wrap in any typeface.

    A text with role `number` is put to the left of the paragraph after it.
    """
    shape = shapes.add_textbox(*scale.corner(box))
    shape.name = name
    flow(shape, texts, box, scale)
    return shape


def flow(shape: Shape, texts: Sequence[Text], box: Box, scale: Scale) -> None:
    """Write paragraphs below each other into a text box or placeholder, which is moved to `box`."""
    frame = bare_frame(shape, MSO_ANCHOR.TOP)
    frame.word_wrap = True
    below = box.y
    for number, lines in enumerate(_numbered(texts)):
        first, last = lines[0], lines[-1]
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.line_spacing = Pt(round(scale.points(first.box.h), 1))
        paragraph.space_before = Pt(round(max(0.0, scale.points(first.box.y - below)), 1))
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx indents nothing
        properties.append(OxmlElement("a:buNone"))
        properties.set("marL", str(round((last.box.x - box.x) * scale.emu)))
        properties.set("indent", str(round((first.box.x - last.box.x) * scale.emu)))
        for text in lines[: 2 if first.role == "number" else 1]:
            told = text.paragraph.words if text.paragraph else f"{text.words}\t"
            write(paragraph.add_run(), replace(text, words=told), scale)
        below = last.box.bottom


def _numbered(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The lines of each paragraph, after its number if it has one."""
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


def fill_frame(frame: Frame, lines: Sequence[Text], scale: Scale) -> None:
    """Write the lines into an empty frame as one paragraph, with the line height of the sheet.

    Text that wraps is written as a whole, so that it can be edited and wraps in any typeface.
    """
    paragraph = frame.paragraphs[0]
    paragraph.line_spacing = Pt(round(scale.points(lines[0].box.h), 1))
    whole = lines[0].paragraph
    if whole:
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        write(paragraph.add_run(), replace(lines[0], words=whole.words), scale)
        return
    above = None
    for text in lines:
        if above and text.box.y < above.box.middle.y:  # the same line continues
            text = replace(text, words=f"  {text.words}")  # noqa: PLW2901
        elif above:
            paragraph.add_line_break()
        write(paragraph.add_run(), text, scale)
        above = text


def centred(shape: Shape) -> Shape:
    """The same shape with centred words."""
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    return shape


def to_the_right(shape: Shape) -> Shape:
    """The same shape with right-aligned words."""
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    return shape


def bare_frame(shape: Shape, anchor: MSO_ANCHOR = MSO_ANCHOR.MIDDLE) -> Frame:
    """A shape's text frame, without margins and without wrapping."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return frame


def write(run: Run, text: Text, scale: Scale) -> None:
    """Put a text's words into a run, with its style."""
    run.text = plain(text.words)
    font = run.font
    # `font.language_id` accepts only the languages of its own list.
    run._r.get_or_add_rPr().set("lang", TAG)  # noqa: SLF001
    font.size = Pt(round(2 * scale.points(text.size)) / 2)  # font sizes of a slide are half points
    font.bold = text.weight >= _BOLD
    font.italic = text.italic
    if text.struck:
        font._element.set("strike", "sngStrike")  # noqa: SLF001 - python-pptx strikes nothing through
    if scale.typeface is None:
        return
    font.color.rgb = rgb(text.colour)
    font.name = scale.typeface
    if scale.typeface == faces.FAMILY:
        latin = font._element.find(qn("a:latin"))  # noqa: SLF001 - python-pptx says no more of a typeface
        latin.set("panose", _PANOSE)
        latin.set("pitchFamily", _SWISS)
    if text.halo:
        effects, glow = OxmlElement("a:effectLst"), OxmlElement("a:glow")
        glow.set("rad", str(round(text.size / 5 * scale.emu)))
        colour = OxmlElement("a:srgbClr")
        colour.set("val", text.halo.lstrip("#"))
        glow.append(colour)
        effects.append(glow)
        # In ECMA-376 the effects of a run come after its fill.
        run.font._element.find(qn("a:solidFill")).addnext(effects)  # noqa: SLF001 - python-pptx has no glow
