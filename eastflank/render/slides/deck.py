"""The deck: the map on one slide, then the table, then quotes and sources; all native and editable."""

from __future__ import annotations

from datetime import datetime, time
from typing import TypeVar

from eastflank.render.office_file import deck_file
from eastflank.render.slides import key_slides, pair_slides, picture_slide, source_slides, table_slides
from eastflank.render.slides.master import Master, of_template, own
from eastflank.render.slides.page import Page, clear, close, content_of, dress, page_of
from eastflank.render.slides.shapes import plain
from eastflank.render.untyped import Slide
from eastflank.report.contents import Briefing, Size
from eastflank.report.headline import headline_of
from eastflank.words.chosen import TAG, documents, pictures
from eastflank.words.chosen import slides as said

_Page = TypeVar("_Page")


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The deck as a PowerPoint file, 16:9; the same bytes for the same briefing."""
    return _written(briefing, own())


def fill(briefing: Briefing, template: bytes) -> bytes:
    """The deck in a team's own master, in its slide size. Raises Unusable if it cannot be used."""
    return _written(briefing, of_template(template))


def _written(briefing: Briefing, master: Master) -> bytes:
    headline = headline_of(briefing.view, briefing.dataset, briefing.title)
    _describe(briefing, master)
    earlier = briefing.beside
    room = page_of(briefing, "", master).room
    first, page = _slide(briefing, pair_slides.title(briefing, earlier) if earlier else headline, master)
    clear(first, master)
    if earlier:
        days = (earlier, briefing)
        pair = pair_slides.laid_out(briefing, earlier, page.room)
        pair_slides.draw(first, pair, days, master)
        sheet, keys = pair.maps[1].sheet, list(pair_slides.key(pair, days, room))
    else:
        one = picture_slide.laid_out(briefing, page.room)
        picture_slide.draw(first, one, briefing, master)
        sheet, keys = one.sheet, list(key_slides.pages(one.key, one.legend, briefing.entries, room))
    close(first, page, master.scale)
    first.notes_slide.notes_text_frame.text = plain(source_slides.notes(briefing))
    for explained in keys:
        title = explained.title if earlier else said.titled(explained.title, headline, 1, 1)
        slide, page = _slide(briefing, title, master)
        clear(slide, master)
        key_slides.draw(slide, explained, page.room, sheet, master)
        close(slide, page, master.scale)
    for table in pair_slides.tables(briefing, room) if earlier else ():
        slide, page = _slide(briefing, table.title, master)
        clear(slide, master)
        table_slides.draw_page(slide, table, page.room, master)
        close(slide, page, master.scale)
    tables = list(table_slides.pages(briefing, room))
    listed = said.first_of(documents.DEPLOYMENTS, sum(map(len, tables)), len(briefing.entries))
    for title, entries in _titled(listed, headline, tables):
        slide, page = _slide(briefing, title, master)
        clear(slide, master)
        table_slides.draw(slide, entries, page.room, master)
        close(slide, page, master.scale)
    pieces = list(source_slides.pages(briefing, room))
    what = documents.QUOTES_AND_SOURCES if briefing.quotes else pictures.SOURCES
    for title, piece in _titled(what, headline, pieces):
        slide, page = _slide(briefing, title, master)
        clear(slide, master, keep_content=True)
        source_slides.draw(content_of(slide, master), piece, page.room, master.scale)
        close(slide, page, master.scale)
    return deck_file(master.deck)


def _slide(briefing: Briefing, title: str, master: Master) -> tuple[Slide, Page]:
    slide = master.deck.slides.add_slide(master.layout)
    page = page_of(briefing, title, master)
    dress(slide, page, master.scale)
    return slide, page


def _titled(what: str, headline: str, pages: list[_Page]) -> list[tuple[str, _Page]]:
    """The pages, each with a title of its own: outlines and screen readers tell slides apart by it."""
    return [(said.titled(what, headline, number, len(pages)), page) for number, page in enumerate(pages, 1)]


def _describe(briefing: Briefing, master: Master) -> None:
    """The file's properties. The handling line is its category and its first keyword."""
    told = master.deck.core_properties
    told.title, told.author, told.subject = plain(briefing.title)[:255], "Eastflank", briefing.asof
    told.comments, told.last_modified_by = documents.data_version(briefing.version), "Eastflank"
    told.category = told.keywords = plain(briefing.marking)[:255]
    told.language = TAG
    # Use the day that is shown: the current time would make each file different.
    told.created = told.modified = datetime.combine(briefing.view.day, time())
