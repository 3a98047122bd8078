"""The deck: the map on one slide, then the table, then quotes and sources; all native and editable."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any, TypeAlias

from pptx import Presentation
from pptx.util import Inches

from eastflank.render.picture.layout import sheet
from eastflank.render.slides import picture_slide, source_slides, table_slides, texts
from eastflank.render.slides.page import dress, page_of
from eastflank.render.slides.shapes import Scale
from eastflank.render.zip_file import unzipped, zipped
from eastflank.report.contents import Briefing, Size

Deck: TypeAlias = Any
SIZE = Size(1920, 1080, "16:9")
_WIDTH, _HEIGHT = Inches(40 / 3), Inches(7.5)
_TITLE_ONLY = 5
"""The place of the layout with a title and nothing else in python-pptx's own template."""


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The deck as a PowerPoint file, always 16:9; the same bytes for the same briefing."""
    drawing = sheet(briefing, SIZE)
    scale = Scale(_WIDTH / drawing.width)
    deck = _empty_deck(briefing)
    layout = deck.slide_layouts[_TITLE_ONLY]
    first = deck.slides.add_slide(layout)
    picture_slide.draw(first, drawing, scale)
    first.notes_slide.notes_text_frame.text = texts.plain(source_slides.notes(briefing))
    table = page_of(briefing, "Deployments", drawing.width, drawing.height)
    for entries in table_slides.pages(briefing, table.room):
        slide = deck.slides.add_slide(layout)
        dress(slide, table, scale)
        table_slides.draw(slide, entries, table.room, scale)
    sources = page_of(briefing, "Quotes and sources", drawing.width, drawing.height)
    for pieces in source_slides.pages(briefing, sources.room):
        slide = deck.slides.add_slide(layout)
        dress(slide, sources, scale)
        source_slides.draw(slide, pieces, sources.room, scale)
    file = io.BytesIO()
    deck.save(file)
    return zipped(unzipped(file.getvalue()))  # python-pptx writes the hour into it


def _empty_deck(briefing: Briefing) -> Deck:
    deck = Presentation()
    wider = _WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    # The template is 4:3: slides that a reader adds should use the whole width too.
    for frame in (deck.slide_master, *deck.slide_layouts):
        for place in frame.placeholders:
            place.left, place.width = round(place.left * wider), round(place.width * wider)
    said = deck.core_properties
    said.title, said.author, said.subject = texts.plain(briefing.title), "Eastflank", briefing.asof
    said.comments, said.last_modified_by = f"Data {briefing.version}", "Eastflank"
    # A file's date would differ each time; the day that is shown does not.
    said.created = said.modified = datetime.combine(briefing.view.day, time())
    return deck
