"""The master of a deck: where a title, its content and the slide's edges are; our own, or a team's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Inches

from eastflank.render.picture import faces
from eastflank.render.picture.sheet import Box
from eastflank.render.slides.shapes import Scale
from eastflank.render.template import Unusable, opened
from eastflank.render.untyped import Deck, Layout, Placeholder
from eastflank.words.chosen import slides

EMU_TO_A_PIXEL = 6350
"""A pixel of a sheet on a slide: 1,920 of them are 13⅓ inches, and two are one point."""
KIND = "pptx"
_WIDTH, _HEIGHT = Inches(40 / 3), Inches(7.5)
_TITLE_AND_CONTENT = 1
"""The index of this layout in python-pptx's own template."""
_MARGIN = 48.0
_TITLES = {PP_PLACEHOLDER.TITLE}
_CONTENTS = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.TABLE}
_LEAST = (1000.0, 500.0)
"""The least size for a map and a table, in pixels: about 7 by 3.5 inches."""


@dataclass(frozen=True, slots=True)
class Master:
    """A deck without slides, and how its slides are divided; boxes in pixels."""

    deck: Deck
    layout: Layout
    """The layout that is used: it has a title and a placeholder for content."""
    content: int
    """The index of that placeholder."""
    width: float
    height: float
    title: Box
    room: Box
    """For content."""
    own: bool
    """Whether it is ours: a team's own master gives the fonts and colours of words."""

    @property
    def map_scale(self) -> Scale:
        """How things on a map are drawn: in our colours."""
        return Scale(EMU_TO_A_PIXEL, faces.FAMILY if self.own else "+mn-lt")

    @property
    def scale(self) -> Scale:
        """How words outside a map are written."""
        return Scale(EMU_TO_A_PIXEL, faces.FAMILY) if self.own else Scale(EMU_TO_A_PIXEL, None)


def own() -> Master:
    """Ours: 16:9, white."""
    deck: Deck = Presentation()
    wider = _WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    # The template is 4:3; adapt its layouts, so that slides that a reader adds use the whole width too.
    frames: list[Layout] = [deck.slide_master, *deck.slide_layouts]
    for frame in frames:
        for place in frame.placeholders:
            place.left, place.width = round(place.left * wider), round(place.width * wider)
    layout = deck.slide_layouts[_TITLE_AND_CONTENT]
    width, height = _WIDTH / EMU_TO_A_PIXEL, _HEIGHT / EMU_TO_A_PIXEL
    across = width - 2 * _MARGIN
    title, room = Box(_MARGIN, 18, across, 84), Box(_MARGIN, 110, across, height - 110 - 14)
    for place in layout.placeholders:
        box = {PP_PLACEHOLDER.TITLE: title, PP_PLACEHOLDER.OBJECT: room}.get(place.placeholder_format.type)
        if box:
            place.left, place.top, place.width, place.height = Scale(EMU_TO_A_PIXEL, None).corner(box)
    return Master(deck, layout, 1, width, height, title, room, own=True)


def of_template(content: bytes) -> Master:
    """A team's own master, without the slides that are in it.

    Raises Unusable with a message that says what it is or lacks.
    """
    deck = opened(content, KIND)
    _empty(deck)
    fitting = sorted(_fitting(deck), key=lambda found: found[0])
    if not fitting:
        least = " × ".join(f"{pixels / 144:.1f}" for pixels in _LEAST)
        raise Unusable(slides.no_layout(least, [layout.name for layout in deck.slide_layouts]))
    _, layout, place, room, title = fitting[0]
    width, height = deck.slide_width / EMU_TO_A_PIXEL, deck.slide_height / EMU_TO_A_PIXEL
    return Master(deck, layout, place, width, height, title, room, own=False)


def _empty(deck: Deck) -> None:
    """Remove the example slides of a template."""
    slides = deck.slides._sldIdLst  # noqa: SLF001 - python-pptx removes no slides
    for one in list(slides):
        deck.part.drop_rel(one.rId)
        slides.remove(one)


def _fitting(deck: Deck) -> Iterator[tuple[int, Layout, int, Box, Box]]:
    """Usable layouts, in their order.

    Each with the number of its content placeholders, the index and the box of one of them, and its title's
    box.
    """
    whole = Box(0, 0, deck.slide_width / EMU_TO_A_PIXEL, deck.slide_height / EMU_TO_A_PIXEL)
    for layout in deck.slide_layouts:
        titles = [_box(place) for place in layout.placeholders if place.placeholder_format.type in _TITLES]
        contents = [place for place in layout.placeholders if _takes_content(place)]
        if not titles or not titles[0]:
            continue
        title = titles[0]
        for place in contents:
            box = _box(place)
            if (
                box
                and box.w >= _LEAST[0]
                and box.h >= _LEAST[1]
                and box.x >= 0
                and box.right <= whole.right
                and box.bottom <= whole.bottom
                and title.bottom <= box.y + 1
            ):
                yield len(contents), layout, place.placeholder_format.idx, box, title


def _takes_content(place: Placeholder) -> bool:
    upright = place._element.ph.get("orient") == "vert"  # noqa: SLF001 - python-pptx says text is text
    return place.placeholder_format.type in _CONTENTS and not upright


def _box(place: Placeholder) -> Box | None:
    """The box of a placeholder; None if neither it nor its master states one."""
    edges = (place.left, place.top, place.width, place.height)
    if None in edges:
        return None
    return Box(*(Emu(edge) / EMU_TO_A_PIXEL for edge in edges))
