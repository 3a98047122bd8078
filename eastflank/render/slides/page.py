"""What every slide after the map has: a title, the handling line, and a foot that says what it is of."""

from __future__ import annotations

from dataclasses import dataclass

from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.sheet import Box, Text
from eastflank.render.slides import shapes, texts
from eastflank.render.slides.shapes import Scale, Slide
from eastflank.report.contents import Briefing
from eastflank.scene.style import LIGHT

_MARGIN = 48.0
_TITLE = Letters(34, LIGHT.ink, 700)
_FOOT = Letters(17, LIGHT.secondary, leading=1.3)
_MARKING = Letters(22, LIGHT.card, 700)
_BAND = 38.0


@dataclass(frozen=True, slots=True)
class Page:
    """A slide before there is anything on it; boxes in pixels."""

    width: float
    title: tuple[Text, ...]
    foot: tuple[Text, ...]
    marking: tuple[tuple[Text, Box], ...]
    """The handling line and the band it stands in, above and below; none where none was typed."""
    room: Box
    """What is left between title and foot."""


def page_of(briefing: Briefing, what: str, width: float, height: float) -> Page:
    """The page that holds `what` of a briefing."""
    across = width - 2 * _MARGIN
    marking = _marking(briefing, width, height)
    top, bottom = (_BAND, height - _BAND) if marking else (0, height)
    at = Box(_MARGIN, top + 22, across, height)
    title = _TITLE.paragraph("title", "title", f"{what} · {briefing.title}", at)
    told = " · ".join(part for part in (briefing.credit, f"Data {briefing.version}", briefing.link) if part)
    tall = len(_FOOT.wrapped(told, across)) * _FOOT.height
    foot = _FOOT.paragraph("credit", "credit", told, Box(_MARGIN, bottom - 12 - tall, across, tall))
    upper, lower = title[-1].box.bottom + 18, foot[0].box.y - 14
    return Page(width, title, foot, marking, Box(_MARGIN, upper, across, lower - upper))


def dress(slide: Slide, page: Page, scale: Scale) -> None:
    """Put title, foot and handling line onto an empty slide."""
    texts.place_title(slide.shapes.title, page.title, page.width, scale)
    texts.written(slide.shapes, page.foot, scale)
    for text, box in page.marking:
        band = shapes.rectangle(slide.shapes, text.name, box, 0, scale)
        shapes.fill(band, LIGHT.ink)
        shapes.stroke(band, None, scale)
        texts.fill_frame(texts.bare_frame(band), [text], scale)
        texts.centred(band)


def _marking(briefing: Briefing, width: float, height: float) -> tuple[tuple[Text, Box], ...]:
    if not briefing.marking:
        return ()
    line = _MARKING.shortened(briefing.marking, width - 2 * _MARGIN)
    return tuple(
        (_MARKING.text(name, "marking", line, 0, y), Box(0, y, width, _BAND))
        for name, y in (("marking above", 0.0), ("marking below", height - _BAND))
    )
