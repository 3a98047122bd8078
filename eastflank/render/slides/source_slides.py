"""The quotes that matter and the sources of what is shown; the speaker's notes have all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eastflank.render import cited
from eastflank.render.carrying import shown
from eastflank.render.picture.sheet import Box, Text
from eastflank.render.slides import texts
from eastflank.render.slides.page import BODY
from eastflank.render.slides.shapes import Scale
from eastflank.render.slides.widest import WideLetters
from eastflank.render.untyped import Shape
from eastflank.report.contents import Briefing, Evidence, Footnote
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import documents, pictures, side_by_side, slides
from eastflank.words.chosen import values as words

_HEAD = WideLetters(BODY, LIGHT.secondary, 700, leading=1.4)
_QUOTE = WideLetters(28, LIGHT.ink, leading=1.25)
_SAID = WideLetters(BODY, LIGHT.secondary, leading=1.25)
_SOURCE = WideLetters(BODY, LIGHT.ink, leading=1.22)
_GAP = 12.0


class _Piece(NamedTuple):
    """A paragraph to write."""

    name: str
    words: str
    letters: WideLetters
    gap: float
    """Pixels left free below it."""

    def height(self, width: float) -> float:
        return len(self.letters.wrapped(self.words, width)) * self.letters.height + self.gap


def pages(briefing: Briefing, room: Box) -> Iterator[tuple[_Piece, ...]]:
    """The paragraphs slide by slide; empty if there is no source."""
    page: list[_Piece] = []
    left = room.h
    for piece in _pieces(briefing):
        lines = max(1, int((room.h - piece.gap) // piece.letters.height))
        fitting = piece._replace(words=piece.letters.in_lines(piece.words, room.w, lines))
        need = fitting.height(room.w)
        if page and need > left:
            yield tuple(page)
            page, left = [], room.h
        page.append(fitting)
        left -= need
    if page:
        yield tuple(page)


def draw(place: Shape, pieces: Sequence[_Piece], room: Box, scale: Scale) -> None:
    """Write the paragraphs below each other into a placeholder, which is moved to `room`."""
    y, told = room.y, list[Text]()
    for piece in pieces:
        lines = piece.letters.paragraph(piece.name, "text", piece.words, room._replace(y=y))
        told += lines
        y += len(lines) * piece.letters.height + piece.gap
    place.name = "quotes and sources"
    place.left, place.top, place.width, place.height = scale.corner(room)
    texts.flow(place, told, room, scale)


def notes(briefing: Briefing) -> str:
    """The speaker's notes, for questions: all that the view says, its quotes, citations and sources."""
    in_sources = cited.lines(briefing)
    quoted = [item for item in briefing.evidence if item.quote and item.carries]
    parts = [
        [briefing.title, briefing.asof, briefing.filters, briefing.counts, *briefing.totals],
        [
            side_by_side.HEADING,
            *(" · ".join(row) for row in (briefing.both_days_heading, *briefing.both_days) if row),
        ]
        if briefing.beside
        else [],
        [pictures.SOURCES_DIFFER, *(f"{one.name}: {one}" for one in briefing.differences)]
        if briefing.differences
        else [],
        [documents.QUOTES, *(f"{words.quotation(item.quote)} — {_said(item)}" for item in quoted)]
        if quoted
        else [],
        [documents.CITED, *in_sources] if in_sources else [],
        [pictures.SOURCES, *(f"[{note.number}] {note} {note.url}".rstrip() for note in briefing.footnotes)]
        if briefing.footnotes
        else [],
        [briefing.credit, documents.data_version(briefing.version), briefing.link, briefing.marking],
    ]
    return "\n\n".join("\n".join(line for line in part if line) for part in parts if part)


def _pieces(briefing: Briefing) -> Iterator[_Piece]:
    for quote in briefing.quotes:
        yield _Piece(f"quote {quote.claim}", words.quotation(quote.quote), _QUOTE, 2)
        yield _Piece(f"said {quote.claim}", _said(quote), _SAID, _GAP)
    listed = shown(briefing)
    if listed and briefing.quotes:
        yield _Piece("sources", pictures.SOURCES.upper(), _HEAD, 0)
    for note in listed:
        yield _Piece(f"source {note.number}", _source(note), _SOURCE, 3)
    others = len(briefing.footnotes) - len(listed)
    if others:
        told = slides.in_the_notes(others)
        yield _Piece("further sources", told, _SAID, 0)


def _source(note: Footnote) -> str:
    return slides.source(note.number, note.publisher, note.title, note.published, note.grade[:1])


def _said(item: Evidence) -> str:
    return documents.said(item.said, item.grade, item.claim, item.footnote)
