"""What every slide has: a title, a subtitle, the handling line, and a footer with its origin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR

from eastflank.render.picture.sheet import Box, Text
from eastflank.render.slides import shapes, texts
from eastflank.render.slides.master import Master
from eastflank.render.slides.shapes import Scale
from eastflank.render.slides.widest import WideLetters
from eastflank.render.untyped import Placeholder, Slide
from eastflank.report.contents import Briefing
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import documents
from eastflank.words.chosen import values as words

BODY = 24.0
"""The smallest letters outside a map, in pixels: 12 points can be read from the end of a table."""
_TITLES = (40.0, 36.0, 32.0, 28.0, BODY)
"""Sizes of a title: the largest in which it fits."""
_TITLE_LEADING = 1.12
_SUBTITLE = WideLetters(BODY, LIGHT.secondary, leading=1.25)
_SUBTITLE_LINES = 2
_FOOT = WideLetters(18, LIGHT.secondary, leading=1.2)
_FOOT_LINES = 3
_MARKING = WideLetters(BODY, LIGHT.card, 700, leading=1.3)
_BAND = 38.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Page:
    """An empty slide; boxes in pixels."""

    title: tuple[Text, ...]
    title_box: Box
    below: tuple[Text, ...]
    """The subtitle: the filter, the day, and how old the evidence is."""
    foot: tuple[Text, ...]
    marking: tuple[tuple[Text, Box], ...]
    """The handling line and its bands at top and bottom; none if none was typed."""
    room: Box
    """The area between title and footer."""


def page_of(briefing: Briefing, title: str, master: Master) -> Page:
    """The page under `title` of a deck about a briefing."""
    marking = _marking(briefing, master)
    top, bottom = (_BAND, master.height - _BAND) if marking else (0.0, master.height)
    room, box = master.room, master.title
    if box.y < top + 4:
        down = top + 4 - box.y
        box = box._replace(y=box.y + down)
        lower = max(room.y, box.bottom)
        room = room._replace(y=lower, h=room.bottom - lower)
    room = room._replace(h=min(room.bottom, bottom - 8) - room.y)
    lines = _titled(title, box)
    told = " · ".join((briefing.filters, briefing.asof, *map(words.capitalised, briefing.notes)))
    kept = _SUBTITLE.in_lines(told, room.w, _SUBTITLE_LINES)
    below = _SUBTITLE.paragraph("subtitle", "subtitle", kept, room)
    source = " · ".join(
        part for part in (briefing.credit, documents.data_version(briefing.version), briefing.link) if part
    )
    source = _FOOT.in_lines(source, room.w, _FOOT_LINES)
    tall = len(_FOOT.wrapped(source, room.w)) * _FOOT.height
    foot = _FOOT.paragraph("credit", "credit", source, Box(room.x, room.bottom - tall, room.w, tall))
    upper, lower = below[-1].box.bottom + _GAP, foot[0].box.y - _GAP
    return Page(lines, box, below, foot, marking, room._replace(y=upper, h=lower - upper))


def dress(slide: Slide, page: Page, scale: Scale) -> None:
    """Write title, subtitle and handling line onto an empty slide; the footer comes last in reading order."""
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = scale.corner(page.title_box)
    texts.fill_frame(texts.bare_frame(title), page.title, scale)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for text, box in page.marking:
        band = slide.shapes.add_textbox(*scale.corner(box))
        band.name = text.name
        shapes.fill(band, LIGHT.ink)
        # White on black, whatever the master's colours are: it must be legible on every slide.
        written = replace(scale, typeface=scale.typeface or "+mn-lt")
        texts.fill_frame(texts.bare_frame(band), [text], written)
        texts.centred(band)
        band.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    texts.written(slide.shapes, page.below, scale)


def close(slide: Slide, page: Page, scale: Scale) -> None:
    """Write the footer, after everything else on the slide."""
    texts.written(slide.shapes, page.foot, scale)


def content_of(slide: Slide, master: Master) -> Placeholder:
    """The slide's content placeholder."""
    return slide.placeholders[master.content]


def clear(slide: Slide, master: Master, *, keep_content: bool = False) -> None:
    """Remove unused placeholders: empty ones show “Click to add text”."""
    for place in list(slide.placeholders):
        index = place.placeholder_format.idx
        if index != 0 and not (keep_content and index == master.content):
            place._element.getparent().remove(place._element)  # noqa: SLF001 - python-pptx removes none


def _titled(title: str, box: Box) -> tuple[Text, ...]:
    """The title as large as it fits into its box; cut with an ellipsis if it does not fit."""
    looks = [WideLetters(size, LIGHT.ink, 700, leading=_TITLE_LEADING) for size in _TITLES]
    for look in looks:
        if len(look.wrapped(title, box.w)) * look.height <= box.h:
            return look.paragraph("title", "title", title, box)
    smallest = looks[-1]
    lines = max(1, int(box.h // smallest.height))
    return smallest.paragraph("title", "title", smallest.in_lines(title, box.w, lines), box)


def _marking(briefing: Briefing, master: Master) -> tuple[tuple[Text, Box], ...]:
    if not briefing.marking.strip():
        return ()
    line = _MARKING.shortened(briefing.marking, master.width - 2 * _BAND)
    bands = (
        (name, Box(0, y, master.width, _BAND))
        for name, y in (("marking above", 0.0), ("marking below", master.height - _BAND))
    )
    return tuple(
        (text, box) for name, box in bands for text in _MARKING.paragraph(name, "marking", line, box)[:1]
    )
